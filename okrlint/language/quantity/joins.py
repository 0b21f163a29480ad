"""Joins amounts that make one: "8 out of 10", "one in three", "4/5", "1:4", "3-5", "10 to 12"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from okrlint.language.quantity.amount import Amount, Joined
from okrlint.language.quantity.context import Context
from okrlint.language.quantity.names import is_span
from okrlint.reading import Measure

_RATIO = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|our|these|those|all|every|his|her|my|their|its)\s){0,2}|\s?/\s?|:"
    r"|\sin\s(?:every\s)?|\sper\severy\s"
)
_RANGE = re.compile(r"\s?[-–—‑~]\s?|\s(?:to|or)\s")
_BELOW = {"h": ("m", 60), "m": ("s", 60), "d": ("h", 24), "w": ("d", 7), "y": ("m", 12)}
"""First letter of a unit of time -> that of the unit below, and how many make one."""
_YEAR = re.compile(r"(?:19[89]|20[0-3])\d")
_BETWEEN = re.compile(r"\s(?:and|to)\s")


def join_amounts(amounts: Iterable[Amount], context: Context) -> Iterator[Joined]:
    """Yield amounts in order, ratios and ranges as one."""
    waiting = list(amounts)
    while waiting:
        first = waiting.pop(0)
        if waiting:
            both = (
                _join_duration(first, waiting[0], context)
                or _join_ratio(first, waiting[0], context)
                or _join_range(first, waiting[0], context)
            )
            if both is not None:
                waiting.pop(0)
                yield both
                continue
        yield Joined(first)


def _join_duration(first: Amount, second: Amount, context: Context) -> Joined | None:
    """Join "1h 30m" and "2 hours and 15 minutes": the second counts in the unit below."""
    below = _BELOW.get((first.unit or "").lower()[:1])
    link = context.text[first.end : second.start]
    if first.measure is not Measure.DURATION or below is None or link.strip() not in ("", "and"):
        return None
    minutes = second.unit == "m" or second.measure is Measure.DURATION
    if not minutes or not (second.unit or "").lower().startswith(below[0]):
        return None
    if first.value is None or second.value is None or second.value >= below[1] or second.sign:
        return None
    value = first.value + second.value / below[1]
    return Joined(replace(first, end=second.end, value=value))


def _join_ratio(first: Amount, second: Amount, context: Context) -> Joined | None:
    link = context.text[first.end : second.start]
    match = _RATIO.fullmatch(link)
    plain = first.unit is None and first.measure is Measure.COUNT and not first.sign
    if link == ":" and is_span(context.text, first.start):
        value = (first.value or 0) + (second.value or 0) / 60
        span = replace(first, end=second.end, measure=Measure.DURATION, value=value, unit="h")
        return Joined(span)
    days = link.strip().endswith("of") and second.measure is Measure.DURATION
    if match is None or not plain or second.sign or not (days or second.unit in (None, "%")):
        return None
    if first.value is None or not second.value:
        return None
    word = link.strip()
    if first.value > second.value and word not in ("/", ":"):
        return None
    if word.startswith("in") and _YEAR.fullmatch(context.text[second.start : second.end]):
        return None
    value = first.value / second.value
    measure = (
        Measure.COUNT
        if word == "/" and second.value > 20 and first.value > second.value
        else Measure.RATIO
    )
    ratio = replace(first, end=second.end, measure=measure, value=value, plus=second.plus)
    return Joined(ratio if measure is Measure.RATIO else replace(ratio, value=first.value))


def _join_range(first: Amount, second: Amount, context: Context) -> Joined | None:
    before, link = context.text[: first.start], context.text[first.end : second.start]
    if first.value is None or second.value is None or first.value >= second.value:
        return None
    currency = first.measure is Measure.MONEY and second.unit is None  # "€400-500"
    if not currency and first.measure not in (Measure.COUNT, second.measure):
        return None
    if second.measure is Measure.MULTIPLE and link not in ("-", "–"):
        return None
    between = _BETWEEN.fullmatch(link) and re.search(
        r"\bbetween\s(?:about\s|roughly\s)?$", before, re.I
    )
    dashed = _RANGE.fullmatch(link) and not re.search(
        r"\b(?:from|increase|raise|grow|lift|reduce|improve|up|down)\s(?:\w+\s){0,2}$", before, re.I
    )
    if not (between or dashed):
        return None
    if link.strip() == "-" and second.sign and link != "-":
        return None
    if not between and link.strip() == "to" and not _is_stretch(second, context, before):
        return None
    thousands = re.search(r"\d[kK]$", context.text[first.start : second.end])
    scale = 1000 if thousands and first.value * 1000 < second.value else 1
    return Joined(
        replace(first, end=second.end, unit=second.unit or first.unit,
                measure=first.measure if currency else second.measure,
                value=first.value * scale, upper=second.value, plus=second.plus),
        between=True,
    )  # fmt: skip


def _is_stretch(second: Amount, context: Context, before: str) -> bool:
    """Whether "A to B" is a stretch ("3 to 5 posts"), not a rise ("NPS 30 to 45")."""
    if re.search(r"[:)]\s?$", before):
        return False
    if second.measure is Measure.COUNT:
        return context.counted(second.end).words > 0
    return bool(
        re.search(
            r"\b(?:of|at|by|in|within|for|about|between|takes?|every)\s(?:\w+\s)?$", before, re.I
        )
    )
