"""The cycle that a text names, with the place of its words."""

from __future__ import annotations

from okrlint.dates import Calendar, DateWords, find_periods
from okrlint.model import Cycle, CycleSource, Prose


def to_cycle(words: DateWords, text: str, found: CycleSource, prose: Prose | None = None) -> Cycle:
    """The cycle that date words name."""
    span = prose.source_span(words.start, words.end) if prose else None
    written = text[words.start : words.end]
    return Cycle(words.earliest, words.latest, written, found, span, words.event, words.note)


def of_prose(prose: Prose, found: CycleSource, calendar: Calendar) -> Cycle | None:
    """The cycle that a text most likely names; None where it names none."""
    words = next(find_periods(prose.text, calendar), None)
    return to_cycle(words, prose.text, found, prose) if words else None
