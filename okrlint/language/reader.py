"""Reads statements: texts -> Readings, in one batch."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import repeat
from threading import Lock
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from okrlint.dates import Calendar
from okrlint.language.attributes import add_attributes
from okrlint.language.pipeline import load_pipeline
from okrlint.language.together.settle import (
    WHOLE_COMPOUND,
    WHOLE_VAGUE,
    decide_all,
    settle_evidence,
    settle_whens,
)
from okrlint.language.together.signs import Seen
from okrlint.letters import plain_letters
from okrlint.reading import Promise, Reading

CycleDates = tuple[dt.date, dt.date]
"""The first and last day of the cycle that a statement belongs to."""

LONGEST = 2000
"""Characters of a statement that are read, up to the end of a word. Ten times what people write;
some work grows with the square of the length, so a pasted page would hold up the whole run. The
rule `too-long`, where it is on, says what such a statement is."""


class Reader:
    """Reads statements with a pipeline that holds okrlint's components.

    Several threads may share one: they read one after the other, for spaCy promises nothing.
    """

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self._turn = Lock()

    def read(
        self,
        texts: Sequence[str],
        calendar: Calendar = Calendar(),
        cycles: Sequence[CycleDates | None] | None = None,
    ) -> list[Reading]:
        """Read statements in one batch; `cycles`, one for each, settle what dates mean.

        Of a statement longer than LONGEST only the beginning is read; the text of its Reading is
        whole. Raises ValueError when there are not as many cycles as texts.
        """
        if cycles is not None and len(cycles) != len(texts):
            raise ValueError(f"{len(texts)} statements, but {len(cycles)} cycles")
        with self._turn:
            docs = self.docs(texts, calendar, cycles)
            read = zip(texts, self.nlp.pipe(docs), strict=True)
            return [reading_of(text, doc) for text, doc in read]

    def docs(
        self,
        texts: Sequence[str],
        calendar: Calendar = Calendar(),
        cycles: Sequence[CycleDates | None] | None = None,
    ) -> Iterator[Doc]:
        """The statements as unread documents, with what settles their dates."""
        for text, cycle in zip(texts, cycles if cycles is not None else repeat(None), strict=False):
            doc = self.nlp.make_doc(plain_letters(_beginning(text)))
            doc._.okr_calendar = calendar
            doc._.okr_cycle = cycle
            yield doc


def load_reader(pipeline: str | None = None) -> Reader:
    """Load the reader of a pipeline, once; raises PipelineError when it cannot be used."""
    with _LOADING:
        return _load_reader(pipeline)


_LOADING = Lock()
"""Threads that need a reader at the same time wait for one."""


@cache
def _load_reader(pipeline: str | None) -> Reader:
    return Reader(load_pipeline(pipeline))


_BEGINNING = re.compile(rf".{{1,{LONGEST}}}(?!\S)", re.DOTALL)


def _beginning(text: str) -> str:
    """What is read of a statement: all of it, or whole words of it; at worst part of a word."""
    if len(text) <= LONGEST:
        return text
    match = _BEGINNING.match(text)
    return match[0] if match else text[:LONGEST]


def reading_of(text: str, doc: Doc) -> Reading:
    """What the components found, as rules and learned reader decide it together."""
    found = Reading(
        text=text,
        promise=_said(doc, "okr_promise") or Promise.OUTCOME,
        confidence=_said(doc, "okr_confidence") or 0.0,
        evidence=_said(doc, "okr_evidence") or (),
        quantities=_said(doc, "okr_quantities") or (),
        whens=_said(doc, "okr_whens") or (),
        compound=_said(doc, "okr_compound") or (),
        vague=_said(doc, "okr_vague") or (),
        predicate=_said(doc, "okr_predicate"),
    )
    seen = see(doc, found)
    if seen is None:
        return found
    decided = decide_all(seen)
    return replace(
        found,
        whens=settle_whens(found.whens, decided),
        compound=settle_evidence(found.compound, decided["compound"], doc.text, WHOLE_COMPOUND),
        vague=settle_evidence(found.vague, decided["vague"], doc.text, WHOLE_VAGUE),
        decisions=tuple(decided.values()),
    )


def see(doc: Doc, found: Reading) -> Seen | None:
    """What both saw in a statement; None in a pipeline without the learned reader."""
    judgement = _said(doc, "okr_judgement")
    if judgement is None:
        return None
    return Seen(doc, judgement, found.quantities, found.whens, found.compound, found.vague)


def _said(doc: Doc, name: str) -> Any:
    return doc._.get(name) if Doc.has_extension(name) else None


add_attributes({"okr_calendar": None, "okr_cycle": None})
