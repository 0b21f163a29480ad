"""Reads statements: texts -> Readings, in one batch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import repeat
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from okrlint.dates import Calendar
from okrlint.language.pipeline import load_pipeline
from okrlint.language.together import settle_compound, settle_vague
from okrlint.reading import Promise, Reading

CycleDates = tuple[dt.date, dt.date]
"""The first and last day of the cycle that a statement belongs to."""


class Reader:
    """Reads statements with a pipeline that holds okrlint's components."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def read(
        self,
        texts: Sequence[str],
        calendar: Calendar = Calendar(),
        cycles: Sequence[CycleDates | None] | None = None,
    ) -> list[Reading]:
        """Read statements in one batch; `cycles`, one for each, settle what dates mean.

        Raises ValueError when there are not as many cycles as texts.
        """
        if cycles is not None and len(cycles) != len(texts):
            raise ValueError(f"{len(texts)} statements, but {len(cycles)} cycles")
        docs = self._docs(texts, calendar, cycles)
        return [_reading(doc) for doc in self.nlp.pipe(docs)]

    def _docs(
        self, texts: Sequence[str], calendar: Calendar, cycles: Sequence[CycleDates | None] | None
    ) -> Iterator[Doc]:
        for text, cycle in zip(texts, cycles if cycles is not None else repeat(None), strict=False):
            doc = self.nlp.make_doc(text)
            doc._.okr_calendar = calendar
            doc._.okr_cycle = cycle
            yield doc


@cache
def load_reader(pipeline: str | None = None) -> Reader:
    """Load the reader of a pipeline, once; raises PipelineError when it cannot be used."""
    return Reader(load_pipeline(pipeline))


def _reading(doc: Doc) -> Reading:
    judgement = _said(doc, "okr_judgement")
    return Reading(
        text=doc.text,
        promise=_said(doc, "okr_promise") or Promise.OUTCOME,
        confidence=_said(doc, "okr_confidence") or 0.0,
        evidence=_said(doc, "okr_evidence") or (),
        quantities=_said(doc, "okr_quantities") or (),
        whens=_said(doc, "okr_whens") or (),
        compound=settle_compound(doc, _said(doc, "okr_compound") or (), judgement),
        vague=settle_vague(doc.text, _said(doc, "okr_vague") or (), judgement),
        predicate=_said(doc, "okr_predicate"),
    )


def _said(doc: Doc, name: str) -> Any:
    return doc._.get(name) if Doc.has_extension(name) else None


for _name in ("okr_calendar", "okr_cycle"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
