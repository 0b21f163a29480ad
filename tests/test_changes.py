"""Against a revision: what a repository may hold, nothing of it runs and nothing hides a change."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint import Settings, lint_text
from okrlint.changes import find_before, find_change, only_changed
from okrlint.errors import InputError
from okrlint.registry import load_rules
from tests.support import GOOD, Outcome

Run = Callable[..., Outcome]
TASK = "- KR 3: Paint the fence\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(*args: str | Path, cwd: Path | None = None) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *identity, *args], check=True, capture_output=True, cwd=cwd)


@pytest.fixture
def checkout(folder: Path) -> Path:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "first")
    return folder


def hostile(folder: Path) -> str:
    """A git configuration that leaves a file behind wherever git runs something of it."""
    ran = folder / "ran"
    return (
        f'[core]\n\trepositoryformatversion = 0\n\tfsmonitor = "touch {ran}; false"\n'
        f'\tsshCommand = "touch {ran}"\n\tpager = "touch {ran}"\n'
        f'[diff]\n\texternal = "touch {ran}; true"\n'
        f'[diff "x"]\n\ttextconv = "touch {ran}; cat"\n\tcommand = "touch {ran}; true"\n'
        f'[filter "x"]\n\tclean = "touch {ran}; cat"\n\tsmudge = "touch {ran}; cat"\n'
        f'\tprocess = "touch {ran}"\n'
    )


class TestNothingRuns:
    def test_of_a_folder_that_is_a_repository_itself(
        self, okrlint: Run, checkout: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        other = tmp_path_factory.mktemp("other")
        (other / "okrs.md").write_text(GOOD, encoding="utf-8")
        git("init", "-q", cwd=other)
        git("add", "-A", cwd=other)
        git("commit", "-qm", "its own", cwd=other)
        inner = checkout / "inner"
        inner.mkdir()
        for name in ("HEAD", "objects", "refs", "index"):
            source = other / ".git" / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, inner / name)
        settings = hostile(checkout) + f"[core]\n\tbare = false\n\tworktree = {inner}\n"
        (inner / "config").write_text(settings, encoding="utf-8")
        (inner / ".gitattributes").write_text("*.md diff=x filter=x\n", encoding="utf-8")
        (inner / "okrs.md").write_text(GOOD + TASK, encoding="utf-8")
        outcome = okrlint("-f", "concise", "--no-cache", "--diff", "HEAD", "inner/okrs.md")
        assert outcome.code == 1
        assert "task-like" in outcome.out
        assert not (checkout / "ran").exists()

    def test_of_the_configuration_and_the_attributes(self, okrlint: Run, checkout: Path) -> None:
        with (checkout / ".git" / "config").open("a", encoding="utf-8") as file:
            file.write(hostile(checkout))
        Path(".gitattributes").write_text("*.md diff=x filter=x\n", encoding="utf-8")
        Path("good.md").write_text(GOOD + TASK, encoding="utf-8")
        outcome = okrlint("-f", "concise", "--no-cache", "--diff", "HEAD", "good.md")
        assert outcome.code == 1
        assert not (checkout / "ran").exists()


class TestNothingHides:
    @pytest.mark.parametrize(
        "attributes", ["*.md -diff", "*.md binary", "*.md -text", "*.md eol=crlf", "*.md diff=java"]
    )
    def test_an_attribute(self, okrlint: Run, checkout: Path, attributes: str) -> None:
        Path(".gitattributes").write_text(f"{attributes}\n", encoding="utf-8")
        Path("good.md").write_text(GOOD + TASK, encoding="utf-8")
        outcome = okrlint("-f", "concise", "--no-cache", "--diff", "HEAD", "good.md")
        assert {line.split(":")[1] for line in outcome.out.splitlines()} == {"19"}

    @pytest.mark.parametrize("end", ["\r", "\r\n"])
    def test_an_end_of_line(self, okrlint: Run, checkout: Path, end: str) -> None:
        Path("good.md").write_bytes((GOOD + TASK).replace("\n", end).encode())
        outcome = okrlint("-f", "concise", "--no-cache", "--diff", "HEAD", "good.md")
        assert {line.split(":")[1] for line in outcome.out.splitlines()} == {"19"}

    def test_a_name_that_is_a_pattern(self, okrlint: Run, checkout: Path) -> None:
        name = ":(exclude)*[x].md"
        Path(name).write_text(GOOD, encoding="utf-8")
        git("--literal-pathspecs", "add", name)
        git("commit", "-qm", "second")
        Path(name).write_text(GOOD + TASK, encoding="utf-8")
        outcome = okrlint("-f", "concise", "--no-cache", "--diff", "HEAD", "--", name)
        assert outcome.code == 1

    def test_a_name_that_is_not_utf8(self, okrlint: Run, checkout: Path) -> None:
        name = os.fsdecode(b"g\xffod.md")
        Path(name).write_text(GOOD, encoding="utf-8")
        git("add", "-A")
        git("commit", "-qm", "second")
        Path(name).write_text(GOOD + TASK, encoding="utf-8")
        outcome = okrlint("-f", "concise", "--no-cache", "--diff", "HEAD", ".")
        assert "task-like" in outcome.out
        assert len(outcome.out.splitlines()) < 4


def test_what_is_new_is_all_new(checkout: Path) -> None:
    Path("new.md").write_text("a\nb\n", encoding="utf-8")
    assert find_before(Path("new.md"), "HEAD") is None
    assert find_change(None, "a\n").touches(1, 1)


def test_what_was_not_utf8_is_all_new(checkout: Path) -> None:
    Path("good.md").write_bytes(b"\xff\n")
    git("commit", "-qam", "second")
    assert find_before(Path("good.md"), "HEAD") is None


def test_lines_that_moved_are_not_new() -> None:
    change = find_change("a\nb\nc\n", "a\nnew\nb\nc\n")
    assert change.lines == {2}
    assert not change.touches(3, 4)
    assert change.touches(1, 2)
    assert find_change("a\n", "a\n").lines == frozenset()
    assert find_change("a\nb\n", "a\n").lines == frozenset()


def test_a_revision_is_never_an_option(checkout: Path) -> None:
    with pytest.raises(InputError, match="no such revision"):
        find_before(Path("good.md"), "--exec-path")


def test_a_branch_called_like_an_option(checkout: Path) -> None:
    git("update-ref", "refs/heads/--all", "HEAD")
    assert find_before(Path("good.md"), "refs/heads/--all") == GOOD
    assert find_before(Path("good.md"), "--all") == GOOD


def test_before_the_first_commit_all_is_new(folder: Path) -> None:
    git("init", "-q")
    assert find_before(folder / "good.md", "HEAD") is None
    with pytest.raises(InputError) as caught:
        find_before(folder / "good.md", "HEAD~1")
    assert str(caught.value) == "HEAD~1: no such revision in this git checkout"


def test_lines_after_the_last_are_not_touched() -> None:
    change = find_change("a\n", "a\nb\nc\n")
    assert change.lines == {2, 3}
    assert not change.touches(1, 1)
    assert not change.touches(4, 9)


def test_a_checkout_in_a_checkout_is_its_own(checkout: Path) -> None:
    inner = checkout / "inner"
    inner.mkdir()
    (inner / "okrs.md").write_text("inner\n", encoding="utf-8")
    git("init", "-q", cwd=inner)
    git("add", "-A", cwd=inner)
    git("commit", "-qm", "its own", cwd=inner)
    assert find_before(inner / "okrs.md", "HEAD") == "inner\n"


def test_a_work_tree_that_is_elsewhere(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    git("config", "core.worktree", other)
    with pytest.raises(InputError) as caught:
        find_before(checkout / "good.md", "HEAD")
    said = f"{checkout / 'good.md'}: does not lie in the git checkout {other}"
    assert str(caught.value) == said


def test_what_was_too_large_is_all_new(checkout: Path) -> None:
    with Path("large.md").open("wb") as file:
        file.truncate(8 * 1024 * 1024 + 1)
    git("add", "-A")
    git("commit", "-qm", "second")
    assert find_before(Path("large.md"), "HEAD") is None


def test_findings_on_new_lines_and_those_that_compare() -> None:
    before = GOOD.replace("from 120 to 200", "from 120 to 300") + "- KR 3: Wash the car\n"
    after = GOOD + "- KR 3: Wash the car\n" + TASK.replace("3", "4")
    rules = load_rules()
    result = lint_text(after, "okrs.md", Settings(select=("ALL",)), rules, before=before)
    assert {"target-lowered", "task-like"} <= {finding.rule for finding in result.findings}
    for named in (None, rules):
        kept = only_changed(result, before, named)
        lines = {(finding.rule, kept.location(finding).line) for finding in kept.findings}
        assert ("target-lowered", 7) in lines
        assert {line for rule, line in lines if rule == "task-like"} == {20}
    assert only_changed(result, None).findings == result.findings


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """A program called git that comes before the real one, `$REAL`."""
    real = shutil.which("git")
    folder.mkdir()
    program = folder / "git"
    program.write_text(f"#!/bin/sh\nREAL='{real}'\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


ALWAYS = (
    "--no-pager --literal-pathspecs -c safe.bareRepository=explicit -c core.fsmonitor=false "
    "-c core.hooksPath=/dev/null -c core.attributesFile=/dev/null -c protocol.allow=never"
)


def test_how_git_is_asked(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way in is shut in every call; nothing is read from the caller's standard input."""
    told = checkout / "told"
    stand_in(checkout / "bin", monkeypatch, (
        f'{{ echo "$GIT_NO_LAZY_FETCH$GIT_OPTIONAL_LOCKS ${{PWD##*/}} $(wc -c) $*"; }} >> {told}\n'
        'exec "$REAL" "$@"'
    ))  # fmt: skip
    (checkout / "sub").mkdir()
    find_before(Path("good.md"), "HEAD")
    find_change("a\n", "b\n")
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    *lines, last, _ = told.read_text(encoding="utf-8").splitlines()
    assert lines == [
        f"10 {checkout.name} 0 {ALWAYS} {rest}"
        for rest in (
            "rev-parse --show-toplevel",
            "rev-parse --verify --quiet --end-of-options HEAD^{commit}",
            f"cat-file -s {commit}:good.md",
            f"cat-file blob {commit}:good.md",
        )
    ]
    head, _, rest = last.partition(" 0 ")
    assert head.startswith("10 okrlint-")
    options = "--no-index --text --no-color --no-ext-diff --no-textconv --unified=0"
    assert rest == f"{ALWAYS} diff {options} -- before after"


