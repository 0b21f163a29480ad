"""Finds quarters, halves, years, seasons, terms and weeks by number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from okrlint.dates.atom import (
    MONTHS_OF_HALF,
    MONTHS_OF_QUARTER,
    MONTHS_OF_YEAR,
    WITH_YEAR,
    YEAR_AFTER,
    YEAR,
    Atom,
    compiled,
    full_year,
    year_of,
)
from okrlint.dates.stretch import Stretch, fiscal, iso_week, months
from okrlint.dates.vocabulary import LAST, alternatives, load_names, load_parts
from okrlint.dates.words import Calendar, Grain

_PARTS = {"q": (Grain.QUARTER, MONTHS_OF_QUARTER), "h": (Grain.HALF, MONTHS_OF_HALF)}
"""Letter of the part -> its grain and its months."""


def find_quarters_and_halves(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "Q3 2019", "2019Q3", "Q1-19", "FY21-Q3", "1Q18", "H1"; Q5 and H3 are impossible."""
    del around
    for pattern in (_letter_first(), _year_first(), _number_first()):
        for match in pattern.finditer(text):
            letter, number = match["letter"][0].lower(), int(match["number"])
            short = match.groupdict().get("short")
            year = full_year(short) if short else year_of(match)
            if letter == "h" and number not in (1, 2) and year is None and not _dated(text, match):
                continue
            yield _part(match, letter, number, year, calendar)


