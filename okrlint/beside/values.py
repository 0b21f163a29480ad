"""What a value beside a statement says by itself: nothing, a number, a level, a date."""

from __future__ import annotations

import re
from functools import cache

from okrlint.beside.words import load_values, plain
from okrlint.dates import Calendar, DateWords, find_dates

_REMARK = re.compile(r"\s*(?:[(\[—–;,:]|\s-\s).*", re.DOTALL)
_PLACEHOLDER = re.compile(
    r"[\[<{]\s*(?:n|x|xx|y|number|value|date|target|tbd\b.*)\s*[\]>}]\s*%?", re.IGNORECASE
)
_AMOUNT = re.compile(r"(?<![\w.-])[<>≤≥~≈±+\-−–]?\s?[$€£¥₹]?\d")


_RATIO = re.compile(r"\d{1,3}\s*/\s*\d{1,3}")
_END_OF = re.compile(r"\beo(?:[qyhm]|week|month|quarter|year)\d?\b", re.IGNORECASE)
_SHARE = re.compile(r"\d{1,3}\s*%(?:\s*(?:done|complete|completed))?")


def is_blank(value: str) -> bool:
    """Whether it says nothing: "—", "TBD", "N/A (new feature)", "X%", "to be agreed"."""
    words = plain(value)
    if not any(char.isalnum() for char in words) or _PLACEHOLDER.fullmatch(value.strip()):
        return True
    if words in load_values("blank") or plain(_REMARK.sub("", value)) in load_values("blank"):
        return True
    return words.startswith(tuple(f"{opening} " for opening in load_values("blank opening")))


def is_level(value: str) -> bool:
    """Whether it says where a measure stands: a number, or that there is nothing yet.

    "12 of 40", "$3k", "none yet", "no customers yet", "not live" do; "manual", "partial" do not.
    """
    if is_blank(value):
        return False
    if any(char.isdigit() for char in _without_dates(value)):
        return True
    return is_nothing_yet(value) or _first(value) in load_values("number")


def is_nothing_yet(value: str) -> bool:
    """Whether it says that nothing of the measure exists so far, which is a level: "none yet"."""
    nothing = load_values("nothing yet")
    return not is_blank(value) and (_bare(value) in nothing or _first(value) in nothing)


def is_unknown(value: str) -> bool:
    """Whether it names no level: nothing is said, or only how it is done so far: "manual"."""
    return is_blank(value) or _first(value) in load_values("no level")


def _bare(value: str) -> str:
    """The words of a value without a leading "currently"."""
    return re.sub(r"^(?:current(?:ly)?|now|today)\b\W*", "", plain(value))


def _first(value: str) -> str:
    return re.split(r"[\s,;:.(]", _bare(value), maxsplit=1)[0]


def is_amount(value: str) -> bool:
    """Whether a short value is a number with its unit, and no date: "≥ 40", "$3M", "3 → 5"."""
    left = _without_dates(value)
    return len(left.split()) <= 8 and bool(_AMOUNT.search(left)) and not is_blank(value)


def is_date(value: str) -> bool:
    """Whether a short value is a date or an event by which something is due."""
    words = plain(value)
    if is_blank(value) or len(words.split()) > 12 or set(words.split()) & load_values("endless"):
        return False
    if any(True for _ in find_dates(value, Calendar())):
        return True
    return event_in(words) is not None or bool(_EVENT.match(words) or _THERE.search(words))


_THERE = re.compile(
    r"\w (?:is |are |goes )?(?:launched|live|open|published|released|signed)$", re.IGNORECASE
)
"""What is there by then: "network live"."""
_EVENT = re.compile(r"(?:when|once|after|before|until|till|at the|upon|on) \w")


def event_in(words: str) -> str | None:
    """The event that a value names, in lower case: "launch" of "Launch + 1 month"."""
    if end := _END_OF.search(words):
        return end[0].lower()
    found = _events().search(words.lower())
    return found[0] if found else None


@cache
def _events() -> re.Pattern[str]:
    events = sorted(load_values("event"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, events))})s?\b")


def is_only_date(value: str) -> bool:
    """Whether a value is a date and little more: "30 June", "by Q3", "Week 4"."""
    dates = _dates(value)
    if not dates:
        return False
    left = value[: dates[0].start] + value[dates[-1].end :]
    return len(re.findall(r"\w+", left)) <= 2 and not re.search(r"\d", left)


def is_share(value: str) -> bool:
    """Whether a value is a percentage alone: "40%", "40 % done"."""
    return _SHARE.fullmatch(value.strip()) is not None


def _dates(words: str) -> list[DateWords]:
    """The dates of a value; "4/4" without a year is a share there."""
    found = find_dates(words, Calendar())
    return [date for date in found if not _RATIO.fullmatch(words[date.start : date.end])]


def _without_dates(words: str) -> str:
    dates = [(found.start, found.end) for found in _dates(words)]
    return "".join(
        " " if any(start <= at < end for start, end in dates) else char
        for at, char in enumerate(words)
    )
