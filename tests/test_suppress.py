"""Comments that switch rules off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint import Settings, lint_text
from okrlint.finding import Finding, Severity
from okrlint.lines import LineIndex
from okrlint.markdown.blocks import parse_blocks
from okrlint.model import Document, Span
from okrlint.suppress import Suppression, find_suppressions, split_suppressed
from tests.support import steps

HEAD = "# OKRs Q3 2025\n\n## Objective: Be liked\n\n"


def found_lines(text: str) -> list[int]:
    result = lint_text(text, "okrs.md", Settings(select=("no-metric",)))
    assert not result.crashes
    return [result.location(finding).line for finding in result.findings]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("- KR: Warm rolls\n- KR: Kind words\n", [5, 6]),
        ("<!-- okrlint-disable-next-line -->\n- KR: Warm rolls\n- KR: Kind words\n", [7]),
        ("<!-- okrlint-disable-next-line no-metric -- agreed -->\n\n- KR: Warm rolls\n", [7]),
        ("- KR: Warm rolls\n<!-- okrlint-disable-next-line -->\n- KR: Kind words\n", [5]),
        ("<!-- okrlint-disable-next-line -- agreed -- twice -->\n- KR: Warm rolls\n", []),
        ("<!-- okrlint-disable-next-line task-like -- no-metric -->\n- KR: Warm rolls\n", [6]),
        ("<!-- okrlint-disable-next-line task-like--no-metric -->\n- KR: Warm rolls\n", [6]),
        ("<!-- someone-else no-metric -->\n- KR: Warm rolls\n", [6]),
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
        (
            "<!-- okrlint-disable no-metric -->\n\n<!-- okrlint-disable-next-line no-metric -->\n"
            "- KR: Warm rolls\n- KR: Kind words\n",
            [],
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


def test_a_file_is_meant_from_its_first_line() -> None:
    text = "- KR: Warm rolls\n\n<!-- okrlint-disable-file no-metric -->\n"
    assert found_lines(text.partition("<")[0]) == [1]
    assert found_lines(text) == []


def test_front_matter_names_rules() -> None:
    front = "---\n# okrlint: ignore task-like\n# okrlint: other no-metric\n---\n"
    text = f"{front}{HEAD}- KR: Warm rolls\n"
    assert len(found_lines(text)) == 1


def test_hidden_findings_are_counted() -> None:
    text = f"{HEAD}- KR: Warm rolls <!-- okrlint-disable-line -->\n"
    assert lint_text(text, settings=Settings(select=("no-metric",))).suppressed == 1


_LINE = st.sampled_from(
    [
        "<!-- okrlint-disable -->", "<!-- okrlint-disable no-metric -->",
        "<!-- okrlint-disable KR003, task-like -->", "<!-- okrlint-enable -->",
        "<!-- okrlint-enable no-metric -->", "<!-- okrlint-enable KR003 -->",
        "<!-- okrlint-disable-next-line NO-METRIC -->", "<!-- okrlint-disable-file other -->",
        "<!-- okrlint-disable-line\nno-metric -->", "<!-- okrlint-disable-next-line x\nKR003 -->",
        "text", "",
    ]
)  # fmt: skip


def _naive(
    findings: list[Finding], suppressions: tuple[Suppression, ...], lines: LineIndex
) -> tuple[list[Finding], set[Suppression]]:
    """What is meant, without any shortcut."""
    kept: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        line = lines.line_at(finding.span.start)
        words = (finding.rule, finding.code.lower())
        hits = {
            one
            for one in suppressions
            if one.first_line <= line <= one.last_line
            and (one.rule is None or one.rule.lower() in words)
        }
        used |= hits
        if not hits:
            kept.append(finding)
    return kept, used


@given(st.lists(_LINE, max_size=12), st.lists(st.integers(0, 11), max_size=8))
def test_it_is_as_said(written: list[str], places: list[int]) -> None:
    source = "\n".join(written)
    lines = LineIndex(source)
    document = Document("a.md", source, comments=parse_blocks(source).comments)
    suppressions = find_suppressions(document, lines)
    starts = [min(len(source), len("\n".join(written[:n]))) for n in places]
    findings = [
        Finding("a.md", rule, code, Severity.NOTE, "m", Span(start, start), "")
        for start, (rule, code) in zip(
            starts, [("no-metric", "KR003"), ("task-like", "KR001")] * 4, strict=False
        )
    ]
    assert split_suppressed(findings, suppressions, lines) == _naive(findings, suppressions, lines)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("<!-- okrlint-disable a -->\n\n<!-- okrlint-enable a -->", 3),
        ("<!-- okrlint-disable a -->\n\n<!-- okrlint-enable -->", 3),
        ("<!-- okrlint-disable a -->\n\n<!-- okrlint-enable b -->\n", 4),
        ("<!-- okrlint-disable a --> <!-- okrlint-enable a -->\n\n", 3),
        ("<!-- okrlint-enable a -->\n\n<!-- okrlint-disable a -->\n", 4),
        ("<!-- okrlint-disable a -->\n\n<!-- okrlint-enable b a -->\n\n<!-- okrlint-enable -->", 3),
    ],
)
def test_where_it_ends(text: str, ends: int) -> None:
    document = Document("a.md", text, comments=parse_blocks(text).comments)
    (suppression,) = find_suppressions(document, LineIndex(text))
    assert suppression.last_line == ends


def test_effort_grows_with_the_comments() -> None:
    def effort(size: int) -> int:
        names = " ".join(f"rule-{number}" for number in range(size))
        text = f"<!-- okrlint-disable {names} -->\n\n" + "<!-- okrlint-enable x -->\n\n" * size
        text += "<!-- okrlint-disable no-metric -->\n\n" * size
        document = Document("a.md", text, comments=parse_blocks(text).comments)
        lines = LineIndex(text)
        found = [
            Finding("a.md", "no-metric", "KR003", Severity.NOTE, "m", Span(n, n), "")
            for n in range(0, len(text), len(text) // size)
        ]
        return steps(lambda: split_suppressed(found, find_suppressions(document, lines), lines))

    assert effort(800) < 2.6 * effort(400)
