"""The cycle that the front matter names, in one entry or in two that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from okrlint.dates import find_periods
from okrlint.model import Cycle, CycleSource, Span
from okrlint.outline.cycle_ends import of_ends
from okrlint.outline.cycle_lines import CYCLE_KEYS
from okrlint.outline.cycle_words import of_prose
from okrlint.outline.front_matter import YamlLine, yaml_lines
from okrlint.outline.outline import Outline

_LETTERS = {
    "quarter": "Q",
    "fiscal quarter": "Q",
    "half": "H",
    "semester": "semester ",
    "trimester": "trimester ",
}
"""Keys whose value may be a bare number, and how such a part of a year is written."""


def of_front_matter(outline: Outline) -> Iterator[Cycle]:
    """Yield the cycles of the front matter, the surest first."""
    lines = tuple(yaml_lines(outline.source))
    yield from _of_start_and_end(outline, lines)
    yield from _of_numbers(outline, lines)
    for line in lines:
        if line.depth == 0 and (_name(line) in CYCLE_KEYS or line.key == "title"):
            cycle = of_prose(line.value, CycleSource.FRONT_MATTER, outline.calendar)
            if cycle:
                yield cycle


def _name(line: YamlLine) -> str:
    return line.key.replace("_", " ").replace("-", " ")


def _of_start_and_end(outline: Outline, lines: Sequence[YamlLine]) -> Iterator[Cycle]:
    """Yield the cycle of "start: 2026-01-01" and "end: 2026-03-31", alone or below "period:"."""
    below = False
    kept: list[YamlLine] = []
    for line in lines:
        if line.depth == 0:
            below = _name(line) in CYCLE_KEYS and not line.value.text
        if line.depth == 0 or below:
            kept.append(line)
    named = ((_name(line), line.value) for line in kept)
    cycle = of_ends(named, CycleSource.FRONT_MATTER, outline.calendar)
    if cycle:
        yield cycle


def _of_numbers(outline: Outline, lines: Sequence[YamlLine]) -> Iterator[Cycle]:
    """Yield the cycle of "quarter: 2", with the year of "year: 2026" where that stands there."""
    before_lists = takewhile(lambda line: not line.dash, lines)
    top = {_name(line): line.value for line in before_lists}
    year = next((top[key] for key in ("year", "fiscal year", "fy") if key in top), None)
    for key, letter in _LETTERS.items():
        value = top.get(key)
        if value is None or not re.fullmatch(r"[1-4]", value.text):
            continue
        said = f"{letter}{value.text}"
        words = f"{said} {year.text}" if year else said
        period = next(find_periods(words, outline.calendar), None)
        if period:
            spans = [prose.span for prose in (value, year) if prose]
            span = Span(min(s.start for s in spans), max(s.end for s in spans))
            days = (period.earliest, period.latest)
            yield Cycle(*days, words, CycleSource.FRONT_MATTER, span, note=period.note)
