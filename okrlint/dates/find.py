"""Finds the date words of a text: atoms, then modifiers before them, then ranges of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from okrlint.dates.atom import Atom, Finder
from okrlint.dates.days import find_days, find_holidays, find_months, find_weekdays
from okrlint.dates.numeric import find_numeric
from okrlint.dates.quarters import find_quarters_and_halves, find_worded_parts
from okrlint.dates.ranges import joined, modified
from okrlint.dates.relative import find_ends, find_relative, find_spans
from okrlint.dates.seasons import find_seasons, find_weeks
from okrlint.dates.stretch import UNKNOWN, Stretch
from okrlint.dates.words import Calendar, DateWords
from okrlint.dates.years import find_years
from okrlint.letters import plain_letters

FINDERS: tuple[Finder, ...] = (
    find_numeric,
    find_days,
    find_holidays,
    find_quarters_and_halves,
    find_worded_parts,
    find_spans,
    find_ends,
    find_relative,
    find_weeks,
    find_months,
    find_seasons,
    find_weekdays,
    find_years,
)
"""What is looked for; of two finders that claim the same words, the first wins."""


def find_dates(
    text: str, calendar: Calendar, around: tuple[dt.date, dt.date] | None = None
) -> Iterator[DateWords]:
    """Yield the date words of `text` in order, without overlaps.

    `around` is the first and last day of the cycle, which settles a missing year; without it the
    year after `calendar.today` does, and without both the days stay None.
    """
    text = plain_letters(text)
    place = Stretch(*around) if around else _coming_year(calendar.today)
    atoms = find_atoms(text, calendar, Stretch(*around) if around else UNKNOWN)
    for atom in joined(text, modified(text, atoms)):
        yield as_words(atom, place)


def find_atoms(text: str, calendar: Calendar, cycle: Stretch) -> tuple[Atom, ...]:
    """The atoms of `text` in order; of two that overlap the first, then the longer one."""
    if len(text) > _SHORT:
        return _find_atoms(text, calendar, cycle)
    return _known_atoms(text, calendar, cycle)


_SHORT = 300
"""Characters; a shorter text is asked for its dates more than once, and they are kept."""


def _find_atoms(text: str, calendar: Calendar, cycle: Stretch) -> tuple[Atom, ...]:
    if not _any_sign().search(text):
        return ()
    found = [atom for finder in FINDERS for atom in finder(text, calendar, cycle)]
    return _without_overlaps(sorted(found, key=lambda atom: (atom.start, -atom.end)))


_known_atoms = lru_cache(maxsize=2048)(_find_atoms)


def as_words(atom: Atom, around: Stretch) -> DateWords:
    """The atom with its days; an impossible one keeps them unknown."""
    stretch = atom.stretch(around)
    first, last = stretch or UNKNOWN
    words = DateWords(atom.start, atom.end, atom.grain, first, last, note=atom.note)
    if stretch is None or (first and last and last < first):
        return replace(words, earliest=None, latest=None, impossible=True)
    return words


def _coming_year(today: dt.date | None) -> Stretch:
    if today is None:
        return UNKNOWN
    end = min(today.toordinal() + 364, dt.date.max.toordinal())
    return Stretch(today, dt.date.fromordinal(end))


def _without_overlaps(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    kept: list[Atom] = []
    for atom in atoms:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
        elif atom.end > kept[-1].end and atom.start == kept[-1].start:
            kept[-1] = atom
    return tuple(kept)


@cache
def _any_sign() -> re.Pattern[str]:
    """A digit, or the beginning of a word that some finder knows: a cheap way to say no."""
    from okrlint.dates.vocabulary import load_holidays, load_names, load_parts

    words = {
        *load_names("month"), *load_names("weekday"), *load_parts("season"), *load_parts("term"),
        *load_holidays(),
        "quarter", "half", "year", "month", "week", "EO",
    }  # fmt: skip
    beginnings = sorted({word[:3] for word in words})
    return re.compile(r"\d|\b(?:" + "|".join(map(re.escape, beginnings)) + ")", re.IGNORECASE)
