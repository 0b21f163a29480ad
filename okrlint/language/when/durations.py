"""Finds durations ("within 24 hours of a ticket", "within 60 days") and what they govern.

A duration is a deadline when the promise as a whole has that long, and a window when it says how
fast or for how long something goes that happens again and again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from okrlint.dates import DateWords
from okrlint.language.quantity.numbers import find_numbers
from okrlint.language.when.words import (
    NUMBER,
    first_answer,
    noun_phrase,
    opens_with_verb,
    whole_words,
    words_of,
)
from okrlint.reading import When, WhenKind

_DAYS = {
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "sprint": 14,
    "month": 30,
    "quarter": 91,
    "year": 365,
}
"""Unit -> about how many days; shorter units are always windows."""
_SHORT = {"d": "day", "w": "week", "wk": "week", "wks": "week", "mo": "month"}
"""What is written right behind digits for some of them: "within 90d"."""

_LONG = 28
"""Days from which on a duration is rather the time for the promise than a speed."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A duration in its statement."""

    doc: Doc
    match: re.Match[str]

    @property
    def lead(self) -> str:
        """The words before the number: "within", "in the next"."""
        return " ".join(self.match["lead"].lower().split())

    @property
    def unit(self) -> str:
        short = _SHORT.get((self.match["short"] or "").lower())
        return short or self.match["unit"].lower().removesuffix("s")

    @property
    def days(self) -> float:
        return _count(self.match["count"]) * _DAYS.get(self.unit, 0)

    @property
    def after(self) -> str:
        return self.doc.text[self.match.end() :].lower()


def find_durations(doc: Doc, dates: Sequence[DateWords]) -> Iterator[When]:
    """Yield the durations of a statement that a preposition or a comparison introduces."""
    yield from _after_events(doc, dates)
    for match in _beginning().finditer(doc.text):
        yield When(match.start(), match.end(), WhenKind.DEADLINE, match[0], event=match["event"])
    for match in _duration().finditer(doc.text):
        if any(d.start < match.end() < d.end for d in dates):
            continue  # "during the first six months of the year" is a date
        kind = first_answer(_RULES, _Case(doc, match)) or WhenKind.DEADLINE
        days = _days_of(dates, match) if kind is WhenKind.DEADLINE else (None, None)
        yield When(match.start(), match.end(), kind, match[0], *days)
    for match in _compound().finditer(doc.text):
        yield When(match.start(), match.end(), WhenKind.WINDOW, match[0])


def _after_events(doc: Doc, dates: Sequence[DateWords]) -> Iterator[When]:
    """Yield "within 30 days of launch" as deadline, "within a day of sign-up" as window."""
    for match in _after_event().finditer(doc.text):
        if not match["lead"] and re.search(r"\sof\s", match[0]):
            continue  # "six months of living expenses"
        if any(d.start < match.end("event") and d.end > match.start("event") for d in dates):
            continue
        short = match["unit"].lower().startswith(("hour", "hr", "min", "sec"))
        once = not short and _is_one_off(doc, match)
        kind = WhenKind.DEADLINE if once else WhenKind.WINDOW
        event = match["event"].strip() if once else None
        yield When(match.start(), match.end(), kind, match[0], event=event)


def _ahead(case: _Case) -> WhenKind | None:
    """Say that "in the next 90 days" is a deadline."""
    ahead = re.search(r"\b(?:next|coming|following|upcoming)\b", case.lead)
    return WhenKind.DEADLINE if ahead else None


def _measured(case: _Case) -> WhenKind | None:
    """Say that "for 3 days", "under 2 days", "in the last 7 days", "within 2 hours" are windows."""
    inside = re.match(r"(?:within|inside|in)\b", case.lead)
    bounded = re.search(r"\b(?:last|past|previous|than|under|at most)\b", case.lead)
    weeks = case.lead.startswith("in") and not case.lead.startswith("inside")
    speed = weeks and case.unit in ("day", "week", "fortnight", "sprint")  # "done in five days"
    measured = not inside or bounded or speed or case.unit not in _DAYS
    return WhenKind.WINDOW if measured else None


def _of_something(case: _Case) -> WhenKind | None:
    """Say that "within two days of asking" and "in 4 years or less" are windows."""
    bound = re.match(r"\s+(?:or\s+(?:less|fewer|under)|of|after|from|following)\b", case.after)
    return WhenKind.WINDOW if bound else None


def _of_a_count(case: _Case) -> WhenKind | None:
    """Say that "(more than 3 in six months)" and "fewer than 2 falls in a month" say how often."""
    before = case.doc.text[: case.match.start()]
    opened = before.rfind("(")
    bracketed = opened > before.rfind(")") and any(find_numbers(before[opened:]))
    often = case.lead == "in" and _often().search(before)
    return WhenKind.WINDOW if bracketed or often else None


def _opening(case: _Case) -> WhenKind | None:
    """Say that a duration that opens the statement is its deadline: "Within 60 days, ..."."""
    opens = not case.doc.text[: case.match.start()].strip()
    return WhenKind.DEADLINE if opens else None


def _in_general(case: _Case) -> WhenKind | None:
    """Say that what always happens has a window: "guests come back within two years"."""
    return WhenKind.WINDOW if _is_general(case.doc, short=case.days < _LONG) else None


def _of_service(case: _Case) -> WhenKind | None:
    """Say that what is done for each of many has a window: "reply to every ticket within a day"."""
    share = re.search(
        r"%|\b(?:per ?cent|all|every|each|any|no|median|average|mean|p\d\d|new\s+\w+s)\b",
        case.doc.text.lower(),
    )
    served = words_of("serve")
    serves = any(t.lower_ in served or t.lemma_.lower() in served for t in case.doc)
    return WhenKind.WINDOW if share or (serves and case.days < _LONG) else None


