"""Small helps for messages."""

from __future__ import annotations

import re
from functools import lru_cache

from okrlint import Quantity

UP = re.compile(
    r"\b(increas\w*|rais(?:e|es|ed|ing)|grow(?:s|n|ing)?|rises?|rising|boost\w*|climbs?|lift\w*"
    r"|(?:goes|go|going|is|are)\sup|(?<!\w\s)higher(?!\sthan))\b",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\b(reduc\w*|decreas\w*|lower(?:s|ed|ing)?|cuts?|cutting|drops?|falls?|shrink\w*|shorten\w*"
    r"|(?:goes|go|going|is|are)\sdown|(?<!\w\s)fewer(?!\sthan))\b",
    re.IGNORECASE,
)
"""Words that say which way a measure is to move."""

LONGEST = 60
"""Quoted words longer than this are cut, in characters."""


def quote(text: str) -> str:
    """`text` in quotation marks, cut at a word when it is long."""
    text = " ".join(text.split())
    if len(text) > LONGEST:
        text = text[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
    return f'"{text}"'


def count(number: int, noun: str) -> str:
    """`1 key result`, `2 key results`, `no key results`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


@lru_cache(maxsize=4096)  # of one document that is typed in, nearly all statements come again
def normal_form(text: str) -> str:
    """The letters and digits of `text` in lower case, for telling repeats."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


_UNITS = (
    r"(?:%|milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?"
    r"|quarters?|years?|[kmgt]b|k?g|tons?|tonnes?|[kcm]?m|miles?)"
)
_UNIT = re.compile(rf"{_UNITS}$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s?{_UNITS}(?!\w)", re.IGNORECASE)


def same_unit(text: str, quantity: Quantity) -> bool:
    """Whether a stated baseline and the target share a unit; "2 weeks to 9 days" do not."""
    was = _unit(text, quantity.baseline_start or 0, quantity.baseline_end or 0)
    now = _unit(text, quantity.start, quantity.end)
    return not was or not now or was == now


def _unit(text: str, start: int, end: int) -> str:
    """The unit of an amount, at its end or right behind it; "" for none that is known."""
    found = _UNIT.search(text[start:end]) or _BEHIND.match(text, end)
    return _singular(found[0].strip()) if found else ""


def _singular(unit: str) -> str:
    unit = unit.casefold()
    return unit[:-1] if len(unit) > 2 and unit.endswith("s") else unit


HOLDING = frozenset(
    {"maintain", "continue", "keep", "preserve", "sustain", "retain", "remain", "stay", "uphold"}
)
"""Verbs that ask for no change."""

BUILDING = frozenset(
    {
        "build", "create", "deploy", "develop", "implement", "install", "integrate", "introduce",
        "launch", "migrate", "rebuild", "redesign", "release", "replace", "rewrite", "roll",
        "set", "ship",
    }
)  # fmt: skip
"""Verbs that put a thing into the world."""

DELIVERING = frozenset(
    {
        "complete", "conduct", "document", "draft", "file", "finalise", "finalize", "finish",
        "hire", "hold", "migrate", "organise", "organize", "prepare", "present",
        "produce", "publish",
        "recruit", "run", "schedule", "submit", "write",
    }
)  # fmt: skip
"""Verbs of one's own work that end with a thing done."""
BUILDING_ONCE = frozenset({"deploy", "implement", "launch", "release", "ship"})
"""Verbs after which a thing is there."""
