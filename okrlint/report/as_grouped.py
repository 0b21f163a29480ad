"""Findings by file: the path once, then a line for each."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.report.paint import STYLES, Text, paint
from okrlint.report.safe import make_visible, start_line
from okrlint.told import Reported, Rules


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:
    """A paragraph a file that has findings; nothing when none has."""
    return "".join(
        f"{paint(_file(r, rules.whole), color=color)}\n\n" for r in results if r.findings
    )


def _file(result: Reported, whole: frozenset[str]) -> Text:
    """What is said of lines by their order, then what is said of the document as a whole."""
    findings = sorted(result.findings, key=lambda finding: finding.rule in whole)
    text = Text().append(start_line(result.path or "<text>"), "bold")
    places = [make_visible(result.place(finding).brief) for finding in findings]
    width = max(map(len, places))
    for finding, at in zip(findings, places, strict=True):
        text.append(f"\n  {at:<{width}}  ")
        text.append(f"{finding.severity.label:<7}", STYLES[finding.severity.label])
        text.append(f"  {make_visible(finding.message)}")
        text.append(f"  {finding.rule} ({finding.code})", "dim")
    return text
