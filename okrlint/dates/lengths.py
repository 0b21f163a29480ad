"""Reads a length beside a day: "week of 15 June", "12 weeks from 5 January"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from okrlint.dates.atom import Atom
from okrlint.dates.stretch import UNKNOWN, Place, Stretch, shift
from okrlint.dates.vocabulary import alternatives, load_names
from okrlint.dates.words import Grain

_REACH = 40
"""Characters beside a day in which a length that goes with it lies."""


def lengthened(text: str, atoms: Sequence[Atom]) -> Iterator[Atom]:
    """Yield the atoms; a day with a length beside it becomes the stretch that begins with it."""
    left = 0
    for at, atom in enumerate(atoms):
        right = atoms[at + 1].start if at + 1 < len(atoms) else len(text)
        yield _lengthened(text, left, right, atom) if atom.grain is Grain.DAY else atom
        left = atom.end


def end_of_length(text: str, first: dt.date) -> dt.date | None:
    """The last day of the length that a text names, from a day on: "90-day OKRs"."""
    match = re.search(rf"{_length()}(?![^\W_])", text, re.IGNORECASE)
    return _last_day(first, *_read(match)) if match else None


def _last_day(first: dt.date, count: int, unit: str) -> dt.date | None:
    after = shift(first, count, unit)
    return after - dt.timedelta(days=1) if after and count else None


def _read(match: re.Match[str]) -> tuple[int, str]:
    """The number and the unit of a length."""
    word = match["count"].lower()
    return int(word) if word.isdecimal() else load_names("number")[word], match["unit"].lower()


@cache
def _length() -> str:
    """A pattern of "12 weeks", "90-day", "three months"."""
    numbers = alternatives({w: 0 for w in load_names("number") if w not in ("a", "an")})
    return rf"(?<![^\W_])(?P<count>\d{{1,3}}|{numbers})[\s-](?P<unit>day|week|month)s?"


def _lengthened(text: str, left: int, right: int, atom: Atom) -> Atom:
    week = _week_of().search(text, max(left, atom.start - _REACH), atom.start)
    if week:
        return _stretched(replace(atom, start=week.start(), grain=Grain.WEEK), 1, "week")
    before = _before().search(text, max(left, atom.start - _REACH), atom.start)
    if before:
        atom = replace(atom, start=before.start(), grain=Grain.RANGE)
        return _stretched(atom, *_read(before))
    behind = _behind().match(text, atom.end, min(right, atom.end + _REACH))
    if behind and not _ends().search(text, max(0, atom.start - _REACH), atom.start):
        atom = replace(atom, end=behind.end(), grain=Grain.RANGE)
        return _stretched(atom, *_read(behind))
    return atom


def _stretched(atom: Atom, count: int, unit: str) -> Atom:
    place = partial(_placed, place=atom.place, count=count, unit=unit) if atom.place else None
    return replace(atom, place=place, fixed=_from(atom.fixed, count, unit))


def _placed(year: int, place: Place, count: int, unit: str) -> Stretch | None:
    day = place(year)
    return _from(day, count, unit) if day else None


def _from(day: Stretch, count: int, unit: str) -> Stretch:
    last = _last_day(day.first, count, unit) if day.first else None
    return Stretch(day.first, last) if last else UNKNOWN


@cache
def _week_of() -> re.Pattern[str]:
    return re.compile(
        r"(?<![^\W_])(?:week\s(?:of|commencing|beginning|starting|from)|w/c)\s(?:the\s)?$",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    lead = r"(?:from|starting|beginning|as\sof)\s(?:on\s)?(?:the\s)?$"
    return re.compile(rf"{_length()},?\s{lead}", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    lead = r"(?:,?\s(?:for|over)\s(?:the\snext\s)?|(?P<open>\s\())"
    return re.compile(rf"{lead}{_length()}(?![^\W_])(?(open)\))", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    """What stands before the last day of a stretch; a length beside that does not begin there."""
    return re.compile(
        r"(?:[-–—→>/]|\b(?:to|until|till|through|thru|by|before|and))\s*$", re.IGNORECASE
    )
