"""Loads the names of the calendar and the holidays from the data files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from okrlint.dates.stretch import Place, Stretch, day, months
from okrlint.dates.western_easter import easter

LAST = -1
"""The number of "last" in "the last Monday of May"."""


@cache
def load_names(kind: str) -> Mapping[str, int]:
    """Load name -> number for "month", "weekday", "number" or "ordinal"; names in lower case."""
    names = {n.removeprefix("~"): int(v) for v, spelled in _rows(kind) for n in spelled.split()}
    return MappingProxyType(names)


@cache
def load_weak(kind: str) -> frozenset[str]:
    """Load the names that are also other words: may, march, sat."""
    return frozenset(
        n.removeprefix("~") for _, spelled in _rows(kind) for n in spelled.split() if n[0] == "~"
    )


@cache
def load_parts(kind: str) -> Mapping[str, tuple[int, int]]:
    """Load name -> first and last month for "season" (one word each) or "term"."""
    parts: dict[str, tuple[int, int]] = {}
    for value, spelled in _rows(kind):
        first, last = value.split("-")
        names = spelled.split(", ") if kind == "term" else spelled.split()
        parts |= {name.lower(): (int(first), int(last)) for name in names}
    return MappingProxyType(parts)


@cache
def load_holidays() -> Mapping[str, Place | None]:
    """Load holiday name (lower case, straight apostrophe) -> its place; None: not computed."""
    return MappingProxyType(
        {name.lower(): _parse_rule(rule) for name, rule in _lines("holidays.txt")}
    )


@cache
def load_period_words(kind: str) -> frozenset[str]:
    """Load the words of a kind that stand around the name of a cycle, in lower case."""
    found = {word for k, rest in _lines("periods.txt") if k == kind for word in rest.split()}
    return frozenset(found)


def alternatives(words: Mapping[str, object]) -> str:
    """The words as a regular expression, longest first; apostrophes of both shapes, or none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word).replace("'", "['’]?").replace(r"\ ", r"\s+") for word in ordered
    )


def _rows(kind: str) -> Iterator[tuple[str, str]]:
    for line_kind, rest in _lines("calendar.txt"):
        if line_kind == kind:
            value, spelled = rest.split("\t")
            yield value, spelled


def _lines(name: str) -> Iterator[tuple[str, str]]:
    text = (resources.files("okrlint.dates") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            first, _, rest = line.partition("\t")
            yield first, rest.strip()


def _parse_rule(rule: str) -> Place | None:
    if rule == "?":
        return None
    if fixed := re.fullmatch(r"(\d+)-(\d+)", rule):
        month, number = int(fixed[1]), int(fixed[2])
        return lambda year: day(year, month, number)
    if moving := re.fullmatch(r"easter([+-]\d+)", rule):
        days = int(moving[1])
        return lambda year: _plus(Stretch(easter(year), easter(year)), days)
    if floating := re.fullmatch(r"(\d|last) (\w{3}) (\d+)(?: \+(\d+))?", rule):
        nth = LAST if floating[1] == "last" else int(floating[1])
        weekday, month = load_names("weekday")[floating[2]], int(floating[3])
        extra = int(floating[4] or 0)
        return lambda year: _plus(_nth_weekday(year, month, weekday, nth), extra)
    raise ValueError(f"holidays.txt: no such rule: {rule!r}")


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> Stretch | None:
    whole = months(year, month, 1)
    if whole is None or whole.first is None or whole.last is None:
        return None
    if nth == LAST:
        return _plus(Stretch(whole.last, whole.last), -((whole.last.weekday() - weekday) % 7))
    ahead = (weekday - whole.first.weekday()) % 7 + 7 * (nth - 1)
    return _plus(Stretch(whole.first, whole.first), ahead)


def _plus(stretch: Stretch | None, days: int) -> Stretch | None:
    if stretch is None or stretch.first is None:
        return None
    ordinal = stretch.first.toordinal() + days
    moved = stretch.first.fromordinal(ordinal)
    return Stretch(moved, moved)
