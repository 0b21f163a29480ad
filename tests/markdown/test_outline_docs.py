"""The page about Markdown shows what is true: each example is read and drawn again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from okrlint.model import Labels
from okrlint.outline import parse
from okrlint.report.outline_text import render_outline

PAGE = Path(__file__).parents[2] / "docs" / "markdown.md"
EXAMPLE = re.compile(
    r"(?:^```toml\n\[labels\]\nobjective = \[\"(?P<objective>.+)\"\]\n"
    r"key-result = \[\"(?P<key>.+)\"\]\n```\n\n)?"
    r"^```markdown\n(?P<source>.*?)^```\n\n^```text\n(?P<outline>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
EXAMPLES = list(EXAMPLE.finditer(PAGE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["source"].split("\n")[0][:40])
def test_example(example: re.Match[str]) -> None:
    labels = Labels((example["objective"],), (example["key"],)) if example["key"] else Labels()
    document = parse(example["source"], "okrs.md", labels)
    assert render_outline(document, color=False).rstrip("\n") == example["outline"].rstrip("\n")


def test_every_example_is_checked() -> None:
    assert len(EXAMPLES) == PAGE.read_text(encoding="utf-8").count("```markdown\n") > 12
