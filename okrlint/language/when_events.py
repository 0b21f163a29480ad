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
    noun_phrase,
    whole_words,
    words_of,
)
from okrlint.language.words import load_kind
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
    phrase = [t.lower_ for t in noun_phrase(doc, first.idx)]
    if preposition in ("when", "once"):
        return WhenKind.DEADLINE if _begins(event) else None
    if (
        not words
        or re.match(r"[\d:.]+(?:\s*$|\s+(?:in|on|for|am|pm)\b|\s*[ap]\.m)", event)
        or words[0] in ("each", "every", "any")
    ):
        return None
    if preposition in ("until", "till") and (first.like_num or first.text[:1].isdigit()):
        return None  # a condition: "until 9 of 10 readers get it"
    if preposition == "for the rest of":
        return WhenKind.DEADLINE
    if (
        preposition in ("before", "by", "until")
        and first.tag_ == "VBG"
        and first.dep_ in ("pcomp", "advcl", "amod", "ROOT", "conj")
    ):
        return None  # "by automating", "before shipping"
    if preposition in ("by the time", "between now and") or preposition.endswith(" after"):
        return WhenKind.DEADLINE
    if preposition in ("over", "during", "in", "throughout", "this", "within"):
        return WhenKind.DEADLINE if _is_period(phrase, preposition) else None
    if preposition == "by":
        return WhenKind.DEADLINE if _is_event_name(doc, first.idx) else None
    if preposition in ("at", "towards"):
        return WhenKind.DEADLINE if _is_at_event(doc, match, words, phrase) else None
    if preposition not in words_of("dated") or (
        len(words) < 3 and _head(words) in words_of("notevent")
    ):  # noqa: PLR2004
        return None
    if _is_each(doc, match, first, words):
        return WhenKind.WINDOW
    return WhenKind.DEADLINE


def _is_each(doc: Doc, match: re.Match[str], first: Token, words: list[str]) -> bool:
    """Whether it happens to each of many things in turn: "bugs found before release"."""
    if words[0] in ("we", "i"):
        return False
    clause = clause_before(doc, match.start()).lower()
    tail = clause.split()[-4:]
    plural = any(t.tag_ == "NNS" for t in doc if t.idx < match.start())
    if plural and any(word in words_of("each") for word in tail[clause.split()[:1] == tail[:1] :]):
        return True
    if (
        tail[-1:]
        and tail[-1] in words_of("span")
        and not re.search(r"\d|\b(?:one|two|three|four|five|six)\b", clause)
    ):
        return True
    if re.search(rf"\b{NUMBER}[\s-]+(?:minutes?|hours?|seconds?)\s*$", clause):
        return True
    if words[0] in ("they", "you") or words[0] in load_kind("nouns", "people"):
        return True
    if words[0] in ("a", "an") or (len(words) == 1 and _is_bare_noun(first)):
        return True
    before = [t for t in doc if t.idx < match.start()]
    return (
        bool(before)
        and any(t.dep_ == "relcl" for t in (before[-1], *before[-1].ancestors))
        and in_relative_clause(before[-1])
    )


def _is_bare_noun(token: Token) -> bool:
    """Whether one noun without an article names a step that each thing goes through: "checkout"."""
    return token.lower_ in words_of("step")


def _is_event_name(doc: Doc, start: int) -> bool:
    """Whether what follows "by" happens at a time: "by demo day", not "by the legal team"."""
    phrase = noun_phrase(doc, start)
    words = [t.lower_ for t in phrase if not t.is_punct]
    if not words:
        return False
    if len(words) == 1 and words[0] in words_of("unit"):
        return False
    joined = "".join(t.text_with_ws for t in phrase).strip()
    last = re.split(r"\s", joined.lower())[-1]
    if {last, words[-1], " ".join(words[-2:])} & (words_of("event") | {"time"}):
        return not (words[-1] == "time" and len(words) == 1)
    if len(words) > 1 and any(char.isdigit() for char in words[-1]):
        return words[-2] in words_of("event")
    return bool(
        re.search(
            r"\b(?:[A-Z]\w*)?(?:[Cc]on|[Cc]onf|[Ff]est)\b|\b[A-Z][\w-]*\s(?:Week|Day)$", joined
        )
    )


def _is_period(phrase: list[str], preposition: str) -> bool:
    """Whether words name a stretch of time that lasts: "over the February holidays"."""
    if not phrase or phrase[0] in ("a", "an", "any", "each", "last", "previous", "past"):
        return False
    if phrase[-1] not in words_of("period"):
        return False
    if preposition == "within":
        return phrase[0] in ("the", "this") and phrase[-1] != "week"
    if preposition == "in":
        return phrase[1:2] != [] and phrase[1] in ("coming", "next", "upcoming", "current")
    if preposition == "this":
        return True
    return phrase[0] in ("the", "this", "our", "next") and (phrase[0] != "the" or len(phrase) > 2)  # noqa: PLR2004


def _is_at_event(doc: Doc, match: re.Match[str], words: list[str], phrase: list[str]) -> bool:
    """Whether "at ..." says when something shall be done: "announced at the summit"."""
    if words[:1] == ["the"] and words[1:2] and words[1] in ("end", "start", "beginning", "close"):
        return words[2:3] == ["of"] and words[3:4] not in (["each"], ["every"], ["their"])
    if words[:4] == ["the", "time", "of", "the"]:
        return True
    if not phrase or phrase[0] != "the" or phrase[-1] not in words_of("event"):
        return False
    if phrase[1:2] == ["next"]:
        return False
    before = [t for t in doc if t.idx < match.start()]
    done = any(t.tag_ == "VBN" for t in before[-2:])
    return done or phrase[1:2] in (["first"], ["second"], ["third"], ["final"])


def _begins(event: str) -> bool:
    """Whether something starts or ends: "when the season starts"."""
    words = event.lower().split()
    return any(w in words_of("begin") for w in words[-2:]) and bool(words_of("event") & set(words))


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
    time = rf"{NUMBER}\s+(?:days?|weeks?|months?)"
    before = rf"(?:at\s+least\s+)?{time}\s+(?=before|ahead|prior)"
    words = rf"by\s+the\s+time|between\s+now\s+and|(?:no\s+later\s+than|by|until)\s+{time}\s+after|{any_of('dated')}|by|over|during|throughout|within|in|at|towards|this|when|once|for\s+the\s+rest\s+of"
    return re.compile(
        rf"(?<![\w-])(?:{before})?(?P<word>(?<!the\s)(?:{words}))\s+(?=\S)", re.IGNORECASE
    )
