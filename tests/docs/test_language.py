"""docs/language.md: its examples run and print what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_runs(example: str, capsys: pytest.CaptureFixture[str]):
    exec(compile(example, "docs/language.md", "exec"), {})
    said = capsys.readouterr().out.strip()
    assert all(f"`{line}`" in PAGE for line in said.splitlines())


def test_there_are_examples():
    assert len(EXAMPLES) == 3
