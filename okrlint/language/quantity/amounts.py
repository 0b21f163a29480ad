"""Numbers -> amounts: a number with its unit and measure, joined where two make one amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from okrlint.language.quantity.amount import Amount
from okrlint.language.quantity.baselines import ARROW
from okrlint.language.quantity.comparisons import find_before
from okrlint.language.quantity.context import Context, is_measure
from okrlint.language.quantity.names import is_name, is_part_of_word
from okrlint.language.quantity.numbers import Number, Shape, find_numbers
from okrlint.language.quantity.worded import (
    dress_multiple,
    dress_ordinal,
    dress_part,
    dress_rank,
    dress_times,
)
from okrlint.language.words import load_entries
from okrlint.reading import Comparison, Measure


@cache
def _unit_pattern() -> re.Pattern[str]:
    units = sorted((e.text for e in load_entries("units")), key=lambda u: (-len(u), u))
    alternatives = "|".join(re.escape(u).replace(r"\ ", r"\s+") for u in units)
    return re.compile(rf"(?P<gap>[-\s]?)(?P<unit>{alternatives})(?![A-Za-z0-9])", re.I)


@cache
def _measures() -> dict[str, Measure]:
    return {e.text: Measure(e.fields[0]) for e in load_entries("units")}


@cache
def _currency_pattern() -> re.Pattern[str]:
    signs = sorted(
        (u for u, m in _measures().items() if m is Measure.MONEY), key=lambda u: (-len(u), u)
    )
    return re.compile(rf"(?:^|(?<=[^A-Za-z]))(?P<unit>{'|'.join(map(re.escape, signs))})\s?$")


_ARROW_BEHIND = re.compile(rf"\s?(?:{ARROW}|>\s\d)")
_RATIO_BEHIND = re.compile(
    r"\s?/\s?\d|\s(?:out\s)?of\s(?:the\s|our\s)?\d|\sor\s(?:more|less|higher|lower|better|fewer)\b"
    r"|\s(?:at most|at least|max|tops)\b(?!\.?\s\d)"
)
_ARROW_BEFORE = re.compile(rf"(?:{ARROW})\s?$")
_SPELLED = re.compile(
    r"\b(?:under|within|inside|less than|below|over|more than|takes?|taking|saves?|saving|spend)"
    r"\s(?:max(?:\.|imum)?\s|at\smost\s)?(?P<amount>(?P<half>half\s)?an?\s(?P<unit>second|minute|hour|day|week|fortnight|month|year))\b"
    r"(?!\s(?:ago|from)\b|[-‑'’])",
    re.I,
)
_HOURS = re.compile(
    r"(?<!\bat\s)(?<!\bby\s)(?<!\buntil\s)(?<![\w.:])(?P<hours>\d{1,3})h(?P<minutes>[0-5]\d)(?!\w)"
)
"""Hours and minutes in one word: "3h10"."""
_SIGN = re.compile(r"(?<![\w.)\]])([+\-−–±])\s?$|\b(minus|plus)\s$", re.I)
_LEVEL = re.compile(
    r"(?:\b(?:from|to|at|of|is|was|below|above|under|over|than)|[→⇒:<>≤≥=])\s$", re.I
)
"""What makes a sign behind it that of a level, and no change: "from -10 to +20"."""
_LOSS = re.compile(r"\((?P<core>\d+(?:[.,]\d+)*)\)\s?(?P<unit>%|[a-z]{1,3}\b)")
"""A number below zero as bookkeepers write it: "(5) %"."""
_MILLION_OF = re.compile(r"([mb])\s(?P<code>[A-Z]{3}|euros?|dollars?|pounds?|francs?)(?![A-Za-z])")
_MILLIONS = {"m": 1e6, "mm": 1e6, "b": 1e9, "cr": 1e7, "l": 1e5}


_LONGEST_RACE = 100_000
"""Metres; more thousands name no run."""


def find_amounts(context: Context) -> Iterator[Amount]:
    """Yield the amounts of a statement in order; names, ids and dates by shape are left out."""
    name_end: int | None = None
    for number in find_numbers(context.text):
        amount = _dress(number, context)
        bare = amount is not None and _is_bare(amount, context.text)
        if amount is None or (bare and is_name(number, context, name_end)):
            name_end = number.end
        else:
            yield amount


def find_spelled_durations(text: str) -> Iterator[Amount]:
    """Yield durations without a unit of their own: "under a minute", "saves an hour", "3h10"."""
    for match in _HOURS.finditer(text):
        value = int(match["hours"]) + int(match["minutes"]) / 60
        yield Amount(match.start(), match.end(), Measure.DURATION, value, "h")
    for match in _SPELLED.finditer(text):
        span, value = match.span("amount"), 0.5 if match["half"] else 1.0
        yield Amount(*span, Measure.DURATION, value, match["unit"])


def _is_bare(amount: Amount, text: str) -> bool:
    """Whether nothing beside the number shows that it measures."""
    if amount.unit is not None or amount.sign or amount.plus:
        return False
    if amount.measure in (Measure.MULTIPLE, Measure.RATIO, Measure.ORDINAL):
        return False
    if find_before(amount, text) not in (None, Comparison.CHANGE):
        return False
    if text[: amount.start].lower().endswith("from ") and re.match(
        r"\s(?:up |down )?to\s\S*\d", text[amount.end :]
    ):
        return False
    arrow = _ARROW_BEHIND.match(text, amount.end) or _ARROW_BEFORE.search(
        text[max(0, amount.start - 8) : amount.start]
    )
    return not arrow and not _RATIO_BEHIND.match(text, amount.end)


def _dress(number: Number, context: Context) -> Amount | None:
    """Give a number its unit and measure; None when it is part of a word or counts nothing."""
    text = context.text
    if number.shape is Shape.PART:
        return dress_part(number, context)
    if number.shape is Shape.ORDINAL:
        return dress_ordinal(number, context)
    if rank := dress_rank(number, context):
        return rank
    if is_part_of_word(number, context):
        return None
    if number.shape is Shape.MULTIPLE:
        return dress_multiple(number, text)
    if number.shape is Shape.TIMES:
        return dress_times(number, text)
    return _dress_plain(number, context)


def _dress_plain(number: Number, context: Context) -> Amount | None:
    """Give a number of digits or words its currency or unit, and its sign."""
    text = context.text
    if loss := _read_loss(number, text):
        return loss
    start, end = number.start, number.end + number.plus
    unit, measure, value = None, Measure.COUNT, number.value
    currency = _currency_pattern().search(text, max(0, start - 8), start)
    found = None if currency else _read_unit(text, number, end)
    if currency:
        start, unit, measure = currency.start(), currency["unit"], Measure.MONEY
        million = re.match(r"\s?(mm|[mb]|[Cc]r|L)(?![A-Za-z])", text[end:])
        if million:
            value, end = value * _MILLIONS[million[1].lower()], end + million.end()
    elif found:
        unit, measure, end, value = found
    if re.match(r"[A-Za-zµ]", text[end:]) or (unit is None and _is_race(number, context)):
        return None
    plain = Amount(start, end, measure, value, unit, plus=number.plus)
    return _sign(plain, text)


def _read_loss(number: Number, text: str) -> Amount | None:
    """A number in brackets before its unit, "from (5) % to 3 %"; None for any other."""
    match = _LOSS.match(text, number.start - 1) if number.start else None
    if match is None or match["unit"] not in _measures():
        return None
    if not _LEVEL.search(text[: match.start()]):
        return None
    measure = _measures()[match["unit"]]
    return Amount(match.start(), match.end(), measure, -number.value, match["unit"])


def _sign(amount: Amount, text: str) -> Amount:
    """Take in the sign before an amount; a dash before a bare number is punctuation."""
    match = _SIGN.search(text, max(0, amount.start - 8), amount.start)
    if match is None:
        return amount
    written = match[1] or match[2].lower()
    sign = "-" if written in ("-", "−", "–", "minus") else "+"
    if _LEVEL.search(text[: match.start()]) and not match[0].endswith(" "):
        value = -(amount.value or 0.0) if sign == "-" else amount.value
        return replace(amount, start=match.start(), value=value)
    if sign == "-" and written != "minus" and _is_dash(amount, match, text):
        return amount
    return replace(amount, start=match.start(), sign=sign)


def _is_dash(amount: Amount, sign: re.Match[str], text: str) -> bool:
    """Whether a minus is punctuation: "in town - 40 visits", "on track – 40 % of members vote"."""
    apart = sign[0].endswith(" ") and text[amount.end :].startswith(" of ")
    return amount.unit is None or apart


def _read_unit(text: str, number: Number, end: int) -> tuple[str, Measure, int, float] | None:
    match = _unit_pattern().match(text, end)
    value = number.value
    million = _MILLION_OF.match(text, end)
    if million and million["code"] in _measures():
        return (
            million["code"],
            Measure.MONEY,
            million.end(),
            value * _MILLIONS[million[1].lower()],
        )
    if match is None or match["gap"] == "-":
        return None
    written = match["unit"]
    key = written if written in _measures() else written.lower()
    key = re.sub(r"\s+", " ", key)
    if key not in _measures() or (len(key) <= 3 and key != written and not key.isalpha()):
        return None
    if len(written) <= 2 and written.isalpha() and written not in _measures():
        return None
    if len(written) == 1 and match["gap"] and re.match(r"[-/'’]|\s[A-Z]", text[match.end() :]):
        return None
    return written, _measures()[key], match.end(), value


def _is_race(number: Number, context: Context) -> bool:
    """Whether "5K" is a distance that names an event: one thing counted, and not thousands."""
    if context.text[number.end - 1] != "K":
        return False
    counted, word = context.counted(number.end), context.adjacent(number.start)
    sum_of = counted.head is not None and (counted.head.text.isupper() or is_measure(counted.head))
    if number.value > _LONGEST_RACE or sum_of:  # "250K ARR"
        return False
    article = word is not None and word.lower_ in ("a", "an", "the", "my", "our")
    return not counted.plural and (counted.head is not None or article)
