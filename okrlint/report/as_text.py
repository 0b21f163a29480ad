"""Findings for people: the line, the exact words underlined, why, and what would help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from okrlint.engine import Result
from okrlint.finding import Finding
from okrlint.registry import RuleSet
from okrlint.report.paint import STYLES, paint
from okrlint.report.safe import make_visible
from okrlint.report.snippet import find_snippet


def render(results: Sequence[Result], rules: RuleSet, *, color: bool) -> str:  # noqa: ARG001
    """One paragraph a finding; nothing when there are none."""
    blocks = [_block(result, finding) for result in results for finding in result.findings]
    return "".join(f"{paint(block, color=color)}\n\n" for block in blocks)


def _block(result: Result, finding: Finding) -> Text:
    at = result.location(finding)
    path = make_visible(finding.path or "<text>")
    block = Text()
    block.append(path, "bold").append(f":{at.line}:{at.column}: ")
    block.append(finding.severity.label, STYLES[finding.severity]).append(": ")
    block.append(make_visible(finding.message), "bold")
    block.append(f" [{finding.rule}, {finding.code}]", "dim")
    snippet = list(find_snippet(result.lines, finding.span))
    margin = len(str(snippet[-1][0])) if snippet else 1
    for line, text, underline in snippet:
        block.append(f"\n  {line:>{margin}} | ", "blue").append(text)
        block.append(f"\n  {'':>{margin}} | ", "blue")
        block.append(underline, STYLES[finding.severity])
    for help_line in _help(finding):
        block.append(f"\n  {'':>{margin}} = ", "blue").append(help_line)
    return block


def _help(finding: Finding) -> Iterator[str]:
    for suggestion in finding.suggestions:
        yield f"try: {make_visible(suggestion.text)}"
