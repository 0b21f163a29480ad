"""Adds up what signs speak for, with the fitted weights of `data/together-weights.txt`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from okrlint.language.words import load_entries
from okrlint.reading import Decision

Signs = dict[str, float]
"""The signs of a statement, each with its value."""
TABLE = "together-weights"
ALWAYS = "always"
"""The sign that every statement has."""
FROM = "from"
"""The row that says from which share on the answer is yes."""
MOST_REASONS = 3
"""So many signs are named as reasons of an answer."""


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of each question by sign, once."""
    found: dict[str, dict[str, float]] = {}
    for entry in load_entries(TABLE):
        found.setdefault(entry.text, {})[entry.fields[0]] = float(entry.fields[1])
    return MappingProxyType({name: MappingProxyType(rows) for name, rows in found.items()})


def total(question: str, signs: Mapping[str, float]) -> float:
    """What speaks for yes, less what speaks against it, as log-odds."""
    weights = load_weights()[question]
    return weights[ALWAYS] + sum(weights.get(name, 0.0) * value for name, value in signs.items())


def decide(question: str, signs: Mapping[str, float]) -> Decision:
    """The answer to a question, how likely yes is, and the signs that spoke most for the answer."""
    weights = load_weights()[question]
    share = 1 / (1 + math.exp(-total(question, signs)))
    answer = share >= weights[FROM]
    side = 1 if answer else -1
    pulls = {name: side * weights.get(name, 0.0) * value for name, value in signs.items()}
    told = sorted((name for name, pull in pulls.items() if pull > 0), key=lambda n: (-pulls[n], n))
    return Decision(question, answer, round(share, 4), tuple(told[:MOST_REASONS]))
