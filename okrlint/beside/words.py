"""The word lists of what stands beside a statement."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def load_names() -> Mapping[str, str]:
    """Names of fields as written, in lower case -> the canonical name."""
    return MappingProxyType(
        {word: name for name, words in _lines("names") for word in words if word}
    )


@cache
def load_values(kind: str) -> frozenset[str]:
    """The words of a kind of value, in lower case."""
    return frozenset(word for name, words in _lines("values") if name == kind for word in words)


@cache
def either_of(*kinds: str) -> str:
    """A pattern for any of the words of some kinds of values, the longest first."""
    words = {word for kind in kinds for word in load_values(kind)}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _lines(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = (files("okrlint.beside") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    parts = (line.partition(":") for line in lines if line and not line.startswith("#"))
    return tuple((kind, tuple(w.strip() for w in words.split(","))) for kind, _, words in parts)


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces, no marks at the ends but "%" and "?"."""
    words = " ".join(text.lower().replace("\u2019", "'").split())
    start, end = 0, len(words)
    while start < end and not _kept(words[start]):
        start += 1
    while end > start and not _kept(words[end - 1]):
        end -= 1
    return words[start:end]


def _kept(char: str) -> bool:
    return char.isalnum() or char in "%?"
