"""A reading of a glossed statement as one of the statement itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from okrlint.model import Span
from okrlint.predicate import Predicate
from okrlint.reading import Beside, Decision, Evidence, Promise, Quantity, Reading, When
from okrlint.tongues.gloss import Gloss


def restore_reading(reading: Reading, glosses: Mapping[Span, Gloss], place: Span) -> Reading:
    """The reading of a statement at `place` with the texts and places of the source.

    `glosses`: those of the statement and of its fields, by their place in the source.
    """
    gloss = glosses[place]
    return replace(
        reading,
        beside=tuple(_beside(one, glosses[Span(one.start, one.end)]) for one in reading.beside),
        text=gloss.source,
        evidence=tuple(_evidence(one, gloss) for one in reading.evidence),
        quantities=tuple(_quantity(one, gloss) for one in reading.quantities),
        whens=tuple(_when(one, gloss) for one in reading.whens),
        compound=tuple(_evidence(one, gloss) for one in reading.compound),
        vague=tuple(_evidence(one, gloss) for one in reading.vague),
        predicate=reading.predicate and _predicate(reading.predicate, gloss),
    )


def _beside(one: Beside, gloss: Gloss) -> Beside:
    return replace(
        one,
        text=gloss.source,
        quantities=tuple(_quantity(amount, gloss) for amount in one.quantities),
        whens=tuple(_when(when, gloss) for when in one.whens),
    )


def _evidence(one: Evidence, gloss: Gloss) -> Evidence:
    return replace(one, start=gloss.start(one.start), end=gloss.end(one.end))


def _quantity(one: Quantity, gloss: Gloss) -> Quantity:
    start, end = one.baseline_start, one.baseline_end
    return replace(
        one,
        start=gloss.start(one.start),
        end=gloss.end(one.end),
        unit=one.unit and gloss.words(one.unit, one.start),
        baseline_start=None if start is None else gloss.start(start),
        baseline_end=None if end is None else gloss.end(end),
    )


def _when(one: When, gloss: Gloss) -> When:
    start, end = gloss.start(one.start), gloss.end(one.end)
    event = one.event and gloss.words(one.event, one.start)
    return replace(one, start=start, end=end, text=gloss.source[start:end], event=event)


def _predicate(one: Predicate, gloss: Gloss) -> Predicate:
    def place(span: tuple[int, int] | None) -> tuple[int, int] | None:
        return span and (gloss.start(span[0]), gloss.end(span[1]))

    whole = None if one.start is None or one.end is None else place((one.start, one.end))
    return replace(
        one,
        start=whole and whole[0],
        end=whole and whole[1],
        subject=place(one.subject),
        object=place(one.object),
    )


_UNJUDGED = "judged by its numbers alone, as it is not in English"
_NUMBER = re.compile(r"(?<![^\W_])\d")
_HOW_MANY = re.compile(
    r"\b(?:all|every|each|no|none|nobody|never|zero|half|double|triple|halve|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundreds?|thousands?|millions?|dozens?)\b",
    re.IGNORECASE,
)


def without_judgement(reading: Reading, gloss: Gloss) -> Reading:
    """The reading with its numbers and dates alone: its words are not English.

    Any digit outside of its dates, and any word for a number, may be a measure, for the grammar
    that would tell is not known.
    """
    text = list(reading.text)
    for when in reading.whens:
        text[when.start : when.end] = " " * (when.end - when.start)
    found = any(one.given for one in reading.quantities) or _HOW_MANY.search(gloss.text)
    given = bool(found or _NUMBER.search("".join(text)))
    return replace(
        reading,
        promise=Promise.OUTCOME,
        confidence=0.0,
        evidence=(),
        compound=(),
        vague=(),
        predicate=None,
        decisions=(Decision("metric", given, float(given), (_UNJUDGED,)),),
    )
