"""Loads the word lists in `okrlint/language/data/`: words are data, with a reason each.

A list is plain UTF-8 text: one entry a line, optional fields after tabs. A `#` that stands
alone (at the start or after a blank, and before a blank) begins a comment; "C#" and "#1" do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from msgspec import Struct

_COMMENT = re.compile(r"(?:^|\s)#(?:\s.*)?$")


class Entry(Struct, frozen=True):
    """One line of a word list."""

    text: str
    """The word or phrase, as written in the list."""
    fields: tuple[str, ...] = ()
    """What the list says about it, one item per tab."""


def parse_entries(text: str) -> tuple[Entry, ...]:
    """Read the lines of a word list, in order."""
    entries: list[Entry] = []
    for line in text.splitlines():  # ten thousand in a run
        bare = (_COMMENT.sub("", line) if "#" in line else line).strip()
        if bare:
            first, *fields = [part.strip() for part in bare.split("\t") if part]
            entries.append(Entry(first, tuple(fields)))
    return tuple(entries)


@cache
def load_entries(name: str) -> tuple[Entry, ...]:
    """Load the list `data/NAME.txt`; raises FileNotFoundError when there is none."""
    path = resources.files("okrlint.language") / "data" / f"{name}.txt"
    return parse_entries(path.read_text(encoding="utf-8"))


@cache
def load_words(name: str) -> frozenset[str]:
    """Load the entries of a list as a set, without their fields."""
    return frozenset(entry.text for entry in load_entries(name))


@cache
def load_table(name: str) -> Mapping[str, tuple[str, ...]]:
    """Load a list as a read-only mapping from entry to its fields; the last of two wins."""
    return MappingProxyType({entry.text: entry.fields for entry in load_entries(name)})


def load_kind(name: str, kind: str) -> frozenset[str]:
    """Load the entries of a list whose first field is `kind`."""
    return _load_kinds(name).get(kind, frozenset())


@cache
def _load_kinds(name: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    for entry in load_entries(name):
        for kind in entry.fields[:1]:
            found.setdefault(kind, []).append(entry.text)
    return {kind: frozenset(texts) for kind, texts in found.items()}
