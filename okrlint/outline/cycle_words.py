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
    """The cycle; of "2026/27" the one among others that gives its first and last day."""
    if not _crosses_years(cycle.words):
        return cycle
    return next((other for other in others if _is_within(other, cycle)), cycle)


def _crosses_years(words: str) -> bool:
    """Whether a cycle is named by two years that follow each other: "2026/27"."""
    match = _TWO_YEARS.fullmatch(words.strip())
    return match is not None and (int(match[1]) + 1) % 100 == int(match[2])


_TWO_YEARS = re.compile(r"(?:20)?(\d\d)\s?[/–-]\s?(?:20)?(\d\d)")


def _is_within(cycle: Cycle, years: Cycle) -> bool:
    """Whether a cycle gives the days of two such years: 1 September 2026 to 31 August 2027."""
    if not (cycle.start and cycle.end and years.start and years.end):
        return False
    inside = years.start <= cycle.start and cycle.end <= years.end
    return inside and cycle.start.year < cycle.end.year and not _crosses_years(cycle.words)
