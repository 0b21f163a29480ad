"""Asks language what the statements of documents say: once, in one batch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeAlias

from okrlint.beside import Time, also_named, read_in_place, texts_beside
from okrlint.cache import Cache, reading_key
from okrlint.config import Settings
from okrlint.dates import Calendar, with_stated
from okrlint.model import Cycle, Document, Field, KeyResult, Nature, Prose, Span
from okrlint.reading import Reading
from okrlint.tongues import Gloss, gloss_prose, restore_reading, without_judgement
from okrlint.vocabulary import mask_names, settle_reading, unmask

_Around: TypeAlias = "tuple[dt.date, dt.date] | None"
"""The first and last day of the cycle that a statement stands in."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement that is to be read where it stands."""

    place: Span
    """Where it stands."""
    prose: Prose
    """Its words; those of another language through their gloss, as those of its fields."""
    fields: tuple[Field, ...]
    around: _Around
    glosses: Mapping[Span, Gloss] = field(default_factory=dict[Span, Gloss])
    """Of a statement in another language: how its words and fields were put into English."""

    def texts(self) -> tuple[str, ...]:
        """What language must read for it: its own words, and what stands beside."""
        return (self.prose.text, *texts_beside(self.prose.text, self.fields))


_AT_ONCE = 64
"""Statements of a batch: enough for the pipeline, and few enough for memory."""

_Batch: TypeAlias = "dict[tuple[int, str], tuple[str, _Around]]"
"""Texts to be read, by the number of their document and their key."""


def read_documents(
    documents: Sequence[tuple[Document, Settings]], cache: Cache | None = None
) -> list[dict[Span, Reading]]:
    """What each statement of each document says where it stands, by the source span of its prose.

    Its fields are counted: the columns, sub-bullets and tails beside it. One batch for each
    language pipeline and calendar that the settings name. Loads spaCy, unless the cache holds
    every reading.
    """
    batches: dict[tuple[str | None, Calendar], _Batch] = {}
    known: list[dict[str, Reading]] = []
    statements: list[list[_Statement]] = []
    documents = [(document, as_stated(settings, document)) for document, settings in documents]
    for number, (document, settings) in enumerate(documents):
        known.append(cache.load(document.path) if cache and document.has_okrs else {})
        with also_named(settings.labels.fields):
            statements.append(list(_statements(document, settings)))
        batch = batches.setdefault((settings.pipeline, settings.calendar), {})
        for statement in statements[-1]:
            for own in statement.texts():
                text = mask_names(own, settings.vocabulary.accept)
                key = reading_key(text, settings.pipeline, settings.calendar, statement.around)
                if key not in known[-1]:
                    batch[number, key] = (text, statement.around)
    for number in _read_batches(batches, known):
        if cache:
            cache.save(documents[number][0].path, known[number])
    rows = zip(documents, statements, known, strict=True)
    return [_placed(some, settings, read) for (_, settings), some, read in rows]


def as_stated(settings: Settings, document: Document) -> Settings:
    """The settings, with the fiscal year of the document where it says when that begins."""
    source = document.glossed or document.source
    return replace(settings, calendar=with_stated(settings.calendar, source))


def _placed(
    statements: Sequence[_Statement], settings: Settings, read: Mapping[str, Reading]
) -> dict[Span, Reading]:
    """The readings of a document's statements, each with what stands beside it."""
    with also_named(settings.labels.fields):
        return {one.place: _read_in_place(one, settings, read) for one in statements}


def _read_in_place(one: _Statement, settings: Settings, read: Mapping[str, Reading]) -> Reading:
    vocabulary = settings.vocabulary
    found: list[Reading] = []
    for text in one.texts():
        masked = mask_names(text, vocabulary.accept)
        key = reading_key(masked, settings.pipeline, settings.calendar, one.around)
        found.append(settle_reading(unmask(read[key], text), vocabulary))
    own, *beside = found
    time = Time(settings.calendar, one.around)
    placed = read_in_place(own, one.fields, {reading.text: reading for reading in beside}, time)
    if not one.glosses:
        return placed
    restored = restore_reading(placed, one.glosses, one.place)
    judged = settings.language != "english"
    return restored if judged else without_judgement(restored, one.glosses[one.place])


def read_texts(texts: Iterable[str], settings: Settings) -> Iterator[Reading]:
    """What statements say that stand in no document, in their order, some dozens at a time."""
    from okrlint.language import load_reader

    reader = load_reader(settings.pipeline)
    vocabulary = settings.vocabulary
    rest = iter(texts)
    while batch := list(islice(rest, _AT_ONCE)):
        masked = [mask_names(text, vocabulary.accept) for text in batch]
        for text, reading in zip(batch, reader.read(masked, settings.calendar), strict=True):
            yield settle_reading(unmask(reading, text), vocabulary)


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
    texts = [prose.text for prose in proses]
    found = zip(proses, find_languages(texts, document.language), strict=True)
    return {prose.span: language for prose, language in found if language}


def _read_batches(
    batches: Mapping[tuple[str | None, Calendar], _Batch], known: Sequence[dict[str, Reading]]
) -> list[int]:
    """Read what is wanted into `known`; gives the numbers of the documents with something new."""
    news: set[int] = set()
    for (pipeline, calendar), batch in batches.items():
        if not batch:
            continue
        from okrlint.language import load_reader

        texts = [text for text, _ in batch.values()]
        arounds = [around for _, around in batch.values()]
        readings = load_reader(pipeline).read(texts, calendar, arounds)
        for (number, key), reading in zip(batch, readings, strict=True):
            known[number][key] = reading
            news.add(number)
    return sorted(news)


def _statements(document: Document, settings: Settings) -> Iterator[_Statement]:
    foreign = find_foreign(document) if document.language else {}
    for one in _as_written(document, settings):
        language = foreign.get(one.place, "")
        yield _glossed(one, language) if language else one


def _glossed(one: _Statement, language: str) -> _Statement:
    """A statement as it is read when it is written in another language."""
    prose, gloss = gloss_prose(one.prose, language)
    glosses, fields = {one.place: gloss}, list[Field]()
    for beside in one.fields:
        value, glosses[beside.prose.span] = gloss_prose(beside.prose, language)
        fields.append(replace(beside, prose=value))
    return replace(one, prose=prose, fields=tuple(fields), glosses=glosses)


def _as_written(document: Document, settings: Settings) -> Iterator[_Statement]:
    whole = document.cycle or settings.cycle
    for objective in document.objectives:
        around = _around(objective.cycle or whole)
        dated = tuple(field for field in objective.fields if field.name == "due")
        yield _Statement(objective.prose.span, objective.prose, dated, around)
        for key_result in objective.key_results:
            yield _of_key_result(key_result, around)
    for orphan in document.orphans:
        yield _of_key_result(orphan, _around(whole))


def _of_key_result(one: KeyResult, around: _Around) -> _Statement:
    return _Statement(one.prose.span, one.prose, one.fields, around)


def _around(cycle: Cycle | None) -> _Around:
    return (cycle.start, cycle.end) if cycle and cycle.start and cycle.end else None
