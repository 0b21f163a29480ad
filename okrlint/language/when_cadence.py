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
    ending,
    in_relative_clause,
    tokens_of,
    whole_words,
    words_of,
)
from okrlint.language.words import load_kind, load_words
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
    follows = next((t for t in doc if t.idx >= match.end()), None)
    if follows is not None and follows.tag_ == "NN" and follows.idx == match.end() + 1:
        return False  # "a day rate", "a term sheet"
    return bool(_counted().search(clause_before(doc, match.start())))


def _kind_of_rate(doc: Doc, match: re.Match[str]) -> WhenKind:
    """A rate paces the promise, but not where it only says where a measure stands now."""
    before = doc.text[: match.start()]
    after = doc.text[match.end() :]
    clause = re.split(r"[;(]|,\s", before)[-1]
    stated = _baseline_word().search(clause) and not re.search(r"\bto\b|→|->", clause)
    now = re.match(
        r"\s*(?:,\s*)?(?:on average\s+)?(?:at present|today|now|currently|so far)\b", after
    )
    tokens = tokens_of(doc, match.start(), match.end())
    asked = (
        match[0].lower().startswith(("on ", "at ", "over "))
        and "of" not in match[0]
        and (_question_or_fewer().search(before) or _is_state(doc))
    )
    which = re.search(r"\w\s(?:that|which|who)\s+(?:\w+\s+){1,4}$", before)
    if stated or now or asked or which or (tokens and in_relative_clause(tokens[0])):
        return WhenKind.ATTRIBUTE
    return WhenKind.CADENCE


def _is_state(doc: Doc) -> bool:
    """Whether the statement says how something stands, and not what is done."""
    if doc[0].lower_ in load_words("verbs") and doc[0].tag_ != "NN":
        return doc[0].lower_ in ("close", "open")
    measures = load_kind("nouns", "measure")
    return any(t.tag_ == "VBZ" or t.lower_ in measures for t in doc)


def _kind_of_adjective(doc: Doc, match: re.Match[str]) -> WhenKind:
    """Whether "weekly" paces what is done, or belongs to the name of a thing or a measure."""
    words = _phrase_after(doc, match.end())
    if match[0].lower() in ("hourly", "nightly") and (words or _is_state(doc)):
        return WhenKind.ATTRIBUTE  # what machines do: "the nightly build", "data arrives hourly"
    if _names_measure(words):
        return WhenKind.ATTRIBUTE
    if not words:
        measured = re.search(r"([\w-]+)\s+\($|(active)\s+$", doc.text[: match.start()].lower())
        if measured and (measured[2] or measured[1] in words_of("metric")):
            return WhenKind.ATTRIBUTE
        article = re.search(r"\b(?:the|our|their|its)\s+$", doc.text[: match.start()].lower())
        return WhenKind.ATTRIBUTE if article else _kind_of_rate(doc, match)
    if match[0].lower() in ("annual", "yearly", "biannual"):
        return WhenKind.ATTRIBUTE
    activity = words[-1] in load_kind("nouns", "activity")
    before = doc.text[: match.start()].lower()
    article = re.search(r"\b(the|our|their|its|your|my|that|this|an?|[\w-]+['’]s)\s+$", before)
    if article is None:
        verb = re.search(r"([a-z-]+)\s+$", before)
        changed = verb is None and not activity and _is_changed(doc, match.end(), words)
        made = bool(verb) and verb[1] in words_of("make") if verb else False
        free = verb is None or verb[1] in words_of("between") or activity or _stem(verb[1])
        free = free and not changed and not made
        return _kind_of_rate(doc, match) if free else WhenKind.ATTRIBUTE
    verb = re.search(r"([a-z-]+)\s+$", before[: article.start()])
    held = bool(verb) and _stem(verb[1]) if verb else False
    indefinite = article[1] in ("a", "an")
    if held or (indefinite and (activity or not verb)):
        return WhenKind.CADENCE
    return WhenKind.ATTRIBUTE


def _names_measure(words: list[str]) -> bool:
    """Whether the words after "weekly" make it the name of a measure or of people counted."""
    if any(word in words_of("metric") for word in words):
        return True
    return words[-1:] != [] and (words[-1] in load_kind("nouns", "people") or _is_doer(words[-1]))