@pytest.mark.parametrize(
    ("said", "reason"),
    [("printf 'one\\ntwo \\377\\n' >&2", "git says: two \ufffd"), (":", "git says: no")],
)
def test_a_git_that_refuses(
    folder: Path, monkeypatch: pytest.MonkeyPatch, said: str, reason: str
) -> None:
    stand_in(folder / "bin", monkeypatch, f"{said}; exit 3")
    with pytest.raises(InputError) as caught:
        find_change("a\n", "b\n")
    assert str(caught.value).endswith(f": {reason}")
    with pytest.raises(InputError) as caught:
        find_before(folder / "good.md", "HEAD")
    assert str(caught.value) == f"{folder}: {reason}"


def test_a_revision_with_a_nul(checkout: Path) -> None:
    with pytest.raises(InputError, match="no such revision in this git checkout"):
        find_before(Path("good.md"), "a\0b")


def test_what_git_says_and_no_git_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError) as caught:
        find_before(folder / "good.md", "HEAD")
    assert str(caught.value).startswith(f"{folder}: git says: fatal: not a git repository")
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(InputError) as caught:
        find_change("a\n", "b\n")
    reason = "git cannot be run ([Errno 2] No such file or directory: 'git')"
    assert str(caught.value).endswith(f": {reason}")
