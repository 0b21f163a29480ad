"""Where things stand: ranges of a text, and the parts of a file that a text was made of.

Apart from the rest of the model, for what was found in an unchanged file is told with these alone.
"""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct


class Span(Struct, frozen=True, order=True):
    """A half-open range of characters in the source.

    >>> span = parse(PAGE).objectives[0].prose.span
    >>> PAGE[span.start : span.end]
    'Be the ferry that islanders count on'
    """

    start: int
    """Offset of the first character, from 0."""
    end: int
    """Offset after the last character."""


class Places(Struct, frozen=True):
    """Where in a file each part of a text stands that was made of it.

    >>> Places((0, 6), ("OKRs!A1", "OKRs!B1")).index(7)
    1
    """

    starts: tuple[int, ...]
    """The offsets where the parts begin, in order."""
    names: tuple[str, ...]
    """For each part, the words for its place: "OKRs!C4", "table 2, row 3"."""
    lines: tuple[int, ...] = ()
    """For each part, the 1-based line of the file; empty for a file without lines."""

    def index(self, offset: int) -> int:
        """The number of the part that holds a character of the text."""
        return max(0, bisect_right(self.starts, offset) - 1)
