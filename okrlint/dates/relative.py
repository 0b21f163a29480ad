"""Finds words that count from today or from the cycle: "this quarter", "EOQ", "next 90 days"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from okrlint.dates.atom import Atom, compiled
from okrlint.dates.stretch import UNKNOWN, Stretch, fiscal, months, shift
from okrlint.dates.vocabulary import alternatives, load_names
from okrlint.dates.words import Calendar, Grain

_UNITS = {
    "week": (Grain.WEEK, 0),
    "month": (Grain.MONTH, 1),
    "quarter": (Grain.QUARTER, 3),
    "half": (Grain.HALF, 6),
    "year": (Grain.YEAR, 12),
}
"""Unit -> its grain and its months."""

_STEP = {"this": 0, "current": 0, "present": 0, "the": 0, "next": 1, "coming": 1, "upcoming": 1}
_LETTERS = {"w": "week", "m": "month", "q": "quarter", "h": "half", "y": "year"}


def find_relative(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "this quarter", "next month", "last year", "the current fiscal year"."""
    for match in _this().finditer(text):
        unit = "half" if match["unit"].lower().startswith("half") else match["unit"].lower()
        which = match["which"].lower()
        fixed = _whole(unit, bool(match["fiscal"]), calendar, around)
        fixed = _step(fixed, unit, _STEP.get(which, -1))
        yield Atom(match.start(), match.end(), _UNITS[unit][0], fixed=fixed)


def find_ends(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "EOQ", "end of the year", "year-end", "mid-quarter": the last or the middle day."""
    for match in _ends().finditer(text):
        unit = (match["unit"] or match["unit2"] or match["unit3"] or "").lower()
        if match["fye"]:
            unit = "year"
        elif letter := match["letter"]:
            unit = _LETTERS[letter.lower()]
        whole = _whole(unit, bool(match["fiscal"] or match["fy"] or match["fye"]), calendar, around)
        if match["mid"] and whole.first and whole.last:
            middle = whole.first + (whole.last - whole.first) / 2
            fixed = Stretch(middle, middle)
        else:
            fixed = Stretch(whole.last, whole.last)
        yield Atom(match.start(), match.end(), Grain.DAY, fixed=fixed)


def find_spans(text: str, calendar: Calendar, around: Stretch) -> Iterator[Atom]:
    """Yield "the next 90 days", "within six weeks", "the last 12 months".

    They count from today; when today is not known, from the first day of the cycle.
    """
    begin = calendar.today or around.first
    for match in _spans().finditer(text):
        word = match["count"].lower()
        count = int(word) if word.isdecimal() else load_names("number")[word]
        unit = "day" if match["work"] and match["unit"].lower() == "day" else match["unit"].lower()
        fixed = UNKNOWN
        if begin and re.search(r"last|past|previous|prior|preceding", match["lead"], re.IGNORECASE):
            fixed = Stretch(shift(begin, -count, unit), begin)
        elif begin:
            fixed = Stretch(begin, shift(begin, count, unit))
        yield Atom(match.start(), match.end(), Grain.RANGE, fixed=fixed)


def _whole(unit: str, by_fiscal: bool, calendar: Calendar, around: Stretch) -> Stretch:
    """The week, month, quarter, half or year in which today, or else the cycle, lies.

    A cycle that is about as long as the unit is the unit itself: in a document for May to July,
    "this quarter" is May to July.
    """
    grain, count = _UNITS[unit]
    if around.first and around.last and count:
        length = (around.last - around.first).days + 1
        if abs(length - count * 30.4) <= count * 4:
            return around
    day = calendar.today
    if day is None and around.first and around.last:
        day = around.first if _same(around, count) else None
    if day is None:
        return UNKNOWN
    if grain is Grain.WEEK:
        monday = day - dt.timedelta(days=min(day.weekday(), day.toordinal() - 1))
        return Stretch(monday, shift(monday, 6, "day"))
    if grain is Grain.YEAR and not by_fiscal:
        return months(day.year, 1, 12) or UNKNOWN
    start = calendar.fiscal_year_start
    year = day.year + (1 if start > 1 and day.month >= start else 0)
    offset = (day.month - start) % 12 // count * count
    return fiscal(year, offset, count, start) or UNKNOWN


def _same(around: Stretch, count: int) -> bool:
    """Whether both ends of the cycle lie in the same unit, so that the cycle says which."""
    first, last = around
    if not (first and last and count) or first.year != last.year:
        return False
    return (first.month - 1) // count == (last.month - 1) // count


def _step(stretch: Stretch, unit: str, step: int) -> Stretch:
    """The next (1) or the previous (-1) week, month, quarter, half or year."""
    if not step or stretch.first is None or stretch.last is None:
        return stretch
    count = _UNITS[unit][1]
    if not count:
        return Stretch(shift(stretch.first, step, "week"), shift(stretch.last, step, "week"))
    first = shift(stretch.first, step * count, "month")
    after = shift(first, count, "month") if first else None
    return Stretch(first, shift(after, -1, "day") if after else None)


@cache
def _this() -> re.Pattern[str]:
    return compiled(
        r"(?P<which>this|current|present|next|coming|upcoming|last|previous|past|prior)\s+"
        r"(?:(?P<fiscal>fiscal|financial)[\s-]+|calendar\s+)?(?P<unit>week|month|quarter|half(?:[\s-]year)?|year)"
        r""
    )


@cache
def _ends() -> re.Pattern[str]:
    kind = r"(?:(?P<fiscal>fiscal|financial)[\s-]+|calendar[\s-]+)?"
    unit = rf"{kind}(?P<unit>week|month|quarter|half|year)"
    return compiled(
        r"EO(?P<fy>F)?(?P<letter>[WMQHY])(?!\w)|(?P<fye>FYE)(?!\w)"
        rf"|end[\s-]+of[\s-]+(?:the\s+|this\s+|current\s+|our\s+)*{unit}(?!\s*#?\d)"
        rf"|(?P<mid>mid|middle\s+of\s+(?:the|this))[\s-]*(?P<unit2>month|quarter|year)"
        r"|(?<!per\s)(?P<unit3>year|quarter|month|week)(?:['’]s)?[\s-]end"
    )


@cache
def _spans() -> re.Pattern[str]:
    numbers = alternatives({w: 0 for w in load_names("number") if w not in ("a", "an")})
    return compiled(
        r"(?P<lead>(?:within|in|over|during|for|inside|after)?\s*(?:the\s+)?"
        r"(?:next|coming|following|upcoming|last|past|previous|prior|preceding)|within|inside(?:\s+of)?)\s+"
        rf"(?P<count>\d{{1,3}}|{numbers})[\s-]+(?P<work>(?:working|business|calendar)\s+)?"
        r"(?P<unit>day|week|month|quarter|year)(?:s['’]?|\b)(?!\s*[-–])"
    )
