"""Findings by file: the path once, then a line for each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from okrlint.engine import Result
from okrlint.registry import RuleSet
from okrlint.report.paint import STYLES, paint
from okrlint.report.safe import make_visible, start_line


def render(results: Sequence[Result], rules: RuleSet, *, color: bool) -> str:  # noqa: ARG001
    """A paragraph a file that has findings; nothing when none has."""
    return "".join(f"{paint(_file(r), color=color)}\n\n" for r in results if r.findings)


def _file(result: Result) -> Text:
    text = Text().append(start_line(result.path or "<text>"), "bold")
    places = [result.location(finding) for finding in result.findings]
    width = max(len(f"{at.line}:{at.column}") for at in places)
    for finding, at in zip(result.findings, places, strict=True):
        text.append(f"\n  {f'{at.line}:{at.column}':<{width}}  ")
        text.append(f"{finding.severity.label:<7}", STYLES[finding.severity])
        text.append(f"  {make_visible(finding.message)}")
        text.append(f"  {finding.rule} ({finding.code})", "dim")
    return text
