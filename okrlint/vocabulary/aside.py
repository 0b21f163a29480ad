"""Takes out of statements what they are to be read without: ticket numbers, remarks, templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from okrlint.linear import compile_regex
from okrlint.model import Document, Field, KeyResult, Objective, Prose


def leave_alone(document: Document, patterns: tuple[str, ...]) -> Document:
    """The document without what matches; a statement that would have no words left stays whole.

    The patterns are regular expressions, in any case. Raises RegexError.
    """
    if not patterns:
        return document
    return replace(
        document,
        mission=document.mission and _without(document.mission, patterns),
        objectives=tuple(_objective(one, patterns) for one in document.objectives),
        orphans=tuple(_key_result(one, patterns) for one in document.orphans),
    )


def _objective(one: Objective, patterns: tuple[str, ...]) -> Objective:
    return replace(
        one,
        prose=_without(one.prose, patterns),
        key_results=tuple(_key_result(below, patterns) for below in one.key_results),
        fields=_fields(one.fields, patterns),
    )


def _key_result(one: KeyResult, patterns: tuple[str, ...]) -> KeyResult:
    fields = _fields(one.fields, patterns)
    return replace(one, prose=_without(one.prose, patterns), fields=fields)


def _fields(fields: Iterable[Field], patterns: tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(replace(one, prose=_without(one.prose, patterns)) for one in fields)


def _without(prose: Prose, patterns: tuple[str, ...]) -> Prose:
    text = prose.text
    gone: set[int] = set()
    for pattern in patterns:
        for start, end in compile_regex(pattern).find(text):
            gone.update(range(start, end))
    if not gone:
        return prose
    kept = [at for at in range(len(text)) if at not in gone]
    kept = [
        at
        for n, at in enumerate(kept)
        if not (text[at].isspace() and n and text[kept[n - 1]].isspace())
    ]
    left = Prose(
        "".join(text[at] for at in kept),
        tuple(prose.starts[at] for at in kept),
        tuple(prose.ends[at] for at in kept),
    )
    left = left.cut(0, len(left.text))
    return left if any(char.isalnum() for char in left.text) else prose