def _is_doer(word: str) -> bool:
    """Whether a plural names people by what they do: travellers, donors; not newsletters."""
    stem = re.sub(r"(?:er|or)s$", "", word)
    if stem == word or len(stem) < 3:  # noqa: PLR2004
        return False
    verbs = load_words("verbs") | {"donate", "post", "travel", "visit", "ride", "contribute"}
    return not verbs.isdisjoint({stem, stem + "e", stem + "ate", stem[:-1]})


def _is_changed(doc: Doc, end: int, words: list[str]) -> bool:
    """Whether the thing itself is what gets made or changed: "Monthly newsletter redesigned"."""
    after = [t for t in doc if t.idx >= end]
    follows = after[len(words)] if len(after) > len(words) else None
    last = words[-1] if words else ""
    return bool(follows and follows.tag_ == "VBN" and not _stem(follows.lower_)) or (
        last.endswith("ed") and not _stem(last)
    )


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
        rf"|(?:\w+\s+(?=day|moon))?(?:(?:calendar|fiscal|school|academic|working)\s+)?(?:{beat}|hour)(?!\s+(?:group|of\s+the\s+cohort)))"
        rf"(?:(?:,|\s+and|\s+or|,\s+and)\s+{names})*(?:\s+(?:morning|afternoon|evening|night))?"
    )


@cache
def _per() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:per\s+(?:calendar\s+|working\s+|business\s+|school\s+|academic\s+)?"
        rf"(?:{any_of('beat')})|per\s+annum|p\.a\.)(?![^\W_]|\s+(?:group|shift)|-)"
        rf"|(?<=\w)\s?/\s?(?:day|wk|week|mo|month|quarter|qtr|yr|year|sprint)(?![^\W_])",
        re.IGNORECASE,
    )


@cache
def _a_unit() -> re.Pattern[str]:
    units = "day|week|weekend|fortnight|month|quarter|year|night|sprint|term|season"
    return whole_words(rf"an?\s+(?:{units})(?!\s+\w+(?:ing|ed)\b)")


@cache
def _stroke() -> re.Pattern[str]:
    return whole_words(
        r"(?:(?:with|after|before|at|during|following|ahead\s+of)"
        r"|(?:at|by|before)\s+the\s+(?:end|start|beginning)\s+of)"
        rf"\s+(?:each|every)\s+(?:[a-z-]+\s+){{0,2}}(?:{any_of('stroke')})|per\s+round|in\s+(?:each|every)\s+(?:1:1|one-on-one|one-to-one)"
    )


@cache
def _plural_days() -> re.Pattern[str]:
    part = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s(?:morning|afternoon|evening|night)s"
    days = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days|{part})"
    return re.compile(
        rf"(?:^|(?<=[,:(–—-]\s)|(?<![^\W_])on\s+(?:alternate\s+)?){days}(?:(?:,|\s+and|\s+or)\s+{days})*(?![^\W_])"
        rf"|(?<![^\W_])(?:{days}\s+and\s+{days}|{part}"
        r"|(?:on|at|over|during)\s+week(?:day|night|end)s)(?![^\W_])"
    )


@cache
def _of_the_month() -> re.Pattern[str]:
    nth = r"(?:first|second|third|fourth|last|1st|15th)"
    day = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:working\s+|business\s+)?day|weekend)"
    return whole_words(
        rf"on\s+the\s+{nth}(?:\s+{day})?\s+of\s+the\s+(?:month|week)"
        rf"|(?:on\s+)?(?:the\s+)?{nth}\s+{day}\s+of\s+the\s+(?:month|week|quarter)"
    )


@cache
def _often() -> re.Pattern[str]:
    return whole_words(rf"(?:once\s+|twice\s+|three[\s-]times\s+)?(?:{any_of('often')})")


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
        r"^(?:up |down )?from\b|\b(?:currently|now|was|were|today|at present|vs\.?|compared)\b",
        re.IGNORECASE,
    )


@cache
def _question_or_fewer() -> re.Pattern[str]:
    return re.compile(r"\b(?:why|how|whether|what|fewer|less|more|lower|higher)\b", re.IGNORECASE)
