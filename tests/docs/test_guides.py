"""Pages that people follow: each command prints what stands there, each pair of lines holds."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint.config import Settings, forget_settings
from okrlint.engine import lint_text
from okrlint.registry import load_rules
from scripts.write_examples import GUIDES, follow
from tests.support import Outcome

ROOT = Path(__file__).parents[2]
BETTER = (ROOT / "docs" / "better-okrs.md").read_text(encoding="utf-8")
PAIRS = [
    (before, after, tuple(re.findall(r"\.\./rules/([\w-]+)\.md", section)))
    for section in BETTER.split("\n## ")
    for table in re.findall(r"\| Before \| After \|\n\|---\|---\|\n((?:\|.*\n)+)", section)
    for before, after in re.findall(r"^\| (.*) \| (.*) \|$", table, re.MULTILINE)
]
PAGE = "# OKRs Q3 2026\n\n## Objective: {objective}\n\n- KR 1{first}\n- KR 2: 12 of 30 can swim\n"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_can_be_followed(
    guide: Path, tmp_path: Path, okrlint: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def run(command: str) -> str:
        forget_settings()
        outcome = okrlint(*shlex.split(command)[1:])
        return outcome.out + outcome.err

    page = guide.read_text(encoding="utf-8")
    assert "$ okrlint" in page
    assert follow(page, tmp_path, run) == page, "run scripts/write_examples.py"


def found(line: str, rules: tuple[str, ...]) -> set[str]:
    """What the rules find in an objective or key result; rules that count are left out."""
    of_objectives = any(rule.startswith("not-") for rule in rules)
    objective = line if of_objectives else "Be the club that nobody leaves"
    mark, text = re.fullmatch(r"(?:(\(\w+\)) )?(.*)", line).groups()  # type: ignore[union-attr]
    first = f" {mark}: {text}" if mark else f": {text}"
    page = PAGE.format(
        objective=objective, first=": 9 of 30 adults swim" if of_objectives else first
    )
    select = tuple(rule.name for rule in load_rules() if not rule.name.endswith("-count"))
    settings = Settings(select=(*select, "activity-count"), ignore=("missing-mission",))
    return {finding.rule for finding in lint_text(page, "", settings).findings}


@pytest.mark.parametrize(("before", "after", "rules"), PAIRS, ids=[p[0][:30] for p in PAIRS])
def test_a_pair_of_lines(before: str, after: str, rules: tuple[str, ...]) -> None:
    assert found(before, rules) & set(rules)
    assert found(after, rules) == set()


def test_pairs_are_found() -> None:
    assert len(PAIRS) >= 15
