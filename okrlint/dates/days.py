"""Finds days and months: "30 June", "June 30th, 2024", "Jan 2025", holidays, "27-30 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from okrlint.dates.atom import WITH_YEAR, YEAR, Atom, compiled, left_of, right_of, year_of
from okrlint.dates.stretch import Place, Stretch, day, months
from okrlint.dates.vocabulary import alternatives, load_holidays, load_names, load_weak
from okrlint.dates.words import Calendar, Grain

_HIGHEST_DAY = 39
"""Above it, a number beside a month is no slip of the pen but a count: "May 45 users"."""


_AMBIGUOUS_HOLIDAYS = frozenset({"holi", "eid", "may day", "new year", "lent", "advent"})
"""In lower case these are no holidays, or part of other words."""


def find_days(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield days with a named month, and runs of them: "30 June", "June 27-30, 2024"."""
    del calendar, around
    patterns = (_day_first(), _month_first()) if _may_hold(text, _months_begin()) else ()
    for pattern in patterns:
        for match in pattern.finditer(text):
            first = int(match["day"])
            last = int(match["last"] or first)
            if first == 0 or max(first, last) > _HIGHEST_DAY or _is_count(text, match):
                continue
            bare = pattern is _month_first() and not match["suffix"] and not match["year"]
            if bare and match["month"] in ("mar", "may", "march"):
                continue  # "may 3 users": the verb
            month = load_names("month")[match["month"].lower()]
            place = partial(_days, month=month, first=first, last=last)
            grain = Grain.RANGE if match["last"] else Grain.DAY
            yield Atom(match.start(), match.end(), grain, place, year_of(match))


