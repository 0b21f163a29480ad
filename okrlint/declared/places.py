"""Where a rule without code looks: statements, missions, and documents line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from okrlint.context import Context
from okrlint.lines import LineIndex
from okrlint.model import Document, KeyResult, Objective, Span


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand in a row."""

    words: str
    span: Callable[[int, int], Span]
    """Where some of the characters stand in the source."""


@dataclass(frozen=True, slots=True)
class Place:
    """One thing that is looked at."""

    texts: tuple[Text, ...]
    span: Span
    """Where it is told that something is missing."""
    statement: KeyResult | Objective | None = None
    document: Document | None = None
    """The document, where it is looked at as a whole."""


def find_places(document: Document, where: tuple[str, ...], context: Context) -> Iterator[Place]:
    """Yield what is to be looked at; nothing that is struck, or not in English."""
    if "document" in where:
        yield _whole(document)
    if "mission" in where and document.mission is not None:
        prose = document.mission
        yield Place((Text(prose.text, prose.source_span),), prose.span)
    if "objective" in where:
        for objective in document.objectives:
            yield from _statement(objective, struck=objective.struck, context=context)
    if "key-result" in where:
        for parent, one in document.key_results():
            struck = one.struck or bool(parent and parent.struck)
            yield from _statement(one, struck=struck, context=context)


def _statement(one: KeyResult | Objective, *, struck: bool, context: Context) -> Iterator[Place]:
    prose = one.prose
    if not struck and prose.text and prose.span not in context.foreign:
        yield Place((Text(prose.text, prose.source_span),), prose.span, one)


def _whole(document: Document) -> Place:
    """The lines of a document, without comments."""
    source, lines = _without_comments(document), LineIndex(document.source)
    texts: list[Text] = []
    for number in range(1, lines.line_at(len(source)) + 1):
        line = lines.line_span(number)
        words = source[line.start : line.end]
        if words.strip():
            texts.append(Text(words, _moved(line.start)))
    first = document.objectives[0].prose.span if document.objectives else Span(0, 0)
    return Place(tuple(texts), first, document=document)


def _without_comments(document: Document) -> str:
    parts: list[str] = []
    at = 0
    for comment in document.comments:
        parts.append(document.source[at : comment.span.start])
        parts.append(" " * (comment.span.end - comment.span.start))
        at = comment.span.end
    return "".join([*parts, document.source[at:]])


def _moved(by: int) -> Callable[[int, int], Span]:
    return lambda start, end: Span(by + start, by + end)
