"""Names that would be misread ("Route 66", "March Madness") are read as names.

Their numbers and dates are replaced by letters that mean nothing, one for one, so
that every offset stays; afterwards the words themselves are put back.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from okrlint.reading import Quantity, Reading, When
from okrlint.terms import spot_terms

_WORD = re.compile(r"[^\W_]+")
_LETTERS = "zorvexalimontudekarbis"
"""No word, and the beginning of none."""


def mask_names(text: str, names: tuple[str, ...]) -> str:
    """The text with what would be misread in `names` made unreadable; as long as before."""
    if not names:
        return text
    for start, end, _ in spot_terms(names).find(text):
        inside = _WORD.sub(_masked, text[start:end])
        text = f"{text[:start]}{inside}{text[end:]}"
    return text


def _masked(match: re.Match[str]) -> str:
    word = match[0]
    if word.isalpha() and word.lower() not in _misleading():
        return word
    letters = (_LETTERS * (len(word) // len(_LETTERS) + 1))[: len(word)]
    return letters.upper() if word.isupper() and len(word) > 1 else letters.capitalize()


@cache
def _misleading() -> frozenset[str]:
    """Words that are numbers or dates by themselves."""
    from okrlint.dates.vocabulary import load_holidays, load_names, load_parts
    from okrlint.language.words import load_words

    found = {*load_words("numbers"), *load_parts("season")}
    for kind in ("month", "weekday", "number", "ordinal"):
        found |= set(load_names(kind))
    found |= {word for name in load_holidays() for word in name.split()}
    return frozenset(found)


def unmask(reading: Reading, text: str) -> Reading:
    """The reading of a masked text as one of the text itself."""
    masked = reading.text
    if masked == text:
        return reading

    def own(words: str | None) -> str | None:
        at = masked.find(words) if words else -1
        return text[at : at + len(words or "")] if at >= 0 else words

    def quantity(one: Quantity) -> Quantity:
        return replace(one, unit=own(one.unit))

    def when(one: When) -> When:
        return replace(one, text=own(one.text) or one.text, event=own(one.event))

    return replace(
        reading,
        text=text,
        quantities=tuple(map(quantity, reading.quantities)),
        whens=tuple(map(when, reading.whens)),
    )