def find_worded_parts(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "third quarter of 2024", "2nd half", "first six months of the year"."""
    del around
    for match in _worded().finditer(text):
        letter, word = match["unit"][0].lower(), match["ordinal"].lower()
        number = load_names("ordinal")[word]
        if word in ("final", "last") and letter == "h":
            number = 2
        if word == "last" and not match["of"]:  # "last quarter" is the one before this
            continue
        yield _part(match, letter, number, year_of(match), calendar)
    for match in _first_months().finditer(text):
        count = _number(match["count"])
        if count is None or not 1 <= count <= MONTHS_OF_YEAR:
            continue
        offset = 0 if match["which"].lower() == "first" else MONTHS_OF_YEAR - count
        place = partial(_fiscal, offset=offset, count=count, start=calendar.fiscal_year_start)
        yield Atom(match.start(), match.end(), Grain.RANGE, place, year_of(match))


def find_years(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "FY2021", "FY21/22", "fiscal 25", "2021/22", and 2024 where the words around say so."""
    del around
    place = partial(_fiscal, offset=0, count=MONTHS_OF_YEAR, start=calendar.fiscal_year_start)
    for match in _fiscal_years().finditer(text):
        year = full_year(match["ends"] or match["year"])
        yield Atom(match.start(), match.end(), Grain.YEAR, place, year)
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


def find_seasons(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "spring 2025", "Fall semester", "JFM 2021", "by summer"; "fall" alone is a verb."""
    del calendar, around
    for match in _terms().finditer(text):
        name = re.sub(r"\s+", " ", match["name"].lower())
        if len(name) == 3 and not match["name"].isupper():  # noqa: PLR2004
            continue
        first, last = load_parts("term")[name]
        grain = Grain.QUARTER if last - first + 1 == MONTHS_OF_QUARTER else Grain.RANGE
        place = partial(months, first=first, count=last - first + 1)
        yield Atom(match.start(), match.end(), grain, place, year_of(match))
    for match in _seasons().finditer(text):
        first, last = load_parts("season")[match["name"].lower()]
        year = year_of(match)
        if year is None and not _governed(text, match):
            continue
        place = partial(months, first=first, count=last - first + 1)
        note = f"{match['name'].lower()} read as months {first} to {last} of the year"
        yield Atom(match.start(), match.end(), Grain.QUARTER, place, year, note=note)


def find_weeks(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "week 10", "W10 2024", "2024-W10", "CW 10".

    Without a year, a week is the ISO week if that lies in the cycle, else the week of the cycle.
    """
    del calendar
    for match in _weeks().finditer(text):
        week, year = int(match["week"] or match["week2"]), year_of(match)
        if year is None and match.groupdict().get("lead"):
            year = int(match["lead"])
        place = partial(iso_week, week=week)
        if year is None and 1 <= week:
            fixed, note = _week_of_cycle(week, around)
            if fixed:
                yield Atom(match.start(), match.end(), Grain.WEEK, fixed=fixed, note=note)
                continue
        yield Atom(match.start(), match.end(), Grain.WEEK, place, year)


def _week_of_cycle(week: int, around: Stretch) -> tuple[Stretch | None, str | None]:
    first, last = around
    if first is None or last is None or (last - first).days > 200:  # noqa: PLR2004
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


def _part(
    match: re.Match[str], letter: str, number: int, year: int | None, calendar: Calendar
) -> Atom:
    grain, count = _PARTS[letter]
    if number == LAST:
        number = MONTHS_OF_YEAR // count
    if 1 <= number <= MONTHS_OF_YEAR // count:
        place = partial(
            _fiscal, offset=(number - 1) * count, count=count, start=calendar.fiscal_year_start
        )
    else:
        place = _never
    return Atom(match.start(), match.end(), grain, place, year)


def _fiscal(year: int, offset: int, count: int, start: int) -> Stretch | None:
    return fiscal(year, offset, count, start)


def _calendar_year(year: int) -> Stretch | None:
    return months(year, 1, MONTHS_OF_YEAR)


def _never(year: int) -> Stretch | None:
    del year
    return None


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else load_names("number").get(word.lower())


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year and not a count.

    An exact number near the present year is a year, but after "to", "over" or "get" and before
    a plural ("over 2024 users"). Other numbers need a preposition of time ("in 1999") as well.
    """
    year, before, after = int(match[0][-4:]), text[: match.start()], text[match.end() :]
    if not (before.strip() or after.strip()) or _year_word().search(before):
        return True
    counted = re.match(r"\s+(?!as\b|is\b|was\b|has\b|this\b|plus\b)[a-z-]+s\b", after)
    if 2015 <= year <= 2035:  # noqa: PLR2004
        return not (counted and _count_word().search(before))
    return bool(_year_preposition().search(before)) and not counted


def _dated(text: str, match: re.Match[str]) -> bool:
    return bool(_governor().search(text[: match.start()]))


def _governed(text: str, match: re.Match[str]) -> bool:
    """Whether a season stands as a time: "by summer", "this fall", not "the fall in sales"."""
    before, after = text[: match.start()], text[match.end() :]
    if not before.strip() and not after.strip():
        return True
    if match["name"] == match[0] and not _governor().search(before):
        return False
    falling = match["name"].lower() == "fall" and re.match(r"\s+(?:in|of|from|by|to)\b", after)
    return not falling


@cache
def _letter_first() -> re.Pattern[str]:
    short = r"\s*[-/_]\s*(?P<short>\d\d)(?![\d%]|[-/.]\d)"
    return compiled(rf"(?P<letter>[QH]|quarter(?=\s\d))\s?(?P<number>\d)(?:{YEAR_AFTER}|{short})?")


@cache
def _year_first() -> re.Pattern[str]:
    return compiled(rf"['’]?{YEAR}\s*[-,/_.:]?\s*(?P<letter>[QH]|quarter(?=\s\d))\s?(?P<number>\d)")


@cache
def _number_first() -> re.Pattern[str]:
    return compiled(
        rf"(?P<number>\d)(?P<letter>[QH])\s*[-/]?\s*['’]?(?:{YEAR}|(?P<short>\d\d)(?!\d))"
    )


@cache
def _worded() -> re.Pattern[str]:
    year = r"(?:(?:fiscal|financial|calendar|school|academic)\s+)?year(?!\s+\d)"
    of_year = rf"of\s+(?:(?:the\s+|this\s+|next\s+|last\s+)?{year}|(?:FY|CY|fiscal|calendar)?\s*\d)"
    return compiled(
        rf"(?:(?:fiscal|calendar)\s+)?(?P<ordinal>{alternatives(load_names('ordinal'))})[\s-]+"
        rf"(?P<unit>quarter|half)(?!\s+of\s+(?!{of_year[5:]}))"
        rf"(?P<of>\s+of\s+(?:the\s+|this\s+)?{year})?{WITH_YEAR}"
    )


@cache
def _first_months() -> re.Pattern[str]:
    numbers = alternatives(load_names("number"))
    return compiled(
        rf"(?P<which>first|last)\s+(?P<count>\d{{1,2}}|{numbers})\s+months\s+of\s+"
        rf"(?:the\s+(?:(?:fiscal|calendar)\s+)?year|{YEAR})"
    )


@cache
def _fiscal_years() -> re.Pattern[str]:
    return compiled(
        r"(?:FY|fiscal(?:\s+year)?|financial\s+year)\s*['’]?(?P<year>(?:20)?\d\d)"
        r"(?:[/-](?P<ends>(?:20)?\d\d))?(?!%|[.,]\d)"
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


@cache
def _governor() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:by|in|before|until|till|this|next|last|during|of|over|since|through|for|from|the"
        r"|after|each|every|early|late|mid|coming|past|previous|and|or|to)[\s-]+$",
        re.IGNORECASE,
    )


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
def _weeks() -> re.Pattern[str]:
    return compiled(
        r"(?:(?P<lead>20\d\d)-?W(?P<week2>\d\d?)"
        rf"|(?:(?:calendar\s+)?week|CW|KW|wk\.?)\s*#?(?P<week>\d\d?){WITH_YEAR})"
    )
