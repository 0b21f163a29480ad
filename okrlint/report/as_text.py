"""Findings for people: the line, the exact words underlined, why, and what would help."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.finding import Finding
from okrlint.place import say_places
from okrlint.report.entries import Entry, find_entries, say_words
from okrlint.report.paint import STYLES, Text, paint
from okrlint.report.safe import make_visible, start_line
from okrlint.report.snippet import find_snippet
from okrlint.told import Reported, Rules

SURE = 0.9
"""Below this certainty people are told how sure it is."""


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:
    """One paragraph for the findings of a line, or of one rule on many lines; else nothing."""
    entries = [(result, entry) for result in results for entry in find_entries(result, rules)]
    return "".join(f"{paint(_block(*pair), color=color)}\n\n" for pair in entries)


def _block(result: Reported, entry: Entry) -> Text:
    findings = entry.findings[:1] if entry.alike and not entry.whole else entry.findings
    block = Text("\n").join(_head(result, finding) for finding in findings)
    shown = () if entry.whole else findings
    margin = _append_snippet(block, result, shown) if shown else 1
    for finding in findings:
        for suggestion in finding.suggestions:
            _append_remark(block, margin, f"try: {make_visible(suggestion.text)}")
    if entry.alike and not entry.whole:
        more = entry.places[1:]
        noun = ("alike in", "place") if more[0].name else ("alike on", "line")
        number = f"{noun[0]} {len(more)} more {noun[1]}{'s'[: len(more) != 1]}"
        where = say_words(result, entry) or say_places(more)
        _append_remark(block, margin, f"{number}: {make_visible(where)}")
    return block


def _append_snippet(block: Text, result: Reported, findings: Sequence[Finding]) -> int:
    """Show the lines with the words underlined; the width of the margin."""
    spans = [finding.span for finding in findings]
    part = result.places.part(spans[0])
    snippet = list(find_snippet(result.lines, spans, part))
    margin = 1 if part else max((len(str(line.number)) for line in snippet), default=1)
    for line in snippet:
        number = "" if part else line.number
        block.append(f"\n  {number:>{margin}} | ", "blue").append(line.text)
        for finding, carets in zip(findings, line.underlines, strict=True):
            if carets:
                name = f" {finding.rule}" if len(findings) > 1 else ""
                block.append(f"\n  {'':>{margin}} | ", "blue")
                block.append(f"{carets}{name}", STYLES[finding.severity.label])
    return margin


def _append_remark(block: Text, margin: int, text: str) -> None:
    block.append(f"\n  {'':>{margin}} = ", "blue").append(text)


def _head(result: Reported, finding: Finding) -> Text:
    head = Text().append(start_line(finding.path or "<text>"), "bold")
    head.append(f":{make_visible(result.place(finding).brief)}: ")
    head.append(finding.severity.label, STYLES[finding.severity.label]).append(": ")
    head.append(make_visible(finding.message), "bold")
    sure = "" if finding.certainty >= SURE else f", {finding.certainty:.0%} sure"
    return head.append(f" [{finding.rule}, {finding.code}{sure}]", "dim")
