"""Objectives whose heading is a mere name, and whose sentence stands below it: "Description: ...".

"## warm-ovens" over "**Description:** Ovens stay hot all night." and a table of key results: a
short name looks like that of a group, so the labelling takes it for one. Where several headings of
a page are described and key results stand right under each, they are its objectives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from okrlint.outline.completed import DESCRIPTION
from okrlint.outline.decode import KEY_RESULT, LABELS, OBJECTIVE
from okrlint.outline.sign import Role
from okrlint.outline.unit import Unit
from okrlint.outline.weigh import Weighed

_THEME = LABELS.index("theme")
_SENTENCE = 4
"""Words; what describes an objective has as many at least."""
_SEVERAL = 2


def with_described(weighed: Weighed) -> Weighed:
    """The labels, with headings that are described and hold key results taken for objectives."""
    found = {unit.index for unit in _described(weighed)}
    missed = [at for at in sorted(found) if weighed.labels[at] != OBJECTIVE]
    if len(found) < _SEVERAL or not missed:
        return weighed
    labels = list(weighed.labels)
    for at in missed:
        labels[at] = OBJECTIVE
        for above in weighed.page.above(weighed.page.units[at]):
            if labels[above.index] == OBJECTIVE:  # it holds objectives, so it is none
                labels[above.index] = _THEME
    return replace(weighed, labels=labels)


def _describes(unit: Unit) -> bool:
    match = DESCRIPTION.match(unit.text.words) if unit.kind == "line" else None
    return match is not None and len(unit.text.words[match.end() :].split()) >= _SENTENCE


def _described(weighed: Weighed) -> Iterator[Unit]:
    """The headings with such a line, which key results stand under as the nearest heading."""
    page = weighed.page
    nearest = {
        next((a.index for a in page.above(unit) if a.kind == "heading"), -1)
        for unit, label in zip(page.units, weighed.labels, strict=True)
        if label == KEY_RESULT
    }
    for at in nearest - {-1}:
        unit = page.units[at]
        named = unit.role is Role.PLAIN and weighed.labels[at] != KEY_RESULT
        if named and any(map(_describes, page.below(unit))):
            yield unit
