"""Why each part of a document was read as it was: the signs that weighed most.

A unit's score is half its own signs and half the mean of the units that look alike, so the margin
by which a label wins parts into one share for each sign; all shares add up to the margin.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from okrlint.beside import also_named
from okrlint.dates import Calendar
from okrlint.lines import LineIndex
from okrlint.markdown.presence import has_okr_signs
from okrlint.model import Labels, Span
from okrlint.outline.alike import find_alike, find_firsts
from okrlint.outline.claims import find_claims
from okrlint.outline.decode import KEY_RESULT, LABELS, OBJECTIVE
from okrlint.outline.held import is_held
from okrlint.outline.holds import find_holds_signs
from okrlint.outline.read import HELD, read_page
from okrlint.outline.sign_words import fact_of, say_kind, say_sign, say_whole
from okrlint.outline.unit import Unit
from okrlint.outline.weigh import CLEAN, SHARED, Weighed, weigh
from okrlint.outline.weights import Weights, load_weights

MOST = 3
"""So many signs are named on each side."""
LEAST = 0.005
"""A sign that weighs less is not named."""
_ALWAYS = "always"
"""The sign that everything has; it tells nothing apart."""
_OTHERS = " (others that look like it)"


@dataclass(frozen=True, slots=True)
class Reason:
    """A sign in words, and what it weighs: for what was decided above zero, against it below."""

    says: str
    weight: float


@dataclass(frozen=True, slots=True)
class Taken:
    """What one part of a document was taken for."""

    line: int
    end_line: int
    kind: str
    """heading, line, list item, table, column, cell or front-matter entry."""
    text: str
    label: str
    """One of the names in `okrlint.outline.decode.LABELS`."""
    rival: str
    """The label that its signs say next, or would have said."""
    margin: float | None
    """By how much its signs say the label rather than the rival; below zero where its place among
    the others decided. None where its own clean label says it."""
    left_out: bool
    """Taken for an objective or key result, and yet without words for a statement."""
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a document was read as it was."""

    path: str
    considered: bool
    """False where no word in it or its path speaks of OKRs: then nothing was weighed."""
    held: bool
    """Whether it was held to contain OKRs."""
    likelihood: float
    """From 0 to 1."""
    reasons_for: tuple[Reason, ...]
    """For its containing OKRs."""
    reasons_against: tuple[Reason, ...]
    taken: tuple[Taken, ...]


def explain(
    source: str,
    path: str,
    labels: Labels = Labels(),
    calendar: Calendar = Calendar(),
    weights: Weights | None = None,
) -> Why:
    """Read a text as `okrlint.outline.parse` does, and say why it comes out so."""
    if not has_okr_signs(source, path, labels):
        return Why(path, False, False, 0.0, (), (), ())
    weights = weights or load_weights()
    with also_named(labels.fields):
        weighed = weigh(read_page(source, path, labels, calendar), weights)
    likelihood = is_held(weighed, weights.holds)
    held = likelihood >= HELD
    whole = {
        say_whole(name): weights.holds.get(name, 0.0)
        for name in sorted(find_holds_signs(weighed))
        if name != _ALWAYS
    }
    taken = list(_all_taken(weighed, weights))
    taken.sort(key=lambda one: one.line)
    return Why(path, True, held, likelihood, *_strongest(whole), tuple(taken))


def _all_taken(weighed: Weighed, weights: Weights) -> Iterator[Taken]:
    statements = {at for claim in find_claims(weighed) for at in claim.prose.starts}
    lines = LineIndex(weighed.page.source)
    shared = _of_groups(weighed)
    for unit in weighed.page.units:
        span = _span(unit)
        if span is None:
            continue
        label = weighed.labels[unit.index]
        clean = any(name in CLEAN for name in weighed.signs[unit.index])
        rival = _rival(weighed, unit)
        own = Counter(weighed.signs[unit.index])
        shares = {} if clean else _shares(weights, own, shared[unit.index], label, rival)
        stated = label in (OBJECTIVE, KEY_RESULT)
        end = span.start if unit.kind == "table" else max(span.start, span.end - 1)
        yield Taken(
            lines.line_at(span.start),
            lines.line_at(end),
            say_kind(unit.kind),
            unit.text.words,
            LABELS[label],
            LABELS[rival],
            None if clean else weighed.margin(unit.index),
            stated and statements.isdisjoint(unit.text.prose.starts),
            *_strongest(shares),
        )


def _span(unit: Unit) -> Span | None:
    """Where a unit stands; None for the root and for cells without words."""
    if unit.text.prose.text.strip():
        return unit.text.prose.span
    return unit.block.span if unit.block and unit.kind == "table" else None


def _rival(weighed: Weighed, unit: Unit) -> int:
    """The best label beside the one that was taken."""
    row = weighed.scores[unit.index].copy()
    row[weighed.labels[unit.index]] = -math.inf
    return int(np.argmax(row))


def _of_groups(weighed: Weighed) -> dict[int, Mapping[str, float]]:
    """How many of the units that look alike show each sign, as a share, by each of the units."""
    found: dict[int, Mapping[str, float]] = {}
    for group in find_alike(weighed.page, weighed.signs, find_firsts(weighed.page, weighed.signs)):
        counts = Counter(name for at in group for name in weighed.signs[at])
        shares = {name: count / len(group) for name, count in counts.items()}
        found.update((at, shares) for at in group)
    return found


def _shares(
    weights: Weights, own: Counter[str], shared: Mapping[str, float], label: int, rival: int
) -> Mapping[str, float]:
    """What each fact adds to the margin; what only the others in the group show is told apart."""
    facts = set(map(fact_of, own))
    shares: dict[str, float] = defaultdict(float)
    for name, part in shared.items():
        weight = weights.signs.get(name)
        if weight is not None and name != _ALWAYS:
            says = say_sign(name) + ("" if fact_of(name) in facts else _OTHERS)
            counted = (1 - SHARED) * own[name] + SHARED * part
            shares[says] += counted * float(weight[label] - weight[rival])
    return shares


def _strongest(shares: Mapping[str, float]) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """The strongest reasons for and against; equal ones in the order of their words."""
    ordered = sorted((Reason(says, weight) for says, weight in shares.items()), key=_order)
    named = [reason for reason in ordered if abs(reason.weight) >= LEAST]
    return (
        tuple(r for r in named if r.weight > 0)[:MOST],
        tuple(r for r in named if r.weight < 0)[:MOST],
    )


def _order(reason: Reason) -> tuple[float, str]:
    return -round(abs(reason.weight), 9), reason.says
