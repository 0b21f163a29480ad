"""Asks language what the statements of documents say: once, in one batch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from okrlint.cache import Cache, reading_key
from okrlint.config import Settings
from okrlint.dates import Calendar
from okrlint.model import Cycle, Document, KeyResult, Nature, Prose, Span
from okrlint.reading import Reading

READ_FIELDS = ("baseline", "current", "target")
"""The fields whose values are read like statements, because a number may stand there."""


_Around: TypeAlias = "tuple[dt.date, dt.date] | None"
"""The first and last day of the cycle that a statement stands in."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A statement that is to be read."""

    document: int
    prose: Prose
    around: _Around
    key: str


def read_documents(
    documents: Sequence[tuple[Document, Settings]], cache: Cache | None = None
) -> list[dict[Span, Reading]]:
    """What each statement of each document says, by the source span of its prose.

    One batch for each language pipeline and calendar that the settings name. Loads spaCy, unless
    the cache holds every reading.
    """
    found: list[dict[Span, Reading]] = []
    batches: dict[tuple[str | None, Calendar], list[_Wanted]] = {}
    kept: list[dict[str, Reading]] = []
    for document, settings in documents:
        kept.append(cache.load(document.path) if cache and document.has_okrs else {})
        found.append({})
        for prose, around in _statements(document, settings):
            key = reading_key(prose.text, settings.pipeline, settings.calendar, around)
            if key in kept[-1]:
                found[-1][prose.span] = kept[-1][key]
            else:
                batch = batches.setdefault((settings.pipeline, settings.calendar), [])
                batch.append(_Wanted(len(found) - 1, prose, around, key))
    news = _read_batches(batches, found)
    for number, fresh in news.items():
        if cache:
            cache.save(documents[number][0].path, {**kept[number], **fresh})
    return found


def compare_with_mission(document: Document) -> dict[Span, float]:
    """How foreign each objective is to the mission, by the source span of its prose.

    Without what cannot be judged: a document without a mission, or of examples; statements that
    say too little. Needs no spaCy.
    """
    if document.mission is None or document.nature is Nature.EXAMPLES:
        return {}
    from okrlint.language.likeness import find_strangeness

    objectives = [objective for objective in document.objectives if not objective.struck]
    texts = [
        [one.prose.text, *(k.prose.text for k in one.key_results if not k.struck)]
        for one in objectives
    ]
    found = find_strangeness(document.mission.text, texts)
    return {
        one.prose.span: value
        for one, value in zip(objectives, found, strict=True)
        if value is not None
    }


def find_foreign(document: Document) -> dict[Span, str]:
    """The statements that are not in English, by the source span of their prose: their language.

    Needs no spaCy.
    """
    from okrlint.language.tongue import find_languages

    proses = [one.prose for one in document.objectives]
    proses += [key_result.prose for _, key_result in document.key_results()]
    found = zip(proses, find_languages([prose.text for prose in proses]), strict=True)
    return {prose.span: language for prose, language in found if language}


def _read_batches(
    batches: Mapping[tuple[str | None, Calendar], Sequence[_Wanted]],
    found: Sequence[dict[Span, Reading]],
) -> dict[int, dict[str, Reading]]:
    """Read what is wanted into `found`; gives the new readings of each document by key."""
    news: dict[int, dict[str, Reading]] = {}
    for (pipeline, calendar), batch in batches.items():
        from okrlint.language import load_reader

        texts = [wanted.prose.text for wanted in batch]
        arounds = [wanted.around for wanted in batch]
        for wanted, reading in zip(
            batch, load_reader(pipeline).read(texts, calendar, arounds), strict=True
        ):
            found[wanted.document][wanted.prose.span] = reading
            news.setdefault(wanted.document, {})[wanted.key] = reading
    return news


def _statements(document: Document, settings: Settings) -> Iterator[tuple[Prose, _Around]]:
    whole = document.cycle or settings.cycle
    for objective in document.objectives:
        around = _around(objective.cycle or whole)
        yield objective.prose, around
        for key_result in objective.key_results:
            yield from _of_key_result(key_result, around)
    for orphan in document.orphans:
        yield from _of_key_result(orphan, _around(whole))


def _around(cycle: Cycle | None) -> _Around:
    return (cycle.start, cycle.end) if cycle and cycle.start and cycle.end else None


def _of_key_result(key_result: KeyResult, around: _Around) -> Iterator[tuple[Prose, _Around]]:
    yield key_result.prose, around
    for field_ in key_result.fields:
        if field_.name in READ_FIELDS and field_.prose.text:
            yield field_.prose, around
