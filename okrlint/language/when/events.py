"""Finds deadlines that are events and no dates: "before the launch", "by the time term starts".

After "before" and "until" any event is a deadline, unless it befalls each of many things in turn
("bugs found before release"). After "by", which also names the agent and the means, only what the
word list knows as an event is one; after "during" and "over", only what lasts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from okrlint.dates import DateWords
from okrlint.language.parts import find_parts, standing
from okrlint.language.when.words import (
    NUMBER,
    any_of,
    clause_before,
    first_answer,
    in_relative_clause,
    noun_phrase,
    words_of,
)
from okrlint.language.words import load_kind
from okrlint.reading import When, WhenKind

_COMING = ("coming", "next", "upcoming", "current", "new")
_AROUND = ("over", "during", "in", "throughout", "this", "next", "within", "all", "for")
_CYCLES = ("quarter", "semester", "trimester", "season", "term", "cycle", "year")
_LONGEST = 60
"""Characters of an event's name that are shown."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A preposition and what may be an event after it."""

    doc: Doc
    match: re.Match[str]
    first: Token
    """The first token of the event."""
    event: str

    @property
    def preposition(self) -> str:
        return " ".join(self.match["word"].lower().split())

    @property
    def words(self) -> list[str]:
        return self.event.lower().split()

    @property
    def phrase(self) -> list[str]:
        """The words of the noun phrase that begins the event, in lower case."""
        return [t.lower_ for t in noun_phrase(self.doc, self.first.idx) if not t.is_punct]


def find_events(doc: Doc, dates: Sequence[DateWords]) -> Iterator[When]:
    """Yield the events of a statement that say by when, as deadlines or as windows.

    A date in the words of an event gives its days: "by the time term starts in October".
    """
    for match in _prepositions().finditer(doc.text):
        first = next((t for t in doc if t.idx >= match.end()), None)
        event = _event_text(doc.text[match.end() :])
        if first is None or not event or any(d.start == match.start() for d in dates):
            continue
        kind = first_answer(_RULES, _Case(doc, match, first, event)) or WhenKind.ATTRIBUTE
        if kind is not WhenKind.ATTRIBUTE:
            end = match.end() + len(event)
            date = next((d for d in dates if match.end() <= d.start and d.end <= end), None)
            days = (date.earliest, date.latest) if date else (None, None)
            yield When(match.start(), end, kind, doc.text[match.start() : end], *days, event)


# A rule answers DEADLINE, WINDOW, ATTRIBUTE (no event after all), or None (no opinion).


def _no_event(case: _Case) -> WhenKind | None:
    """Say that clock times, "every ...", conditions and gerunds are no events."""
    clock = re.match(r"[\d:.]+(?:\s*$|\s+(?:in|on|for|am|pm)\b|\s*[ap]\.m)", case.event)
    until = case.preposition in ("until", "till")
    condition = until and (case.first.like_num or case.first.text[:1].isdigit())
    doing = case.first.tag_ == "VBG" and case.first.dep_ not in ("nsubj", "nsubjpass", "compound")
    opens = case.preposition == "before" and not case.doc.text[: case.match.start()].strip()
    gerund = doing and case.preposition in ("before", "by", "until") and not opens
    hour = len(case.phrase) == 1 and case.phrase[0] in words_of("hour")  # "before noon"
    hour = hour or bool(re.fullmatch(r"the (?:end|start|close) of the (?:\w+ )?day", case.event))
    if case.preposition == "till" and _is_counter(case):
        return WhenKind.ATTRIBUTE
    if clock or hour or condition or gerund or case.words[0] in ("each", "every", "any"):
        return WhenKind.ATTRIBUTE
    return None


def _is_counter(case: _Case) -> bool:
    """Whether "till" is where people pay: "the new till handles 40 sales", "tills at the door"."""
    if case.first.tag_ in ("VBZ", "VBP", "VBD", "MD", "IN", "VBN"):
        return True
    before = [t for t in case.doc if t.idx < case.match.start("word")]
    while before and before[-1].pos_ in ("ADJ", "NOUN", "PROPN", "NUM"):
        before.pop()
    return bool(before) and before[-1].tag_ in ("DT", "PRP$", "POS")


def _clauses(case: _Case) -> WhenKind | None:
    """Say that "by the time ...", "between now and ...", "when the season starts" are deadlines."""
    if case.preposition in ("when", "once"):
        begins = any(word in words_of("begin") for word in case.words[-2:])
        known = not words_of("event").isdisjoint(case.words)
        return WhenKind.DEADLINE if begins and known else WhenKind.ATTRIBUTE
    sure = ("by the time", "between now and", "for the rest of")
    after = case.preposition.endswith(" after")
    return WhenKind.DEADLINE if case.preposition in sure or after else None


