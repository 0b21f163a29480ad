"""The word lists that tell the parts of an OKR document apart."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def load_words(name: str) -> frozenset[str]:
    """The lines of a word list of `okrlint/markdown/data`, in lower case, without comments."""
    return frozenset(_lines(name))


@cache
def load_names(name: str) -> dict[str, str]:
    """A list of `canonical: one, other` lines, as written word -> canonical name."""
    table: dict[str, str] = {}
    for line in _lines(name):
        canonical, _, words = line.partition(":")
        table |= {word.strip(): canonical.strip() for word in words.split(",") if word.strip()}
    return table


def _lines(name: str) -> list[str]:
    text = (files("okrlint.markdown") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return [line for line in lines if line]


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces, no punctuation or symbols at the ends."""
    words = text.lower().replace("\u2019", "'")
    start, end = 0, len(words)
    while start < end and not words[start].isalnum():
        start += 1
    while end > start and not words[end - 1].isalnum():
        end -= 1
    return " ".join(words[start:end].split())


def opens_with_verb(text: str) -> bool:
    """Whether the first word is a verb that objectives and key results open with."""
    first = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.strip())
    return first is not None and first.group().lower() in load_words("openers")
