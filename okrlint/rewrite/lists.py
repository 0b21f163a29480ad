"""Loads the word lists in `okrlint/rewrite/data/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from okrlint.language.words import Entry, parse_entries


@cache
def load_list(name: str) -> tuple[Entry, ...]:
    """Load `okrlint/rewrite/data/NAME.txt`."""
    path = resources.files("okrlint.rewrite") / "data" / f"{name}.txt"
    return parse_entries(path.read_text(encoding="utf-8"))


@cache
def load_map(name: str) -> Mapping[str, str]:
    """Load a list as a mapping from each entry to its first field."""
    return {entry.text: entry.fields[0] for entry in load_list(name)}


@cache
def load_second(name: str) -> Mapping[str, str]:
    """Load a list as a mapping from each entry to its second field, where it has one."""
    return {entry.text: entry.fields[1] for entry in load_list(name) if len(entry.fields) > 1}


@cache
def load_plain() -> frozenset[str]:
    """Words that are no names."""
    return frozenset(entry.text for entry in load_list("plain"))


@cache
def load_kind(kind: str) -> frozenset[str]:
    """The function words of a kind."""
    return frozenset(e.text for e in load_list("kinds") if e.fields[0] == kind)


@cache
def load_marked(name: str, mark: str) -> frozenset[str]:
    """The entries of a list that have a mark in a field: "mass"."""
    return frozenset(entry.text for entry in load_list(name) if mark in entry.fields)
