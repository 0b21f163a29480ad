"""Findings for people: the line, the exact words underlined, why, and what would help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from okrlint.engine import Result
from okrlint.finding import Finding
from okrlint.registry import RuleSet
from okrlint.report.paint import STYLES, paint
from okrlint.report.safe import make_visible, start_line
from okrlint.report.snippet import find_snippet


def render(results: Sequence[Result], rules: RuleSet, *, color: bool) -> str:  # noqa: ARG001
    """One paragraph for the findings of a line; nothing when there are none."""
    blocks = [_block(result, group) for result in results for group in _by_line(result)]
    return "".join(f"{paint(block, color=color)}\n\n" for block in blocks)


def _by_line(result: Result) -> Iterator[list[Finding]]:
    for _, group in groupby(result.findings, key=lambda f: result.location(f).line):
        yield list(group)


def _block(result: Result, findings: Sequence[Finding]) -> Text:
    block = Text("\n").join(_head(result, finding) for finding in findings)
    snippet = list(find_snippet(result.lines, [finding.span for finding in findings]))
    margin = max((len(str(line.number)) for line in snippet), default=1)
    for line in snippet:
        block.append(f"\n  {line.number:>{margin}} | ", "blue").append(line.text)
        for finding, carets in zip(findings, line.underlines, strict=True):
            if carets:
                name = f" {finding.rule}" if len(findings) > 1 else ""
                block.append(f"\n  {'':>{margin}} | ", "blue")
                block.append(f"{carets}{name}", STYLES[finding.severity])
    for finding in findings:
        for suggestion in finding.suggestions:
            block.append(f"\n  {'':>{margin}} = ", "blue")
            block.append(f"try: {make_visible(suggestion.text)}")
    return block


def _head(result: Result, finding: Finding) -> Text:
    at = result.location(finding)
    head = Text().append(start_line(finding.path or "<text>"), "bold")
    head.append(f":{at.line}:{at.column}: ")
    head.append(finding.severity.label, STYLES[finding.severity]).append(": ")
    head.append(make_visible(finding.message), "bold")
    return head.append(f" [{finding.rule}, {finding.code}]", "dim")
