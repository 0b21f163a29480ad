"""A reading once the team's verbs, metrics and units are known."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from okrlint.reading import Evidence, Measure, Promise, Quantity, Reading
from okrlint.terms import Terms, forms_of, spot_terms
from okrlint.vocabulary.words import Vocabulary

SURE = 0.95
"""How sure a promise is that the team's own words decide."""
_FIRST = re.compile(r"\W*(?:(?:to|we|we'll|will)\s+)*(?P<verb>[^\W\d_]+)", re.IGNORECASE)
_NUMBER = r"(?<![\w.,])(?P<number>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?)\s?"
_NEAR = re.compile(r"\s+(?:[^\W\d_]+\s+){0,1}")


def settle_reading(reading: Reading, vocabulary: Vocabulary) -> Reading:
    """The reading with the team's terms and units known; its verbs and metrics decide."""
    if vocabulary.accept and reading.vague:
        reading = _without_accepted(reading, spot_terms(vocabulary.accept))
    if vocabulary.units:
        reading = _with_units(reading, vocabulary.units)
    if vocabulary.metrics and (found := _counted(reading, spot_terms(vocabulary.metrics))):
        evidence = Evidence(*found, "a metric in your vocabulary")
        return _promised(reading, Promise.OUTCOME, evidence)
    if vocabulary.task_verbs and (found := _task_verb(reading, vocabulary.task_verbs)):
        counted = any(one.given for one in reading.quantities)
        if not any(one.baseline_start is not None for one in reading.quantities):
            says = "own work, in your vocabulary" + (", counted" if counted else "")
            promise = Promise.OUTPUT if counted else Promise.TASK
            return _promised(reading, promise, Evidence(*found, says))
    return reading


def _without_accepted(reading: Reading, accepted: Terms) -> Reading:
    """The reading without vague words that are part of a term."""
    places = [(start, end) for start, end, _ in accepted.find(reading.text)]
    vague = (e for e in reading.vague if not any(a <= e.start and e.end <= b for a, b in places))
    return replace(reading, vague=tuple(vague))


def _promised(reading: Reading, promise: Promise, evidence: Evidence) -> Reading:
    return replace(reading, promise=promise, confidence=SURE, evidence=(evidence,))


def _task_verb(reading: Reading, verbs: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the main verb of a statement stands, when it is one of these."""
    forms = frozenset(form for verb in verbs for form in forms_of(verb))
    predicate = reading.predicate
    if predicate and predicate.start is not None and predicate.end is not None:
        word = reading.text[predicate.start : predicate.end].lower()
        if predicate.lemma in forms or word in forms:
            return predicate.start, predicate.end
    first = _FIRST.match(reading.text)
    return first.span("verb") if first and first["verb"].lower() in forms else None


def _counted(reading: Reading, metrics: Terms) -> tuple[int, int] | None:
    """Where a metric stands that is counted: "30 paid experiments"."""
    starts = {start: end for start, end, _ in metrics.find(reading.text)}
    for one in reading.quantities:
        near = _NEAR.match(reading.text, one.end)
        places = (one.start, one.end + 1, near.end() if near else one.end)
        for start, end in starts.items():
            if one.given and (start in places or one.start <= start < one.end):
                return start, end
    return None


def _with_units(reading: Reading, units: tuple[str, ...]) -> Reading:
    """The reading with each number that one of the units follows as a quantity of that unit."""
    quantities = list(reading.quantities)
    for match in _units(units).finditer(reading.text):
        start, end = match.span()
        if any((q.baseline_start or 0) < end and start < (q.baseline_end or 0) for q in quantities):
            continue
        meets = [q for q in quantities if q.start < end and start < q.end]
        value = float(match["number"].replace(",", ""))
        one = Quantity(start, end, Measure.COUNT, value, match["unit"])
        if meets:
            first = meets[0]
            one = replace(first, end=max(first.end, end), unit=match["unit"])
            quantities = [q for q in quantities if q not in meets]
        quantities.append(one)
    if quantities == list(reading.quantities):
        return reading
    quantities.sort(key=lambda q: q.start)
    decisions = tuple(
        replace(one, answer=True, share=1.0, reasons=("a unit in your vocabulary",))
        if one.question == "metric"
        else one
        for one in reading.decisions
    )
    return replace(reading, quantities=tuple(quantities), decisions=decisions)


@lru_cache(maxsize=64)
def _units(units: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))
    return re.compile(rf"{_NUMBER}(?P<unit>{words})(?!\w)")
