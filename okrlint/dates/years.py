"""Finds years: "FY2021", "fiscal 25", "2021/22", and 2024 where it is no count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from okrlint.dates.atom import (
    MONTHS_OF_YEAR,
    Atom,
    compiled,
    fiscal_start,
    full_year,
    left_of,
    right_of,
)
from okrlint.dates.stretch import Stretch, fiscal, months
from okrlint.dates.words import Calendar, Grain


def find_years(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "FY2021", "FY21/22", "fiscal 25", "2021/22", and 2024 where the words around say so."""
    del around
    whole = partial(fiscal, offset=0, count=MONTHS_OF_YEAR)
    place = partial(whole, fiscal_year_start=calendar.fiscal_year_start)
    for match in _fiscal_years().finditer(text):
        year = full_year(match["ends"] or match["year"])
        begins, note = fiscal_start(calendar, two_years=bool(match["ends"]))
        fiscal_year = partial(whole, fiscal_year_start=begins)
        yield Atom(match.start(), match.end(), Grain.YEAR, fiscal_year, year, note=note)
    for match in _double_years().finditer(text):
        first, second = int(match["year"]), full_year(match["ends"])
        if second != first + 1:
            continue
        if calendar.fiscal_year_start > 1:
            yield Atom(match.start(), match.end(), Grain.YEAR, place, second)
        else:
            both = partial(months, first=1, count=2 * MONTHS_OF_YEAR)
            yield Atom(match.start(), match.end(), Grain.RANGE, both, first)
    for match in _bare_years().finditer(text):
        if _is_year(text, match):
            yield Atom(match.start(), match.end(), Grain.YEAR, _calendar_year, int(match[0][-4:]))


def _calendar_year(year: int) -> Stretch | None:
    return months(year, 1, MONTHS_OF_YEAR)


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year and not a count.

    An exact number near the present year is a year, but after "to", "over" or "get" and before
    a plural ("over 2024 users"). Other numbers need a preposition of time ("in 1999") as well.
    """
    year, before, after = (
        int(match[0][-4:]),
        left_of(text, match.start()),
        right_of(text, match.end()),
    )
    if not (before.strip() or after.strip()) or _year_word().search(before):
        return True
    counted = re.match(r"\s+(?!as\b|is\b|was\b|has\b|this\b|plus\b)[a-z-]+s\b", after)
    if 2015 <= year <= 2035:
        return not (counted and _count_word().search(before))
    return bool(_year_preposition().search(before)) and not counted


@cache
def _fiscal_years() -> re.Pattern[str]:
    return compiled(
        r"(?:FY|fiscal(?:\s+year)?|financial\s+year)\s*['’]?(?P<year>(?:20)?\d\d)"
        r"(?:[/–-](?P<ends>(?:20)?\d\d))?(?!%|[.,]\d)"
    )


@cache
def _double_years() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,:/#$€£-])(?P<year>20\d\d)[/–-](?P<ends>(?:20)?\d\d)(?![^\W_]|[-/.,:]\w|%)"
    )


@cache
def _bare_years() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,:#$€£+/<>=~^-])(?:(?:CY|calendar\s+year)\s*)?(?:19[5-9]|20)\d\d(?![\w%+]|[.,:/-]\w|\s?[%€$£])"
    )


@cache
def _year_word() -> re.Pattern[str]:
    return re.compile(r"\b(?:calendar year|year|annum)\s+$", re.IGNORECASE)


@cache
def _year_preposition() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|by|during|until|till|through|throughout|since|before|after|end of)[\s-]+$",
        re.IGNORECASE,
    )


@cache
def _count_word() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:to|from|than|least|most|over|under|about|around|nearly|almost|get|reach|of|by|first"
        r"|up)\s+$",
        re.IGNORECASE,
    )
