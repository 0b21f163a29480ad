"""Cuts a statement where a second part may begin; leaves alone what belongs to the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from okrlint.language.compound_openings import SUBORDINATORS, finite_verb, opens_statement
from okrlint.language.promise.lexicon import load_lexicon

_LINKS = ("and", "&", "+", "then", "while", "but", "also", "plus")
_STOPS = (";", "|", ".", ",", "/", "–", "—")


@dataclass(frozen=True, slots=True)
class Cut:
    """A place between two parts: the words that link them, as token positions, end exclusive."""

    start: int
    end: int
    comma: bool
    """Whether a comma or a stronger mark is part of the link."""
    link: str
    """The link's words: ", and", ";"."""


def find_cuts(doc: Doc) -> Iterator[Cut]:
    """Yield the places outside brackets and quotes where parts are linked."""
    depth = 0
    position = 0
    while position < len(doc):
        token = doc[position]
        depth += sum({"(": 1, "[": 1, ")": -1, "]": -1}.get(sign, 0) for sign in token.text)
        end = position
        while end < len(doc) and _is_link(doc, end, position):
            end += 1
        if end > position and depth <= 0 and position > 0 and end < len(doc):
            words = doc[position:end].text
            yield Cut(position, end, any(mark in words for mark in ",;|."), words.lower())
        position = max(end, position + 1)


def _is_link(doc: Doc, position: int, start: int) -> bool:
    token = doc[position]
    tight = token.i > 0 and not doc[token.i - 1].whitespace_ and position == start
    if tight and (token.is_alpha or token.text in "+&|"):
        return False
    if token.lower_ == "with":
        return position == start or doc[position - 1].text == ","
    if token.text in _STOPS or token.lower_ in _LINKS or token.is_space:
        if token.text in (".", "/") or token.text in ("–", "—"):
            return token.text == "." and position + 1 < len(doc)
        return not (token.is_space and position == start)
    return False


def is_lead_in(doc: Doc, start: int, cut: Cut) -> bool:
    """Whether the part before a comma only leads up to the statement: "If we stopped, ..."."""
    if cut.link != ",":
        return False
    first = doc[start]
    if first.lower_ in SUBORDINATORS or first.lower_ == "before":
        return finite_verb(doc, start + 1, cut.start) is not None
    if first.tag_ not in ("IN", "WRB") and first.lower_ not in ("whoever", "once", "prior"):
        return False
    return not opens_statement(doc, start, cut.start)


def is_inside(doc: Doc, start: int, cut: Cut) -> bool:
    """Whether what follows a cut belongs to a clause or a purpose begun before it.

    "Update the pages to describe content and encourage reading": both serve the update.
    """
    if any(mark in cut.link for mark in ";|.+") or "then" in cut.link:
        return False
    before = doc[cut.start - 1]
    form = load_lexicon().verb(before.lower_)
    verbal = form is not None and form.form == "base" and before.tag_ in ("VB", "VBP")
    if cut.link == "and" and verbal:
        return True  # one object for both: "plan, hold and review six workshops"
    opener: Token | None = None
    for token in doc[start : cut.start]:
        if token.lower_ in ("between", "both"):
            opener = token
        elif token.lower_ == "and":
            opener = None
    if opener is not None and cut.link == "and":
        return True
    opener = None
    for token in doc[start : cut.start]:
        purpose = (
            token.lower_ == "to"
            and token.i + 1 < cut.start
            and (doc[token.i + 1].tag_ == "VB" or doc[min(token.i + 2, len(doc) - 1)].tag_ == "VB")
        )
        by_doing = (
            token.lower_ == "by" and token.i + 1 < cut.start and doc[token.i + 1].tag_ == "VBG"
        )
        if purpose or by_doing or (token.lower_ in SUBORDINATORS and token.i > start + 1):
            opener = token
        elif token.text in (",", ";") and opener is not None and cut.start - token.i > 1:
            opener = opener if not cut.comma else None
    if opener is None:
        return False
    right = doc[cut.end]
    if right.dep_ == "conj" and right.head.i < opener.i:
        return False
    return not cut.comma or (right.dep_ == "conj" and right.head.i > opener.i)


def spans(doc: Doc, cuts: Sequence[Cut]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges between cuts."""
    start = 0
    for cut in cuts:
        yield start, cut.start
        start = cut.end
    yield start, len(doc)
