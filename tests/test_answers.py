"""What was found in a file is told again without the engine, and only while nothing changed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.api import Linter, Settings
from okrlint.config import forget_settings
from okrlint.engine import lint_text
from okrlint.sealed import FOLDER
from okrlint.task import Task
from tests.support import BAD, GOOD, Outcome

Run = Callable[..., Outcome]
QUICK = ("--select", "missing-mission,key-result-count")
"""Rules that read no statement, so that no process waits for spaCy."""

ONCE = """
import sys
from okrlint.cli import run
code = run(sys.argv[1:])
sys.stdout.flush()
print(*sorted({"okrlint.engine", "okrlint.registry", "numpy"} & {*sys.modules}), file=sys.stderr)
sys.exit(code)
"""


PLAIN = """\
# OKRs Q3 2025

## Objective 1: Be the bakery that the quarter talks about

- KR 1: Regular customers rise from 120 to 150
- KR 2: 30 % of sales come from pre-orders
"""


@pytest.fixture(autouse=True)
def plain(folder: Path) -> None:
    """A document that states no mission."""
    (folder / "bad.md").write_text(PLAIN, encoding="utf-8")


def once(*args: str) -> tuple[int, bytes, bool]:
    """A process: its exit code, what it told, and whether it loaded the engine."""
    done = subprocess.run([sys.executable, "-c", ONCE, *args], capture_output=True, check=False)
    return done.returncode, done.stdout, b"okrlint.engine" in done.stderr


def test_an_unchanged_file_is_told_without_the_engine(folder: Path) -> None:
    first = once(*QUICK, "bad.md")
    again = once(*QUICK, "bad.md")
    assert first[2]
    assert not again[2]
    assert first[:2] == again[:2]
    assert b"missing-mission" in first[1]
    Path("notes.md").write_text("# Lunch\n\nSoup.\n", encoding="utf-8")
    assert once(*QUICK, "notes.md") == (0, b"", False)


def test_what_is_asked_and_configured_counts(okrlint: Run, folder: Path) -> None:
    whole = okrlint("bad.md")
    assert okrlint("bad.md").out == whole.out
    assert okrlint("--ignore", "ALL", "--extend-select", "x", "bad.md").code == 2
    quiet = okrlint("--select", "missing-mission", "bad.md")
    assert quiet.out != whole.out
    few = 'select = ["missing-mission"]\n'
    steps = (
        ({"okrlint.toml": few}, quiet),
        ({"okrlint.toml": 'extends = "base.toml"\n', "base.toml": few}, quiet),
        ({"base.toml": ""}, whole),
        ({"base.toml": few}, quiet),
    )
    for files, outcome in steps:
        for name, text in files.items():
            Path(name).write_text(text, encoding="utf-8")
        forget_settings()
        assert okrlint("bad.md").out == outcome.out


def test_another_text_and_another_name_are_looked_at(okrlint: Run, folder: Path) -> None:
    first = okrlint(*QUICK, "-f", "concise", "bad.md")
    text = Path("bad.md").read_text(encoding="utf-8")
    Path("bad.md").write_text(f"<!-- okrlint-disable-file -->\n\n{text}", encoding="utf-8")
    assert okrlint(*QUICK, "-f", "concise", "bad.md").out != first.out
    Path("other.md").write_text(text, encoding="utf-8")
    assert okrlint(*QUICK, "-f", "concise", "other.md").out == first.out.replace("bad", "other")


@pytest.mark.parametrize("harm", [b"", b"x" * 400, None])
def test_a_damaged_store_is_none(okrlint: Run, folder: Path, harm: bytes | None) -> None:
    first = okrlint(*QUICK, "bad.md")
    (file,) = Path(FOLDER).rglob("answers")
    good = file.read_bytes()
    file.write_bytes(bytes([good[0] ^ 1, *good[1:]]) if harm is None else harm)
    assert okrlint(*QUICK, "bad.md").out == first.out
    assert file.read_bytes() != harm


def test_it_says_when_nothing_can_be_kept(okrlint: Run, folder: Path) -> None:
    Path("elsewhere").mkdir()
    Path("linked").symlink_to("elsewhere")
    outcome = okrlint(*QUICK, "-v", "--cache-dir", "linked", "bad.md")
    assert "nothing is kept for the next run: linked" in outcome.err
    assert "nothing is kept" not in okrlint(*QUICK, "bad.md").err
    assert list(Path("elsewhere").iterdir()) == []


def test_clean_removes_what_okrlint_kept(okrlint: Run, folder: Path) -> None:
    okrlint(*QUICK, "--cache-dir", "kept", "bad.md")
    assert list(Path("kept").rglob("answers"))
    assert okrlint("clean", "--cache-dir", "kept").code == 0
    assert not Path("kept").exists()
    okrlint(*QUICK, "bad.md")
    Path(FOLDER, "mine.txt").write_text("mine\n", encoding="utf-8")
    assert okrlint("clean").code == 0
    assert sorted(one.name for one in Path(FOLDER).iterdir()) == [".gitignore", "mine.txt"]
    assert okrlint("clean", "--cache-dir", "nowhere").code == 0


def test_together_and_alone_are_the_same(okrlint: Run, folder: Path) -> None:
    texts = {"bad.md": BAD, "good.md": GOOD, "empty.md": "", "notes.md": "# Lunch\n"}
    tasks = [Task(text, path, Settings()) for path, text in texts.items()]
    for task, result in zip(tasks, Linter().lint_together(tasks), strict=True):
        alone = lint_text(task.text, task.path)
        assert result.findings == alone.findings
        assert result.document == alone.document
    names = sorted(texts)
    for name in names:
        Path(name).write_text(texts[name], encoding="utf-8")
    outcome = okrlint("--no-cache", "--jobs", "2", *reversed(names))
    assert outcome.out == okrlint("--no-cache", *names).out
