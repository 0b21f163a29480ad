"""Finds terms in a text: whole words, in any case and form, with blanks or hyphens between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from okrlint.terms.forms import forms_of

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|[^\w\s\-\u2010-\u2015]|_")
"""A word, or one mark; blanks and hyphens part words and are not told apart."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms by the words that they may begin with."""

    starts: Mapping[str, tuple[tuple[str, tuple[frozenset[str], ...]], ...]]
    """First word -> terms, the longest first, each with the forms of its words."""

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the places of terms, without overlaps, each with the term as it was named."""
        words = [(m.start(), m.end(), m[0].replace("\u2019", "'")) for m in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            named = self._named(words, at)
            if named:
                term, size = named
                yield words[at][0], words[at + size - 1][1], term
                at += size
            else:
                at += 1

    def _named(self, words: list[tuple[int, int, str]], at: int) -> tuple[str, int] | None:
        first = words[at][2]
        for term, forms in self.starts.get(first.lower(), ()):
            here = words[at : at + len(forms)]
            if len(here) == len(forms) and all(
                word in allowed or word.lower() in allowed
                for (_, _, word), allowed in zip(here, forms, strict=True)
            ):
                return term, len(forms)
        return None


def is_term(text: str) -> bool:
    """Whether a text holds anything that could be found."""
    return _WORD.search(text) is not None


@lru_cache(maxsize=256)
def spot_terms(terms: tuple[str, ...], *, exact: bool = False) -> Terms:
    """Make terms ready to be found; `exact`: in the form in which they are named, in any case.

    A word in capitals ("IT") is an abbreviation: in small letters it is another word.
    """
    starts: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = {}
    for term in terms:
        words = [match[0].replace("\u2019", "'") for match in _WORD.finditer(term)]
        forms = tuple(_allowed(word, exact=exact) for word in words)
        for start in {form.lower() for form in forms[0]} if forms else ():
            starts.setdefault(start, []).append((term, forms))
    ordered = {
        start: tuple(sorted(found, key=lambda one: -len(one[1]))) for start, found in starts.items()
    }
    return Terms(ordered)


def _allowed(word: str, *, exact: bool) -> frozenset[str]:
    if word.isupper() and len(word) > 1:
        return frozenset({word} if exact else {word, f"{word}s"})
    return frozenset({word.lower()}) if exact else forms_of(word)
