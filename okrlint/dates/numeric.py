"""Finds dates in digits: "2024-06-30", "12/04/2022", "01.02.24", "by 31/12".

Whether 12/04 is the 12th of April is asked of, in this order: the calendar, the dots (people
who write dots put the day first), a date of the same text that can only be read one way, the
cycle that the date should lie in, and the two ends of a range (a cycle lasts two weeks to a
year). If nothing answers, the day comes first, and a note says so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, partial

from okrlint.dates.atom import Atom, full_year, left_of, right_of
from okrlint.dates.stretch import Stretch, day, months
from okrlint.dates.words import Calendar, Grain

_LAST_MONTH, _LAST_DAY = 12, 31
_SHORTEST_CYCLE, _LONGEST_CYCLE = 13, 370
"""Days."""


def find_numeric(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield dates written in digits alone."""
    for match in _iso().finditer(text):
        place = partial(_day_of_year, month=int(match["month"]), number=int(match["day"]))
        yield Atom(match.start(), match.end(), Grain.DAY, place, int(match["year"]))
    found = [m for m in _full().finditer(text) if not _is_version(m)]
    settled = calendar.day_first
    if settled is None:
        settled = _settled_by(found, around)
    for match in found:
        first, second = int(match["first"]), int(match["second"])
        if max(first, second) > _LAST_DAY:
            continue
        day_first = _day_first(match, settled)
        month, number = (second, first) if day_first else (first, second)
        place = partial(_day_of_year, month=month, number=number)
        year = full_year(match["year"])
        note = None if calendar.day_first is not None else _note(match, settled)
        yield Atom(match.start(), match.end(), Grain.DAY, place, year, note=note)
    yield from _partial_dates(text, settled)
    yield from _months_of_years(text)


def _partial_dates(text: str, settled: bool | None) -> Iterator[Atom]:
    """Yield "by 31/12", "until 30.04.": without a year only where a word of time governs."""
    size = len(text.strip())
    for match in _partial().finditer(text):
        day_first = _day_first(match, settled)
        month, number = int(match["second"]), int(match["first"])
        if not day_first:
            month, number = number, month
        alone = match.end() - match.start() == size
        governed = alone or _governor().search(left_of(text, match.start()))
        if not governed or not 1 <= month <= _LAST_MONTH or not 1 <= number <= _LAST_DAY:
            continue
        if (
            not alone
            and "0" not in match[0]
            and not _ends_clause().match(right_of(text, match.end()))
            and max(month, number) <= _LAST_MONTH
        ):
            governed = _sure_governor().search(left_of(text, match.start()))
        if not governed or _is_share().match(right_of(text, match.end())):
            continue
        if match["sep"] == "." and not _ends_clause().match(right_of(text, match.end())):
            continue  # a decimal number: "by 12.05 EUR"
        place = partial(_day_of_year, month=month, number=number)
        yield Atom(match.start(), match.end(), Grain.DAY, place, note=_note(match, settled))


def _months_of_years(text: str) -> Iterator[Atom]:
    """Yield "07/2026", and "07-09/2026" as a range; "2/2026" may be the second of two."""
    for match in _month_of_year().finditer(text):
        first, last = int(match["first"] or match["last"]), int(match["last"])
        place = partial(months, first=first, count=last - first + 1)
        if first <= last:
            grain = Grain.RANGE if match["first"] else Grain.MONTH
            yield Atom(match.start(), match.end(), grain, place, int(match["year"]))


def _is_version(match: re.Match[str]) -> bool:
    """Whether the digits are rather a version: 1.2.24, 10.15.20."""
    if match["sep"] == "/" or len(match["year"]) == 4:
        return False
    short = len(match["first"]) == 1 or len(match["second"]) == 1
    return short or (match["sep"] == "." and int(match["second"]) > _LAST_MONTH)


_DOUBT = "read with the day first; day-first or month-first is not said"


