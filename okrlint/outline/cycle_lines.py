"""Settles what a title and the lines below it say of one cycle: "# OKRs (Q2)", "Cycle: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint.model import Cycle, CycleSource
from okrlint.outline.cycle_year import in_year, needs_year
from okrlint.outline.names import is_period
from okrlint.outline.outline import Outline
from okrlint.outline.vocabulary import plain

CYCLE_KEYS = frozenset(
    (
        *("cycle", "period", "quarter", "timeframe", "time frame", "timebox"),
        *("cadence", "season", "term", "sprint", "dates", "semester", "date range"),
        *("okr cycle", "okr period", "time period", "time horizon", "horizon", "timeline"),
        *("planning period", "planning cycle", "fiscal quarter", "okr quarter"),
        *("current cycle", "current period", "current quarter", "reporting period", "valid for"),
        *("review cycle", "cohort", "batch"),
    )
)
"""Names of metadata that hold a cycle."""

_YEAR = 360
"""Days; a cycle of more is a year, and a title's quarter is a part of it."""


def narrowed(outline: Outline, stated: Cycle | None, intro: Cycle | None) -> Cycle | None:
    """The part of a year that a line below the title names: "Quarter: Q3", "from 1/7/26 - 30/6/27".

    The line is labelled as the cycle, or says nothing else.
    """
    if not (stated and stated.start and stated.end and intro and intro.span and _is_long(stated)):
        return stated
    if not (is_labelled(outline, intro) or is_alone(outline, intro)):
        return stated
    if needs_year(intro):
        same = stated.start.year == stated.end.year
        return in_year(intro, stated.start.year, outline.calendar) if same else stated
    return intro if is_part(intro, stated) else stated


def is_part(cycle: Cycle, whole: Cycle) -> bool:
    """Whether a cycle lies in another and is shorter."""
    if not (cycle.start and cycle.end and whole.start and whole.end):
        return False
    inside = whole.start <= cycle.start <= cycle.end <= whole.end
    return inside and (cycle.start, cycle.end) != (whole.start, whole.end)


def is_alone(outline: Outline, cycle: Cycle) -> bool:
    """Whether the line that names a cycle says nothing else: "_from 7/1/26 - 6/30/27_"."""
    if cycle.span is None:
        return False
    before = outline.source[: cycle.span.start].rpartition("\n")[2]
    behind = outline.source[cycle.span.end :].partition("\n")[0]
    return is_period(f"{before}{cycle.words}{behind}", outline.calendar)


def with_dates_of_lines(outline: Outline, stated: Cycle, lines: Iterable[Cycle]) -> Cycle:
    """The cycle of a title that names no year, or that of a line which has its days.

    The line is one that is labelled as the cycle, or whose days are those of the title's quarter.
    """
    if not needs_year(stated) or stated.note:
        return stated
    for line in lines:
        if not (line.start and line.end) or _is_long(line):
            continue
        there = in_year(stated, line.start.year, outline.calendar)
        same = (there.start, there.end) == (line.start, line.end)
        if same or is_labelled(outline, line):
            return line
    return stated


def _is_long(cycle: Cycle) -> bool:
    return bool(cycle.start and cycle.end and (cycle.end - cycle.start).days > _YEAR)


def is_labelled(outline: Outline, cycle: Cycle) -> bool:
    """Whether the words before the cycle, in its line, are a name such as "Period"."""
    if cycle.found is CycleSource.TABLE:
        return True
    if cycle.span is None:
        return False
    line = outline.source[: cycle.span.start].rpartition("\n")[2]
    field = re.split(r"\s[|·•;]\s", line)[-1]
    return plain(re.split(r"[:=]", field)[0]) in CYCLE_KEYS