_RULES = (_ahead, _measured, _of_something, _of_a_count, _opening, _in_general, _of_service)


def _is_general(doc: Doc, *, short: bool) -> bool:
    """Whether the statement says what others always do, or what is done with many things."""
    tags = ("VBZ", "VBP") if short else ("VBZ",)
    for token in doc:
        if token.tag_ in tags and token.dep_ in ("ROOT", "ccomp", "conj", "relcl"):
            subjects = [c.lower_ for c in token.children if c.dep_ == "nsubj"]
            if subjects and subjects[0] not in ("we", "i"):
                return True
        if short and token.dep_ == "auxpass" and token.tag_ in ("VBZ", "VBP"):
            return True  # "drift is noticed within a day"
    first = next((t.tag_ for t in doc if t.tag_ in ("NNS", "VBN")), None)
    return short and first == "NNS" and not opens_with_verb(doc)


def _is_one_off(doc: Doc, match: re.Match[str]) -> bool:
    """Whether words name something that happens once: "launch", not "a ticket" or "sign-up"."""
    phrase = [t.lower_ for t in noun_phrase(doc, match.start("event")) if not t.is_punct]
    if not phrase or phrase[0] in words_of("any") or phrase[-1] in words_of("step"):
        return False
    long = not match["unit"].lower().startswith("day")
    if phrase[-1] in words_of("event"):
        return long or len(phrase) > 1 or not phrase[0].endswith("ing")
    return long and phrase[0] == "the"


def _days_of(
    dates: Sequence[DateWords], match: re.Match[str]
) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of the date words that the duration is."""
    found = next((d for d in dates if d.start < match.end() and d.end > match.start()), None)
    return (found.earliest, found.latest) if found else (None, None)


def _count(word: str) -> float:
    """The number that a word says; "a" is 1, as is "several", whose number is not known."""
    return next((number.value for number in find_numbers(word)), 1.0)


_UNIT = (
    r"(?P<unit>seconds?(?!\s(?:year|day|month|week|term|time|round|half)\b)|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|quarters?"
    r"|years?|sprints?)"
)


@cache
def _duration() -> re.Pattern[str]:
    near = r"next|coming|following|upcoming|last|past|previous|prior|preceding|first|final"
    over = r"within|inside(?:\s+of)?|in|over|during|for|throughout|after|across"
    bound = r"(?:less|fewer|no\s+more)\s+than|under|at\s+most|about|around|just"
    compared = (
        r"under|below|above|less\s+than|fewer\s+than|more\s+than|at\s+least|at\s+most|up\s+to"
        r"|no\s+longer\s+than|longer\s+than|after"
    )
    lead = (
        rf"(?:{over})?\s*(?:the\s+)?(?:{near})|(?:with)?in\s+(?:{bound})"
        rf"|within(?:\s+(?:a\s+)?max(?:imum)?(?:\s+of)?)?|inside(?:\s+of)?|in|over|for|{compared}"
    )
    return whole_words(
        rf"(?P<lead>{lead})\s+(?P<count>{NUMBER})(?:[\s-]+(?:to|-|–|or)[\s-]+{NUMBER})?"
        rf"(?:(?:[\s-]+(?:(?:working|business|consecutive|calendar|full)\s+)?){_UNIT}(?![-–]\w)"
        rf"|(?<=\d)(?P<short>{'|'.join(_SHORT)})\b)"
        r"(?:\s+in\s+a\s+row|\s+running)?"
    )


@cache
def _beginning() -> re.Pattern[str]:
    """A time that begins once, when the thing does: "in the first month online"."""
    being = (
        r"online|live|open|on\s+sale|on\s+the\s+(?:market|air|road)|in\s+(?:business|print|the\s+shops)"
        r"|of\s+(?:operations?|trading|business|sales?)"
    )
    return whole_words(
        r"(?:in|within|during|over|by\s+the\s+end\s+of)\s+"
        rf"(?P<event>(?:the|our|its|their)\s+first\s+(?:full\s+)?{_UNIT}\s+(?:{being}))"
    )


@cache
def _often() -> re.Pattern[str]:
    """What counts how often, before "in a month": "10 times", "no more than 2 late trains"."""
    few = r"fewer\s+than|less\s+than|no\s+more\s+than|not\s+more\s+than|at\s+most|under|max\.?"
    return re.compile(rf"\b(?:times|(?:{few})\s+{NUMBER}(?:\s+[a-z-]+){{0,3}})\s+$", re.IGNORECASE)


@cache
def _after_event() -> re.Pattern[str]:
    article = r"(?:the|our|its|a|an|each|every|their|any)\s+"
    ends = r"\s*(?:$|[.,;:()])|\s(?:in|for|by|with|and|on|at|to|being)\b"
    return whole_words(
        r"(?P<lead>(?:in|within|during|inside|over)\s+)?(?:the\s+first\s+)?"
        rf"(?:{NUMBER}[\s-]+)?(?:working\s+|business\s+)?{_UNIT}\s+(?:after|of|following|from)\s+"
        rf"(?P<event>(?:{article})?[\w-]+(?:\s+[\w-]+){{0,2}}?)(?={ends})"
    )


@cache
def _compound() -> re.Pattern[str]:
    return whole_words(
        r"(?:over|in|within|during|for|across)\s+(?:an?|any|each|every|the)\s+"
        rf"(?:(?:rolling|trailing)\s+)?{NUMBER}[\s-]+(?:day|week|month|hour|minute|year)(?:\s+\w+)?"
        r"|p\d\d\s+over\s+\w+\s+\w+"
    )
