"""Words -> dates and cycles, in pure Python."""

from __future__ import annotations

from okrlint.dates.find import find_dates
from okrlint.dates.fiscal import with_stated
from okrlint.dates.lengths import end_of_length
from okrlint.dates.periods import find_periods
from okrlint.dates.words import Calendar, DateWords, Grain

__all__ = [
    "Calendar",
    "DateWords",
    "Grain",
    "end_of_length",
    "find_dates",
    "find_periods",
    "with_stated",
]
