"""A document that was read through a gloss, as its source has it."""

from __future__ import annotations

from dataclasses import replace

from okrlint.model import Cycle, Document, Field, KeyResult, Objective
from okrlint.tongues.gloss import Gloss


def restore_document(document: Document, gloss: Gloss) -> Document:
    """The document with the texts and places of its source."""
    return replace(
        document,
        source=gloss.source,
        mission=document.mission and gloss.prose(document.mission),
        objectives=tuple(_objective(one, gloss) for one in document.objectives),
        orphans=tuple(_key_result(one, gloss) for one in document.orphans),
        cycle=_cycle(document.cycle, gloss),
        unread=tuple(replace(one, span=gloss.span(one.span)) for one in document.unread),
        comments=tuple(replace(one, span=gloss.span(one.span)) for one in document.comments),
        language=gloss.language,
        glossed=gloss.text,
    )


def _objective(one: Objective, gloss: Gloss) -> Objective:
    return replace(
        one,
        prose=gloss.prose(one.prose),
        label=_label(one, gloss),
        key_results=tuple(_key_result(below, gloss) for below in one.key_results),
        cycle=_cycle(one.cycle, gloss),
        fields=_fields(one.fields, gloss),
        section=tuple(gloss.words(name) for name in one.section),
    )


def _key_result(one: KeyResult, gloss: Gloss) -> KeyResult:
    return replace(
        one,
        prose=gloss.prose(one.prose),
        label=_label(one, gloss),
        fields=_fields(one.fields, gloss),
    )


def _label(one: Objective | KeyResult, gloss: Gloss) -> str | None:
    """The label as it is written: the last words like it before the statement."""
    if not one.label:
        return one.label
    near = gloss.text.rfind(one.label, 0, one.prose.span.start)
    return gloss.words(one.label, max(0, near))


def _fields(fields: tuple[Field, ...], gloss: Gloss) -> tuple[Field, ...]:
    return tuple(replace(one, prose=gloss.prose(one.prose)) for one in fields)


def _cycle(cycle: Cycle | None, gloss: Gloss) -> Cycle | None:
    if cycle is None or cycle.span is None:
        return cycle
    words = gloss.words(cycle.words, cycle.span.start)
    return replace(cycle, span=gloss.span(cycle.span), words=words)