def _periods(case: _Case) -> WhenKind | None:
    """Say that "over the February holidays", "this season", "within the year" are deadlines."""
    if case.preposition not in _AROUND:
        return None
    if _is_first_of_each(case):
        return WhenKind.WINDOW
    return WhenKind.DEADLINE if _is_period(case) else WhenKind.ATTRIBUTE


def _after_by(case: _Case) -> WhenKind | None:
    """Say that "by demo day" is a deadline, "by the legal team" and "by week" are none."""
    if case.preposition != "by":
        return None
    return WhenKind.DEADLINE if _is_event_name(case) else WhenKind.ATTRIBUTE


def _after_at(case: _Case) -> WhenKind | None:
    """Say that "at the end of the appeal" and "announced at the summit" are deadlines."""
    if case.preposition not in ("at", "towards"):
        return None
    words, phrase = case.words, case.phrase
    if words[0] == "the" and words[1:2] and words[1] in ("end", "start", "beginning", "close"):
        whole = words[2:3] == ["of"] and words[3:4] not in (["each"], ["every"], ["their"])
        return WhenKind.DEADLINE if whole else WhenKind.ATTRIBUTE
    if words[:4] == ["the", "time", "of", "the"]:
        return WhenKind.DEADLINE
    if case.preposition == "at" and case.words in (["launch"], ["go-live"]):
        now = standing(find_parts(case.doc.text))  # "Baseline: 0 at launch"
        inside = now is not None and now.start <= case.match.start() < now.end
        return WhenKind.ATTRIBUTE if inside else WhenKind.DEADLINE
    known = phrase[:1] == ["the"] and phrase[-1] in words_of("event") and phrase[1] != "next"
    before = [t.tag_ for t in case.doc if t.idx < case.match.start()]
    numbered = phrase[1:2] in (["first"], ["second"], ["third"], ["final"])
    return WhenKind.DEADLINE if known and ("VBN" in before[-2:] or numbered) else WhenKind.ATTRIBUTE


def _after_before(case: _Case) -> WhenKind | None:
    """Say that what follows "before", "until", "ahead of" is a deadline, or what befalls each."""
    lone = len(case.words) <= 2 and case.words[-1] in words_of("notevent")
    if case.preposition not in words_of("dated") or lone:
        return WhenKind.ATTRIBUTE
    return WhenKind.WINDOW if _befalls_each(case) else WhenKind.DEADLINE


_RULES = (_no_event, _clauses, _periods, _after_by, _after_at, _after_before)


def _befalls_each(case: _Case) -> bool:
    """Whether it happens to each of many things in turn: "bugs found before release"."""
    words = case.words
    if words[0] in ("we", "i"):
        return False
    clause = clause_before(case.doc, case.match.start()).lower()
    spoken = clause.split()
    before = [t for t in case.doc if t.idx < case.match.start()]
    found = any(t.tag_ == "NNS" for t in before) and not words_of("each").isdisjoint(spoken[-4:])
    # "Find three sponsors before the fair" is one task, "catch bugs before release" goes on and on.
    bare = len(words) == 1 and not words_of("eachbase").isdisjoint(spoken)
    ahead = rf"(?<!under\s)(?<!than\s)(?<!below\s)(?<!to\s)\b{NUMBER}[\s-]+(?:minutes?|hours?)\s*$"
    lead_time = re.search(ahead, clause)
    span = spoken[-1:] and spoken[-1] in words_of("span") and not re.search(r"\d", clause)
    others = words[0] in ("they", "their", "you", "a", "an") or words[0] in load_kind(
        "nouns", "people"
    )
    step = len(words) == 1 and words[0] in words_of("step")
    described = before and before[-1].tag_ in ("VBD", "VBN") and in_relative_clause(before[-1])
    return bool(found or bare or lead_time or span or others or step or described)


