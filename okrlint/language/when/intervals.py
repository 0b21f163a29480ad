"""The shapes of repeated intervals: "per week", "every second Thursday", "twice a year"."""

from __future__ import annotations

import re
from functools import cache

from okrlint.language.when.words import NUMBER, any_of, whole_words

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NTH = r"(?:first|second|third|fourth|last|1st|2nd|3rd|\d+th)"
_ORDER = (
    r"(?:single|other|second|third|fourth|last|first|\d+(?:st|nd|rd|th)|working|business"
    r"|calendar|school|new|given)"
)
_CALENDAR = r"(?:calendar|fiscal|school|academic|working|business)"


@cache
def every() -> re.Pattern[str]:
    """Every or each unit, and the point of it: "on the last Thursday of each month"."""
    beat = any_of("beat")
    point = (
        r"(?:(?:at|on|in|by|within|before)\s+)?(?:the\s+)?(?:end|start|beginning|close"
        rf"|first\s+\w+\s+days?|{_NTH}(?:\s+(?:working\s+|business\s+)?\w+)?)\s+of\s+"
    )
    several = (
        rf"{NUMBER}\s+(?:(?:or|to)\s+{NUMBER}\s+)?(?:working\s+|business\s+)?"
        rf"(?:{beat}|hour|minute|second)s"
    )
    one = rf"(?:\w+\s+(?=day|moon))?(?:{_CALENDAR}\s+)?(?:{beat}|hour)(?!\s+group)"
    return whole_words(
        rf"(?:(?:once|twice|at\s+least\s+once)\s+)?(?:{point})?(?:every|each)\s+(?:{_ORDER}\s+)*"
        rf"(?:{several}|{one})(?:(?:,|\s+and|\s+or|,\s+and)\s+{_WEEKDAY})*"
        r"(?:\s+(?:morning|afternoon|evening|night))?"
    )


@cache
def per() -> re.Pattern[str]:
    """Per unit: "per sprint", "per planning cycle", "3x/week"; not "per year group"."""
    return re.compile(
        rf"(?<![^\W_])(?:per\s+(?:{_CALENDAR}\s+|[\w-]+\s+(?=shift|cycle|iteration))?"
        rf"(?:{any_of('beat')})"
        rf"|per\s+{NUMBER}\s+(?:{any_of('beat')})s|per\s+annum|p\.a\.|per\s+round)"
        r"(?![^\W_]|\s+(?:group|shift)|-)"
        r"|(?<=\w)\s?/\s?(?:day|wk|week|mo|month|quarter|qtr|yr|year|sprint)(?![^\W_])"
        r"|(?<=\w\s)p/(?:d|w|wk|m|mo|mth|q|qtr|y|yr)(?![^\W_])",
        re.IGNORECASE,
    )


@cache
def a_unit() -> re.Pattern[str]:
    """A unit that may mean "per": "twice a year", "three afternoons a week"."""
    units = "day|week|weekend|fortnight|month|quarter|year|night|sprint|term|season"
    return whole_words(rf"an?\s+(?:{units})")


@cache
def each_happening() -> re.Pattern[str]:
    """A happening that paces: "with every release", "at the end of each module"."""
    before = (
        r"(?:with|after|before|at|during|following|ahead\s+of"
        r"|(?:at|by|before)\s+the\s+(?:end|start|beginning)\s+of)"
    )
    personal = r"in\s+(?:each|every)\s+(?:1:1|one-on-one|one-to-one)"
    return whole_words(
        rf"{before}\s+(?:each|every)\s+(?:[a-z-]+\s+){{0,2}}(?:{any_of('stroke')})|{personal}"
    )


@cache
def weekdays() -> re.Pattern[str]:
    """Days in the plural: "on Mondays", "Friday mornings", "at weekends"; not "six Sundays"."""
    day = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    part = rf"{day}\s(?:morning|afternoon|evening|night)s"
    days = rf"(?:{day}s|{part})"
    more = rf"(?:(?:,|\s+and|\s+or)\s+{days})"
    return re.compile(
        rf"(?:^|(?<=[,:(–—-]\s)|(?<![^\W_])on\s+(?:alternate\s+)?){days}{more}*(?![^\W_])"
        rf"|(?<![^\W_])(?:{days}\s+and\s+{days}|{part}|(?:on|at|over|during)\s+week(?:day|night|end)s)"
        r"(?![^\W_])"
    )


@cache
def of_the_month() -> re.Pattern[str]:
    """A day that every month has: "on the first Monday of the month"."""
    day = rf"(?:{_WEEKDAY}|(?:working\s+|business\s+)?day|weekend)"
    return whole_words(
        rf"on\s+the\s+{_NTH}\s+of\s+the\s+(?:month|week)"
        rf"|(?:on\s+)?(?:the\s+)?{_NTH}\s+{day}\s+of\s+the\s+(?:month|week|quarter)"
    )


@cache
def often() -> re.Pattern[str]:
    """Adverbs and adjectives: "weekly", "twice daily"."""
    how = r"(?:once\s+|twice\s+|three[\s-]times\s+)?(?:(?:bi|semi|tri)[\s-]?)?"
    return whole_words(rf"{how}(?:{any_of('often')})")


@cache
def counted() -> re.Pattern[str]:
    """Something counted, so that "a week" behind it is a rate."""
    number = NUMBER.replace("|an?|", "|")
    return re.compile(
        rf"(?<![^\W_])(?:{number}|once|twice|thrice|times|half|hundred|dozen|\d+\w*)(?![^\W_])"
        r"|\d(?:k|m|x|%|h|min)?\b",
        re.IGNORECASE,
    )
