"""Finds cadences: repeated intervals, and whether they pace the promise or name a thing.

"Weekly office hours" paces what is promised; "weekly active users" is the name of a measure, and
in "automate the weekly report" the word says which report is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from okrlint.language.when_words import (
    NUMBER,
    any_of,
    clause_before,
    either,
    ending,
    in_relative_clause,
    tokens_of,
    whole_words,
    words_of,
)
from okrlint.language.words import load_kind
from okrlint.reading import When, WhenKind

_POINT = (
    r"(?:(?:at|on|in|by|within|before)\s+)?(?:the\s+)?"
    r"(?:end|start|beginning|close|first\s+\w+\s+days?|(?:first|second|third|fourth|last|1st|2nd|3rd"
    r"|\d+th)(?:\s+(?:working\s+|business\s+)?\w+)?)\s+of\s+"
)
"""A point of the interval: "on the last Thursday of each month"."""

_ORDER = (
    r"(?:single|other|second|third|fourth|last|first|working|business|calendar|school|new|given)"
)


def find_cadences(doc: Doc) -> Iterator[When]:
    """Yield the repeated intervals of a statement, as cadence or as attribute."""
    for pattern in (_every(), _per(), _stroke(), _plural_days(), _of_the_month()):
        for match in pattern.finditer(doc.text):
            yield _when(doc, match.start(), match.end(), _kind_of_rate(doc, match))
    for match in _a_unit().finditer(doc.text):
        if _is_rate(doc, match):
            yield _when(doc, match.start(), match.end(), _kind_of_rate(doc, match))
    for match in _often().finditer(doc.text):
        yield _when(doc, match.start(), match.end(), _kind_of_adjective(doc, match))


def _when(doc: Doc, start: int, end: int, kind: WhenKind) -> When:
    return When(start, end, kind, doc.text[start:end])


def _is_rate(doc: Doc, match: re.Match[str]) -> bool:
    """Whether "a week" means "per week": something counted stands before, no preposition."""
    before, after = doc.text[: match.start()], doc.text[match.end() :]
    if re.match(r"\s+(?:ago|before|after|later|long|of|or\s+(?:more|less|two))\b", after):
        return False
    if ending(
        r"in|within|for|over|after|than|of|by|through|during|is|as|half|inside|under|from|on"
        r"|at|into|what|such|about|nearly|almost|before|until"
    ).search(before):
        return False
    return bool(_counted().search(clause_before(doc, match.start())))


def _kind_of_rate(doc: Doc, match: re.Match[str]) -> WhenKind:
    """A rate paces the promise, but not where it only says where a measure stands now."""
    before = doc.text[: match.start()]
    after = doc.text[match.end() :]
    clause = re.split(r"[,;(]\s*", before)[-1]
    stated = _baseline_word().search(clause) and not re.search(r"\bto\b|→|->", clause)
    now = re.match(r"\s*(?:,\s*)?(?:at present|today|now|currently|so far)\b", after)
    tokens = tokens_of(doc, match.start(), match.end())
    if stated or now or (tokens and in_relative_clause(tokens[0])):
        return WhenKind.ATTRIBUTE
    return WhenKind.CADENCE


def _kind_of_adjective(doc: Doc, match: re.Match[str]) -> WhenKind:
    """Whether "weekly" paces what is done, or belongs to the name of a thing or a measure."""
    words = _phrase_after(doc, match.end())
    if any(word in words_of("metric") for word in words):
        return WhenKind.ATTRIBUTE
    if not words:
        measured = re.search(r"([\w-]+)\s+\($", doc.text[: match.start()].lower())
        if measured and measured[1] in words_of("metric"):
            return WhenKind.ATTRIBUTE
        return _kind_of_rate(doc, match)
    if match[0].lower() in ("annual", "yearly", "biannual") and match[0][-2:] != "ly":
        return WhenKind.ATTRIBUTE
    before = doc.text[: match.start()].lower()
    activity = words[-1] in load_kind("nouns", "activity")
    article = re.search(r"\b(the|our|their|its|your|my|that|this|an?|[\w-]+['’]s)\s+$", before)
    if article is None:
        verb = re.search(r"([a-z-]+)\s+$", before)
        free = verb is None or verb[1] in words_of("between") or activity or _stem(verb[1])
        return _kind_of_rate(doc, match) if free else WhenKind.ATTRIBUTE
    verb = re.search(r"([a-z-]+)\s+$", before[: article.start()])
    held = bool(verb) and _stem(verb[1]) if verb else False
    indefinite = article[1] in ("a", "an")
    if held or (indefinite and (activity or not verb)):
        return WhenKind.CADENCE
    return WhenKind.ATTRIBUTE


def _stem(word: str) -> bool:
    """Whether a word is a form of a verb of doing again and again."""
    held = words_of("held")
    forms = {word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ing")}
    forms |= {word.removesuffix("ing") + "e", word.removesuffix("ed"), word.removesuffix("d")}
    return bool(forms & held) or word in ("held", "wrote", "ran", "gave", "kept", "running")


def _phrase_after(doc: Doc, end: int) -> list[str]:
    """The words of the noun phrase that goes on after `end`, in lower case."""
    words: list[str] = []
    for token in doc:
        if token.idx < end:
            continue
        if token.text == "-" and words:
            words[-1] += "-"
        elif words and words[-1].endswith("-"):
            words[-1] += token.lower_
        elif token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ in ("VBG", "VBN"):
            words.append(token.lower_)
        elif token.lower_ != "and" or not words:
            break
    return words


@cache
def _every() -> re.Pattern[str]:
    beat = any_of("beat")
    names = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    return whole_words(
        rf"(?:(?:once|twice|at\s+least\s+once)\s+)?(?:{_POINT})?(?:every|each)\s+(?:{_ORDER}\s+)*"
        rf"(?:(?:{NUMBER}\s+(?:(?:or|to)\s+{NUMBER}\s+)?(?:working\s+|business\s+)?"
        rf"(?:{beat}|hour|minute|second)s)"
        rf"|(?:(?:calendar|fiscal|school|academic|working)\s+)?(?:{beat}|hour)(?!\s+(?:group|of\s+the\s+cohort)))"
        rf"(?:(?:,|\s+and|\s+or|,\s+and)\s+{names})*(?:\s+(?:morning|afternoon|evening|night))?"
    )


@cache
def _per() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:per\s+(?:calendar\s+|working\s+|business\s+|school\s+|academic\s+)?"
        rf"(?:{any_of('beat')})|per\s+annum|p\.a\.)(?![^\W_]|\s+group|-)"
        rf"|(?<=\w)\s?/\s?(?:day|wk|week|mo|month|quarter|qtr|yr|year|sprint)(?![^\W_])",
        re.IGNORECASE,
    )


@cache
def _a_unit() -> re.Pattern[str]:
    return whole_words(rf"an?\s+(?:{any_of('beat')})(?!\s+\w+(?:ing|ed)\b)")


@cache
def _stroke() -> re.Pattern[str]:
    strokes = f"{any_of('stroke')}"
    return whole_words(
        r"(?:with|after|before|at|in|on|during|for|following|from|of|to|ahead\s+of|between)\s+"
        rf"(?:the\s+(?:end|start|beginning)\s+of\s+)?(?:each|every)\s+(?:[a-z-]+\s+){{0,2}}(?:{strokes})"
    )


@cache
def _plural_days() -> re.Pattern[str]:
    days = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days"
    return re.compile(
        rf"(?<![^\W_])(?:(?:on\s+)?{days}(?:(?:,|\s+and|\s+or)\s+{days})*"
        r"|(?:on|at|over|during)\s+week(?:day|night|end)s)(?![^\W_])"
    )


@cache
def _of_the_month() -> re.Pattern[str]:
    return whole_words(
        r"on\s+the\s+(?:first|second|third|fourth|last|1st|15th)(?:\s+(?:working\s+|business\s+)?\w+)?"
        r"\s+of\s+the\s+(?:month|week)"
    )


@cache
def _often() -> re.Pattern[str]:
    return whole_words(rf"(?:once\s+|twice\s+|three[\s-]times\s+)?(?:{either(words_of('often'))})")


@cache
def _counted() -> re.Pattern[str]:
    number = NUMBER.replace("|an?|", "|")
    return re.compile(
        rf"(?<![^\W_])(?:{number}|once|twice|thrice|times|half|hundred|dozen|\d+\w*)(?![^\W_])"
        r"|\d(?:k|m|x|%|h|min)?\b",
        re.IGNORECASE,
    )


@cache
def _baseline_word() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:from|currently|now|was|were|today|at present|up from|down from|vs\.?|compared|instead)\b",
        re.IGNORECASE,
    )
