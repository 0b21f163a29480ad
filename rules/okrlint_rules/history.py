"""The same key result at two revisions."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from okrlint import Cycle, Document, KeyResult, Objective
from okrlint_rules.words import normal_form

ALIKE = 0.6
"""From this likeness on (0 to 1, of the letters), two statements are one that was edited."""


def find_pairs(before: Document, now: Document) -> Iterator[tuple[KeyResult, KeyResult]]:
    """Yield each earlier key result with the one that it is now; each is paired once.

    Key results of two cycles are never the same one.
    """
    old, new = _with_cycles(before), _with_cycles(now)
    scored = sorted(
        (-_likeness(a, b), i, j)
        for i, (a, cycle) in enumerate(old)
        for j, (b, other) in enumerate(new)
        if _agree(cycle, other) and _likeness(a, b) >= ALIKE
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, i, j in scored:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            yield old[i][0], new[j][0]


def goes_on(objective: Objective | None, before: Document, now: Document) -> bool:
    """Whether the cycle of an earlier objective is still one of the document's."""
    cycle = (objective.cycle if objective else None) or before.cycle
    return any(_agree(cycle, o.cycle or now.cycle) for o in now.objectives)


def _with_cycles(document: Document) -> list[tuple[KeyResult, Cycle | None]]:
    return [(k, (o.cycle if o else None) or document.cycle) for o, k in document.key_results()]


def _agree(one: Cycle | None, other: Cycle | None) -> bool:
    """Whether two cycles may be the same; one that nothing states may be any."""
    if one is None or other is None:
        return True
    return (one.start, one.end, one.event) == (other.start, other.end, other.event)


def _likeness(a: KeyResult, b: KeyResult) -> float:
    """How alike two statements are, numbers left out: those are what changes."""
    one, other = _words(a), _words(b)
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() if one else 0.0


def _words(key_result: KeyResult) -> str:
    return " ".join(w for w in normal_form(key_result.prose.text).split() if not w.isdigit())