def find_months(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "June", "Sept. 2024", "2024-06"; "may" and "march" only where they are dates."""
    del calendar, around
    named = _may_hold(text, _months_begin())
    for match in _months().finditer(text) if named else ():
        word, year = match["month"].lower(), year_of(match)
        if year is None and not _stands_as_month(text, match, word):
            continue
        yield _month(match, load_names("month")[word], year)
    for match in _year_first_months().finditer(text) if named else ():
        yield _month(match, load_names("month")[match["month"].lower()], int(match["year"]))
    for match in _iso_months().finditer(text):
        yield _month(match, int(match["month"]), int(match["year"]))


def find_holidays(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "Thanksgiving", "Easter 2025", "Christmas"."""
    del calendar, around
    for match in _holidays().finditer(text) if _may_hold(text, _holidays_begin()) else ():
        if match["name"][0].islower() and match["name"] in _AMBIGUOUS_HOLIDAYS:
            continue
        name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'"))
        place = load_holidays().get(name, load_holidays().get(_bare(name)))
        yield Atom(match.start(), match.end(), Grain.DAY, place, year_of(match))


def _may_hold(text: str, beginnings: tuple[str, ...]) -> bool:
    """Whether words with such beginnings may stand in a text: a cheap way to say no."""
    small = text.lower()
    return any(beginning in small for beginning in beginnings)


@cache
def _months_begin() -> tuple[str, ...]:
    return tuple(sorted({name[:3] for name in load_names("month")}))


@cache
def _holidays_begin() -> tuple[str, ...]:
    return tuple(sorted({re.split(r"\W", name)[0][:3] for name in load_holidays()}))


def find_weekdays(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "Friday" and "next Friday": the first one after today; "every Friday" is none."""
    del around
    for match in _weekdays().finditer(text):
        word, before = match["weekday"].lower(), left_of(text, match.start())
        if word in load_weak("weekday") and not _day_preposition().search(before):
            continue
        if not match["weekday"][0].isupper() or _repeated().search(before):
            continue
        fixed = Stretch(None, None)
        if calendar.today:
            ahead = (load_names("weekday")[word] - calendar.today.weekday() - 1) % 7 + 1
            ordinal = min(calendar.today.toordinal() + ahead, calendar.today.max.toordinal())
            that = calendar.today.fromordinal(ordinal)
            fixed = Stretch(that, that)
        yield Atom(match.start(), match.end(), Grain.DAY, fixed=fixed)


def _days(year: int, month: int, first: int, last: int) -> Stretch | None:
    begin, end = day(year, month, first), day(year, month, last)
    return Stretch(begin.first, end.last) if begin and end and last >= first else None


def _month(match: re.Match[str], number: int, year: int | None) -> Atom:
    place: Place = partial(months, first=number, count=1)
    return Atom(match.start(), match.end(), Grain.MONTH, place, year)


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Whether the number after a month counts things: "In June 12 customers sign"."""
    if match["suffix"] or match["year"] or match.start("day") < match.start("month"):
        return False
    follows = re.match(
        r"\s+(?!as\b|is\b|was\b|this\b|plus\b|classes\b)[a-z]+s\b", right_of(text, match.end())
    )
    return bool(follows) or bool(re.match(r"\s?%|[.,:]\d", right_of(text, match.end())))


def _stands_as_month(text: str, match: re.Match[str], word: str) -> bool:
    """Whether a month's name is a month where it stands: "may" is mostly a verb."""
    if word not in load_weak("month"):
        return True
    before, after = left_of(text, match.start()), right_of(text, match.end())
    if not before.strip() and not after.strip(" ."):
        return True
    neighbour = _month_neighbour().match(after)
    capital = match["month"][0].isupper() or word not in ("may", "march", "mar")
    if match["month"][0].isupper() and before.endswith("(") and re.match(r"[)?!]", after):
        return True
    before_month = bool(_month_before().search(before))
    return bool(_day_preposition().search(before)) or (capital and bool(neighbour or before_month))


def _bare(name: str) -> str:
    """A holiday's name without its apostrophe put back: "new years eve" is "new year's eve"."""
    for known in load_holidays():
        if known.replace("'", "") == name.replace("'", ""):
            return known
    return name


@cache
def _month_word() -> str:
    return rf"(?P<month>{alternatives(load_names('month'))})\.?"


@cache
def _day_first() -> re.Pattern[str]:
    return compiled(
        rf"{_weekday_before()}(?<![.,:/$€£]){_DAY}\s*(?:of\s+)?-?{_month_word()}{WITH_YEAR}"
    )


@cache
def _month_first() -> re.Pattern[str]:
    return compiled(rf"{_weekday_before()}{_month_word()}[\s-]*(?:the\s+)?{_DAY}(?:{_COMMA_YEAR})?")


_DAY = (
    r"(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th)?"
    r"(?:\s*(?:[-–—/&]|to|and)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?\.?"
)
_COMMA_YEAR = rf"(?!(?<=\.)\s+(?:FY|fiscal))\s*,?\s*['’]?{YEAR}"
"""A fiscal year behind a full stop begins a sentence: "It starts on February 1. FY27 ..."."""


@cache
def _weekday_before() -> str:
    return rf"(?:(?:{alternatives(load_names('weekday'))})\.?,?\s+(?:the\s+)?)?"


@cache
def _months() -> re.Pattern[str]:
    return compiled(rf"{_month_word()}{WITH_YEAR}")


@cache
def _year_first_months() -> re.Pattern[str]:
    return compiled(rf"(?P<year>20\d\d)[\s/_-]+{_month_word()}")


@cache
def _iso_months() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,:/#-])(?P<year>20\d\d)[-/](?P<month>0[1-9]|1[0-2])(?![^\W_]|[-/.:]\w)"
    )


@cache
def _holidays() -> re.Pattern[str]:
    return compiled(rf"(?P<name>{alternatives(load_holidays())})(?!['’]s\b){WITH_YEAR}")


@cache
def _weekdays() -> re.Pattern[str]:
    return compiled(
        rf"(?:next\s+|this\s+|coming\s+)?(?P<weekday>{alternatives(load_names('weekday'))})"
    )


@cache
def _day_preposition() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:by|in|until|till|til|before|since|of|end|mid|early|late|this|next|last|from|between"
        r"|through|during|after|on|for|to|the|come|starting|per|due|against|vs\.?|latest|previous"
        r"|each|every|as of|prior to)[\s-]+$",
        re.IGNORECASE,
    )


@cache
def _repeated() -> re.Pattern[str]:
    return re.compile(r"\b(?:every|each|per|a)\s+(?:\w+\s+)?$", re.IGNORECASE)


@cache
def _month_neighbour() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:[-–—/,&]|to|and|or|through|until)\s*{_month_word()}\b", re.IGNORECASE
    )


@cache
def _month_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_]){_month_word()}(?:\s+\d{{4}})?\s*(?:[-–—/,&]|to|and|or|through|until)\s*$",
        re.IGNORECASE,
    )
