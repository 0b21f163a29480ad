"""Tells the number that a bracket or a tail gives for an earlier time, or that a source gave.

"90 % (H1: 82 %)", "under 5 (mean of the last 6 weeks: 13)", "50 min (my watch says 56)" and
"down to 10 – last summer: 26" say where the measure stood. "(at least 5)", "(n = 40)",
"(target 30)", "(10 h each)" and "(Q3: 8, Q4: 12)", which shares out what is to be reached, do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from okrlint.dates.vocabulary import alternatives, load_holidays, load_names, load_parts
from okrlint.language.quantity.amount import Amount
from okrlint.language.quantity.comparisons import FILLER
from okrlint.language.words import load_kind

_FAR = 80
"""How many characters of a bracket before a number are read."""
_TAIL = re.compile(r"(?:\s-|[;–—])\s")
_LINK = r"\s?(?:[:,]|[–—-](?=\s)|\b(?:is|had|at)\b)?"
_YEAR = re.compile(r"\s?(?:FY\s?)?20\d\d\s?:\s?")
"""A year before the only number of a statement: "Delays fall (2026: 8 days)"."""
_FILL = rf"\s?{FILLER}"


def is_earlier(
    amount: Amount, others: Sequence[Amount], text: str, ahead: Sequence[tuple[int, int]] = ()
) -> bool:
    """Whether a bracket or a tail behind another amount dates this one, or names its source.

    `others` are the amounts of the same measure, `ahead` the places of the text that name a time
    in the cycle itself, where a number is a stage and not a baseline.
    """
    start, end, bracket = _segment(amount, text)
    if not any(other.end <= start for other in others):
        dated = bracket and _YEAR.fullmatch(text, start, amount.start) is not None
        return dated and not any(start <= first < end for first, _ in ahead)
    if any(start <= first < end for first, _ in ahead):
        return False
    inside = [o for o in (*others, amount) if start <= o.start and o.end <= end]
    if len(inside) > 1 and _share_out(inside, [o for o in others if o.end <= start]):
        return False
    label, rest = text[start : amount.start], text[amount.end : end]
    own = re.split(r"[,;]\s", label)[-1] if bracket else label
    if _label().fullmatch(own) or _said().fullmatch(own):
        return True
    averaged = _averaged().fullmatch(own)
    if averaged and (averaged["span"] or not rest.strip()):
        return True
    if not bracket or _not_level().search(own):
        return False
    return _dated_behind().fullmatch(re.split(r"[,;]\s", rest)[0]) is not None


def names_time_of_level(text: str, start: int, end: int) -> bool:
    """Whether a number in a bracket is the season or release of a level: "(25/26: 61 %)"."""
    opened = _OPENED.search(text, max(0, start - 4), start)
    return opened is not None and _LEVEL_BEHIND.match(text, end) is not None


_OPENED = re.compile(r"[(\[](?:\d\d/)?$")
_LEVEL_BEHIND = re.compile(r"(?:/\d\d)?\s?:\s?[^\d\s]{0,3}\d")


def _segment(amount: Amount, text: str) -> tuple[int, int, bool]:
    """The bracket around an amount, or the tail from a dash; (0, 0, False) for neither."""
    first = max(0, amount.start - _FAR)
    before = text[first : amount.start]
    opened = max(before.rfind("("), before.rfind("["))
    if opened > max(before.rfind(")"), before.rfind("]")):
        closed = re.search(r"[)\]]|$", text[amount.end :])
        return first + opened + 1, amount.end + (closed.start() if closed else 0), True
    tails = list(_TAIL.finditer(before))
    if not tails:
        return 0, 0, False
    closed = re.search(r"[,;(.]\s|\.?$", text[amount.end :])
    return first + tails[-1].end(), amount.end + (closed.start() if closed else 0), False


def _share_out(inside: Sequence[Amount], before: Sequence[Amount]) -> bool:
    """Whether the numbers of a bracket are parts of the target, or stages that end at it."""
    target = before[-1].value
    values = [amount.value for amount in inside if amount.value is not None]
    return target is not None and (sum(values) == target or target in values)


@cache
def _label() -> re.Pattern[str]:
    """What names an earlier time right before a number: "H1:", "in March", "2023 average was"."""
    words = rf"(?:(?!(?:{_any_of('no-source')}|{_any_of('no-label')})\b)[a-z][\w'’-]*\s)"
    span = rf"{_period()}(?:\s?(?:to|and|[–-])\s?{_period()})?(?:['’]s)?"
    dated = rf"{words}{{0,3}}?{span}(?:\s{words}{{0,2}}[a-z][\w'’-]*)?{_LINK}"
    former = rf"(?:the\s|our\s)?(?:{_any_of('former')})(?:\s[a-z-]+){{1,2}}?"
    source = rf"{words}{{0,2}}(?:{_any_of('source')})"
    return re.compile(rf"\s?(?:{dated}|{former}\s?(?:[:=]|was|had)|{source}\s?[:=]){_FILL}", re.I)


@cache
def _averaged() -> re.Pattern[str]:
    """A statistic before a number; `span` is what it was taken of: "avg of the last 6 releases"."""
    former = rf"(?:{_any_of('former')})\s(?:\w+\s)?[a-z]+"
    span = rf"\s(?:of|over|in|for|during|from)\s(?:the\s|our\s)?(?:{_period()}|{former})"
    lead = r"(?:the\s|an\s|our\s|my\s|its\s)?"
    return re.compile(rf"\s?{lead}(?:{_any_of('statistic')})(?P<span>{span})?{_LINK}{_FILL}", re.I)


@cache
def _said() -> re.Pattern[str]:
    """A source that gave the number: "the watch says", "audit found"; never "the plan says"."""
    name = rf"(?:(?!(?:{_any_of('no-source')})\b)[a-z][\w'’.-]*\s){{1,5}}"
    return re.compile(rf"\s?{name}(?:{_any_of('gave')})\s(?:us\s|me\s|it\s|at\s)?{FILLER}", re.I)


@cache
def _dated_behind() -> re.Pattern[str]:
    """What dates a number from behind: " in 2023", " the year before", " applicants in May"."""
    things = r"(?:\s(?!(?:by|before|until|till|for|per|from)\b)[a-z/%-]+){0,4}?"
    return re.compile(rf"\s?%?{things}\s(?:the\s|our\s)?{_period()}(?:\s[a-z-]+)?\s?", re.I)


@cache
def _not_level() -> re.Pattern[str]:
    """Words before a number that make it a part, a plan or a stage: "(of which 3 in May)"."""
    return re.compile(rf"\b(?:{_any_of('no-source')}|{_any_of('no-label')})\b", re.I)


@cache
def _period() -> str:
    """The name of a time, as a regular expression."""
    year = r"(?:(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?)"
    near = rf"(?:\s?(?:{year}|['’]\d\d|/\d\d|\d\d(?=\s?[:=])))?"
    parts = (
        rf"(?:Q[1-4]|H[12]|T[1-3]){near}"
        r"|(?:FY|AY|CY)\s?['’]?\d\d(?:\d\d)?(?:/\d\d)?(?:[\s-]?[QH][1-4])?"
        r"|[1-3]\d/[1-3]\d(?=\s?[:=])|v?\d{1,2}\.\d{1,2}(?:\.\d+)?(?=:)"
    )
    names = {**load_names("month"), **load_parts("season"), **load_parts("term")}
    day = r"(?:\s\d{1,2}(?=\s?[:=]))?"
    named = rf"(?:{alternatives(names)}|{alternatives(load_holidays())})\.?{near}{day}"
    years = rf"(?:(?:fiscal|budget|school|season|calendar)\syear\s)?{year}(?:\s?[QH][1-4])?"
    last = rf"(?:{_any_of('former')})[\s-](?:{_any_of('stretch')})(?:['’]s)?"
    first = r"(?:week|day|month|sprint|term|semester)\s(?:0|1|zero|one)"
    return rf"\b(?:{years}|{parts}|{named}|{last}|{first}|{_any_of('moment')})(?![A-Za-z0-9])"


@cache
def _any_of(place: str) -> str:
    phrases = sorted(load_kind("quantity-baselines", place), key=lambda p: (-len(p), p))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in phrases)
