"""Several targets of one measure, each by its name: "commit 20, target 30, stretch 40"."""

from __future__ import annotations

import re
from functools import cache

from okrlint.language.words import load_kind


@cache
def degrees() -> re.Pattern[str]:
    """What names one of several targets: "commit 20, target 30, stretch 40"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(load_kind('quantity', 'degree')))})\b", re.I)


_SCORED = re.compile(r"(?<![\d.])(?:0\.\d|1\.0)\s?[=:]\s")
"""A score and what it takes: "0.7 = 30 schools"."""


def names_degrees(text: str) -> bool:
    """Whether several targets of one measure are named: "commit 20, stretch 40", "0.7 = 30"."""
    names = {m[0].lower() for m in degrees().finditer(text)}
    return len(names) > 1 or len(_SCORED.findall(text)) > 1


def degree_end(text: str) -> int:
    """Where a statement begins behind the name of its first target: "Commit 20, stretch 40"."""
    first = degrees().match(text)
    named = first and re.match(r"\s?:?\s(?=\d[\d.,]*\s[a-z])", text[first.end() :])
    return first.end() + named.end() if first and named and names_degrees(text) else 0
