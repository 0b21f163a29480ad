"""A page writes its objectives in one look, and its key results in another.

What is taken for one in a look of its own has to be surer than what looks like the others.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from okrlint.outline.alike import Firsts
from okrlint.outline.decode import KEY_RESULT, OBJECTIVE, Scores, margin_of
from okrlint.outline.page import Page

_MOST = 4.0
"""How surely a single statement of a look is one, at most: others are held against a look only
where several are."""
_UNSURE, _FEWER = 2.0, 0.5
"""Another look is doubted where its statements are less sure than that on average, and together
come to no more than that share of the first."""
_LOSS = 2.0
"""What it loses then. All four by folds of organisations on real documents."""

_CALLED = ("objective", "key result")
"""What has a label, or stands under one, is not doubted for its look."""

Looks = Sequence[tuple[Hashable, bool]]


def find_looks(page: Page, firsts: Firsts) -> Looks:
    """How each unit is written, and whether a label calls it an objective or key result.

    Written: its kind, level or depth, emphasis, and the column of its table.
    """
    heads = {
        node: tuple(firsts[c.index]["says"] for c in columns)
        for node, columns in page.columns.items()
    }
    found: list[tuple[Hashable, bool]] = []
    for unit, own in zip(page.units, firsts, strict=True):
        look: Hashable = (unit.kind, unit.kind == "item" and unit.level, bool(own["bold"]))
        if unit.kind == "cell":
            look = (unit.kind, heads.get(unit.node), unit.column)
        elif unit.kind == "heading":
            look = (unit.kind, unit.level)
        under = own["in-first"].startswith(("key result", "objective#"))
        found.append((look, under or own["says"].startswith(_CALLED)))
    return found


def doubt_others(looks: Looks, scores: Scores, labels: Sequence[int]) -> Scores | None:
    """The scores with other looks lowered; None where there is nothing to doubt."""
    lowered: Scores | None = None
    for label in (OBJECTIVE, KEY_RESULT):
        sure: dict[Hashable, list[float]] = {}
        for at in (at for at, own in enumerate(labels) if own == label):
            margin = margin_of(scores[at], label)
            sure.setdefault(looks[at][0], []).append(min(max(margin, 0.0), _MOST))
        first = max(map(sum, sure.values()), default=0.0)
        doubted = {
            look
            for look, margins in sure.items()
            if first > _MOST
            and sum(margins) < _FEWER * first
            and sum(margins) < _UNSURE * len(margins)
        }
        if doubted:
            lowered = scores.copy() if lowered is None else lowered
            others = [
                at for at, (look, called) in enumerate(looks) if look in doubted and not called
            ]
            lowered[others, label] -= _LOSS
    return lowered
