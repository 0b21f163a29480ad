"""The cycle that a tag of the front matter names: "2027/Q3", "okr/2027-q3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.dates import find_periods
from okrlint.model import Cycle, CycleSource, Prose
from okrlint.outline.front_matter import filed_under
from okrlint.outline.outline import Outline

_SHORT = 250
"""Days. A tag of a whole year may only say when the page was written."""


def of_tags(outline: Outline) -> Cycle | None:
    """The cycle that the tags name; None where they name none, or several."""
    found = list(_cycles(outline))
    return found[0] if len({cycle.period for cycle in found}) == 1 else None


def _cycles(outline: Outline) -> Iterator[Cycle]:
    for tag in _tags(outline):
        words = tag.text.replace("/", "-").replace("_", "-")
        for period in find_periods(words, outline.calendar):
            whole = not re.search(r"\d", words[: period.start] + words[period.end :])
            if not (whole and period.earliest and period.latest):
                continue
            if (period.latest - period.earliest).days < _SHORT:
                span = tag.source_span(period.start, period.end)
                written = tag.text[period.start : period.end]
                front = CycleSource.FRONT_MATTER
                yield Cycle(period.earliest, period.latest, written, front, span)


def _tags(outline: Outline) -> Iterator[Prose]:
    """Each tag: of "tags: [okrs, 2027/Q3]", or of the list below "tags:"."""
    for line in filed_under(outline.source):
        for piece in re.finditer(r"[^\s,\[\]\"'#]+", line.text):
            yield line.cut(*piece.span())
