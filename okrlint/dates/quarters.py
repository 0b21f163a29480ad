"""Finds numbered parts of a year: "Q3 2019", "FY21-Q3", "first half", "semester 1", "tertial 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from okrlint.dates.atom import (
    MONTHS_OF_HALF,
    MONTHS_OF_QUARTER,
    MONTHS_OF_THIRD,
    MONTHS_OF_YEAR,
    WITH_YEAR,
    YEAR,
    YEAR_AFTER,
    Atom,
    compiled,
    fiscal_start,
    full_year,
    governed,
    left_of,
    spans_new_year,
    year_of,
)
from okrlint.dates.stretch import Place, Stretch, fiscal, never
from okrlint.dates.vocabulary import alternatives, load_names
from okrlint.dates.words import Calendar, Grain

_PARTS = {
    "q": (Grain.QUARTER, MONTHS_OF_QUARTER),
    "h": (Grain.HALF, MONTHS_OF_HALF),
    "s": (Grain.HALF, MONTHS_OF_HALF),
    "t": (Grain.RANGE, MONTHS_OF_THIRD),
}
"""Letter of the part -> its grain and its months."""


def find_quarters_and_halves(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "Q3 2019", "2019Q3", "26Q1", "FY21-Q3", "1Q18", "H1"; Q5 and H3 are impossible."""
    del around
    for pattern in (
        _letter_first(),
        _year_first(),
        _short_first(),
        _number_first(),
        _number_behind_year(),
        _in_words(),
    ):
        for match in pattern.finditer(text):
            letter, number = match["letter"][0].lower(), _number(match["number"]) or 0
            short = match.groupdict().get("short")
            year = full_year(short) if short else year_of(match)
            if match["letter"] in ("T", "t") and year is None:
                continue  # "T2" alone may be anything
            if (
                letter == "h"
                and number not in (1, 2)
                and year is None
                and not governed(left_of(text, match.start()))
            ):
                continue
            yield _part(match, letter, number, year, calendar)


def find_worded_parts(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "third quarter of 2024", "2nd half", "first six months of the year"."""
    del around
    for match in _worded().finditer(text):
        letter, word = match["unit"][0].lower(), match["ordinal"].lower()
        number = load_names("ordinal")[word]
        if word in ("final", "last"):
            number = MONTHS_OF_YEAR // _PARTS[letter][1]
        dated = match["of"] or match["year"]
        if word == "last" and not dated:  # "last quarter" is the one before this
            continue
        yield _part(match, letter, number, year_of(match), calendar)
    for match in _first_months().finditer(text):
        count = _number(match["count"])
        if count is None or not 1 <= count <= MONTHS_OF_YEAR:
            continue
        offset = 0 if match["which"].lower() == "first" else MONTHS_OF_YEAR - count
        place = partial(
            fiscal, offset=offset, count=count, fiscal_year_start=calendar.fiscal_year_start
        )
        yield Atom(match.start(), match.end(), Grain.RANGE, place, year_of(match))


def _part(
    match: re.Match[str], letter: str, number: int, year: int | None, calendar: Calendar
) -> Atom:
    grain, count = _PARTS[letter]
    place: Place = never
    note: str | None = None
    if 1 <= number <= MONTHS_OF_YEAR // count:
        offset, two_years = (number - 1) * count, spans_new_year(match)
        if two_years and letter in "st":  # the first part of the school year 2026/27 is in 2026
            offset, two_years = offset - count, False
        begins, note = fiscal_start(calendar, two_years=two_years)
        place = partial(fiscal, offset=offset, count=count, fiscal_year_start=begins)
    return Atom(match.start(), match.end(), grain, place, year, note=note)


_NAMED = r"(?:quarter|qtr\.?|semester|trimester|tertial)(?=\s\d)"


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else load_names("number").get(word.lower())


@cache
def _letter_first() -> re.Pattern[str]:
    short = r"\s*[-/_]\s*(?P<short>\d\d)(?![\d%]|[-/.]\d)"
    return compiled(
        rf"(?:(?:EO)?(?P<letter>[QHT]|{_NAMED})\s?(?P<number>\d)"  # "EOQ3" is the end of Q3
        rf"(?:{YEAR_AFTER}|{short})?)"
    )


@cache
def _in_words() -> re.Pattern[str]:
    return compiled(rf"(?P<letter>quarter|qtr)\s(?P<number>one|two|three|four){WITH_YEAR}")


@cache
def _year_first() -> re.Pattern[str]:
    return compiled(rf"['’]?{YEAR}\s*[-–,/_.:]?\s*(?P<letter>[QHT]|{_NAMED})\s?(?P<number>\d)")


@cache
def _short_first() -> re.Pattern[str]:
    return compiled(r"(?P<short>[23]\d)[-/]?(?P<letter>[QH])(?P<number>[1-4])")


@cache
def _number_first() -> re.Pattern[str]:
    return compiled(
        rf"(?P<number>\d)(?P<letter>Q|(?-i:H))\s*[-/]?\s*['’]?(?:{YEAR}|(?P<short>\d\d)(?!\d))"
    )


@cache
def _number_behind_year() -> re.Pattern[str]:
    return compiled(rf"{YEAR}\s?[-/_.]?\s?(?P<number>[1-4])(?P<letter>[QH])")


@cache
def _worded() -> re.Pattern[str]:
    year = r"(?:(?:fiscal|financial|calendar|school|academic)\s+)?year(?!\s+\d(?!\d{3}))"
    of_year = rf"of\s+(?:(?:the\s+|this\s+|next\s+|last\s+)?{year}|(?:FY|CY|fiscal|calendar)?\s*\d)"
    return compiled(
        rf"(?:(?:fiscal|calendar)\s+)?(?P<ordinal>{alternatives(load_names('ordinal'))})[\s-]+"
        rf"(?P<unit>quarter|qtr|half|semester|trimester|tertial)(?!-\w|\s+of\s+(?!{of_year[5:]}))"
        rf"(?P<of>\s+of\s+(?:the\s+|this\s+)?{year})?{WITH_YEAR}"
    )


@cache
def _first_months() -> re.Pattern[str]:
    numbers = alternatives(load_names("number"))
    return compiled(
        rf"(?P<which>first|last)\s+(?P<count>\d{{1,2}}|{numbers})\s+months\s+of\s+"
        rf"(?:the\s+(?:(?:fiscal|calendar)\s+)?year|{YEAR})"
    )
