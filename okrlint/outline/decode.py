"""The best consistent labelling of all units at once.

Each unit has a score for each label. Labels also score by what stands above and before them: key
results stand under objectives, siblings tend to be alike. Dynamic programming over the tree, along
the siblings under each parent, finds the labelling with the highest sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from okrlint.outline.unit import Unit

LABELS = ("objective", "key result", "results", "theme", "aside", "detail", "other")
"""What a unit can be: `results` names the key results below it; a `theme` holds objectives; an
`aside` stands for initiatives, notes and the like; a `detail` belongs to the statement above."""

OBJECTIVE, KEY_RESULT = LABELS.index("objective"), LABELS.index("key result")

Scores = NDArray[np.float64]


@dataclass(frozen=True)
class Links:
    """What labels score together: by the kinds of the two units, label above by label."""

    above: dict[str, Scores]
    before: dict[str, Scores]


def edge_above(units: Sequence[Unit], unit: Unit) -> str:
    """How a unit stands under the one above it."""
    above = units[unit.parent].kind
    if unit.kind in ("cell", "column", "entry"):
        return unit.kind
    return f"{above}>{unit.kind}"


_FLOW = ("item", "line", "heading")


def edge_before(before: Unit | None, unit: Unit) -> str:
    """How a unit stands behind its sibling."""
    if before is None:
        return "none"
    if before.kind != unit.kind:
        flows = before.kind in _FLOW and unit.kind in _FLOW
        return f"{before.kind}-{unit.kind}" if flows else "other"
    return f"{unit.kind} same"


Linked = list[tuple[Scores, Scores]]
"""Of each unit: what a label above, and one of the sibling before, score with its own."""


def linked(units: Sequence[Unit], links: Links) -> Linked:
    """The links of each unit of a page, looked up once."""
    none = np.zeros((len(LABELS), len(LABELS)))
    found: Linked = [(none, none)] * len(units)
    for unit in units:
        before: Unit | None = None
        for at in unit.children:
            child = units[at]
            back = links.before.get(edge_before(before, child), none) if before else none
            found[at] = (links.above.get(edge_above(units, child), none), back)
            before = child
    return found


def score_of(units: Sequence[Unit], scores: Scores, links: Linked, labels: Sequence[int]) -> float:
    """What some labels score together. `links`: what `linked` gives."""
    total = float(scores[range(len(units)), list(labels)].sum())
    for unit in units:
        for at, before in zip(unit.children, (None, *unit.children), strict=False):
            above, back = links[at]
            total += float(above[labels[unit.index], labels[at]])
            total += 0.0 if before is None else float(back[labels[before], labels[at]])
    return total


def margin_of(scores: Scores, label: int) -> float:
    """By how much a label scores more than the best of the others; `scores`: one a label."""
    rest: list[float] = scores.tolist()
    own = rest.pop(label)
    return own - max(rest)


def best_labels(units: Sequence[Unit], scores: Scores, links: Linked) -> list[int]:
    """The index of the best label of each unit.

    `scores`: one row a unit, one column a label. `links`: what `linked` gives.
    """
    none = np.zeros((len(LABELS), len(LABELS)))
    best = scores.copy()
    chains: dict[int, list[tuple[Scores, Scores]]] = {}
    for unit in reversed(units):
        chain: list[tuple[Scores, Scores]] = []
        for at in unit.children:
            total = best[at] + links[at][0]
            back = none
            if chain:
                step = chain[-1][0][:, :, None] + links[at][1]
                back = step.argmax(axis=1)
                total = total + step.max(axis=1)
            chain.append((total, back))
        if chain:
            chains[unit.index] = chain
            best[unit.index] += chain[-1][0].max(axis=1)
    labels = [0] * len(units)
    labels[0] = int(best[0].argmax())
    for unit in units:
        chain = chains.get(unit.index, [])
        label = int(chain[-1][0][labels[unit.index]].argmax()) if chain else 0
        for at, (_, back) in zip(reversed(unit.children), reversed(chain), strict=True):
            labels[at] = label
            label = int(back[labels[unit.index], label])
    return labels