def _is_event_name(case: _Case) -> bool:
    """Whether a noun phrase names something that happens: an event of the list, or "PyCon".

    A "by" that opens the statement ("By the funding call, ...") names neither agent nor means.
    """
    words = case.phrase
    if not case.doc.text[: case.match.start()].strip():
        return True
    if words[:2] == ["the", "next"] and words[-1] not in load_kind("nouns", "people"):
        return True
    if not words or words[-1] in words_of("body"):
        return False
    if len(words) == 1 and words[0] in words_of("unit") | {"time"}:
        return False
    text = "".join(t.text_with_ws for t in noun_phrase(case.doc, case.first.idx)).strip()
    last = text.lower().split()[-1]
    if not (words_of("event") | {"time"}).isdisjoint({last, words[-1], " ".join(words[-2:])}):
        return True
    if re.fullmatch(r"[MTWDS]\d{1,2}", text):  # "M3"
        return True
    if len(words) > 1 and any(char.isdigit() for char in words[-1]):  # "milestone M3", "month 9"
        return words[-2] in words_of("event") or words[-2] == "month"
    named = r"\b(?:[A-Z]\w*)?(?:[Cc]on|[Cc]onf|[Ff]est)\b|\b[A-Z][\w-]*\s(?:Week|Day)$"
    return bool(re.search(named, text))


def _is_period(case: _Case) -> bool:
    phrase = case.phrase
    if case.preposition == "in" and _is_launch_month(phrase):
        return True
    lasts = words_of("period") | words_of("lasting")
    if not phrase or phrase[-1] not in lasts or phrase[0] in words_of("any"):
        return False
    if case.preposition == "within":
        return phrase[0] in ("the", "this") and phrase[-1] != "week"
    if case.preposition == "in":
        coming = phrase[1:2] != [] and phrase[1] in _COMING
        return coming and phrase[-1] in words_of("beat")  # not "in the new programme"
    if case.preposition in ("all", "for"):
        return True  # only "all quarter", "for the season" come here
    if re.match(r"the\s\w+\sof\s(?:an?|any|each|every)\b", case.event, re.IGNORECASE):
        return False  # "during the event of an outage"
    if phrase[0] == "the" and len(phrase) == 2 and phrase[1] in (*_CYCLES, *words_of("lasting")):
        return case.preposition in ("over", "during", "throughout")
    if case.preposition in ("this", "next") or phrase[-1] in words_of("off"):
        return True
    named = phrase[0] in ("this", "our", "next")
    return named or (phrase[0] == "the" and len(phrase) > 2)


def _is_launch_month(phrase: Sequence[str]) -> bool:
    """Whether a stretch is that of an event: "the launch quarter", "the pilot month"."""
    if len(phrase) < 2 or phrase[-1] not in ("quarter", "period", "month", "week"):
        return False
    known = words_of("event") if phrase[-1] == "quarter" else {*words_of("lasting"), "launch"}
    return phrase[-2] in known


def _is_first_of_each(case: _Case) -> bool:
    """Whether it is a stretch that everyone has: "within the first year of membership"."""
    first = r"(?:the|their|its|his|her)\s(?:first|second|last|final)\s(?:\w+\s)?"
    thing = r"(?:(?:their|each|every|any|an?|his|her|its)\s)?(?P<noun>[\w-]+)"
    match = re.match(rf"{first}\w+\sof\s{thing}", case.event, re.IGNORECASE)
    return match is not None and match["noun"].lower() not in ("the", "this", "our", "next")


def _event_text(rest: str) -> str:
    """The words of the event that a text begins with, up to the end of its clause."""
    ends = _ends().search(rest)
    event = (rest[: ends.start()] if ends else rest).rstrip(" .!?")
    return event if len(event) <= _LONGEST else event[:_LONGEST].rsplit(" ", 1)[0]


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"[,;:()–—]|\.\s|\.$| - |\s(?:and|with|so that|where|which|while)\s")


@cache
def _prepositions() -> re.Pattern[str]:
    time = rf"{NUMBER}\s+(?:days?|weeks?|months?)"
    ahead = rf"(?:at\s+least\s+)?{time}\s+(?=before|ahead|prior)"
    words = (
        rf"by\s+the\s+time(?!\s+of)|between\s+now\s+and|(?:no\s+later\s+than|by|until)\s+{time}\s+after"
        rf"|for\s+the\s+rest\s+of|{any_of('dated')}|by|over|during|throughout|within|in|at|towards"
        rf"|this|next|when|once|all(?=\s+(?:{'|'.join(_CYCLES)})\b)"
        rf"|for(?=\s+the\s+(?:{'|'.join(_CYCLES)})\s*(?:$|[.,;)(]))"
    )
    return re.compile(
        rf"(?<![\w-])(?:{ahead})?(?P<word>(?<!the\s)(?:{words}))\s+(?=\S)", re.IGNORECASE
    )
