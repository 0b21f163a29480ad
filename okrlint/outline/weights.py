"""The fitted weights: what each sign is worth for each label.

`data/weights.txt` is written by `training/fit_outline.py`. A line holds a sign, a tab, and the
labels that it speaks for or against: `item/up:key results<TAB>key result +3.10 objective -0.80`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np

from okrlint.outline.decode import LABELS, Links, Scores

_PAIR = re.compile(r"([a-z][a-z ]*?) ([+-]\d+\.\d+)")
_PLACES = {label: place for place, label in enumerate(LABELS)}


@dataclass(frozen=True)
class Weights:
    """What was learned."""

    signs: dict[str, Scores]
    """One weight a label."""
    links: Links
    holds: dict[str, float]
    """What each sign of the whole document says of whether it holds OKRs."""

    @cached_property
    def table(self) -> tuple[dict[str, int], Scores]:
        """Which row of weights is whose, and the rows; the last is that of signs without any."""
        rows = np.array([*self.signs.values(), np.zeros(len(LABELS))])
        return {name: at for at, name in enumerate(self.signs)}, rows


@cache
def load_weights() -> Weights:
    """The weights that okrlint ships."""
    text = (files("okrlint.outline") / "data" / "weights.txt").read_text(encoding="utf-8")
    signs: list[str] = []
    rows: list[list[float]] = []
    above: dict[str, Scores] = {}
    before: dict[str, Scores] = {}
    holds: dict[str, float] = {}
    for line in text.splitlines():
        name, _, values = line.partition("\t")
        kind, _, name = name.partition(" ")
        if kind == "sign":
            signs.append(name)
            rows.append(_row(values))
        elif kind in ("above", "before"):
            edge, _, label = name.rpartition(" < ")
            table = (above if kind == "above" else before).setdefault(
                edge, np.zeros((len(LABELS), len(LABELS)))
            )
            table[LABELS.index(label)] = _row(values)
        elif kind == "holds":
            holds[name] = float(values)
    return Weights(dict(zip(signs, np.array(rows), strict=True)), Links(above, before), holds)


def _row(values: str) -> list[float]:
    row = [0.0] * len(LABELS)
    for label, weight in _PAIR.findall(values):
        row[_PLACES[label]] = float(weight)
    return row


def render_row(weights: Scores) -> str:
    """The weights of a line, without those next to nothing."""
    return " ".join(
        f"{label} {weight:+.2f}"
        for label, weight in zip(LABELS, weights, strict=True)
        if abs(weight) >= LEAST
    )


LEAST = 0.05
"""A smaller weight is left out."""
