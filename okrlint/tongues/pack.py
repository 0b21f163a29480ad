"""The packs of words, as data: `data/LANGUAGE.toml`."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


class Where(str, Enum):
    """Where words must stand to be put into English: the tables of a pack."""

    LABELS = "labels"
    """Before a statement, alone in a cell, or anywhere in a heading: "Ziel 1: ..."."""
    CODES = "codes"
    """Before a number: "RC 1.2"."""
    NAMES = "names"
    """As the whole name of a column, field or section, or as a whole value."""
    VERBS = "verbs"
    """As the first word of a statement."""
    WORDS = "words"
    """Anywhere."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words and what they are in English."""

    words: tuple[str, ...]
    """As `folded` gives them; what parts them (blank, hyphen, apostrophe) does not matter."""
    english: str
    where: Where
    weak: bool = False
    """Whether it counts only beside a digit, for it means other things too."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What one language calls the things that okrlint reads."""

    language: str
    phrases: Mapping[str, tuple[Phrase, ...]]
    """By their first word; the longest first."""
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    """Patterns with what takes their place, tried before the phrases, the first one first."""
    ordinals: Mapping[str, str]
    """"first" and its like, in lower case, with their numbers."""


WORD = re.compile(r"\d+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
"""A word or some digits; accents may be characters of their own."""


def folded(word: str) -> str:
    """A word in lower case, without accents, which capitals often lack, where it is not short."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.lower())
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare if len(bare) > _SHORT else unicodedata.normalize("NFC", parts)


_SHORT = 3
"""Characters; a shorter word is often another one without its accent: "ano", "mas", "a"."""


_FIRST = re.compile(r'language = "([^"\n]+)"\n')
"""The first line of a pack."""


@cache
def languages() -> Mapping[str, str]:
    """The languages that have a pack, with the names of their files."""
    paths = (files("okrlint.tongues") / "data").iterdir()
    texts = {p.name: p.read_text(encoding="utf-8") for p in paths if p.name.endswith(".toml")}
    firsts = ((_FIRST.match(text), name) for name, text in sorted(texts.items()))
    return MappingProxyType({first[1]: name for first, name in firsts if first})


@cache
def load_pack(language: str) -> Pack:
    """The pack of a language; raises KeyError when there is none."""
    path = files("okrlint.tongues") / "data" / languages()[language]
    return parse_pack(path.read_text(encoding="utf-8"))


def parse_pack(text: str) -> Pack:
    """Read a pack. Raises ValueError for an unknown table or a pattern that cannot be used."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    data: dict[str, Any] = tomllib.loads(text)
    tables = {where.value for where in Where}
    if unknown := data.keys() - tables - {"language", "ordinals", "patterns"}:
        raise ValueError(f"no such table in a pack of words: {', '.join(sorted(unknown))}")
    ordinals = {word: number for number, words in data["ordinals"].items() for word in words}
    months = [w.removeprefix("~") for m in MONTHS for w in (m, *data["words"].get(m, ()))]
    found: dict[str, list[Phrase]] = {}
    for phrase in _phrases(data):
        found.setdefault(phrase.words[0], []).append(phrase)
    ordered = {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))
        for first, phrases in found.items()
    }
    places = {"{ordinal}": rf"(?P<ordinal>{_any(ordinals)})", "{month}": _any(months)}
    patterns = tuple((_compiled(p["find"], places), p["english"]) for p in data["patterns"])
    return Pack(data["language"], MappingProxyType(ordered), patterns, MappingProxyType(ordinals))


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _phrases(data: Mapping[str, Any]) -> Iterator[Phrase]:
    for where in Where:
        for english, spelled in data.get(where.value, {}).items():
            for one in spelled:
                words = tuple(map(folded, WORD.findall(one)))
                yield Phrase(words, english, where, one.startswith("~"))


def _any(words: Mapping[str, str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _compiled(pattern: str, places: Mapping[str, str]) -> re.Pattern[str]:
    for name, words in places.items():
        pattern = pattern.replace(name, words)
    try:
        end = "" if "(?P<x>" in pattern else r"(?![^\W_])"
        return re.compile(rf"(?<![^\W_])(?:{pattern}){end}", re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"pattern of a pack of words: {pattern!r}: {error}") from error
