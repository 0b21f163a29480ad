"""A stretch of a text and the English for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """The characters `start` up to `end` of a text, and what stands for them in its gloss."""

    start: int
    end: int
    text: str
    label: bool = False
    """Whether it is a word for an objective or a key result."""
