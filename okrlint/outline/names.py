"""Headings that only name a period, a person or a part of the page."""

from __future__ import annotations

import re

from okrlint.dates import Calendar, find_periods
from okrlint.outline.vocabulary import plain

_BESIDE_PERIOD = frozenset(
    (
        *("okr", "okrs", "goal", "goals", "objective", "objectives", "key", "results", "kr", "krs"),
        *("the", "for", "of", "our", "my", "from", "to", "until", "through", "and"),
        *("team", "quarter", "year", "fiscal", "plan", "planning", "current", "new"),
        *("cycle", "period", "season", "sprint"),
    )
)


def is_period(words: str, calendar: Calendar) -> bool:
    """Whether the words are a cycle and hardly more."""
    left = words
    for found in find_periods(words, calendar):
        left = left.replace(words[found.start : found.end], " ")
    if left == words:
        return False
    return not set(re.findall(r"[^\W\d_]+", plain(left))) - _BESIDE_PERIOD


def is_person(words: str) -> bool:
    """Whether the words are a handle, alone or beside a name."""
    return "@" in words and bool(
        re.fullmatch(r"\W*(?:[\w.'\u2019-]+\s+){0,3}\W*@[\w-]+\W*", words.strip())
    )


def is_nobodys(words: str, calendar: Calendar) -> bool:
    """Whether a heading says when, or that OKRs follow, and not whose: "Our objectives, Q3"."""
    for found in find_periods(words, calendar):
        words = words.replace(words[found.start : found.end], " ")
    left = set(re.findall(r"[^\W\d_]+", plain(words)))
    return not left - _BESIDE_PERIOD - _ORDINARY and "team" not in left


_ORDINARY = frozenset(("objective", "result", "okr", "list", "overview", "all", "s"))
