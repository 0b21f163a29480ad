"""What an editor asks takes time that grows with the document and no faster."""

from __future__ import annotations

import pytest
from lsprotocol import types

from okrlint import Settings, lint_text
from okrlint.lsp.analysis import Analysis
from okrlint.lsp.completion import find_completions
from okrlint.lsp.positions import Positions
from okrlint.lsp.symbols import make_symbols
from okrlint.registry import load_rules
from tests.support import steps


def analysis(text: str) -> Analysis:
    rules = load_rules()
    settings = Settings(select=("objective-count",))
    result = lint_text(text, "okrs.md", settings, rules)
    return Analysis(Positions(text, "utf-16"), result, settings, rules)


def names_at_end(line: str) -> list[str]:
    where = types.Position(0, len(line))
    return [item.label for item in find_completions(analysis(line), where)]


@pytest.mark.parametrize(
    "line",
    [
        "<!-- okrlint-disable ",
        "<!-- okrlint-disable no-metric, no-",
        "a <!-- okrlint-disable x --> <!-- okrlint-enable no-metric\t",
        "{/* okrlint-disable-next-line",
    ],
)
def test_names_of_rules_are_offered_in_a_suppression(line: str) -> None:
    assert ("no-metric" in names_at_end(line)) is (line[-1] != "e")


@pytest.mark.parametrize(
    "line",
    [
        "<!-- okrlint-disable a --> ",
        "<!-- okrlint-disable a -- because ",
        "<!-- okrlint-disabled ",
        "<!-- okrlint-disable " + " ," * 5_000 + "!",
        "<!-- okrlint-disable " * 3_000 + "!",
    ],
)
def test_and_nowhere_else_however_long_the_line(line: str) -> None:
    assert names_at_end(line) == []


def test_symbols_of_many_objectives() -> None:
    def effort(size: int) -> int:
        made = analysis("# OKRs Q3\n" + "\n## Objective: Be found\n\n- KR: 5 visits\n" * size)
        return steps(lambda: make_symbols(made))

    assert effort(160) < 2.2 * effort(80)
