"""Decimals that are versions: "Kubernetes 1.29", "freeze the API for 2.0"."""

from __future__ import annotations

import re

from okrlint.language.quantity.context import (
    Context,
    can_be_verb,
    is_label,
    is_measure,
    moves_measure,
)
from okrlint.language.quantity.numbers import Number

_MOVED = re.compile(
    r"\b(?:upgraded?|migrated?|updated?|bump(?:ed)?|port(?:ed)?|moved?)\b.*\bto\s$", re.I
)
_ROSE = re.compile(r"(?<![A-Z]\w)\b(?![A-Z])\w+\sfrom\s\d+\.\d+\sto\s$")
"""A level that is no version goes on from another: "the average is up from 3.4 to 4.0"."""
_GROUPED = re.compile(r"[1-9]\d{0,2}\.\d00")
"""Thousands with a point, as much of Europe writes them: "1.500 members"."""


def is_version(number: Number, context: Context) -> bool:
    """Whether a bare decimal is a version: "Kubernetes 1.29", "freeze the API for 2.0"."""
    word, follows = context.adjacent(number.start), context.after(number.end)
    grouped = _GROUPED.fullmatch(context.text, number.start, number.end)
    if grouped and (word is None or context.counted(number.end).plural):
        return False
    before = context.text[: number.start]
    if _ROSE.search(before) and not _MOVED.search(before):
        return False
    if word is None:
        opens = number.start <= context.first
        return opens and follows is not None and follows.tag_ in ("VBZ", "VBP", "MD", "NN", "NNP")
    raw = context.text[number.start : number.end]
    if re.fullmatch(r"20\d\d\.\d{1,2}", raw) or (raw.endswith(".0") and not is_measure(word)):
        return True
    if is_measure(word) or is_label(word, "norm"):
        return not is_measure(word)
    if can_be_verb(word) and context.is_opening(word):
        return not (context.counted(number.end).plural or moves_measure(word))
    return word.tag_ in ("NN", "NNP", "NNS") or word.lower_ == "for"


def is_later_version(number: Number, context: Context) -> bool:
    """Whether a decimal repeats the form of a version before it: "1.31 before 1.29", "to 1.31"."""
    raw = context.text[number.start : number.end]
    if not re.fullmatch(r"\d+\.\d+", raw):
        return False
    before = context.text[: number.start]
    named = re.search(rf"\b[A-Z]\w+\s{raw.split('.')[0]}\.\d+\b", before)
    return named is not None or _MOVED.search(before) is not None
