"""Tells numbers that are names, places or dates from numbers that measure.

"Python 3.11", "v2", "Sev-1", "Phase 3", "RFC 12", "#123", "24/7", "5-year plan", "at 7:30" and
"step 2 to 4" say which thing is meant, never how much of it.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from okrlint.language.quantity.context import (
    Context,
    can_be_verb,
    is_label,
    is_measure,
)
from okrlint.language.quantity.degrees import names_degrees
from okrlint.language.quantity.earlier import names_time_of_level
from okrlint.language.quantity.numbers import Number, Shape
from okrlint.language.quantity.versions import is_later_version, is_version
from okrlint.language.quantity.years import is_year
from okrlint.language.words import load_kind

_ENUMERATOR = re.compile(r"\s*(?:\(|[A-Za-z]{1,3}\s?)?\d+(?:\.\d+)*\s*[.):](?=\s)")
_CLOCK = re.compile(
    r"\d{1,2}:\d{2}|\d{1,2}(?:(?::\d{2})?\s?(?:-|–|to)\s?\d{1,2})?(?::\d{2})?\s?"
    r"(?:am|pm|a\.m\.|p\.m\.)(?![a-z])",
    re.I,
)
_NO_MEASURE = re.compile(
    r"24/7|(?<!\d)1:1s?\b|9/11|365/24|50/50|5x5|80/20|\d+×\d+|\d+x\d+|\d{4}-\d{2}-\d{2}"
)
_TIME_UNIT = r"(?:hour|minute|min|second|day|week|month|quarter|year|h|hr)s?"
_HYPHENED = re.compile(r"[-‑](?=[A-Za-z])")
_WORDY = re.compile(r"[-‑](?:off|pager|way|factor|on|to|eyes|click|degree|stop|time|star)\b")
_ATTRIBUTE = re.compile(rf"(?:[-‑]|(?P<blank>\s)){_TIME_UNIT}\b", re.I)
_SERIES = re.compile(r"[-‑](?:part|episode|session|lesson|page)\b", re.I)
_AGE = re.compile(r"\d+(?:\s?(?:to|-|–)\s?\d+)?[\s-]year[\s-]olds?\b", re.I)
_LIST_LINK = re.compile(r"\s*(?:,|and|or|to|through|-|–|—|&|/|\+)\s*")
_LATER_ONE = re.compile(
    r"\s(?:to|in|or|out of)\s(?:every\s)?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty)"
)
_EACH = re.compile(r"\b(?:per|every|each|an?\s(?:day|week|month|quarter|year|term))\b", re.I)
_IDENTIFIER = re.compile(r"[a-z][A-Z]|\w_\w")
"""A name in code: "compileSdk", "max_retries"."""
_SETTING = re.compile(r"(?<!\d\s)(?<!\d)\b[a-z]+[A-Z]\w*\sto\s$")
"""A setting in code behind which its value stands; behind a number it is a unit: "40 nV to"."""
_PACED = re.compile(
    r"\stimes\b|\s?/\s?[a-z]+|\s(?:per|an?)\s(?:day|week|month|year|quarter|night)\b"
)
_RANGED = re.compile(r"\s?[-–—]\s?\d[\d.,]*\s?%")
"""What stands behind the lower end of a share: "humidity 45-55 %"."""
_LEVELS = ("baseline", "current", "target", "measure")
"""Parts whose number is a level: "Today 0.62", "Measure Zero red lines in the log"."""
_NEAR = 24
"""How many characters beside a number can belong to a date, a clock or an id with it."""
_DAY_OF_MONTH = re.compile(r"\b(?:working|work|business|banking)\sday\s$", re.I)
"""The day on which the month is closed is a measure: "by working day 5"."""
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:no|nr|rev|vol|ver|fig|p)\.\s?$", re.I)


def is_name(number: Number, context: Context, last_name_end: int | None = None) -> bool:
    """Whether a bare number (no unit, sign or comparison beside it) is a name.

    `last_name_end` is where the last number that was a name ended: "TLS 1.0 and 1.1".
    """
    if is_part_of_word(number, context):
        return True
    text = context.text
    if any(part.start == number.start and part.kind in _LEVELS for part in context.parts):
        return False
    counts = _PACED.match(text, number.end) or _RANGED.match(text, number.end)
    if counts or _DAY_OF_MONTH.search(text[: number.start]):
        return False
    if last_name_end is not None and _LIST_LINK.fullmatch(text[last_name_end : number.start]):
        return not context.counted(number.end).plural
    if any(is_one(number, context) for is_one in _BY_NEIGHBOURS):
        return True
    if number.shape is Shape.WORDS and number.value == 1:
        return _is_pronoun(number, context)
    word = context.adjacent(number.start)
    if number.shape is Shape.DIGITS and is_year(number, context):
        return True
    if number.shape is Shape.DIGITS and "." in text[number.start : number.end]:
        return is_version(number, context)
    if word is None:
        return False
    return _is_title(number, context)


def is_part_of_word(number: Number, context: Context) -> bool:
    """Whether the characters around make the number a piece of a word, id, clock or list mark."""
    text, start, end = context.text, number.start, number.end
    before, behind = text[max(0, start - 2 * _NEAR) : start], text[end : end + 4 * _NEAR]
    if re.search(r"(?<![A-Za-z])[A-Za-z]\.$|[A-Za-z_#@]$", before):
        return True
    prefix = re.search(r"([A-Za-z0-9_.]+)[-‑–]$", before)
    if prefix and not is_prefix(prefix[1]) and number.shape is not Shape.MULTIPLE:
        return not (prefix[1].isdigit() and number.shape is Shape.DIGITS)
    abbreviated = re.search(r"[A-Za-z]/$", before) or _ABBREVIATED.search(before)
    if abbreviated or names_time_of_level(text, start, end):
        return True
    covered = any(_covers(pattern, text, start) for pattern in (_NO_MEASURE, _AGE))
    if covered or _is_clock(context, start):
        return True
    mark = _ENUMERATOR.match(text)
    if mark is not None and end <= mark.end():
        return True
    return number.shape in (Shape.DIGITS, Shape.WORDS) and _is_attribute(number, behind, context)


def _covers(pattern: re.Pattern[str], text: str, place: int) -> bool:
    """Whether a short pattern matches over a place of the text."""
    found = pattern.finditer(text, max(0, place - _NEAR), place + _NEAR)
    return any(match.start() <= place < match.end() for match in found)


def is_prefix(word: str) -> bool:
    """Whether a word before a hyphen leaves the number a number: "top-3", "sub-10"."""
    return word.lower() in load_kind("quantity", "prefix")


def _is_attribute(number: Number, behind: str, context: Context) -> bool:
    """Whether the number only sizes a thing: "5-year plan", "two-factor", "90 day plan"."""
    if _WORDY.match(behind):
        return True
    unit = _ATTRIBUTE.match(behind)
    if unit:
        if not unit["blank"]:
            return True
        rest = behind[unit.end() :]
        follows = context.counted(number.end + unit.end())
        single = not unit[0].endswith("s") and number.value != 1
        return single and follows.head is not None and bool(re.match(r"\s[a-z]", rest))
    return bool(_HYPHENED.match(behind)) and not (
        _SERIES.match(behind) and number.shape is Shape.DIGITS
    )


_SPANS = re.compile(
    r"\b(?:falls?|drops?|cut|reduce[sd]?|shorten(?:s|ed)?|lower(?:s|ed)?|down|wait|time|duration|pace)\b"
    r"[^.;]*?\bfrom\s(?P<first>\d{1,2}:\d{2})\s(?:to|→|->)\s(?P<second>\d{1,2}:\d{2})(?![\d:])",
    re.I,
)


def is_span(text: str, place: int) -> bool:
    """Whether hours and minutes say how long it takes: "the wait falls from 1:30 to 0:45"."""
    match = _SPANS.search(text)
    return match is not None and place in (match.start("first"), match.start("second"))


def _is_clock(context: Context, start: int) -> bool:
    """Whether a time of day stands here: "at 7:30", "9 am", "every morning at 6"."""
    for match in _CLOCK.finditer(context.text, max(0, start - _NEAR), start + _NEAR):
        if is_span(context.text, match.start()):
            return False
        if match.start() <= start < match.end():
            word = context.adjacent(match.start())
            led = word is not None and word.lower_ in load_kind("quantity", "clock")
            return led or match[0][-1].lower() in "m."
    word = context.adjacent(start)
    if word is None or word.lower_ != "at":
        return False
    ahead = context.adjacent(word.idx)
    return ahead is not None and ahead.lower_ in load_kind("quantity", "clock-day")


def _is_pronoun(number: Number, context: Context) -> bool:
    """Whether "one" counts nothing: "this one", "one of", "one another", "day one", "one's"."""
    word, follows = context.adjacent(number.start), context.after(number.end)
    before = word.lower_ if word is not None else ""
    behind = follows.lower_ if follows is not None else ""
    if before in load_kind("quantity", "one-counts"):
        return behind == "another"
    if behind in ("more", "additional", "extra", "out", "per"):
        return False
    if before in load_kind("quantity", "one-pronoun"):
        return True
    if behind in ("to", "in", "a", "or"):
        return _LATER_ONE.match(context.text[number.end :]) is None
    head = context.counted(number.end)
    if head.head is None or head.head.lower_ in ("another", "source"):
        return True
    if word is None and head.head.lower_ in load_kind("quantity", "one-for-all"):
        return _EACH.search(context.text, number.end) is None
    idiom = head.head.lower_ in load_kind("quantity", "one-idiom")
    return idiom and head.words == 1 and word is not None


def _is_setting(number: Number, context: Context) -> bool:
    """Whether a name in code is set to the number: "move minSdk to 24"."""
    return bool(_SETTING.search(context.text[: number.start]))


def _is_listed_name(number: Number, context: Context) -> bool:
    """Whether the word before says which of several, more than once: "line 3 and line 5"."""
    word, link = context.adjacent(number.start), r"\s?(?:,|,?\s(?:and|or)|&|/)\s"
    if word is None or not word.is_alpha:
        return False
    before, behind = context.text[: number.start], context.text[number.end :]
    again = re.match(rf"{link}{word.text}\s\d", behind, re.I)
    return bool(again or re.search(rf"\b{word.text}\s\d+{link}{word.text}\s$", before, re.I))


def _is_proper(number: Number, context: Context) -> bool:
    """Whether a number word opens a proper name ("Nine Seals"), or a number ranks a list."""
    word, follows = context.adjacent(number.start), context.after(number.end)
    if word is None or follows is None:
        return False
    text = context.text[number.start : number.end]
    if word.lower_ == "top" and not context.counted(number.end).plural and follows.is_alpha:
        return follows.tag_.startswith("NN")
    capitals = text[0].isupper() and follows.text[:1].isupper()
    token = context.after(number.start)
    if number.shape is not Shape.WORDS or not capitals or token is None:
        return False
    return not context.is_title_case() and not context.is_opening(token)


def _closes_date(word: Token, context: Context) -> bool:
    """Whether a date ends right before the number, which counts: "By 30 June 40 schools order"."""
    end = word.idx + len(word)
    return any(w.end == end and w.start < word.idx + 1 for w in context.whens)


def _names_degree(word: Token, context: Context) -> bool:
    """Whether a word says of which degree a target is: "300 orders (floor 250, ceiling 400)"."""
    led = re.search(r"[(,;/]\s?$", context.text[: word.idx])
    return led is not None and word.lower_ in load_kind("quantity", "degree")


def _is_score(number: Number, context: Context) -> bool:
    """Whether a score stands before what it takes to get it: "0.7 = 30 schools, 1.0 = 40"."""
    raw, behind = context.text[number.start : number.end], context.text[number.end :]
    graded = re.fullmatch(r"0\.\d|1\.0", raw) and re.match(r"\s?[=:]\s", behind)
    return bool(graded) and names_degrees(context.text)


_BY_NEIGHBOURS = (_is_score, is_later_version, _is_proper, _is_listed_name, _is_setting)


def _is_title(number: Number, context: Context) -> bool:
    """Whether the word directly before takes the number as its name: "Phase 3", "experiment 7"."""
    word = context.adjacent(number.start)
    if word is None or _closes_date(word, context) or _names_degree(word, context):
        return False
    if word.is_stop and not is_label(word, "label") and not is_label(word, "norm"):
        return False
    counted = context.counted(number.end)
    imperative = context.is_opening(word) and can_be_verb(word)
    if is_label(word, "label") or is_label(word, "norm"):
        return not (imperative and (counted.plural or number.value == 1))
    if is_measure(word) or imperative:
        return False
    if _IDENTIFIER.search(word.text) and not counted.plural:
        return True
    capital = word.text[:1].isupper() and (word.idx > context.first or not counted.plural)
    if capital and not (can_be_verb(word) and counted.plural):
        return number.shape is Shape.DIGITS or counted.head is None
    return word.tag_ in ("NN", "NNP") and counted.head is None and not imperative
