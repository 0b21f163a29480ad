"""A report is never written over what somebody wrote."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.report import FORMATS
from okrlint.report.recognize import is_report
from tests.support import BAD, GOOD, Outcome

Run = Callable[..., Outcome]
CONFIG = "[severity]\nno-metric = 'note'\n"


@pytest.mark.parametrize("command", ["check", "report"])
@pytest.mark.parametrize("name", ["bad.md", "link.md", "sub/../bad.md"])
def test_not_over_a_document_that_is_read(
    okrlint: Run, folder: Path, command: str, name: str
) -> None:
    Path("sub").mkdir()
    Path("link.md").symlink_to("bad.md")
    outcome = okrlint(command, "-o", name, "bad.md")
    said = f"{name}: is a file to read, and no report was written over it; name another for it"
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"okrlint: error: {said}\n"
    assert Path("bad.md").read_text(encoding="utf-8") == BAD


@pytest.mark.parametrize("command", ["check", "report"])
@pytest.mark.parametrize("name", ["good.md", "okrlint.toml", "notes.txt", "data.json", "page.html"])
def test_not_over_anything_that_is_no_report(
    okrlint: Run, folder: Path, command: str, name: str
) -> None:
    texts = {"okrlint.toml": CONFIG, "notes.txt": "Call Ana: today\n", "data.json": "[1, 2]\n",
             "page.html": "<!DOCTYPE html>\n<html><title>Ours</title></html>\n"}  # fmt: skip
    text = texts.get(name, GOOD)
    Path(name).write_text(text, encoding="utf-8")
    outcome = okrlint(command, "-o", name, ".")  # in the folder, or beside what is named
    said = f"{name}: is there already and holds no report of okrlint"
    assert outcome.code == 2
    assert outcome.err == f"okrlint: error: {said}; remove it, or name another file\n"
    assert Path(name).read_text(encoding="utf-8") == text


def test_not_over_what_configures_the_run(okrlint: Run, folder: Path) -> None:
    Path("mine.toml").write_text("", encoding="utf-8")
    for command in ("check", "report"):
        outcome = okrlint(command, "--config", "mine.toml", "-o", "mine.toml", "bad.md")
        assert outcome.code == 2
        assert "mine.toml: is a file to read" in outcome.err
    assert okrlint("baseline", "create", "--file", "known.json", "bad.md").code == 0
    known = Path("known.json").read_bytes()
    outcome = okrlint("--baseline", "known.json", "-o", "known.json", "bad.md")
    assert (outcome.code, Path("known.json").read_bytes()) == (2, known)


@pytest.mark.parametrize("output_format", [*FORMATS, "html", "numbers"])
def test_over_an_earlier_report(okrlint: Run, folder: Path, output_format: str) -> None:
    command = {"html": ["report"], "numbers": ["report", "-f", "json"]}.get(
        output_format, ["check", "-f", output_format, "--exit-zero"]
    )
    for text in (BAD, GOOD, BAD):
        Path("one.md").write_text(text, encoding="utf-8")
        before = Path("made").read_bytes() if Path("made").exists() else None
        outcome = okrlint(*command, "--no-cache", "-o", "made", "one.md")
        assert outcome.code == 0, outcome.err
        assert Path("made").read_bytes() != before


def test_over_a_report_in_a_folder_that_is_read(okrlint: Run, folder: Path) -> None:
    for _ in range(2):
        assert okrlint("--exit-zero", "-f", "markdown", "-o", "report.md", ".").code == 0
    assert "report.md" not in Path("report.md").read_text(encoding="utf-8")


def test_over_an_empty_file_or_a_device(okrlint: Run, folder: Path) -> None:
    Path("empty").touch()
    assert okrlint("-o", "empty", "bad.md").code == 1
    assert Path("empty").read_text(encoding="utf-8").startswith("bad.md:7:9: error: ")
    assert okrlint("-o", os.devnull, "bad.md").code == 1


@pytest.mark.parametrize(
    "text", ["# okrlint: no findings\n", "[]\n[]", '{"path": "a"}', "note: buy bread\n", "{}", "a"]
)
def test_what_is_no_report(text: str) -> None:
    assert not is_report(text.encode())


def test_a_folder_of_others_named_for_the_cache_gets_no_gitignore(
    okrlint: Run, folder: Path
) -> None:
    assert okrlint("--cache-dir", ".", "bad.md").code == 1
    assert not Path(".gitignore").exists()
