"""Comments that switch rules off."""

from __future__ import annotations

import pytest

from okrlint import Settings, lint_text

HEAD = "# OKRs Q3 2025\n\n## Objective: Be liked\n\n"


def found_lines(text: str) -> list[int]:
    result = lint_text(text, "okrs.md", Settings(select=("no-metric",)))
    return [result.location(finding).line for finding in result.findings]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("- KR: Warm rolls\n- KR: Kind words\n", [5, 6]),
        ("<!-- okrlint-disable-next-line -->\n- KR: Warm rolls\n- KR: Kind words\n", [7]),
        ("<!-- okrlint-disable-next-line no-metric -- agreed -->\n\n- KR: Warm rolls\n", [7]),
        ("- KR: Warm rolls <!-- okrlint-disable-line KR003 -->\n- KR: Kind words\n", [6]),
        ("- KR: Warm rolls <!-- okrlint-disable-line task-like -->\n", [5]),
        ("- KR: Warm rolls <!-- okrlint-disable-line task-like, no-metric -->\n", []),
        ("<!-- okrlint-disable -->\n\n- KR: Warm rolls\n- KR: Kind words\n", []),
        ("- KR: Warm rolls\n- KR: Kind words\n\n<!-- okrlint-disable-file no-metric -->\n", []),
        (
            "<!-- okrlint-disable no-metric -->\n\n- KR: Warm rolls\n\n"
            "<!-- okrlint-enable no-metric -->\n\n- KR: Kind words\n",
            [11],
        ),
        ("<!-- okrlint-disabled -->\n\n- KR: Warm rolls\n", [7]),
        ("```\n<!-- okrlint-disable-file -->\n```\n\n- KR: Warm rolls\n", [9]),
    ],
)
def test_comments(body: str, lines: list[int]) -> None:
    assert found_lines(HEAD + body) == lines


def test_front_matter() -> None:
    text = f"---\ntitle: Goals\n# okrlint: ignore no-metric\n---\n{HEAD}- KR: Warm rolls\n"
    assert found_lines(text) == []


def test_hidden_findings_are_counted() -> None:
    text = f"{HEAD}- KR: Warm rolls <!-- okrlint-disable-line -->\n"
    assert lint_text(text, settings=Settings(select=("no-metric",))).suppressed == 1
