"""A sign: a named trait of a statement, and the words that carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.language.promise.word import Word
from okrlint.reading import Quantity


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign. Its name is a family, "=" and a value, or a family and ":" and where it stands."""

    name: str
    start: int
    """0-based character offset of the first word that carries it."""
    end: int


def sign_of_word(name: str, words: Sequence[Word], first: int, last: int | None = None) -> Sign:
    """A sign that words carry, from the first to the last of them."""
    end = first if last is None else last
    return Sign(name, words[first].start, words[end].end)


def sign_of_number(name: str, quantity: Quantity) -> Sign:
    """A sign that a quantity carries."""
    return Sign(name, quantity.start, quantity.end)
