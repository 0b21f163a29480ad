"""The word lists that tell the parts of an OKR document apart."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from okrlint.beside import name_of

HANGING = (
    *("a", "an", "the", "and", "or", "is", "than", "least", "most"),
    *("above", "at", "below", "by", "for", "from", "in", "of", "on", "over", "to", "under", "with"),
)
"""Words that no statement ends with: "Recall is at least", "Plan the trip with"."""


@cache
def load_words(name: str) -> frozenset[str]:
    """The lines of a word list of `okrlint/outline/data`, in lower case, without comments."""
    return frozenset(_lines(name))


def field_named(words: str, *, loose: bool = False) -> str | None:
    """The field that is called so, where its name alone tells that no key result follows.

    "Metric: NPS 40" and "Q3: ..." may be a key result, and "Goal: ..." an objective.
    """
    name = name_of(words, loose=loose)
    return None if name in _AMBIGUOUS or plain(words) in _OF_GROUPS else name


_AMBIGUOUS = ("metric", "link", "q1", "q2", "q3", "q4")
_OF_GROUPS = frozenset(
    {
        "goal", "goals", "by", "before", "measured by", "measured as", "measured in",
        "success criteria", "success criterion", "success measure", "success measures",
        "success metrics", "measures of success", "measurement", "measurements", "how measured",
        "measurable outcome", "measurable outcomes", "measurable result", "how we measure it",
        "how we measure this", "how do we measure it", "how we measure success",
        "how it is measured",
    }
)  # fmt: skip


def _lines(name: str) -> list[str]:
    text = (files("okrlint.outline") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return [line for line in lines if line]


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces, no punctuation or symbols at the ends."""
    words = text.lower().replace("\u2019", "'").strip()
    start, end = 0, len(words)
    while start < end and not words[start].isalnum():
        start += 1
    while end > start and not words[end - 1].isalnum():
        end -= 1
    return " ".join(words[start:end].split())


def opens_with_verb(text: str) -> bool:
    """Whether the first word is a verb that objectives and key results open with."""
    first = _FIRST.match(text)
    return first is not None and first[1].lower() in load_words("openers")


_FIRST = re.compile(r"\s*([^\W\d_]+(?:-[^\W\d_]+)*)")
