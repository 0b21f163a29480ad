"""The cycle that a text names, with the place of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint.dates import Calendar, DateWords, find_periods
from okrlint.model import Cycle, CycleSource, Prose


def to_cycle(words: DateWords, text: str, found: CycleSource, prose: Prose | None = None) -> Cycle:
    """The cycle that date words name."""
    span = prose.source_span(words.start, words.end) if prose else None
    written = text[words.start : words.end]
    return Cycle(words.earliest, words.latest, written, found, span, words.event, words.note)


def of_prose(prose: Prose, found: CycleSource, calendar: Calendar) -> Cycle | None:
    """The cycle that a text most likely names; None where it names none."""
    cycles = (to_cycle(w, prose.text, found, prose) for w in find_periods(prose.text, calendar))
    first = next(cycles, None)
    return with_days(first, cycles) if first else None


def with_days(cycle: Cycle, others: Iterable[Cycle]) -> Cycle:
    """The cycle; of "2026/27" and "FY26 Q1" the one among others that gives its days."""
    if not (is_fiscal(cycle) or _crosses_years(cycle)):
        return cycle
    return next((other for other in others if _is_of(other, cycle)), cycle)


def is_fiscal(cycle: Cycle) -> bool:
    """Whether a cycle is named by a fiscal year, which begins when its company says."""
    return bool(re.search(r"(?i)\bFY|fiscal", cycle.words))


def _crosses_years(cycle: Cycle) -> bool:
    """Whether a cycle is named by two years that follow each other: "2026/27"."""
    match = _TWO_YEARS.fullmatch(cycle.words.strip())
    return match is not None and (int(match[1]) + 1) % 100 == int(match[2])


_TWO_YEARS = re.compile(r"(?:20)?(\d\d)\s?[/–-]\s?(?:20)?(\d\d)")
_YEAR = 366
"""Days."""


def _is_of(other: Cycle, cycle: Cycle) -> bool:
    """Whether a cycle gives the days of a year or a quarter of it: no longer, and no year away."""
    if _crosses_years(other) or (is_fiscal(other) and not re.search(r"[(:]", other.words)):
        return False  # "fiscal year 2027: 1 July 2026 to 30 June 2027" gives days
    if not (other.start and other.end and cycle.start and cycle.end):
        return False
    longest = _YEAR if _crosses_years(cycle) else (cycle.end - cycle.start).days + _SPARE
    away = (other.start - cycle.start).days
    return (other.end - other.start).days <= longest and -_YEAR <= away <= _YEAR


_SPARE = 7
"""Days by which one quarter may be longer than another: one of 13 weeks, of 92 or of 90 days."""
