"""Cuts a statement where a second part may begin; leaves alone what belongs to the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from okrlint.language.compound.openings import (
    finite_verb,
    opens_action,
    opens_statement,
)
from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.words import load_kind

_LINKS = ("and", "&", "+", "then", "while", "but", "also", "plus")
_INCLUDING = ("incl", "including")
_NAME = re.compile(r"\d{1,3}[A-Za-z]?|[A-Z]\d{0,2}")
"""What tells places of one kind apart: "3", "12b", "A", "B2"."""
_STOPS = (";", "|", ".", ",", "/")


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
        if end > position and depth <= 0 and end < len(doc):
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
        if token.text == "/":
            return bool(token.whitespace_)
        return not (token.is_space and position == start)
    return False


def is_lead_in(doc: Doc, start: int, cut: Cut) -> bool:
    """Whether the part before a comma only leads up to the statement: "If we stopped, ..."."""
    if cut.link != ",":
        return False
    first = doc[start]
    if any(t.text == ":" for t in doc[start : cut.start]):
        return False
    if first.lower_ in load_kind("compound", "subordinator") or first.lower_ == "before":
        return finite_verb(doc, start + 1, cut.start) is not None
    if first.tag_ not in ("IN", "WRB") and first.lower_ != "whoever":
        return False
    return not opens_statement(doc, start, cut.start)


def is_inside(doc: Doc, start: int, cut: Cut) -> bool:
    """Whether what follows a cut belongs to a clause or a purpose begun before it.

    "Repaint the signs to warn drivers and guide walkers": both serve the paint.
    """
    if _is_second_name(doc, cut):
        return True
    if any(mark in cut.link for mark in ";|.+") or "then" in cut.link:
        return False
    if _is_included(doc, start, cut):
        return True
    if cut.link == "and" and (_shares_object(doc, cut) or _is_pair(doc, start, cut)):
        return True
    opener = _find_opener(doc, start, cut)
    if opener is None:
        return False
    right = doc[cut.end]
    if right.dep_ == "conj" and right.head.i < opener.i:
        return False
    return not cut.comma or (right.dep_ == "conj" and right.head.i > opener.i)


def _is_second_name(doc: Doc, cut: Cut) -> bool:
    """Whether the same word names two places: "press 3 and press 5", "plant A and plant B"."""
    if cut.start < 2 or cut.end + 1 >= len(doc):
        return False
    names = (doc[cut.start - 1].text, doc[cut.end + 1].text)
    same = doc[cut.start - 2].lower_ == doc[cut.end].lower_
    return same and all(_NAME.fullmatch(name) for name in names)


def _is_included(doc: Doc, start: int, cut: Cut) -> bool:
    """Whether a list of parts goes on: "the till, incl. training and a hotline of two weeks"."""
    listed = [t for t in doc[start : cut.start] if t.lower_.rstrip(".") in _INCLUDING]
    if not listed or not listed[-1].i < cut.start - 1:
        return False
    return not (cut.comma and opens_action(doc, cut.end, start))


def _shares_object(doc: Doc, cut: Cut) -> bool:
    """Whether a verb waits for its object: "plan, hold and review six workshops"."""
    before = doc[cut.start - 1]
    form = load_lexicon().verb(before.lower_)
    after_modal = cut.start > 1 and doc[cut.start - 2].tag_ in ("MD", "TO")
    if after_modal and form is None:
        return True
    return (
        form is not None and form.form == "base" and (before.tag_ in ("VB", "VBP") or after_modal)
    )


def _is_pair(doc: Doc, start: int, cut: Cut) -> bool:
    """Whether "between" or "both" waits for its second half."""
    words = [t.lower_ for t in doc[start : cut.start]]
    last = max((i for i, word in enumerate(words) if word in ("between", "both")), default=None)
    return last is not None and "and" not in words[last:]


def _find_opener(doc: Doc, start: int, cut: Cut) -> Token | None:
    """The word before a cut that opened a clause, a purpose or a means, if one is open."""
    opener: Token | None = None
    for token in doc[start : cut.start]:
        clause = token.lower_ in load_kind("compound", "subordinator") and token.i > start + 1
        if clause or (token.lower_ in ("to", "by") and _opens_purpose(doc, start, token)):
            opener = token
        elif token.text in (",", ";") and cut.comma and cut.start - token.i > 1:
            opener = None
    return opener


def _opens_purpose(doc: Doc, start: int, token: Token) -> bool:
    """Whether "to" opens a purpose, or "by" a means: "to save fuel", "by planting hedges"."""
    ahead = [t.tag_ for t in doc[token.i + 1 : token.i + 3]]
    if token.lower_ == "to":
        return "VB" in ahead and not _is_carried(doc, start, token)
    return ahead[:1] == ["VBG"]


def _is_carried(doc: Doc, start: int, token: Token) -> bool:
    """Whether "to" only carries the verb before it on: "learn to cook" is no purpose."""
    before = doc[token.i - 1] if token.i > start else None
    return before is not None and before.lower_ in load_kind("compound", "carrier")


def spans(doc: Doc, cuts: Sequence[Cut]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges between cuts."""
    start = 0
    for cut in cuts:
        yield start, cut.start
        start = cut.end
    yield start, len(doc)
