"""What date words are, as plain data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Calendar:
    """How date words are to be understood.

    >>> fiscal = Settings(calendar=Calendar(fiscal_year_start=4))
    >>> parse(PAGE.replace("Q3 2026", "FY26-Q1"), settings=fiscal).cycle.start
    datetime.date(2025, 4, 1)
    """

    fiscal_year_start: int = 1
    """The month, 1 to 12, in which the fiscal year begins; FY21 ends in the year 2021."""
    day_first: bool | None = None
    """Whether 12/04/2022 is the 12th of April; None when nothing says."""
    today: dt.date | None = None
    """The day from which "the next 90 days" counts; None when nobody said."""


class Grain(str, Enum):
    """How long the stretch of time is that the words name."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of a text that name a day or a stretch of time."""

    start: int
    """0-based character offset into the text."""
    end: int
    grain: Grain
    earliest: dt.date | None
    """First day; None when it is not known (no year, no today) or left open ("by 2025")."""
    latest: dt.date | None
    """Last day, inclusive; None when it is not known, or an event."""
    impossible: bool = False
    """No calendar has this date: "31 June"."""
    note: str | None = None
    """How doubtful words were read: "day first"."""
    event: str | None = None
    """The event that ends the stretch, when no date does: "7 days after launch"."""
