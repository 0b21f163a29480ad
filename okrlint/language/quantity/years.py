"""Numbers that are years: "in 2024", "the 2021 ones", and not "2000 visitors"."""

from __future__ import annotations

import re

from okrlint.language.quantity.context import Context, is_label
from okrlint.language.quantity.numbers import Number
from okrlint.language.words import load_kind

_YEAR = re.compile(r"(?:19[89]|20[0-4])\d")
_RISES = re.compile(rf"\bfrom\s(?!{_YEAR.pattern}\b)\d[\d.,]*\sto\s$")
"""A number that is no year before it: "from 1400 to 2000"."""


def is_year(number: Number, context: Context) -> bool:
    """Whether a number in digits is a year."""
    raw = context.text[number.start : number.end]
    if not _YEAR.fullmatch(raw) or _RISES.search(context.text[: number.start]):
        return False
    word = context.adjacent(number.start)
    if word is not None and word.lower_ in load_kind("quantity", "year-before"):
        return True
    return not context.counted(number.end).plural or (word is not None and is_label(word, "norm"))
