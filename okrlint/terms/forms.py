"""The forms of an English word: "leverage" is "leverages", "leveraged", "leveraging" too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""A short word of one syllable, whose last letter is doubled: "plan", "planned"."""


@cache
def forms_of(word: str) -> frozenset[str]:
    """A word with its plural, its past and its -ing, in lower case.

    Made by rule and from the list of irregular verbs; some are no words, which hurts nobody.
    Numbers, marks and very short words have one form.
    """
    word = word.lower()
    if len(word) < 3 or not word.isalpha():
        return frozenset({word})
    found = {word, *_irregular().get(word, ())}
    if word.endswith("y") and word[-2] not in "aeiou":
        found |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    elif word.endswith("e"):
        found |= {word + "s", word + "d", word[:-1] + "ing"}
    else:
        stem = word + word[-1] if _SHORT.fullmatch(word) else word
        hissing = word.endswith(("s", "x", "z", "ch", "sh"))
        found |= {word + ("es" if hissing else "s"), stem + "ed", stem + "ing"}
    return frozenset(found)


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    """Verb -> its irregular past forms."""
    from okrlint.language.words import load_table

    found: dict[str, tuple[str, ...]] = {}
    for form, (verb, *_) in load_table("irregular").items():
        found[verb] = (*found.get(verb, ()), form)
    return MappingProxyType(found)
