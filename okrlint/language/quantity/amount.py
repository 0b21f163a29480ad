"""An amount: a number as it is meant, before anything is said about targets and baselines."""

from __future__ import annotations

from dataclasses import dataclass

from okrlint.reading import Measure


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; offsets cover number, sign and unit, not the thing counted."""

    start: int
    end: int
    measure: Measure
    value: float | None
    unit: str | None = None
    upper: float | None = None
    plus: bool = False
    """Followed by a plus sign: "3+"."""
    sign: str = ""
    """"+" or "-" written before the number: a change."""


@dataclass(frozen=True, slots=True)
class Joined:
    """An amount, and whether it is a stretch between two numbers."""

    amount: Amount
    between: bool = False
