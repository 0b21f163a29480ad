"""Findings as Markdown, for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.place import say_places
from okrlint.report.entries import Entry, find_entries, say_words
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
    entries = find_entries(result, rules)
    where = "place" if any(place.name for one in entries for place in one.places) else "line"
    head = [
        f"**{for_markdown(result.path)}**",
        "",
        f"| {where} | finding | rule |",
        "|---:|---|---|",
    ]
    rows = (row for entry in entries for row in _rows(result, entry))
    return "\n".join([*head, *rows]) + "\n"


def _rows(result: Reported, entry: Entry) -> Iterator[str]:
    """One row for what many lines have in common, else one for each finding."""
    where = "" if entry.whole else for_markdown(say_places(entry.places))
    alike = entry.alike and not entry.whole
    words = say_words(result, entry) if alike else ""
    more = f"<br>{for_markdown(words)}" if words else ""
    for finding in entry.findings[:1] if alike else entry.findings:
        advice = "".join(f"<br>*try:* {for_markdown(s.text)}" for s in finding.suggestions)
        message = f"**{finding.severity.label}:** {for_markdown(finding.message)}{advice}{more}"
        yield f"| {where} | {message} | [{finding.rule}]({finding.url}) |"
