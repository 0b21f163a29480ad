"""Findings as Markdown, for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.report.entries import Entry, find_entries, say_lines
from okrlint.report.safe import for_markdown
from okrlint.told import Reported, Rules


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """A table a file with findings; one line when there are none."""
    parts = [_file(result, rules) for result in results if result.findings]
    if not parts:
        return "okrlint: no findings.\n"
    number = sum(len(result.findings) for result in results)
    head = f"### okrlint: {number} finding{'' if number == 1 else 's'}\n"
    return "\n".join([head, *parts])


def _file(result: Reported, rules: Rules) -> str:
    head = [f"**{for_markdown(result.path)}**", "", "| line | finding | rule |", "|---:|---|---|"]
    rows = (row for entry in find_entries(result, rules) for row in _rows(entry))
    return "\n".join([*head, *rows]) + "\n"


def _rows(entry: Entry) -> Iterator[str]:
    """One row for what many lines have in common, else one for each finding."""
    lines = "" if entry.whole else say_lines(entry.lines)
    for finding in entry.findings[:1] if entry.alike and not entry.whole else entry.findings:
        advice = "".join(f"<br>*try:* {for_markdown(s.text)}" for s in finding.suggestions)
        message = f"**{finding.severity.label}:** {for_markdown(finding.message)}{advice}"
        yield f"| {lines} | {message} | [{finding.rule}]({finding.url}) |"
