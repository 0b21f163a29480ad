"""Stretches of days: months, quarters, halves, fiscal years, weeks, and which year is meant.

Convention: a fiscal year is named by the calendar year in which it ends. With a fiscal year
that begins in February (`fiscal_year_start=2`), FY21 is February 2020 to January 2021, and
FY21-Q3 is August to October 2020. With January the fiscal year is the calendar year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple


class Stretch(NamedTuple):
    """First and last day, inclusive; None for what is not known."""

    first: dt.date | None
    last: dt.date | None


UNKNOWN = Stretch(None, None)

_PAST = 3
"""A day before the cycle is as far as three after it: people write more of what is to come."""

Place = Callable[[int], "Stretch | None"]
"""Where words lie in a given year; None when no calendar has them there."""


def day(year: int, month: int, number: int) -> Stretch | None:
    """One day; None when there is no such day."""
    try:
        only = dt.date(year, month, number)
    except ValueError:
        return None
    return Stretch(only, only)


def months(year: int, first: int, count: int) -> Stretch | None:
    """`count` whole months from month `first` of `year`; `first` may lie outside 1 to 12."""
    begin = _month_start(year * 12 + first - 1)
    after = _month_start(year * 12 + first - 1 + count)
    if begin is None or after is None:
        return None
    return Stretch(begin, after - dt.timedelta(days=1))


def fiscal(year: int, offset: int, count: int, fiscal_year_start: int) -> Stretch | None:
    """`count` months of the fiscal year `year`, after `offset` months of it."""
    begins = year if fiscal_year_start == 1 else year - 1
    return months(begins, fiscal_year_start + offset, count)


def never(year: int) -> Stretch | None:
    """Say that no year has it: "Q5"."""
    del year
    return None


def iso_week(year: int, week: int) -> Stretch | None:
    """The week by ISO 8601: Monday to Sunday, week 1 holds the first Thursday."""
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
        return Stretch(monday, monday + dt.timedelta(days=6))
    except (ValueError, OverflowError):
        return None


def shift(start: dt.date, number: int, unit: str) -> dt.date | None:
    """The day `number` units ("day", "week", "month", "quarter", "year") after `start`."""
    try:
        if unit in ("day", "week"):
            return start + dt.timedelta(days=number * (7 if unit == "week" else 1))
    except OverflowError:
        return None
    count = number * {"month": 1, "quarter": 3, "year": 12}[unit]
    month = _month_start(start.year * 12 + start.month - 1 + count)
    if month is None:
        return None
    length = months(month.year, month.month, 1)
    last = length.last if length else None
    return month.replace(day=min(start.day, last.day)) if last else None


def nearest(place: Place, around: Stretch) -> Stretch | None:
    """Where the words lie in the year that brings them nearest to `around`.

    UNKNOWN when `around` is not known; None when no year has the date.
    """
    if around.first is None or around.last is None:
        return None if place(2023) is None and place(2024) is None else UNKNOWN
    years = range(around.first.year - 1, min(around.last.year, around.first.year + 50) + 3)
    within = (year for year in years if dt.MINYEAR < year < dt.MAXYEAR)
    found = [s for s in map(place, within) if s and s.first and s.last]
    return min(found, key=lambda s: _distance(s, around), default=None)


def middle(stretch: Stretch) -> Stretch:
    """The day in the middle: mid-August is the 15th."""
    if stretch.first is None or stretch.last is None:
        return UNKNOWN
    day_ = stretch.first + (stretch.last - stretch.first - dt.timedelta(days=1)) // 2
    return Stretch(day_, day_)


def third(stretch: Stretch, which: int) -> Stretch:
    """The first, second or last third of a stretch (0, 1, 2): "early June" is 1 to 10 June."""
    if stretch.first is None or stretch.last is None:
        return UNKNOWN
    length = (stretch.last - stretch.first).days + 1
    begin = stretch.first + dt.timedelta(days=length * which // 3)
    end = stretch.first + dt.timedelta(days=max(length * (which + 1) // 3 - 1, 0))
    return Stretch(begin, stretch.last if which == 2 else max(begin, end))


def _month_start(index: int) -> dt.date | None:
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, 1) if 1 <= year <= dt.MAXYEAR else None


def _distance(stretch: Stretch, around: Stretch) -> tuple[int, dt.date]:
    first, last = stretch.first or dt.date.min, stretch.last or dt.date.max
    begin, end = around.first or dt.date.min, around.last or dt.date.max
    return max((first - end).days, _PAST * (begin - last).days, 0), first
