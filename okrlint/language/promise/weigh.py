"""Adds up what the signs speak for."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from okrlint.language.promise.sign import Sign
from okrlint.language.words import load_table
from okrlint.reading import Promise

ORDER = (Promise.OUTCOME, Promise.OUTPUT, Promise.TASK)
"""The order of the numbers in a row of weights."""

OWN_SHARE = 0.4
"""How much the signs count beside the learned reader; docs/language.md has the measurements."""

Weights = Mapping[str, tuple[float, float, float]]
BIAS = "always"
"""The row that counts for every statement."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the signs say together."""

    promise: Promise
    shares: tuple[float, float, float]
    """How much speaks for each promise, in the order of ORDER; they add up to 1."""
    deciding: tuple[Sign, ...]
    """The signs that spoke for the promise, strongest first."""

    @property
    def confidence(self) -> float:
        """The share of the promise, 0 to 1."""
        return self.shares[ORDER.index(self.promise)]


@cache
def load_weights() -> Weights:
    """Load the table of weights, once."""
    table = load_table("promise-weights")
    return {name: (float(a), float(b), float(c)) for name, (a, b, c) in table.items()}


def weigh(
    signs: Sequence[Sign], weights: Weights, second: tuple[float, float, float] | None = None
) -> Verdict:
    """The promise for which the signs speak most.

    `second` is another reader's opinion of the three promises; then both decide together.
    """
    rows = [weights[s.name] for s in signs if s.name in weights]
    totals = [sum(row[i] for row in (*rows, weights.get(BIAS, (0.0, 0.0, 0.0)))) for i in range(3)]
    top = max(totals)
    pulls = [math.exp(total - top) for total in totals]
    shares = [pull / sum(pulls) for pull in pulls]
    if second is not None:
        shares = _pool(shares, second)
    best = shares.index(max(shares))

    def pull(sign: Sign) -> float:
        row = weights.get(sign.name, (0.0, 0.0, 0.0))
        return row[best] - (sum(row) - row[best]) / 2

    deciding = sorted((s for s in signs if pull(s) > 0), key=lambda s: (-pull(s), s.name))
    return Verdict(ORDER[best], (shares[0], shares[1], shares[2]), tuple(deciding))


def _pool(own: Sequence[float], other: Sequence[float]) -> list[float]:
    """Two opinions as one: the weighted geometric mean, so that either may rule a promise out."""
    least = 1e-6
    mixed = [
        max(a, least) ** OWN_SHARE * max(b, least) ** (1 - OWN_SHARE)
        for a, b in zip(own, other, strict=True)
    ]
    return [share / sum(mixed) for share in mixed]
