"""Words of a statement, with their places; and the word lists of the rewrites."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.words import Entry, parse_entries

_WORD = re.compile(r"[^\W_][\w'’./+&#@%-]*(?<![.])|[$€£]\s?[\d.,]+\w*|\S")
_DETERMINERS = frozenset(
    ("a", "an", "the", "our", "my", "their", "its", "your", "his", "her", "this", "these")
)
_ADJECTIVES = frozenset(
    (
        "all", "better", "clear", "complete", "digital", "early", "easy", "external", "final",
        "first", "full", "good", "high", "internal", "latest", "local", "main", "manual", "modern",
        "monthly", "new", "next", "online", "open", "public", "quarterly", "quick", "second",
        "shared", "simple", "single", "strong", "weekly", "working", "yearly",
    )
)  # fmt: skip
_ADJECTIVE = re.compile(r"\w{3}(?:ic|al|ive|ous|ful|able|ible|ary|less|ed|ing|ly)$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a statement."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.casefold()

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number, not a mark."""
        return self.text[0].isalnum()


def split_words(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words and marks of `text` from `start` up to `end`."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(match[0], match.start(), match.end()) for match in found)


def is_determiner(word: str) -> bool:
    """Whether it is an article or possessive in lower case."""
    return word in _DETERMINERS


def is_order_verb(word: str) -> bool:
    """Whether a word in lower case is a verb in its base form that is seldom a noun."""
    verb = load_lexicon().verb(word)
    return verb is not None and verb.form == "base" and verb.noun == ""


def is_base_verb(word: str) -> bool:
    """Whether a word in lower case can be a verb in its base form."""
    verb = load_lexicon().verb(word)
    return verb is not None and verb.form == "base"


def is_modifying_verb(word: str) -> bool:
    """Whether a word in lower case is a participle: "covering", "designed"."""
    verb = load_lexicon().verb(word)
    return verb is not None and verb.form in ("ed", "ing") and load_lexicon().noun(word) is None


def is_people(word: str) -> bool:
    """Whether a word in lower case is a plural of people: "customers", "people"."""
    return word in ("people", "women", "men", "children") or (
        word.endswith("s") and load_lexicon().noun(word) == "people"
    )


def lower_first(word: str) -> str:
    """A word from the start of a statement as it stands inside one: no name loses its capital."""
    plain = word.casefold()
    known = plain in _ADJECTIVES or is_determiner(plain) or load_lexicon().noun(plain) is not None
    known = known or load_lexicon().verb(plain) is not None or _ADJECTIVE.search(plain) is not None
    return plain if known and word == plain.capitalize() else word


def singular(word: str) -> str:
    """The singular of a regular plural in lower case; any other word as it is."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if is_plural(word) else word


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3


@cache
def load_list(name: str) -> tuple[Entry, ...]:
    """Load `okrlint/rewrite/data/NAME.txt`."""
    path = resources.files("okrlint.rewrite") / "data" / f"{name}.txt"
    return parse_entries(path.read_text(encoding="utf-8"))


@cache
def load_map(name: str) -> Mapping[str, str]:
    """Load a list of two columns as a mapping."""
    return {entry.text: entry.fields[0] for entry in load_list(name)}


@cache
def load_light() -> frozenset[str]:
    """The verbs that say little of what is made."""
    return frozenset(entry.text for entry in load_list("works") if "light" in entry.fields)


@cache
def load_vague() -> frozenset[str]:
    """The nouns that name no thing which could serve a purpose."""
    return frozenset(entry.text for entry in load_list("vague"))


@cache
def load_mass() -> frozenset[str]:
    """The things whose names take no article by themselves."""
    return frozenset(entry.text for entry in load_list("things") if "mass" in entry.fields)
