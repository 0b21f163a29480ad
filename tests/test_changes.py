"""Against a revision: what a repository may hold, nothing of it runs and nothing hides a change."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.changes import find_before, find_change
from okrlint.errors import InputError
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


def test_what_git_says_and_no_git_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError) as caught:
        find_before(folder / "good.md", "HEAD")
    assert str(caught.value).startswith(f"{folder}: git says: fatal: not a git repository")
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(InputError) as caught:
        find_change("a\n", "b\n")
    assert "git cannot be run (" in str(caught.value)
