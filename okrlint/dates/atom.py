"""The parts that date words are made of, before modifiers ("end of") and ranges ("A to B")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from okrlint.dates.stretch import UNKNOWN, Place, Stretch, nearest
from okrlint.dates.words import Calendar, Grain

YEAR = (
    r"(?:(?:FY|fiscal\s+year|fiscal|CY|calendar\s+year)\s*['’]?)?"
    r"(?P<year>(?<!\d)(?:19|20)\d\d(?:[/–-](?P<ends>\d\d))?|(?<=['’])\d\d|(?<=CY)\d\d"
    r"|(?:(?<=FY)|(?<=FY\s)|(?<=fiscal\s)|(?<=year\s))\d\d(?:[/–-](?P<short_ends>\d\d))?)"
    r"(?![\d%]|[.,]\d|[ ]?%)"
)
"""A year with four digits, or two after an apostrophe, FY or CY; "2021/22" is a fiscal year."""

YEAR_AFTER = rf"\s*[-,/_]?\s*(?:of\s+|in\s+)?(?:the\s+)?['’]?{YEAR}"
"""A year behind what it dates: "Q3 2019", "Q3, FY21", "first quarter of 2024", "Q1 '22"."""

WITH_YEAR = rf"(?:{YEAR_AFTER})?"
"""A year that may follow."""

_REACH = 200
"""Characters to either side of date words that are looked at to understand them."""

MONTHS_OF_QUARTER, MONTHS_OF_THIRD, MONTHS_OF_HALF, MONTHS_OF_YEAR = 3, 4, 6, 12


@dataclass(frozen=True, slots=True)
class Atom:
    """A name of a day or a stretch of time in a text, not yet placed in a year."""

    start: int
    end: int
    grain: Grain
    place: Place | None = None
    """Where it lies in a given year; None for words that need no year ("next month")."""
    year: int | None = None
    fixed: Stretch = UNKNOWN
    """Where it lies, for words that need no year."""
    note: str | None = None

    def stretch(self, around: Stretch) -> Stretch | None:
        """First and last day; None when no calendar has it."""
        if self.place is None:
            return self.fixed
        if self.year is not None:
            return self.place(self.year)
        return nearest(self.place, around)


Finder = Callable[[str, Calendar, Stretch], Iterator[Atom]]
"""Yields atoms of one kind: from the text, how to read it, and the cycle or today."""


def year_of(match: re.Match[str]) -> int | None:
    """The year that YEAR matched."""
    groups = match.groupdict()
    if not groups.get("year"):
        return None
    first, *_ = re.split(r"[/–-]", groups["year"])
    year = full_year(first)
    ends = groups.get("ends") or groups.get("short_ends")
    if ends and int(ends) == (year + 1) % 100:  # "2021/22": the fiscal year that ends in 2022
        return year + 1
    return year


def spans_new_year(match: re.Match[str]) -> bool:
    """Whether the year that YEAR matched is one of two: "2026/27", "FY26-27"."""
    year = match.groupdict().get("year") or ""
    first, *rest = re.split(r"[/–-]", year)
    return bool(rest) and year_of(match) != full_year(first)


def fiscal_start(calendar: Calendar, *, two_years: bool) -> tuple[int, str | None]:
    """The month in which fiscal years begin, with a note where that was assumed.

    One that is named by two years does not begin in January; most of those begin in April.
    """
    if not two_years or calendar.fiscal_year_start != 1:
        return calendar.fiscal_year_start, None
    note = "fiscal year of two years read as April to March; fiscal-year-start says otherwise"
    return _APRIL, note


_APRIL = 4


def full_year(digits: str) -> int:
    """The year that two or four digits mean: 19 is 2019, 98 is 1998."""
    number = int(digits)
    if len(digits) > 2:
        return number
    return number + (1900 if number >= 70 else 2000)


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose words stand alone: no letter or digit touches them.

    The white space in it is bounded: a run of blanks that is tried in two parts costs its square.
    """
    pattern = pattern.replace(r"\s*", r"\s{0,20}").replace(r"\s+", r"\s{1,20}")
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", re.IGNORECASE)


def left_of(text: str, start: int) -> str:
    """What stands before an offset, as far as it can matter; not all, or time grows squared."""
    return text[max(0, start - _REACH) : start]


def right_of(text: str, end: int) -> str:
    """What stands behind an offset, as far as it can matter."""
    return text[end : end + _REACH]


def governed(before: str) -> bool:
    """Whether a text ends with a word that a time follows: "by", "this", "end of"."""
    return bool(_governor().search(before))


@cache
def _governor() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:by|in|before|until|till|this|next|last|during|of|over|since|through|for|from|the"
        r"|after|each|every|early|late|mid|coming|past|previous|and|or|to)[\s-]+$",
        re.IGNORECASE,
    )
