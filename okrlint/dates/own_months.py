"""Reads the months that stand beside a named part of a year: "Q3 FY2027 (Aug-Oct)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from okrlint.dates.atom import Atom
from okrlint.dates.stretch import UNKNOWN, Stretch, fiscal
from okrlint.dates.words import Calendar, Grain

_MODEL_YEAR = 2001
"""Any year will do where only the months are compared."""

_MONTHS = 12


def with_own_months(text: str, atoms: Sequence[Atom], calendar: Calendar) -> Iterator[Atom]:
    """Yield the atoms; a part of a year and months beside it that lie elsewhere become one.

    The months then say when the fiscal year begins, and the fiscal year that it is named by the
    year in which it ends. Where that does not follow, the days stay unknown.
    """
    year = _fiscal_year(text, atoms)
    waiting: Atom | None = None
    for atom in atoms:
        both = _both(text, waiting, atom, year, calendar) if waiting else None
        if waiting and both is None:
            yield waiting
        waiting = both or atom
    if waiting:
        yield waiting


def _both(
    text: str, first: Atom, second: Atom, year: int | None, calendar: Calendar
) -> Atom | None:
    if not _beside().fullmatch(text[first.end : second.start]):
        return None
    part, months = (second, first) if first.grain is Grain.RANGE else (first, second)
    if part.grain not in (Grain.QUARTER, Grain.HALF, Grain.YEAR) or months.grain is not Grain.RANGE:
        return None
    named, said = _in_model_year(part), _in_model_year(months)
    if not (named and said) or _within(said, named):
        return None
    end = second.end + (text[second.end : second.end + 1] in (")", "]"))
    merged = Atom(first.start, end, Grain.RANGE, months.place, months.year, months.fixed)
    if months.year is not None or months.place is None:
        return merged
    is_fiscal = bool(_fiscal_word().search(text[part.start : part.end]))
    year = part.year if is_fiscal else (year if part.year is None else None)
    if year is None and part.year is None and len(said) == len(named):
        return merged
    if year is None or len(said) != len(named):
        unknown = "the months beside it do not say of which year"
        return replace(merged, place=None, fixed=UNKNOWN, note=unknown)
    offset = (named[0] - calendar.fiscal_year_start) % _MONTHS
    begins = (said[0] - offset - 1) % _MONTHS + 1
    fixed = fiscal(year, offset, len(said), begins) or UNKNOWN
    note = f"fiscal year read as the one that ends in {year}"
    return replace(merged, place=None, fixed=fixed, note=note)


def _fiscal_year(text: str, atoms: Sequence[Atom]) -> int | None:
    """The only year in the text, where it is a fiscal one: "FY2027 OKRs, Q3 (Aug-Oct)"."""
    years = {(a.year, text[a.start : a.end]) for a in atoms if a.grain is Grain.YEAR}
    if len(years) != 1:
        return None
    ((year, words),) = years
    return year if _fiscal_word().search(words) else None


def _in_model_year(atom: Atom) -> tuple[int, ...] | None:
    """The numbers of the whole months of an atom, in order; None where it is no whole months."""
    stretch: Stretch | None = atom.place(_MODEL_YEAR) if atom.place else atom.fixed
    if not (stretch and stretch.first and stretch.last):
        return None
    first, last = stretch.first, stretch.last
    if first.day != 1 or last.day < 28 or last < first:
        return None
    count = (last.year - first.year) * _MONTHS + last.month - first.month + 1
    return tuple((first.month + n - 1) % _MONTHS + 1 for n in range(count))


def _within(said: Sequence[int], named: Sequence[int]) -> bool:
    """Whether the months lie in the part of the year, in the order in which it has them."""
    return said[0] in named and tuple(named[named.index(said[0]) :][: len(said)]) == tuple(said)


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(r"\s*[(\[]\s*|\s*[,:=]\s*|\s+", re.IGNORECASE)


@cache
def _fiscal_word() -> re.Pattern[str]:
    return re.compile(r"FY|fiscal|financial", re.IGNORECASE)
