"""Joins atoms: modifiers before them ("end of", "mid-") and ranges ("from A to B")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from okrlint.dates.atom import Atom
from okrlint.dates.lengths import lengthened
from okrlint.dates.stretch import UNKNOWN, Place, Stretch, middle, never, shift, third
from okrlint.dates.vocabulary import alternatives, load_names
from okrlint.dates.words import Grain

_WEEK = 7
_MOST_JOINED = 6
"""A longer chain of dashes is no range; its places would nest without end."""
_REACH = 60
"""Characters before date words in which a word that goes with them begins."""


def modified(text: str, atoms: Sequence[Atom]) -> Iterator[Atom]:
    """Yield the atoms, each with the modifier that stands before it: "end of Q3", "mid-August"."""
    left = 0
    for atom in lengthened(text, atoms):
        match = _modifier().search(text, max(left, atom.start - _REACH), atom.start)
        if match and atom.grain not in (Grain.DAY, Grain.WEEK):
            yield _modify(atom, match)
        else:
            yield atom
        left = atom.end


def joined(text: str, atoms: Iterator[Atom]) -> Iterator[Atom]:
    """Yield the atoms, two with "to", a dash or "and" between them as one range."""
    waiting: Atom | None = None
    left = number = 0
    for atom in atoms:
        if waiting is None:
            waiting = atom
            continue
        both = _join(text, left, waiting, atom) if number < _MOST_JOINED else None
        if both is None:
            yield waiting
            left = waiting.end
            waiting, number = atom, 0
        else:
            waiting, number = both, number + 1
    if waiting is not None:
        yield waiting


def _modify(atom: Atom, match: re.Match[str]) -> Atom:
    word = re.sub(r"[\s-]+", " ", match["word"].lower())
    grain = Grain.DAY if word.startswith(("end", "close", "mid", "start", "beg")) else Grain.RANGE
    fixed = _narrow(atom.fixed, word)
    place = partial(_placed, place=atom.place, word=word) if atom.place else None
    return replace(atom, start=match.start(), grain=grain, place=place, fixed=fixed)


def _placed(year: int, place: Place, word: str) -> Stretch | None:
    whole = place(year)
    return _narrow(whole, word) if whole else None


def _narrow(whole: Stretch, word: str) -> Stretch:
    """The part of a stretch that a modifier names."""
    if whole.first is None or whole.last is None:
        return UNKNOWN
    half = middle(whole).first or whole.first
    parts = {
        "end": Stretch(whole.last, whole.last),
        "close": Stretch(whole.last, whole.last),
        "mid": middle(whole),
        "start": Stretch(whole.first, whole.first),
        "beg": Stretch(whole.first, whole.first),
        "early": third(whole, 0),
        "late": third(whole, 2),
        "first half": Stretch(whole.first, half),
        "second half": Stretch(shift(half, 1, "day"), whole.last),
        "last week": Stretch(shift(whole.last, 1 - _WEEK, "day"), whole.last),
    }
    for name, part in parts.items():
        if word.startswith(name):
            return part
    nth = load_names("ordinal")[word.split(maxsplit=1)[0]]  # "second week of"
    first = shift(whole.first, _WEEK * (nth - 1), "day")
    return Stretch(first, shift(first, _WEEK - 1, "day") if first else None)


def _join(text: str, left: int, first: Atom, second: Atom) -> Atom | None:
    """One range of two atoms, or None when the words between them do not make one."""
    between = text[first.end : second.start]
    opened = _opening().search(text, max(left, first.start - _REACH), first.start)
    word = opened["word"].lower() if opened else ""
    dash = bool(_dash().fullmatch(between)) or bool(_to().fullmatch(between))
    and_ = word == "between" and between.strip().lower() == "and"
    alike = first.grain is second.grain and first.grain is not Grain.DAY
    pair = alike and bool(_pair().fullmatch(between)) and first.grain is not Grain.RANGE
    if not (dash or and_ or pair):
        return None
    start = opened.start() if opened and (word == "from" or and_) else first.start
    return replace(_span(first, second), start=start, end=second.end)


def _span(first: Atom, second: Atom) -> Atom:
    """The stretch from the first day of one atom to the last of the other.

    One that has no year takes it from the other, and runs over New Year when it must.
    """
    note = first.note or second.note
    if first.place is None or second.place is None:
        fixed = Stretch(_fixed(first).first, _fixed(second).last)
        return Atom(first.start, second.end, Grain.RANGE, fixed=fixed, note=note)
    place: Place = partial(_both, first=first.place, second=second.place, last_known=second.year)
    year = first.year
    if first.year is not None and second.year is not None:
        fixed = Stretch(_fixed(first).first, _fixed(second).last)
        if _fixed(first) is UNKNOWN or _fixed(second) is UNKNOWN:
            place, year = never, first.year
        else:
            return Atom(first.start, second.end, Grain.RANGE, fixed=fixed, note=note)
    elif second.year is not None:
        year = second.year
    return Atom(first.start, second.end, Grain.RANGE, place, year, note=note)


def _fixed(atom: Atom) -> Stretch:
    return atom.stretch(UNKNOWN) or UNKNOWN


def _both(year: int, first: Place, second: Place, last_known: int | None) -> Stretch | None:
    begin, end = first(year), second(year)
    if begin is None or end is None or begin.first is None or end.last is None:
        return None
    if begin.first <= end.last:
        return Stretch(begin.first, end.last)
    if last_known is not None:
        earlier = first(year - 1)
        return Stretch(earlier.first, end.last) if earlier else None
    later = second(year + 1)
    return Stretch(begin.first, later.last) if later else None


@cache
def _modifier() -> re.Pattern[str]:
    ordinals = alternatives(load_names("ordinal"))
    return re.compile(
        r"(?<![^\W_])(?P<word>end|close|middle|mid|start|beginning|early|late|(?:first|second)\s+half"
        rf"|(?:{ordinals})\s+week)(?:[\s-]+(?:of|in)(?:\s+the|\s+our|\s+this)?|[\s-]*)[\s-]*$",
        re.IGNORECASE,
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"\s*(?:-|–|—|→|->|\.\.|/)\s*")


@cache
def _to() -> re.Pattern[str]:
    return re.compile(
        r",?\s+(?:up\s+)?(?:to|through|thru|until|till|bis)\s+(?:the\s+)?(?:end\s+of\s+)?",
        re.IGNORECASE,
    )


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(r"\s*(?:&|\+|,?\s+and\s)\s*", re.IGNORECASE)
