"""A value, line or tail that says from where to where: "18 → 6", "from 18% to 6%"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from okrlint.beside.values import is_amount


@dataclass(frozen=True, slots=True)
class Found:
    """A field found in a text."""

    name: str
    """Its canonical name."""
    start: int
    """Where its value begins in the text, from 0."""
    end: int
    """Where its value ends."""


_CHANGE = re.compile(
    r"\s*(?:from\s+)?(?P<low>[^\s→⇒➜].{0,40}?)\s*(?:→|⇒|➜|[-=]+>|\bto\b)\s*(?P<high>\S.{0,60}?)\s*$",
    re.IGNORECASE | re.DOTALL,
)


def split_change(text: str) -> tuple[Found, ...]:
    """The baseline and the target of a text that is a change and nothing else; else none."""
    match = _CHANGE.match(text)
    if match is None or not (is_amount(match["low"]) and is_amount(match["high"])):
        return ()
    if not re.match(r"\W*(?:[kKmM]?[$€£¥₹]\s?|[A-Z]{3}\s)?\d", match["low"]):
        return ()
    return (Found("baseline", *match.span("low")), Found("target", *match.span("high")))
