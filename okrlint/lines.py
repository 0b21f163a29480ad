"""Character offsets -> lines and columns, for people."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from okrlint.span import Span

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where a span stands: 1-based lines, 1-based columns in Unicode characters.

    >>> Location(2, 1, 2, 4).line
    2
    """

    line: int
    column: int
    end_line: int
    end_column: int
    """The column after the last character."""


class LineIndex:
    r"""The lines of one source text; LF, CRLF and a lone CR end a line.

    >>> LineIndex("one\ntwo").location(Span(4, 7))
    Location(line=2, column=1, end_line=2, end_column=4)
    """

    __slots__ = ("_ends", "_source", "_starts")

    def __init__(self, source: str) -> None:
        ends = [match.span() for match in _LINE_END.finditer(source)]
        self._source = source
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(source)]

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self._ends[-1]

    def line_at(self, offset: int) -> int:
        """The 1-based line that holds the character at `offset`."""
        return bisect_right(self._starts, offset)

    def line_span(self, line: int) -> Span:
        """The characters of a 1-based line, without what ends it."""
        return Span(self._starts[line - 1], self._ends[line - 1])

    def text(self, line: int) -> str:
        """The text of a 1-based line."""
        span = self.line_span(line)
        return self._source[span.start : span.end]

    def location(self, span: Span) -> Location:
        """Line and column of both ends of `span`; a byte order mark has no column."""
        line = self.line_at(span.start)
        end_line = self.line_at(max(span.start, span.end - 1))
        return Location(
            line, self._column(line, span.start), end_line, self._column(end_line, span.end)
        )

    def _column(self, line: int, offset: int) -> int:
        start = self._starts[line - 1]
        if line == 1 and self._source.startswith("\ufeff"):
            start += 1
        return max(0, offset - start) + 1
