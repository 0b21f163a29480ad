"""Adds up what the signs speak for."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from okrlint.language.promise.sign import Sign
from okrlint.language.words import load_table
from okrlint.reading import Promise

ORDER = (Promise.OUTCOME, Promise.OUTPUT, Promise.TASK)
"""The order of the numbers in a row of weights."""

Shares = tuple[float, float, float]
"""How much speaks for each promise, in the order of ORDER."""
Weights = Mapping[str, tuple[float, float, float]]
BIAS = "always"
"""The row that counts for every statement."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the signs say together."""

    promise: Promise
    shares: Shares
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
    signs: Sequence[Sign], weights: Weights, pool: Callable[[Shares], Shares] | None = None
) -> Verdict:
    """The promise for which the signs speak most.

    `pool` makes of the signs' shares those that others beside them see too.
    """
    rows = [weights[s.name] for s in signs if s.name in weights]
    totals = [sum(row[i] for row in (*rows, weights.get(BIAS, (0.0, 0.0, 0.0)))) for i in range(3)]
    top = max(totals)
    pulls = [math.exp(total - top) for total in totals]
    first, middle, last = (pull / sum(pulls) for pull in pulls)
    shares: Shares = (first, middle, last)
    if pool is not None:
        shares = pool(shares)
    best = shares.index(max(shares))

    def pull(sign: Sign) -> float:
        row = weights.get(sign.name, (0.0, 0.0, 0.0))
        return row[best] - (sum(row) - row[best]) / 2

    deciding = sorted((s for s in signs if pull(s) > 0), key=lambda s: (-pull(s), s.name))
    return Verdict(ORDER[best], shares, tuple(deciding))
