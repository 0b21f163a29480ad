"""By when, in the words of the statement or of what dates it."""

from __future__ import annotations

import datetime as dt
import re

from okrlint.context import Due
from okrlint.reading import Reading, When, WhenKind

OVER = Due("over")
"""For a statement that is closed: the day by which it was due is no promise of the next cycle."""
_BY = re.compile(r"\b(by|before|until|till|within|in|at|on)(?: the)?\s*$", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:this|next|over|during|between|after|two|three|four|a|one|ahead|\d+)\b", re.IGNORECASE
)
"""How date words begin that can stand at the end of a sentence as they are."""
_LONGEST = 8
"""Words of a deadline that are kept as they are."""
_ELSEWHERE = ("field", "objective")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def say_when(reading: Reading, due: Due | None) -> str:
    """What a rewrite ends with: " by 30 June", " by [date]"; "" where it is said beside.

    A date of the statement's own is kept with its year; that of the cycle needs none. A column or
    the objective that dates the statement goes on doing so.
    """
    if due is OVER:
        return " by [date]"
    own = own_deadline(reading)
    if own is not None:
        words = _own_words(reading.text, own)
        return f" {words}" if words else ""
    if due is None or (due.source == "key result" and due.date is None):
        return " by [date]"
    if due.source in _ELSEWHERE or due.date is None:
        return ""
    return f" by {_day(due.date)}"


def own_deadline(reading: Reading) -> When | None:
    """The date or event in the statement's own words by which it is due."""
    found = [when for when in reading.whens if when.kind is WhenKind.DEADLINE]
    return found[-1] if found else None


def start_of(text: str, when: When) -> int:
    """Where date words begin in the statement, with the preposition before them."""
    before = _BY.search(text, 0, when.start)
    return before.start() if before else when.start


def _own_words(text: str, when: When) -> str:
    if text[when.end : when.end + 1] not in ("", " ", ".", ",", ";", ":", ")"):
        return ""  # words go on without a blank: a name that was read in part
    if when.impossible:
        return "by [date]"
    words = text[start_of(text, when) : when.end].rstrip(".")
    if _BY.match(f"{words.split(maxsplit=1)[0]} ") and len(words.split()) <= _LONGEST:
        return words[0].lower() + words[1:]
    if when.latest is None:
        clear = len(words.split()) <= _LONGEST and " from " not in words and _ALONE.match(words)
        return words[0].lower() + words[1:] if clear else "by [date]"
    return f"by {_day(when.latest)} {when.latest.year}"


def _day(date: dt.date) -> str:
    return f"{date.day} {_MONTHS[date.month - 1]}"
