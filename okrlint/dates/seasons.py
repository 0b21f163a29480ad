"""Finds seasons, terms and weeks by number: "spring 2025", "Fall semester", "week 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from okrlint.dates.atom import (
    MONTHS_OF_QUARTER,
    MONTHS_OF_YEAR,
    WITH_YEAR,
    YEAR_AFTER,
    Atom,
    compiled,
    governed,
    left_of,
    right_of,
    spans_new_year,
    year_of,
)
from okrlint.dates.stretch import Stretch, iso_week, months
from okrlint.dates.vocabulary import alternatives, load_parts
from okrlint.dates.words import Calendar, Grain


def find_seasons(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "spring 2025", "Fall semester", "JFM 2021", "by summer"; "fall" alone is a verb."""
    del calendar, around
    for match in _terms().finditer(text):
        name = re.sub(r"\s+", " ", match["name"].lower())
        if len(name) == 3 and not match["name"].isupper():
            continue
        first, last = load_parts("term")[name]
        grain = Grain.QUARTER if last - first + 1 == MONTHS_OF_QUARTER else Grain.RANGE
        place = partial(months, first=first, count=last - first + 1)
        yield Atom(match.start(), match.end(), grain, place, _year(match, first))
    for match in _seasons().finditer(text):
        first, last = load_parts("season")[match["name"].lower()]
        year = _year(match, first)
        if year is None and not _is_time(text, match):
            continue
        if first == 1 and spans_new_year(match):  # "winter 2026/27"
            first, last = 0, 2
        place = partial(months, first=first, count=last - first + 1)
        first = first or MONTHS_OF_YEAR
        note = f"{match['name'].lower()} read as months {first} to {last} of the year"
        yield Atom(match.start(), match.end(), Grain.QUARTER, place, year, note=note)


def _year(match: re.Match[str], first: int) -> int | None:
    """The year that a part which begins with a month lies in: the fall of 2026/27 is in 2026."""
    year = year_of(match)
    return year - 1 if year and first >= _FALL and spans_new_year(match) else year


_FALL = 8
"""The first month in which a school year may begin."""


def find_weeks(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "week 10", "W10 2024", "2024-W10", "CW 10".

    Without a year, a week is the ISO week if that lies in the cycle, else the week of the cycle.
    """
    del calendar
    for match in _week_ranges().finditer(text):
        lead = match["lead"]
        weeks = partial(
            _weeks_from_to,
            begin=int(match["begin"] or match["begin2"]),
            end=int(match["end"] or match["end2"]),
        )
        place_year = int(lead) if lead else year_of(match)
        yield Atom(match.start(), match.end(), Grain.RANGE, weeks, place_year)
    for match in _weeks().finditer(text):
        if match["bare"] and not governed(text[: match.start()]):
            continue  # "by W20" is a week, "W20" alone may be anything
        week, year = int(match["week"] or match["week2"] or match["bare"]), year_of(match)
        if year is None and match.groupdict().get("lead"):
            year = int(match["lead"])
        place = partial(iso_week, week=week)
        if year is None and week >= 1:
            fixed, note = _week_of_cycle(week, around)
            if fixed:
                yield Atom(match.start(), match.end(), Grain.WEEK, fixed=fixed, note=note)
                continue
        yield Atom(match.start(), match.end(), Grain.WEEK, place, year)


def _weeks_from_to(year: int, begin: int, end: int) -> Stretch | None:
    """From the first day of one week to the last of another, in the next year if it is earlier."""
    first, last = iso_week(year, begin), iso_week(year + (end < begin), end)
    return Stretch(first.first, last.last) if first and last else None


def _week_of_cycle(week: int, around: Stretch) -> tuple[Stretch | None, str | None]:
    first, last = around
    if first is None or last is None or (last - first).days > 200:
        return None, None
    for year in sorted({first.year, last.year}):
        iso = iso_week(year, week)
        if iso and iso.first and iso.last and iso.first <= last and iso.last >= first:
            return None, None
    begin = first.toordinal() + 7 * (week - 1)
    if begin > last.toordinal():
        return None, None
    end = min(begin + 6, last.toordinal())
    found = Stretch(first.fromordinal(begin), first.fromordinal(end))
    return found, f"week {week} counted from the first day of the cycle"


def _is_time(text: str, match: re.Match[str]) -> bool:
    """Whether a season stands as a time: "by summer", "(autumn)", not "the fall in sales"."""
    before, after = left_of(text, match.start()), right_of(text, match.end())
    if not before.strip() and not after.strip():
        return True
    if re.search(r"[(\[]\s*$", before) and re.fullmatch(r"\s*[)\]]\W*", after):
        return True
    if match["name"] == match[0] and not governed(before):
        return False
    falling = match["name"].lower() == "fall" and re.match(r"\s+(?:in|of|from|by|to)\b", after)
    return not falling


@cache
def _terms() -> re.Pattern[str]:
    return compiled(rf"(?P<name>{alternatives(load_parts('term'))}){WITH_YEAR}")


@cache
def _seasons() -> re.Pattern[str]:
    return compiled(
        rf"(?:(?:this|next|last|coming|past)\s+)?(?P<name>{alternatives(load_parts('season'))})"
        rf"{WITH_YEAR}"
    )


@cache
def _week_ranges() -> re.Pattern[str]:
    """Weeks from which to which: "2025-W40 to W52", "KW 40-52/2025"; a year must be there."""
    to = r"\s*(?:to|until|through|-|–|—)\s*"
    week = r"(?:calendar\s+weeks?|weeks?|wks?\.?|CW|KW|W)"
    return compiled(
        rf"(?:(?P<lead>20\d\d)-?W(?P<begin>\d\d?){to}(?:20\d\d-?)?W?(?P<end>\d\d?)"
        rf"|{week}\s*(?P<begin2>\d\d?){to}(?:{week}\s*)?(?P<end2>\d\d?){YEAR_AFTER})"
    )


@cache
def _weeks() -> re.Pattern[str]:
    return compiled(
        r"(?:(?P<lead>20\d\d)-?W(?P<week2>\d\d?)"
        rf"|(?:(?:(?:calendar\s+)?week|CW|KW|wk\.?)\s*#?(?P<week>\d\d?)|W(?P<bare>\d\d?)){WITH_YEAR})"
    )
