"""The date words of a header: "within 3 months" of "To be met within 3 months"."""

from __future__ import annotations

import re

from okrlint.dates import Calendar, find_dates
from okrlint.outline.text import Text, joined
from okrlint.outline.vocabulary import plain

_BEFORE = r"(?:by|until|till|before|within|due|in|end of)"
_PHRASE = re.compile(rf"\b{_BEFORE}\b(?:\s+(?:the|end|of|in|by|on))*\s*$", re.IGNORECASE)
_LONGEST = 12
"""Words; what is longer tells of something else."""


def deadline_in(text: Text, calendar: Calendar) -> Text | None:
    """The date words of a header or heading, with the preposition before them."""
    text = joined(text)
    if len(text.words.split()) > _LONGEST:
        return None
    found = next(find_dates(text.words, calendar), None)
    if found is None:
        return None
    before = _PHRASE.search(text.words, 0, found.start)
    return text.cut(before.start() if before else found.start, found.end)


def says_only_when(text: Text, calendar: Calendar) -> bool:
    """Whether a heading or line is a deadline and nothing more: "By June:", "Due in March"."""
    due = deadline_in(text, calendar)
    return due is not None and plain(text.words.replace(due.words, " ", 1)) in ("", "target")
