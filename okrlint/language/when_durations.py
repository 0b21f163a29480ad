"""Finds durations ("within 24 hours of a ticket", "within 60 days") and what they govern.

A duration is a deadline when the promise as a whole has that long, and a window when it says how
fast or for how long something goes that happens again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from okrlint.dates import DateWords
from okrlint.language.when_words import NUMBER, noun_phrase, whole_words, words_of
from okrlint.language.words import load_words
from okrlint.reading import When, WhenKind

_DAYS = {
    "day": 1,
    "week": 7,
    "month": 30,
    "quarter": 91,
    "year": 365,
    "sprint": 14,
    "fortnight": 14,
}
"""Unit -> about how many days; shorter units are always windows."""

_LONG = 28
"""Days from which on a duration is rather the time for the promise than a speed."""


def find_durations(doc: Doc, dates: Sequence[DateWords]) -> Iterator[When]:
    """Yield the durations of a statement that a preposition or a comparison introduces."""
    for match in _after_event().finditer(doc.text):
        if not match["lead"] and re.search(r"\sof\s", match[0]):
            continue  # "six months of living expenses"
        if _same(dates, match.start("event"), match.end("event")):
            continue
        unit_long = not match["unit"].lower().startswith(("hour", "minute", "second"))
        one_off = _is_one_off(doc, match)
        kind = WhenKind.DEADLINE if one_off and unit_long else WhenKind.WINDOW
        event = match["event"].strip() if kind is WhenKind.DEADLINE else None
        yield When(match.start(), match.end(), kind, match[0], event=event)
    for match in _duration().finditer(doc.text):
        if any(d.start < match.end() < d.end for d in dates):
            continue  # "during the first six months of the year" is a date
        kind = _kind(doc, match)
        if match["lead"].lower().split()[0] == "in" and _is_speed_of_work(doc, match):
            kind = WhenKind.WINDOW
        same = _same(dates, match.start(), match.end())
        first, last = (same.earliest, same.latest) if same else (None, None)
        if kind is not WhenKind.DEADLINE:
            first = last = None
        yield When(match.start(), match.end(), kind, match[0], first, last)
    for match in _compound().finditer(doc.text):
        yield When(match.start(), match.end(), WhenKind.WINDOW, match[0])


def _same(dates: Sequence[DateWords], start: int, end: int) -> DateWords | None:
    return next((d for d in dates if d.start < end and d.end > start), None)


def _kind(doc: Doc, match: re.Match[str]) -> WhenKind:
    lead = re.sub(r"\s+", " ", match["lead"].lower())
    if re.search(r"next|coming|following|upcoming", lead):
        return WhenKind.DEADLINE
    unit = match["unit"].lower().removesuffix("s")
    if not lead.startswith(("within", "inside", "in ")) and lead != "in":
        return WhenKind.WINDOW
    if "last" in lead or "past" in lead or "previous" in lead or "than" in lead or "under" in lead:
        return WhenKind.WINDOW
    if unit not in _DAYS:
        return WhenKind.WINDOW
    opens = not doc.text[: match.start()].strip()
    if opens or _is_general(doc, short=_days(match) < _LONG):
        return (
            WhenKind.DEADLINE
            if opens and not re.match(r"\s+(?:of|after)\s", doc.text[match.end() :])
            else WhenKind.WINDOW
        )
    if re.match(
        r"\s+or\s+(?:less|fewer|under)\b|\s+(?:of|after|from|following)\s", doc.text[match.end() :]
    ):
        return WhenKind.WINDOW
    return WhenKind.WINDOW if _is_service(doc, match, unit) else WhenKind.DEADLINE


def _is_service(doc: Doc, match: re.Match[str], unit: str) -> bool:
    """Whether the duration is the speed of something done for each of many."""
    if _days(match) >= _LONG and unit != "day":
        return _is_share(doc)
    return (_days(match) < _LONG and _serves(doc)) or _is_share(doc)


def _days(match: re.Match[str]) -> int:
    unit = match["unit"].lower().removesuffix("s")
    return _count(match["count"]) * _DAYS.get(unit, 0)


def _serves(doc: Doc) -> bool:
    """Whether the statement is about a service: its words, or something done to plurals."""
    served = words_of("serve")
    return any(t.lower_ in served or t.lemma_.lower() in served for t in doc)


def _is_general(doc: Doc, *, short: bool) -> bool:
    """Whether the statement says what always happens: "guests come back within two years"."""
    for token in doc:
        if token.tag_ in (("VBZ", "VBP") if short else ("VBZ",)) and token.dep_ in (
            "ROOT",
            "ccomp",
            "conj",
            "relcl",
        ):
            subjects = [c.lower_ for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
            if subjects and subjects[0] not in ("we", "i"):
                return True
    if not short:
        return False
    plural = next((t for t in doc if t.tag_ in ("NNS", "VBN")), None)
    return doc[0].lower_ not in load_words("verbs") and plural is not None and plural.tag_ == "NNS"


def _is_share(doc: Doc) -> bool:
    """Whether the statement says how many of all cases are meant."""
    return bool(
        re.search(
            r"%|\bper ?cent\b|\b(?:all|every|each|any|no|median|average|mean|p\d\d)\b|\bnew\s+\w+s\b",
            doc.text,
            re.IGNORECASE,
        )
    )


def _is_speed_of_work(doc: Doc, match: re.Match[str]) -> bool:
    """Whether "in five days" is how long a thing takes: "close done in five working days"."""
    del doc
    return match["unit"].lower().removesuffix("s") not in ("month", "year", "quarter")


def _is_one_off(doc: Doc, match: re.Match[str]) -> bool:
    """Whether words name something that happens once: "launch", not "a ticket" or "sign-up"."""
    phrase = [t.lower_ for t in noun_phrase(doc, match.start("event")) if not t.is_punct]
    if not phrase or phrase[0] in ("a", "an", "each", "every", "any", "being", "their"):
        return False
    if phrase[-1] in words_of("event"):
        return not (len(phrase) == 1 and phrase[0].endswith("ing"))
    long = match["unit"].lower().startswith(("week", "month", "quarter", "year"))
    return long and phrase[0] == "the" and phrase[-1] not in words_of("step")


def _count(word: str) -> int:
    numbers = dict(
        zip(
            (
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
            range(1, 13),
            strict=True,
        )
    )
    digits = re.sub(r"\D.*", "", word)
    return (
        int(digits[:6])
        if digits
        else numbers.get(word.lower(), 1 if word.lower() in ("a", "an") else 30)
    )


_UNIT = r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|sprints?|fortnights?)"


@cache
def _duration() -> re.Pattern[str]:
    return whole_words(
        r"(?P<lead>(?:within|inside(?:\s+of)?|in|over|during|for|throughout|after|across)?\s*"
        r"(?:the\s+)?(?:next|coming|following|upcoming|last|past|previous|prior|preceding|first|final)"
        r"|(?:with)?in\s+(?:(?:less|fewer|no\s+more)\s+than|under|at\s+most|about|around|just)"
        r"|within(?:\s+(?:a\s+)?max(?:imum)?(?:\s+of)?)?|inside(?:\s+of)?|in|over|for|under|below|above|less\s+than|fewer\s+than"
        r"|more\s+than|at\s+least|at\s+most|up\s+to|no\s+longer\s+than|longer\s+than|after)\s+"
        rf"(?P<count>{NUMBER})(?:[\s-]+(?:to|-|–|or)[\s-]+{NUMBER})?[\s-]+"
        rf"(?P<work>(?:working|business|consecutive|calendar|full)\s+)?{_UNIT}(?![-–]\w)(?:\s+in\s+a\s+row|\s+running)?"
    )


@cache
def _after_event() -> re.Pattern[str]:
    return whole_words(
        rf"(?P<lead>(?:in|within|during|inside|over)\s+)?(?:the\s+first\s+)?(?:{NUMBER}[\s-]+)?(?:working\s+|business\s+)?{_UNIT}"
        r"\s+(?:after|of|following|from)\s+(?P<event>(?:(?:the|our|its|a|an|each|every|their|any)\s+)?[\w-]+(?:\s+[\w-]+){0,2}?)"
        r"(?=\s*(?:$|[.,;:()])|\s(?:in|for|by|with|and|on|at|to|being)\b)"
    )


@cache
def _compound() -> re.Pattern[str]:
    return whole_words(
        rf"(?:over|in|within|during|for|across)\s+(?:an?|any|each|every|the)\s+(?:rolling\s+|trailing\s+)?"
        rf"{NUMBER}[\s-]+(?:day|week|month|hour|minute|year)(?:\s+\w+)?|p\d\d\s+over\s+\w+\s+\w+"
    )
