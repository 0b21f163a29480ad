"""By when a due field says that something is due."""

from __future__ import annotations

import datetime as dt

from okrlint.beside.values import is_date
from okrlint.dates import Calendar, find_dates
from okrlint.reading import When, WhenKind


def read_due(
    value: str, calendar: Calendar, around: tuple[dt.date, dt.date] | None = None
) -> When | None:
    """The date or event of a value such as "30 June" or "Launch + 1 month"; None for "TBD".

    `around`: the first and last day of the cycle, which settle a missing year.
    """
    if not is_date(value):
        return None
    found = next(find_dates(value, calendar, around), None)
    if found is None:
        return When(0, len(value), WhenKind.DEADLINE, value, event=value)
    words = value[found.start : found.end]
    event = None if found.latest or found.impossible else value
    return When(
        found.start,
        found.end,
        WhenKind.DEADLINE,
        words,
        found.earliest,
        found.latest,
        event,
        found.impossible,
    )
