"""The promise as both see it: signs of the rules, the learned reader, and the kinds of numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from okrlint.language.together.weigh import Signs, total
from okrlint.reading import Promise, Quantity

ORDER = (Promise.OUTCOME, Promise.OUTPUT, Promise.TASK)
QUESTIONS = tuple(f"promise {promise.value}" for promise in ORDER)
"""The questions of the table, one a promise."""
_LEAST = 6.0
"""No share is taken for less than e to the minus this."""


def signs_of(
    own: Sequence[float], second: Sequence[float], quantities: Sequence[Quantity]
) -> Signs:
    """What rules and reader say of the promise: logarithms of their shares, kinds of numbers."""
    signs: Signs = {}
    for promise, by_rules, by_reader in zip(ORDER, own, second, strict=True):
        signs[f"rules: {promise.value}"] = max(-_LEAST, math.log(max(by_rules, 1e-6)))
        signs[f"reader: {promise.value}"] = max(-_LEAST, math.log(max(by_reader, 1e-6)))
    for measure in {q.measure for q in quantities}:
        signs[f"a {measure.value}"] = 1.0
    if any(q.given for q in quantities):
        signs["a number given"] = 1.0
    return signs


def pool(
    own: Sequence[float], second: Sequence[float], quantities: Sequence[Quantity]
) -> tuple[float, float, float]:
    """The share of each promise, in the order of ORDER; they add up to 1."""
    signs = signs_of(own, second, quantities)
    totals = [total(question, signs) for question in QUESTIONS]
    top = max(totals)
    first, middle, last = (math.exp(one - top) for one in totals)
    both = first + middle + last
    return (first / both, middle / both, last / both)
