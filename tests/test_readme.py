"""What the README and the docs show is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.write_examples import PICTURE, draw_example, fill_blocks

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_output_shown_in_the_readme() -> None:
    assert fill_blocks(README) == README, "run scripts/write_examples.py"


def test_the_picture_shows_what_is_printed() -> None:
    assert PICTURE.read_text(encoding="utf-8") == draw_example(), "run scripts/write_examples.py"


def test_the_library_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(code.strip().splitlines()) <= 11
    exec(compile(code, "README.md", "exec"), {})
    shown = capsys.readouterr().out.splitlines()
    assert "5 task-like this reads as a task (own work), and no number says how much" in "\n".join(
        shown
    )
    assert shown[-2] == "2026-09-30 ['Launch the shop', '500 visits a day']"
    assert shown[-1] == "outcome True True June"


def test_the_links_between_the_pages_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md"),
             *(ROOT / "rules").glob("*.md")]  # fmt: skip
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []
