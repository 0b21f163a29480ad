"""Finds the words that name a cycle, in a title, a heading, a file name or an intro."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from okrlint.dates.atom import Atom, left_of, right_of
from okrlint.dates.find import as_words, find_atoms
from okrlint.dates.own_months import with_own_months
from okrlint.dates.ranges import joined, modified
from okrlint.dates.stretch import UNKNOWN, Stretch
from okrlint.dates.vocabulary import load_period_words
from okrlint.dates.words import Calendar, DateWords, Grain
from okrlint.letters import plain_letters


class _Candidate(NamedTuple):
    score: int
    words: DateWords


_WORTH = {
    Grain.RANGE: 5,
    Grain.QUARTER: 5,
    Grain.HALF: 5,
    Grain.YEAR: 3,
    Grain.MONTH: 3,
    Grain.WEEK: 2,
    Grain.DAY: 2,
}
"""How readily words of each grain name a cycle: teams mostly plan by quarters."""

_HAS_YEAR, _BESIDE_OKR, _LABELLED = 3, 2, 2
_BEFORE, _AFTER = 40, 30
"""Characters to either side in which a word like "OKRs" says that a year is a cycle."""

_NEAR = 12
"""The same for words without a year."""

_LONG_TITLE = 8
"""Words; a longer text is a sentence, where "Q1" alone may be any quarter."""


def find_periods(text: str, calendar: Calendar) -> Iterator[DateWords]:
    """Yield the words of a title, heading or file name that name a cycle, best first.

    An open start ("by the end of 2025") gives `earliest` None; an open end ("from 1 May 2024")
    or an event ("1 May 2024 - a week after launch") gives `latest` None.
    """
    plain = _plain(text)
    atoms = find_atoms(plain, calendar, _day(calendar))
    if not atoms and not _before_event().search(plain):
        return
    atoms = tuple(joined(plain, modified(plain, atoms)))
    atoms = _with_year(plain, tuple(with_own_months(plain, atoms, calendar)))
    title = _Title(plain)
    found = [c for atom in atoms if (c := _candidate(title, atom, calendar))]
    found += [c for c in _events(plain, atoms, calendar) if c]
    seen: list[DateWords] = []
    for candidate in sorted(found, key=lambda c: (-c.score, c.words.start)):
        words = candidate.words
        place = bisect_left(seen, words.end, key=lambda one: one.start)
        if not place or seen[place - 1].end <= words.start:
            seen.insert(place, words)
            yield words


def _plain(text: str) -> str:
    """The text with the joints of file names opened, of the same length."""
    plain = plain_letters(text).replace("_", " ")
    if not re.fullmatch(r"\S+", text.strip()):
        return plain
    plain = re.sub(r"\.(?:md|mdx|markdown|mdown|txt)$", lambda m: " " * len(m[0]), plain)
    plain = re.sub(r"(?<=[^\W\d])[-.](?=\d)|(?<=\d)[-.](?=[^\W\d])", " ", plain)
    return re.sub(r"[/\\](?!\d\d?(?:[/\\]|\s|$))|(?<!\d)[/\\]", " ", plain)


def _with_year(text: str, atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """The atoms, those without a year with that of the only year in the text: "2024 / Q2"."""
    years = {a.year for a in atoms if a.grain is Grain.YEAR and a.year and not _passed(text, a)}
    if len(years) != 1:
        return tuple(atoms)
    (year,) = years
    return tuple(replace(a, year=year) if a.place and a.year is None else a for a in atoms)


class _Title:
    """A text in which cycles are looked for, with what is asked of it as a whole."""

    __slots__ = ("is_long", "passed", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_long = len(text.split()) > _LONG_TITLE
        ends = [m.end() for kind in ("passed", "held") if (m := _words(kind).search(text))]
        self.passed = min(ends, default=len(text) + 1)
        """Where the first word ends that says that a date is no cycle; behind the text for none."""


def _candidate(title: _Title, atom: Atom, calendar: Calendar) -> _Candidate | None:
    """The atom as a cycle, with how likely it is one; None when it is none."""
    text = title.text
    before, after = left_of(text, atom.start), right_of(text, atom.end)
    words = as_words(atom, _day(calendar))
    if words.impossible or _passed(text, atom):
        return None
    if atom.place is None and words.earliest is None and words.grain is not Grain.RANGE:
        return None  # "this quarter", and nobody said when that is
    if atom.year is None and _back().match(right_of(text, atom.start)):
        return None
    opened = _open_start().search(before)
    starts = _open_end().search(before)
    dated = atom.year is not None or words.latest is not None
    reach = (_BEFORE, _AFTER) if dated else (_NEAR, _NEAR)
    near = (before[-reach[0] :], after[: reach[1]])
    beside = any(_has_word("cycle", side) for side in near)
    linked = (
        any(_has_word("cycle", side) for side in _of_sentence(*near)) if title.is_long else beside
    )
    labelled = _label().search(before)
    alone = not before.strip(" \t:(*#-–—|") and not after.strip(" \t:)*#-–—|.")
    if atom.grain is Grain.DAY and not (opened or starts or labelled or _is_end(text, atom)):
        return None
    weak = atom.grain in (Grain.YEAR, Grain.MONTH, Grain.WEEK) or (not dated and title.is_long)
    weak = weak or bool(_years_alone().fullmatch(text, atom.start, atom.end))
    apart = _apart().search(before) and not after.strip(" \t)*_.")
    if weak and not linked and title.passed <= atom.start:
        return None
    if weak and not (alone or linked or labelled or apart or (opened and dated)):
        return None
    if opened or (atom.grain is Grain.DAY and not starts):
        words = replace(words, earliest=None)
    elif starts and atom.grain is not Grain.RANGE:
        words = replace(words, latest=None)
    score = _WORTH[atom.grain] + _HAS_YEAR * dated
    score += _BESIDE_OKR * bool(beside) + _LABELLED * bool(labelled)
    return _Candidate(score, words)


def _of_sentence(before: str, after: str) -> tuple[str, str]:
    """What stands beside a date in its own sentence, but for OKR as a mere attribute.

    "I went for the OKR method in 2020. Goals matter": neither OKR nor goals are of 2020.
    """
    before = re.split(r"[.!?]\s", before)[-1]
    after = re.split(r"[.!?](?:\s|$)", after)[0]
    return re.sub(r"\bOKR(?=\s+[a-z])", " ", before), re.sub(r"\bOKR(?=\s+[a-z])", " ", after)


def _events(text: str, atoms: Sequence[Atom], calendar: Calendar) -> Iterator[_Candidate | None]:
    """Yield cycles that end with an event: "04.02.19 - 1 week after launch"."""
    for match in _event().finditer(text):
        place = bisect_right(atoms, match.start(), key=lambda atom: atom.end)
        near = atoms[place - 1] if place else None
        start = near if near and _dash().fullmatch(text[near.end : match.start()]) else None
        labelled = _label().search(left_of(text, match.start()))
        counted = match["count"] and not left_of(text, match.start()).strip()
        if not (start or labelled or counted):
            continue
        first = as_words(start, _day(calendar)).earliest if start else None
        begin = start.start if start else match.start()
        end = match.start() + len(match[0].rstrip())
        words = DateWords(begin, end, Grain.RANGE, first, None, event=match[0].strip())
        yield _Candidate(_WORTH[Grain.RANGE] + _HAS_YEAR, words)


def _day(calendar: Calendar) -> Stretch:
    today: dt.date | None = calendar.today
    return Stretch(today, today) if today else UNKNOWN


def _passed(text: str, atom: Atom) -> bool:
    """Whether the words before say that the date is one of writing, making or counting."""
    clause = re.split(r"[.;|()\n](?:\s|$)|[–—]", left_of(text, atom.start))[-1]
    if _OKRS.search(clause):
        return False  # "Managers' meeting + OKRs Q4 2025", "Review cycle: October to March"
    near = " ".join(clause.split()[-3:])
    held = atom.grain not in _LONG and _has_word("held", near)
    return held or _has_word("passed", near) or _as_of().search(near) is not None


_LONG = (Grain.QUARTER, Grain.HALF)


_OKRS = re.compile(r"\b(?:OKRs|objectives|cycle)\W*$", re.IGNORECASE)


@cache
def _as_of() -> re.Pattern[str]:
    return re.compile(r"\bas of\b", re.IGNORECASE)


def _is_end(text: str, atom: Atom) -> bool:
    return bool(
        re.match(r"end|EO|close|year|quarter|month", right_of(text, atom.start), re.IGNORECASE)
    )


def _has_word(kind: str, text: str) -> bool:
    return bool(_words(kind).search(text))


@cache
def _words(kind: str) -> re.Pattern[str]:
    words = sorted(load_period_words(kind), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})(?![^\W_])", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load_period_words("label"))))
    return re.compile(rf"(?<![^\W_])(?:{words})\W*[:=–—]\W*$", re.IGNORECASE)


@cache
def _open_start() -> re.Pattern[str]:
    return re.compile(
        r"(?<!from now )\b(?:by|until|till|through|to|up to|before|no later than)\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


@cache
def _open_end() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:from|starting|beginning|as of|effective|active from)\W+(?:the\s+|on\s+)?$",
        re.IGNORECASE,
    )


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(r"(?:[-–—:|,(/]|\b(?:for|in))\s*$", re.IGNORECASE)


@cache
def _back() -> re.Pattern[str]:
    return re.compile(
        r"(?:last|past|previous|prior|(?:in|over|during|for|within)\s+(?:the\s+)?(?:last|past))\s",
        re.IGNORECASE,
    )


@cache
def _years_alone() -> re.Pattern[str]:
    """Several years and nothing else: "2014, 2015 and 2016", which a story may tell of."""
    return re.compile(r"(?:from\s+)?(?:19|20)\d\d(?:[\s,&–—-]|and|to|through|(?:19|20)\d\d)+")


@cache
def _dash() -> re.Pattern[str]:
    return re.compile(r"\s*(?:-|–|—|to|until|till)\s*", re.IGNORECASE)


@cache
def _before_event() -> re.Pattern[str]:
    """A word without which no event is named: a cheap way to say no."""
    return re.compile(r"after|before|following", re.IGNORECASE)


@cache
def _event() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<count>(?<![\w.])\d+(?:[-–]\d+)?|an?|one|two|three)\s+(?:working\s+|business\s+)?"
        r"(?:day|week|month)s?\s+)?(?<![^\W_])(?:after|before|following)\s+[^\n.,;:|()]{3,60}",
        re.IGNORECASE,
    )
