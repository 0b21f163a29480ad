"""Character offsets <-> positions of the Language Server Protocol.

The protocol counts lines from 0 and, within a line, code units from 0: of UTF-16 unless client
and server agreed on UTF-8 or UTF-32. Lines end with LF, CRLF or a lone CR and with nothing else.
Source: Language Server Protocol 3.17, "Position" and "Text documents". The protocol's types are
imported when one is made: the process that reads documents begins without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrlint.api import LineIndex, Span

if TYPE_CHECKING:
    from lsprotocol import types

_UTF_8_ENDS = (0x80, 0x800, 0x10000)
"""The first characters that take two, three and four bytes."""


class Positions:
    """Where the characters of one text stand, for one client."""

    __slots__ = ("_encoding", "lines", "source")

    def __init__(self, source: str, encoding: str | None = None) -> None:
        self.source = source
        self.lines = LineIndex(source)
        self._encoding = encoding or "utf-16"

    def place(self, offset: int) -> tuple[int, int]:
        """Line and character of the character at `offset`, as the protocol counts them."""
        line = self.lines.line_at(offset)
        start = self.lines.line_span(line).start
        return line - 1, self._units(self.source[start:offset])

    def position(self, offset: int) -> types.Position:
        """The position of the character at `offset`."""
        from lsprotocol import types

        return types.Position(*self.place(offset))

    def range(self, span: Span) -> types.Range:
        """The range of `span`."""
        from lsprotocol import types

        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The character at `position`; past the end of its line, the end of that line.

        A position inside a character, half of a surrogate pair, is that character's.
        """
        if position.line >= self.lines.line_at(len(self.source)):
            return len(self.source)
        extent = self.lines.line_span(position.line + 1)
        left = position.character
        for offset in range(extent.start, extent.end):
            left -= self._units(self.source[offset])
            if left < 0:
                return offset
        return extent.end

    def span(self, where: types.Range) -> Span:
        """The characters of a range, in order even when the client swapped its ends."""
        start, end = sorted((self.offset(where.start), self.offset(where.end)))
        return Span(start, end)

    def _units(self, text: str) -> int:
        if self._encoding == "utf-32":
            return len(text)
        if self._encoding == "utf-8":
            return sum(1 + sum(ord(char) >= end for end in _UTF_8_ENDS) for char in text)
        return len(text) + sum(char > "\uffff" for char in text)
