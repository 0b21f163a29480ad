"""Words of a statement, with their places, and what they can be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.rewrite.lists import load_kind, load_plain

_WORD = re.compile(r"[^\W_][\w'’./+&#@%-]*(?<![.])|[$€£]\s?[\d.,]+\w*|\S")
SHORT = re.compile(r"\([A-Z]\w{0,6}\)")
"""What only says the same shorter: "time to repair (MTTR)"."""
HELD_PLACE = re.compile(r"(?<![\w'’-])(?:x{1,3}|n{1,2}|y{1,2})(?![\w'’-])", re.IGNORECASE)
"""A letter in the place of a number."""
_ADJECTIVE = re.compile(r"\w{3}(?:ic|al|ive|ous|ful|able|ible|ary|less|ed|ing|ly)$|[ai]ble$")


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

    def is_a(self, *kinds: str) -> bool:
        """Whether it is a function word of one of these kinds of `kinds.txt`."""
        return any(self.low in load_kind(kind) for kind in kinds)


def split_words(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words and marks of `text` from `start` up to `end`."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(match[0], match.start(), match.end()) for match in found)


def is_order_verb(word: str) -> bool:
    """Whether a word in lower case is a verb in its base form that is seldom a noun."""
    verb = load_lexicon().verb(word)
    return verb is not None and verb.form == "base" and verb.noun == ""


def is_base_verb(word: str) -> bool:
    """Whether a word in lower case can be a verb in its base form."""
    verb = load_lexicon().verb(word)
    return verb is not None and verb.form == "base"


def is_finite(word: str) -> bool:
    """Whether a word in lower case is a verb in the third person and no noun: "operates"."""
    return is_plural(word) and is_order_verb(singular(word)) and load_lexicon().noun(word) is None


def is_known(word: str) -> bool:
    """Whether a noun in lower case stands in a word list, not only its ending."""
    return not {word, singular(word)}.isdisjoint(load_lexicon().nouns)


def is_superlative(word: str) -> bool:
    """Whether a word in lower case says that it is more than all others: "oldest", no "guest"."""
    known = load_lexicon().noun(word) is not None or load_lexicon().verb(word) is not None
    return word == "most" or (word.endswith("est") and len(word) > 5 and not known)


def is_participle(word: str) -> bool:
    """Whether a word in lower case is a participle and no noun: "covering", "designed"."""
    verb = load_lexicon().verb(word)
    return verb is not None and verb.form in ("ed", "ing") and load_lexicon().noun(word) is None


def is_people(word: str) -> bool:
    """Whether a word in lower case is a plural of people: "customers", "people"."""
    if word in ("people", "women", "men", "children"):
        return True
    return word.endswith("s") and load_lexicon().noun(word) == "people"


def lower_first(word: str) -> str:
    """A word from the start of a statement as it stands inside one: no name loses its capital."""
    plain = word.casefold()
    if word != plain.capitalize() or plain in load_kind("nation"):
        return word
    lexicon = load_lexicon()
    known = lexicon.noun(plain) is not None or lexicon.verb(plain) is not None
    small = plain in load_kind("adjective") or plain in load_kind("article")
    small = small or plain in load_plain() or singular(plain) in load_plain()
    first = plain.partition("-")[0]
    small = small or (first != plain and lower_first(first.capitalize()) == first)
    return plain if known or small or _ADJECTIVE.search(plain) else word


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
