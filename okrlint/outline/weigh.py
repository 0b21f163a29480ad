"""From signs to labels: what each unit is, and how surely."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

import numpy as np

from okrlint.outline.alike import find_alike, find_firsts
from okrlint.outline.decode import (
    KEY_RESULT,
    LABELS,
    OBJECTIVE,
    Linked,
    Scores,
    best_labels,
    linked,
    margin_of,
    score_of,
)
from okrlint.outline.judge import Verdict
from okrlint.outline.one_column import find_doubles
from okrlint.outline.page import Page
from okrlint.outline.signs import find_signs
from okrlint.outline.starved import find_empty_sections, find_starved, is_a_set
from okrlint.outline.weights import Weights

SHARED = 0.6
"""How much of a unit's score is the mean of all units that look alike."""
TIED, ROUNDS = 3.0, 2
"""What a label gains at most from units that look alike and have it, and how often it is asked."""
STEPS = (0.0, 1.0, 2.0, 3.0, 4.0)
"""What is added to the scores of objectives and key results until one of each is found: whether a
document holds OKRs at all is asked afterwards, of the whole."""
HUNGER = 2.0
"""What is added for key results to a list right under an objective that is called so."""
_NAMES = frozenset(
    "says:key results|says:objectives|says:OKRs|says:aside|says:closed|says:mission|says:measures"
    "|says:goals|is:period"
    "|row:a field|column:ids".split("|")
)
"""What only names a group or a time, or is a field's value, is never a statement, however much one
is missed."""
_BLANK = (Verdict.PLACEHOLDER, Verdict.EMPTY, Verdict.POINTER)
"""Nor is a place that is kept for a statement, or that says where it stands."""
_WORD = re.compile(r"[^\W\d_]{2}")
LABELLED = 0.95
"""So many of the statements with a clean label are ones; the others are examples and the like."""
UNDECIDED, MOST = 2.5, 4.0
"""The log-odds of statements whose own signs say nothing (a margin of 0); each point of margin adds
one, on real documents. Beyond the second number a margin says no more."""
_NEVER = -1e9
CLEAN = {"clean:objective": OBJECTIVE, "clean:key result": KEY_RESULT}
"""A clean written label is a hard constraint."""


@dataclass(frozen=True)
class Weighed:
    """The labels of a page's units."""

    page: Page
    signs: list[list[str]]
    scores: Scores
    """One row a unit, one column a label."""
    labels: list[int]
    """The index of each unit's label."""
    step: float
    """What had to be added to find anything."""
    evidence: float
    """By how much the labels score more than the best ones without any OKRs."""

    @cached_property
    def stated(self) -> frozenset[int]:
        """The nodes that hold an objective or a key result."""
        units = zip(self.page.units, self.labels, strict=True)
        return frozenset(unit.node for unit, label in units if label in (OBJECTIVE, KEY_RESULT))

    def margin(self, unit: int) -> float:
        """By how much a unit's own signs speak for its label rather than for the next best."""
        return margin_of(self.scores[unit], self.labels[unit])

    def certainty(self, unit: int) -> float:
        """How likely a unit is what it was taken for, 0 to 1."""
        if not CLEAN.keys().isdisjoint(self.signs[unit]):
            return LABELLED
        margin = max(-MOST, min(MOST, self.margin(unit)))
        return 1 / (1 + math.exp(-UNDECIDED - margin))


def weigh(page: Page, weights: Weights, signs: list[list[str]] | None = None) -> Weighed:
    """Label all units of a page. `signs`: of its units, where they are known."""
    signs = find_signs(page) if signs is None else signs
    own = np.zeros((len(page.units), len(LABELS)))
    index, values = weights.table
    nothing = len(values) - 1
    for at, names in enumerate(signs):
        own[at] = values[[*map(index.get, names, repeat(nothing))]].sum(axis=0)
    firsts = find_firsts(page, signs)
    alike = find_alike(page, signs, firsts)
    scores = (1 - SHARED) * own + SHARED * _of_alike(own, alike)
    without = scores.copy()
    without[:, [OBJECTIVE, KEY_RESULT]] = _NEVER
    _constrain(page, signs, scores)
    units, links = page.units, linked(page.units, weights.links)
    labels, step = [0] * len(units), 0.0
    for step in STEPS:
        labels = _agreed(page, scores, step, links, alike)
        if {OBJECTIVE, KEY_RESULT} <= set(labels):
            break
    if starved := find_starved(page, signs, labels):
        scores[starved, KEY_RESULT] += HUNGER
        labels = _agreed(page, scores, step, links, alike)
    for more in STEPS[1:]:
        empty = find_empty_sections(page, labels)
        if not empty:
            break
        tried = scores.copy()
        for section in empty:
            tried[np.ix_(section, [OBJECTIVE, KEY_RESULT])] += more
        found = _agreed(page, tried, step, links, alike)
        if fed := [at for section in empty if is_a_set(page, section, found) for at in section]:
            scores[fed] = tried[fed]
            labels = _agreed(page, scores, step, links, alike)
    if doubles := find_doubles(page, signs, scores, labels):
        scores[doubles, KEY_RESULT] = _NEVER
        labels = _agreed(page, scores, step, links, alike)
    nothing_held = best_labels(units, without, links)
    evidence = score_of(units, scores, links, labels)
    evidence -= score_of(units, without, links, nothing_held)
    return Weighed(page, signs, scores, labels, step, evidence)


def _constrain(page: Page, signs: Sequence[Sequence[str]], scores: Scores) -> None:
    """Leave a unit with a clean label no other, and what cannot be a statement neither part."""
    for at, names in enumerate(signs):
        for name, label in CLEAN.items():
            if name in names:
                only = scores[at, label]
                scores[at] = _NEVER
                scores[at, label] = only
    for at, names in enumerate(signs):
        blank = page.verdicts[at] in _BLANK or not _WORD.search(page.units[at].text.words)
        if blank or not _NAMES.isdisjoint(names):
            scores[at, [OBJECTIVE, KEY_RESULT]] = _NEVER


def _agreed(
    page: Page, scores: Scores, step: float, links: Linked, alike: Sequence[Sequence[int]]
) -> list[int]:
    """The best labels where units that look alike also ask each other what they are."""
    scores = scores.copy()
    scores[:, [OBJECTIVE, KEY_RESULT]] += step
    labels = best_labels(page.units, scores, links)
    groups = [list(group) for group in alike if len(group) > 1]
    for _ in range(ROUNDS):
        tied = scores.copy()
        for group in groups:
            having = np.bincount([labels[at] for at in group], minlength=len(LABELS))
            tied[group] += TIED * having / len(group)
        before, labels = labels, best_labels(page.units, tied, links)
        if labels == before:
            break
    return labels


def _of_alike(own: Scores, alike: Sequence[Sequence[int]]) -> Scores:
    mean: Scores = own.copy()
    for group in alike:
        if len(group) > 1:
            mean[list(group)] = own[list(group)].mean(axis=0)
    return mean
