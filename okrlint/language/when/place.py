"""Says where date words stand: in which noun phrase, after which preposition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from okrlint.dates import DateWords
from okrlint.language.when.words import any_of, ending, tokens_of, words_of

_LONGEST_PHRASE = 6
"""Words that are looked at before a date, for the preposition of its noun phrase."""

_LONE = ("in", "by", "during", "until", "before", "on", "within", "over")
"""Prepositions that, opening a statement, end their phrase with the date: "In Q2 launch ..."."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where date words stand in their statement."""

    preposition: str | None
    """The preposition of the noun phrase, in lower case."""
    inner: bool
    """Whether "of" stands between that and the date: "by the launch of 2025"."""
    start: int
    """Where the noun phrase begins, after its preposition."""
    end: int
    """Where the noun phrase ends: beyond the date when that is only part of a name."""


def is_adverb(said: str) -> bool:
    """Whether date words need no preposition: "this quarter", "EOQ", "from May to July"."""
    return bool(_adverb().match(said))


def find_place(doc: Doc, words: DateWords) -> Place:
    """The noun phrase around the date, and the preposition before it."""
    start, end, inner = words.start, _name_end(doc, words), False
    if is_adverb(doc.text[words.start : words.end]):
        return Place(_preposition(doc.text[:start])[0], False, start, words.end)
    for _ in range(2):
        start = _phrase_start(doc, start)
        preposition, before = _preposition(doc.text[:start])
        if preposition is None:
            return Place("of" if inner else None, False, words.start, end)
        part = _part_of_time().search(doc.text[:before])
        if preposition != "of" and not (part and preposition == "after"):
            return Place(preposition, inner, start, end)
        start, inner = before, part is None
    return Place("of", False, words.start, end)


def _preposition(before: str) -> tuple[str | None, int]:
    """The preposition that ends a text, in lower case, and where it begins."""
    match = ending(any_of("due", "apart")).search(before)
    if match is None:
        return None, len(before)
    return re.sub(r"\s+", " ", match[0].strip(" -").lower()), match.start()


def _phrase_start(doc: Doc, start: int) -> int:
    """Where the noun phrase begins whose part ends at `start`; `start` when nothing governs it."""
    begin = start
    before = [t for t in doc if t.idx < start]
    for token in reversed(before[-_LONGEST_PHRASE:]):
        if not _belongs(token):
            break
        begin = token.idx
        if token.pos_ == "DET":
            break
    return begin if _preposition(doc.text[:begin])[0] else start


def _belongs(token: Token) -> bool:
    if token.is_punct:
        return token.text in ("-", "’", "'", '"')
    if token.lower_ in words_of("due") | words_of("apart"):
        return False
    named = token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART")
    return named or token.lower_ in words_of("about")


def _name_end(doc: Doc, words: DateWords) -> int:
    """Where the name ends that the date begins ("Q2 renewals"); the end of the date otherwise."""
    tokens = tokens_of(doc, words.start, words.end)
    if not tokens or doc.text[: words.start].strip().lower() in _LONE:
        return words.end
    end, head = words.end, False
    for token in doc[tokens[-1].i + 1 :]:
        if token.text == "-" and end == token.idx:
            continue
        named = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ == "VBG"
        if not named or token.is_space or token.lower_ in words_of("tail"):
            break
        end, head = token.idx + len(token), head or token.pos_ in ("NOUN", "PROPN", "VERB")
    return end if head else words.end


@cache
def _adverb() -> re.Pattern[str]:
    return re.compile(
        r"(?:this|next|current|coming|upcoming|EO[WMQHYF]|from|between)\b", re.IGNORECASE
    )


@cache
def _part_of_time() -> re.Pattern[str]:
    """A part of the time that "of" goes on to name: "the weekend of 28 June"."""
    return ending(r"weekend|week|fortnight|days?|weeks|months?|part|half|course|run-up")
