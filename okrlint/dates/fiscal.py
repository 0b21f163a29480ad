"""The fiscal calendar that a text states: "Our fiscal year starts on 1 February"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from okrlint.dates.atom import compiled
from okrlint.dates.vocabulary import alternatives, load_names
from okrlint.dates.words import Calendar


def with_stated(calendar: Calendar, text: str) -> Calendar:
    """The calendar, its fiscal year begun when the text says; configured ones stay.

    >>> from okrlint.dates.fiscal import with_stated
    >>> with_stated(Calendar(), "Our fiscal year starts on 1 February.").fiscal_year_start
    2
    """
    if calendar.fiscal_year_start != 1 or not _FISCAL.search(text):
        return calendar
    months = load_names("month")
    found = {months[match["month"].lower()] for match in _stated().finditer(text)}
    return replace(calendar, fiscal_year_start=found.pop()) if len(found) == 1 else calendar


_FISCAL = re.compile(r"fiscal|financial|\bFY", re.IGNORECASE)


@cache
def _stated() -> re.Pattern[str]:
    return compiled(
        r"(?:(?:fiscal|financial)\s+year|\bFY)s?\s+(?:always\s+)?(?:starts?|begins?|runs\s+from)\s+"
        r"(?:(?:on|in|with|each|every)\s+)?(?:the\s+)?(?:\d{1,2}(?:st)?\s+(?:of\s+)?)?"
        rf"(?P<month>{alternatives(load_names('month'))})\b"
    )
