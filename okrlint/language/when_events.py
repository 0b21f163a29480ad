"""Finds deadlines that are events and no dates: "before the launch", "by the time term starts"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from okrlint.dates import DateWords
from okrlint.language.when_words import (
    NUMBER,
    any_of,
    clause_before,
    in_relative_clause,
    whole_words,
    words_of,
)
from okrlint.reading import When, WhenKind

_ENDS = re.compile(r"[,;:()–—]|\.\s|\.$| - |\s(?:and|with|so that|where|which|while)\s")
"""What ends the words of an event."""

_LONGEST = 60
"""Characters of an event's name that are shown."""


def find_events(doc: Doc, dates: Sequence[DateWords]) -> Iterator[When]:
    """Yield the events of a statement that say by when, as deadlines or as windows.

    A date in the words of an event gives its days: "by the time term starts in October".
    """
    for match in _prepositions().finditer(doc.text):
        tokens = [t for t in doc if t.idx >= match.end()]
        if not tokens:
            continue
        preposition = re.sub(r"\s+", " ", match["word"].lower())
        event = _event_text(doc, match.end())
        kind = _kind(doc, match, preposition, tokens[0], event)
        if kind is not None and event:
            end = match.end() + len(event)
            said = doc.text[match.start() : end]
            date = next((d for d in dates if match.end() <= d.start and d.end <= end), None)
            first, last = (date.earliest, date.latest) if date else (None, None)
            yield When(match.start(), end, kind, said, first, last, event)


def _kind(
    doc: Doc, match: re.Match[str], preposition: str, first: Token, event: str
) -> WhenKind | None:
    """What an event governs; None when the words name none."""
    words = event.lower().split()
    if not words or first.like_num or words[0] in ("each", "every", "any"):
        return None
    if first.tag_ == "VBG" and first.dep_ in ("pcomp", "advcl", "amod", "ROOT", "conj"):
        return None  # "by automating", "before shipping"
    if preposition == "by the time":
        return WhenKind.DEADLINE
    if preposition in ("over", "during", "in", "throughout", "this"):
        return WhenKind.DEADLINE if _is_period(event, preposition) else None
    if preposition == "by":
        return WhenKind.DEADLINE if _is_event_name(event) else None
    if preposition == "at":
        return WhenKind.DEADLINE if _is_ordinal_event(words) else None
    if preposition not in words_of("dated") or _head(words) in words_of("notevent"):
        return None
    if words[0] in words_of("notevent") or _is_each(doc, match, first, words):
        return WhenKind.WINDOW
    return WhenKind.DEADLINE


def _is_each(doc: Doc, match: re.Match[str], first: Token, words: list[str]) -> bool:
    """Whether it happens to each of many things in turn: "bugs found before release"."""
    clause = clause_before(doc, match.start()).lower()
    tail = clause.split()[-4:]
    if any(word in words_of("each") for word in tail):
        return True
    if (
        tail[-1:]
        and tail[-1] in words_of("span")
        and not re.search(r"\d|\b(?:one|two|three|four|five|six)\b", clause)
    ):
        return True
    if re.search(rf"\b{NUMBER}[\s-]+(?:minutes?|hours?|seconds?)\s*$", clause):
        return True
    if first.tag_ in ("PRP", "NNS") and first.dep_ in ("nsubj", "nsubjpass"):
        return words[0] not in ("we", "i")
    before = [t for t in doc if t.idx < match.start()]
    return (
        bool(before)
        and any(t.dep_ == "relcl" for t in (before[-1], *before[-1].ancestors))
        and in_relative_clause(before[-1])
    )


def _is_event_name(event: str) -> bool:
    """Whether what follows "by" happens at a time: "by demo day", not "by the legal team"."""
    phrase = re.split(r"\s(?:of|on|in|at|for|to|from|after|before|that|when|by)\s", event)[0]
    words = phrase.lower().split()
    if any(word in words_of("event") for word in (_head(words), " ".join(words[-2:]))):
        return not re.search(r"\b(?:per|team|committee)\b", phrase.lower())
    if len(words) > 1 and words[-1].isdecimal():
        return words[-2] in words_of("event")
    return bool(
        re.search(
            r"[a-z](?:Con|Conf|Fest)\b|(?:con|conf|fest)(?:\s+\w{2,7})?$|\bCon(?:f)?\b", phrase
        )
    )


def _is_period(event: str, preposition: str) -> bool:
    """Whether words name a stretch of time that lasts: "over the February holidays"."""
    words = re.split(r"\s(?:of|on|in|at|for|to|from|after|before)\s", event.lower())[0].split()
    head = next((w for w in (words[-1], *words[-2:-1]) if w in words_of("period")), None)
    if head is None or words[0] in ("a", "an", "any", "each", "last", "previous", "past"):
        return False
    if preposition in ("in", "during", "throughout", "over"):
        return words[0] in ("the", "this", "our", "next") and (words[0] != "the" or len(words) > 1)
    return True


def _is_ordinal_event(words: list[str]) -> bool:
    ordinal = (
        len(words) > 2
        and words[0] == "the"
        and words[1] in ("first", "second", "third", "final", "last")
    )  # noqa: PLR2004
    return ordinal and _head(words) in words_of("event")


def _head(words: list[str]) -> str:
    return words[-1].strip("'\".!") if words else ""


def _event_text(doc: Doc, start: int) -> str:
    """The words of the event that begins at `start`, up to the end of its clause."""
    rest = doc.text[start:]
    ends = _ENDS.search(rest)
    event = (rest[: ends.start()] if ends else rest).rstrip(" .!?")
    if len(event) > _LONGEST:
        event = event[:_LONGEST].rsplit(" ", 1)[0]
    return event


@cache
def _prepositions() -> re.Pattern[str]:
    before = rf"(?:at\s+least\s+)?{NUMBER}\s+(?:days?|weeks?|months?)\s+(?=before|ahead|prior)"
    words = rf"by\s+the\s+time|{any_of('dated')}|by|over|during|throughout|in|at|this"
    return re.compile(rf"(?<![^\W_])(?:{before})?(?P<word>{words})\s+(?=\S)", re.IGNORECASE)
