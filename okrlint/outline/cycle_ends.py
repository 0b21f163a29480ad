"""The cycle whose first and last day are given one by one: "Start: 5 January", "End: 27 March"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from okrlint.dates import Calendar, end_of_length, find_dates
from okrlint.model import Cycle, CycleSource, Prose, Span
from okrlint.outline.columns import Table
from okrlint.outline.text import Text, joined
from okrlint.outline.tree import Node, NodeKind
from okrlint.outline.vocabulary import plain

_WHAT = r"(?:okrs?|cycle|period|quarter|term|sprint|semester|program|programme)"
_START = re.compile(
    rf"(?:{_WHAT} )?(?:starts?|from|begins?|beginning|starting|begin)(?: (?:date|day|on))?"
    rf"(?: of (?:the )?{_WHAT})?"
)
_END = re.compile(
    rf"(?:{_WHAT} )?(?:ends?|to|until|till|ending|finish(?:es)?|closes?)(?: (?:date|day|on))?"
    rf"(?: of (?:the )?{_WHAT})?"
)
_LENGTH = re.compile(rf"(?:{_WHAT} )?(?:duration|length)")
_FIELD = re.compile(r"\W*(?P<name>[^\W\d_][^:=\n]{0,30}?)\W*[:=]\s*(?=\S)")
_BETWEEN = re.compile(r"\s[|·•;–—]\s|;\s|,\s(?=(?:end|to|until)\b)", re.IGNORECASE)

_LONGEST = 800
"""Days; what lasts longer is no cycle."""

Named = tuple[str, Prose]
"""The name of a value, plain, and the value."""


def of_ends(
    named: Iterable[Named], found: CycleSource, calendar: Calendar, title: str = ""
) -> Cycle | None:
    """The cycle of a start and an end among named values; `title` may say how long it lasts."""
    values = [(name, value) for name, value in named if re.search(r"\d", value.text)]
    first = next((value for name, value in values if _START.fullmatch(name)), None)
    if first is None:
        return None
    last = next((value for name, value in values if _END.fullmatch(name)), None)
    if last is not None:
        days = _days(first.text, last.text, calendar)
    else:
        lengths = [value.text for name, value in values if _LENGTH.fullmatch(name)]
        days = _with_length(first.text, (*lengths, title), calendar)
        last = first
    if days is None or not 0 < (days[1] - days[0]).days <= _LONGEST:
        return None
    words = first.text if last is first else f"{first.text} to {last.text}"
    spans = first.span, last.span
    span = Span(min(one.start for one in spans), max(one.end for one in spans))
    return Cycle(*days, words, found, span)


def named_in_lines(nodes: Iterable[Node]) -> Iterator[Named]:
    """Yield the named values in lines and items: "Start: 5 January | End: 27 March" has two."""
    for node in nodes:
        for line in node.text.lines() if node.kind in (NodeKind.LINE, NodeKind.ITEM) else ():
            left = 0
            for gap in (*_BETWEEN.finditer(line.words), None):
                part = line.cut(left, gap.start() if gap else None)
                left = gap.end() if gap else left
                match = _FIELD.match(part.words)
                if match:
                    yield plain(match["name"]), joined(part.cut(match.end())).prose


def named_in_table(table: Table) -> Iterator[Named]:
    """Yield the named values of a table of two columns, or of one row below a header."""
    rows = ((table.header, *table.rows)) if table.header else table.rows
    if len(table.rows) == 1 and table.header:
        yield from _paired(table.header, table.rows[0])
    for row in rows:
        if len(row) in (2, 4):
            yield from _paired(row[::2], row[1::2])


def _paired(names: Sequence[Text], values: Sequence[Text]) -> Iterator[Named]:
    for name, value in zip(names, values, strict=False):
        yield plain(name.words), joined(value).prose


def of_sentence(prose: Prose, found: CycleSource, calendar: Calendar) -> Cycle | None:
    """The cycle of "It starts on 5 January 2026 and ends on 27 March": two days, each with a word.

    Only for what stands where a cycle is told of, for many things start and end.
    """
    days = [words for words in find_dates(prose.text, calendar) if words.earliest]
    if len(days) != 2:
        return None
    first, last = days
    before = prose.text[: first.start], prose.text[first.end : last.start]
    if not (_STARTS.search(before[0]) and _ENDS.search(before[1])):
        return None
    return of_ends(
        (("start", prose.cut(first.start, first.end)), ("end", prose.cut(last.start, last.end))),
        found,
        calendar,
    )


_STARTS = re.compile(r"\b(?:start|begin|kick|from|run)", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:end|until|till|to|close|finish)", re.IGNORECASE)


def _days(first: str, last: str, calendar: Calendar) -> tuple[dt.date, dt.date] | None:
    """The days of a start and an end; one that has no year takes that of the other."""
    both = [next(find_dates(text, calendar), None) for text in (first, last)]
    if not (both[0] and both[1]):
        return None
    words = [
        text[day.start : day.end] for text, day in zip((first, last), both, strict=True) if day
    ]
    whole = next(find_dates(" to ".join(words), calendar), None)
    if whole is None or not (whole.earliest and whole.latest):
        return None
    return whole.earliest, whole.latest


def _with_length(
    first: str, lengths: Sequence[str], calendar: Calendar
) -> tuple[dt.date, dt.date] | None:
    day = next(find_dates(first, calendar), None)
    if day is None or day.earliest is None:
        return None
    ends = (end_of_length(text, day.earliest) for text in lengths)
    end = next((end for end in ends if end), None)
    return (day.earliest, end) if end else None
