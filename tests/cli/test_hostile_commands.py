"""The commands beside `check` in a hostile folder: the same files, names, links and rules."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import BAD, Outcome

Run = Callable[..., Outcome]
READING = (["report"], ["review"], ["outline"], ["outline", "--why"], ["baseline", "update"])


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_what_cannot_be_read_is_told_and_nothing_is_obeyed(
    okrlint: Run, folder: Path, command: list[str]
) -> None:
    os.mkfifo("pipe.md")
    Path("loop.md").symlink_to("loop.md")
    Path("zero.md").symlink_to("/dev/zero")
    Path(os.fsdecode(b"b\xff.md")).write_text(BAD, encoding="utf-8")
    Path("a\n::error::b\x1b[31m.md").write_text(
        BAD.replace("website", "##[error]x \x1b[31m \u202e"), encoding="utf-8"
    )
    outcome = okrlint(*command, ".")
    assert outcome.code == 2
    assert "pipe.md: is no regular file" in outcome.err
    assert "loop.md: cannot be read" in outcome.err
    assert "Traceback" not in outcome.err
    for text in (outcome.out, outcome.err):
        assert not {"\x1b", "\u202e"} & set(text)
        assert not [li for li in text.splitlines() if li.lstrip().startswith("::") or "##[" in li]


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_name_that_is_an_option_is_refused(
    okrlint: Run, folder: Path, command: list[str]
) -> None:
    Path("--config=x.md").write_text(BAD, encoding="utf-8")
    outcome = okrlint(*command, "--config=x.md")
    assert (outcome.code, outcome.out) == (2, "")
    assert "names a file and an option" in outcome.err


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("okrs-q3-2027.md", ["new", "--quarter", "Q3-2027"]),
        ("okrlint.toml", ["init"]),
        (".pre-commit-config.yaml", ["init", "--pre-commit"]),
        ("no_slang.py", ["new-rule", "--python", "no-slang"]),
        ("no-slang.toml", ["new-rule", "no-slang"]),
        ("okrlint.toml", ["new-rule", "no-slang"]),
        ("page.html", ["report", "-o", "page.html", "bad.md"]),
        (".okrlint-baseline.json", ["baseline", "update", "bad.md"]),
    ],
)
@pytest.mark.parametrize("there", [True, False])
def test_nothing_is_written_through_a_link(
    okrlint: Run,
    folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    command: list[str],
    there: bool,
) -> None:
    other = tmp_path_factory.mktemp("other") / "victim"
    if there:
        other.write_text("precious", encoding="utf-8")
    Path(name).symlink_to(other)
    outcome = okrlint(*command)
    assert outcome.code == 2
    assert "Traceback" not in outcome.err
    assert Path(name).is_symlink()
    assert (other.read_text(encoding="utf-8") if other.exists() else "") == "precious" * there


@pytest.mark.parametrize(
    ("what", "said"),
    [("pipe", "is no regular file"), ("/dev/zero", "is no regular file"),
     ("nowhere", "cannot be read"), ("bad.md", "is neither a report nor findings")],
)  # fmt: skip
def test_an_earlier_report_that_is_none(okrlint: Run, folder: Path, what: str, said: str) -> None:
    os.mkfifo("pipe")
    outcome = okrlint("report", "--against", what, "bad.md")
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 5000, "null", "9" * 5000, "\0"])
def test_an_earlier_report_that_is_malformed(okrlint: Run, folder: Path, text: str) -> None:
    Path("old.json").write_text(text, encoding="utf-8")
    outcome = okrlint("report", "--against", "old.json", "bad.md")
    assert outcome.code == 2
    assert "is neither a report nor findings in JSON" in outcome.err


RULE = """
from okrlint import Bad, Good, KeyResultRule, Severity
class Own(KeyResultRule):
    "For a test."
    name, code, summary, criterion = "own", "OWN001", "own", "own"
    severity = Severity.WARNING
    examples = (Bad("- KR: a"), Good("- KR: b"))
    def check(self, key_result, context):
        print("from the rule")
        ENDING
"""


@pytest.mark.parametrize("command", [["report"], ["review"], ["baseline", "update"], ["test"]])
@pytest.mark.parametrize("ending", ["return ()", "raise KeyboardInterrupt"])
def test_a_rule_that_prints_or_ends_the_process(
    okrlint: Run, folder: Path, command: list[str], ending: str
) -> None:
    failed = ending != "return ()"
    Path("okrlint.toml").write_text('rule-files = ["own.py"]\n', encoding="utf-8")
    Path("own.py").write_text(RULE.replace("ENDING", ending), encoding="utf-8")
    outcome = okrlint(*command, "--allow-rule-files", "own" if command == ["test"] else "bad.md")
    assert "from the rule" not in outcome.out
    assert outcome.code == (1 if command == ["test"] else 2 * failed)
    assert ("KeyboardInterrupt" in outcome.err + outcome.out) is failed


def test_a_folder_that_cannot_be_looked_into(okrlint: Run, folder: Path) -> None:
    for _ in range(17):  # a path longer than the system allows
        Path("x" * 250).mkdir()
        os.chdir("x" * 250)
    os.chdir(folder)
    for command in (["-q", "-f", "concise"], ["review"]):
        outcome = okrlint(*command, ".")
        assert outcome.code == 2
        assert "cannot be looked into (File name too long)" in outcome.err
        assert "bad.md" in outcome.out


@pytest.mark.parametrize("command", [["report", "."], ["init"], ["config"]], ids=" ".join)
def test_the_folder_is_gone(
    okrlint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    outcome = okrlint(*command)
    assert (outcome.code, outcome.out) == (2, "")
    assert "(No such file or directory)" in outcome.err
    assert "standard output" not in outcome.err


def test_a_link_of_a_repository_to_a_file_of_its_reader(okrlint: Run, folder: Path) -> None:
    Path("netrc").write_text("machine x\nlogin ana\npassword rosebud\n", encoding="utf-8")
    Path("repository/.git").mkdir(parents=True)
    Path("repository/okrs.md").symlink_to("../netrc")
    Path("repository/okrlint.toml").write_text(
        'include = ["*"]\n[labels]\nobjective = ["machine", "password"]\n', encoding="utf-8"
    )
    for command in (["check"], ["outline"], ["review"], ["report"]):
        for path in ("repository", "repository/okrs.md"):
            outcome = okrlint(*command, path)
            assert outcome.code == 2
            assert "okrs.md: is or lies behind a link that leaves" in outcome.err
            assert "rosebud" not in outcome.out + outcome.err
