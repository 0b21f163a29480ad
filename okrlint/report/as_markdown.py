"""Findings as Markdown, for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.engine import Result
from okrlint.registry import RuleSet
from okrlint.report.safe import for_markdown


def render(results: Sequence[Result], rules: RuleSet, *, color: bool) -> str:  # noqa: ARG001
    """A table a file with findings; one line when there are none."""
    parts = [_file(result) for result in results if result.findings]
    if not parts:
        return "okrlint: no findings.\n"
    number = sum(len(result.findings) for result in results)
    head = f"### okrlint: {number} finding{'' if number == 1 else 's'}\n"
    return "\n".join([head, *parts])


def _file(result: Result) -> str:
    rows = [f"**{for_markdown(result.path)}**", "", "| line | finding | rule |", "|---:|---|---|"]
    for finding in result.findings:
        at = result.location(finding)
        advice = "".join(f"<br>*try:* {for_markdown(s.text)}" for s in finding.suggestions)
        message = f"**{finding.severity.label}:** {for_markdown(finding.message)}{advice}"
        rows.append(f"| {at.line} | {message} | [{finding.rule}]({finding.url}) |")
    return "\n".join(rows) + "\n"