def _note(match: re.Match[str], settled: bool | None) -> str | None:
    sure = match["sep"] == "." or max(int(match["first"]), int(match["second"])) > _LAST_MONTH
    if sure or match["first"] == match["second"]:
        return None
    if settled is None:
        return _DOUBT
    return f"read with the {'day' if settled else 'month'} first, which suits the rest"


def _day_first(match: re.Match[str], settled: bool | None) -> bool:
    first, second = int(match["first"]), int(match["second"])
    if first > _LAST_MONTH >= second:
        return True
    if second > _LAST_MONTH >= first:
        return False
    if match["sep"] == ".":
        return True
    return settled is not False


def _settled_by(found: list[re.Match[str]], around: Stretch) -> bool | None:
    """What the text itself says of its dates: whether the day comes first; None for nothing."""
    sure = {
        int(m["first"]) > _LAST_MONTH
        for m in found
        if (int(m["first"]) > _LAST_MONTH) != (int(m["second"]) > _LAST_MONTH)
    }
    if len(sure) == 1:
        return sure.pop()
    for fits in (_lies_in_cycle, _is_as_long_as_a_cycle):
        readings = [first for first in (True, False) if fits(_read(found, first), around)]
        if len(readings) == 1:
            return readings[0]
    return None


def _lies_in_cycle(days: list[dt.date], around: Stretch) -> bool:
    first, last = around
    if not days or first is None or last is None or first == last:
        return False
    return all(first <= that <= last for that in days)


def _is_as_long_as_a_cycle(days: list[dt.date], around: Stretch) -> bool:
    del around
    return len(days) == 2 and _SHORTEST_CYCLE <= (days[1] - days[0]).days <= _LONGEST_CYCLE


def _read(found: list[re.Match[str]], day_first: bool) -> list[dt.date]:
    """The days, with the day or the month first; none of them when one is impossible."""
    days: list[dt.date] = []
    for match in found:
        first, second = int(match["first"]), int(match["second"])
        month, number = (second, first) if day_first else (first, second)
        that = day(full_year(match["year"]), month, number)
        if that is None or that.first is None:
            return []
        days.append(that.first)
    return days


def _day_of_year(year: int, month: int, number: int) -> Stretch | None:
    return day(year, month, number)


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.:/-])(?P<year>20\d\d|19\d\d)(?P<sep>[-/._])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)"
        r"(?![^\W_]|[./:-]\d)"
    )


@cache
def _full() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![\w.:/$€£-])|(?<=[/.]20\d\d-))"
        r"(?P<first>\d\d?)\s?(?P<sep>[-/.])\s?(?P<second>\d\d?)\s?(?P=sep)\s?"
        r"(?P<year>(?:19|20)?\d\d)(?![^\W_]|[/:.]\d|-\d(?!\d?[/.]\d)|%)"
    )


@cache
def _partial() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.:/$€£-])(?P<first>\d\d?)(?P<sep>[/.])(?P<second>\d\d|(?<=/)\d)"
        r"(?![\w%/]|[.:-]\d|\s?%)"
    )


@cache
def _month_of_year() -> re.Pattern[str]:
    month = r"0[1-9]|1[0-2]"
    return re.compile(
        rf"(?:(?<![\w.:/$€£–-])|(?<=[/.]20\d\d[–-]))(?:(?P<first>{month})\s?[–-]\s?)?(?P<last>{month})[/.]"
        r"(?P<year>20[1-4]\d)(?![\w%/]|[.:]\d|\s?%)"
    )


@cache
def _ends_clause() -> re.Pattern[str]:
    return re.compile(r"\.?\s*(?:$|[),;])|\.\s")


@cache
def _governor() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:by|until|till|before|due|on|latest|deadline:?|through)\s+(?:the\s+)?$", re.IGNORECASE
    )


@cache
def _sure_governor() -> re.Pattern[str]:
    """Words that no fraction follows, as it may follow "by": "improve by 4/5"."""
    return re.compile(r"\b(?:until|till|before|due|on|latest|deadline:?)\s+$", re.IGNORECASE)


@cache
def _is_share() -> re.Pattern[str]:
    return re.compile(r"\s+(?:of\b|[a-z]+s\b)")
