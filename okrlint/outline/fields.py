"""Fields that are written into a statement: "[P0] Ship it (Owner: Ann) => Done"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from okrlint.beside import LONGEST, MOST, Tail, find_tail, remembered, split_front
from okrlint.markdown.block import Mark, MarkKind
from okrlint.model import Field, Span
from okrlint.outline.became import says_what_became
from okrlint.outline.decoration import rstrip_symbols, skip_symbols
from okrlint.outline.pointers import leading_pointer, pointer_behind
from okrlint.outline.text import Text, joined, without_place, without_struck


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and what was written beside it."""

    text: Text
    fields: tuple[Field, ...] = ()
    struck: bool = False


_BAR = (
    r"[(\[]?[\u2580-\u259f\u25a0\u25a1\u25ac\u25ad\u25b0\u25b1\u25fb\u25fc\u2b1b\u2b1c]{3,40}[)\]]?"
)
"""A progress bar drawn with characters."""


def read_statement(text: Text) -> Statement:
    """Take the fields and pointers off both ends of a statement."""
    left = without_struck(text)
    struck = left.words != text.words and _is_remark(left.words, text.words)
    text = joined(_struck_part(text) if struck else left)
    own, found = _ends(text.words, text.marks)
    fields = (Field(name, text.cut(place.start, place.end).prose) for name, place in found)
    return Statement(text.cut(own.start, own.end), tuple(fields), struck)


@remembered
def _ends(words: str, marks: tuple[Mark, ...]) -> tuple[Span, tuple[tuple[str, Span], ...]]:
    """Where the statement itself stands in some words, and each field at its ends."""
    fields: list[Field] = []
    text = _peel_front(without_place(words, marks), fields)
    text = _peel_back(text, fields)
    return text.prose.span, tuple((field.name, field.prose.span) for field in fields)


def _is_remark(left: str, whole: str) -> bool:
    """Whether what is left of a struck statement only says what became of it: "moved to Q3"."""
    kept, gone = len(left.split()), len(whole.split()) - len(left.split())
    return not _says_something(left) or says_what_became(left) or 2 * kept <= gone


def _says_something(words: str) -> bool:
    """Whether words are left outside parentheses: "(moved to Q3)" alone says why it was struck."""
    return any(char.isalnum() for char in re.sub(r"\([^()]*\)", "", words))


def _struck_part(text: Text) -> Text:
    struck = [mark for mark in text.marks if mark.kind is MarkKind.STRIKE]
    return text.cut(min(m.start for m in struck), max(m.end for m in struck))


_BAR_BEFORE = re.compile(rf"\s*{_BAR}(?:\s*(?P<value>\d{{1,3}}\s*%))?\s+(?=\S)")
_BULLET = re.compile(r"\s*[•·▪‣]\s+(?=\S)")
"""A bullet that was pasted in behind that of the list."""
_LEFT_OVER = re.compile(r"\s+(?:→|⇒|=+>|-+>|[–—|])\s*$")
"""What parted a statement from something that is none of it any more."""
_BOX_BEFORE = re.compile(r"\s*\[[xX />!?~*-]\]\s+(?=\S)")
"""A checkbox of a state that Markdown does not know: "[/] in progress"."""


def _peel_front(text: Text, fields: list[Field]) -> Text:
    box = _BOX_BEFORE.match(text.words)
    text = text.cut(box.end()) if box else text
    bar = _BAR_BEFORE.match(text.words)
    if bar and bar["value"]:
        fields.append(Field("progress", text.cut(*bar.span("value")).prose))
    text = text.cut(bar.end()) if bar else text
    bullet = _BULLET.match(text.words)
    text = text.cut(bullet.end() if bullet else skip_symbols(text.words))
    text = text.cut(leading_pointer(text.words))
    front = split_front(text.words)
    fields += [Field(f.name, text.cut(f.start, f.end).prose) for f in front.fields]
    return text.cut(front.end)


def _peel_back(text: Text, fields: list[Field]) -> Text:
    for _ in range(MOST):
        left_over = _LEFT_OVER.search(text.words, max(0, len(text.words) - LONGEST))
        text = text.cut(0, left_over.start()) if left_over and left_over.start() else text
        words = text.words
        end = rstrip_symbols(words)
        score = _score_in_code(text.cut(0, end))
        if score:
            fields.append(Field("score", score.prose))
            text = text.cut(0, end - len(score.words))
            continue
        whole = end < len(words.rstrip()) and _pointer_or_fields(text)
        match = whole or (_pointer_or_fields(text.cut(0, end)) if end else None)
        if match is None:
            return text.cut(0, end) if end else text
        fields += [Field(f.name, text.cut(f.start, f.end).prose) for f in match.fields]
        said = bool(match.fields) and all(f.name in _SAID for f in match.fields)
        if said and words[match.start :].lstrip()[:1] == "(":
            return text
        text = text.cut(0, match.start)
    return text


_SAID = ("target", "baseline")
"""What in brackets is part of the sentence: "Cut waiting time (target: 4 days)"."""


def _score_in_code(text: Text) -> Text | None:
    """A score set apart as code behind the statement: "Learn Rust `40%`"."""
    match = re.search(r"(?<=\s)(?:\d{1,3}\s*%|\d+(?:\.\d+)?/10|[01]\.\d{1,2})$", text.words)
    if match is None or text.is_wholly(MarkKind.CODE):
        return None
    return (
        text.cut(match.start()) if text.covered(MarkKind.CODE, match.start(), match.end()) else None
    )


def _pointer_or_fields(text: Text) -> Tail | None:
    pointer = pointer_behind(text, max(0, len(text.words) - LONGEST))
    if pointer and pointer.start():
        return Tail(pointer.start(), ())
    return find_tail(text.words)


def clean_value(text: Text) -> Text:
    """The value of a field, without the marks around it."""
    words = text.words
    start = skip_symbols(words)
    return text.cut(start) if start < len(words) else text
