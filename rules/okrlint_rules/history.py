"""The same key result at two revisions."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from okrlint import Document, KeyResult
from okrlint_rules.words import normal_form

ALIKE = 0.6
"""From this likeness on (0 to 1, of the letters), two statements are one that was edited."""


def find_pairs(before: Document, now: Document) -> Iterator[tuple[KeyResult, KeyResult]]:
    """Yield each earlier key result with the one that it is now; each is paired once."""
    old = [k for _, k in before.key_results()]
    new = [k for _, k in now.key_results()]
    scored = sorted(
        (
            (-_likeness(a, b), i, j)
            for i, a in enumerate(old)
            for j, b in enumerate(new)
            if _likeness(a, b) >= ALIKE
        ),
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, i, j in scored:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            yield old[i], new[j]


def _likeness(a: KeyResult, b: KeyResult) -> float:
    """How alike two statements are, numbers left out: those are what changes."""
    one, other = _words(a), _words(b)
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() if one else 0.0


def _words(key_result: KeyResult) -> str:
    return " ".join(w for w in normal_form(key_result.prose.text).split() if not w.isdigit())
