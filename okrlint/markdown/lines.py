"""The source as Markdown sees it, line by line, and the way back to the source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from okrlint.model import Prose, Span

_LINE_END = re.compile(r"\r\n?|\n")
_BREAK = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of one line: the characters `start` up to `end` of `Lines.text`."""

    line: int
    """Which line, from 0."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lines:
    r"""The text a Markdown parser reads: no BOM, "\n" at line ends, U+FFFD for NUL.

    Offsets into it are not offsets into the source: `shifts` leads back.
    """

    text: str
    starts: tuple[int, ...]
    """For each line, the offset in `text` of its first character."""
    ends: tuple[int, ...]
    """For each line, the offset in `text` after its last character, line end excluded."""
    shifts: tuple[int, ...]
    """For each line, what to add to an offset in `text` to have the offset in the source."""

    def piece_prose(self, pieces: Iterable[Piece]) -> Prose:
        r"""The characters of `pieces`, joined by "\n", each with its place in the source.

        A joining "\n" stands for all that lies between two pieces: line end, indentation,
        the marks of block quotes.
        """
        texts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        after = 0
        for piece in pieces:
            first = piece.start + self.shifts[piece.line]
            if texts:
                texts.append("\n")
                starts.append(after)
                ends.append(first)
            after = piece.end + self.shifts[piece.line]
            texts.append(self.text[piece.start : piece.end])
            starts.extend(range(first, after))
            ends.extend(range(first + 1, after + 1))
        return Prose("".join(texts), tuple(starts), tuple(ends))

    def span(self, first: int, stop: int) -> Span:
        """The source range of the lines `first` up to `stop`, blank lines at the end left out."""
        last = min(stop, len(self.starts)) - 1
        while last > first and self.is_blank(self.starts[last], self.ends[last]):
            last -= 1
        return Span(
            self.starts[first] + self.shifts[first],
            self.ends[last] + self.shifts[last],
        )

    def is_blank(self, start: int, end: int) -> bool:
        """Whether nothing but spaces and tabs stands there."""
        return not self.text[start:end].strip(" \t")

    def source_offset(self, line: int, offset: int) -> int:
        """Where the character at `offset` of `text`, on `line`, stands in the source."""
        return offset + self.shifts[line]


def split_lines(source: str) -> Lines:
    r"""Read `source` as lines; "\r\n", "\n" and a lone "\r" end one."""
    start = 1 if source.startswith("\ufeff") else 0
    body = source[start:]
    text = _LINE_END.sub("\n", body).replace("\0", "\ufffd")
    # A "\r\n" is one character longer than its "\n": the lines below it move by one.
    widths = [len(match.group()) - 1 for match in _LINE_END.finditer(body)]
    shifts = tuple(accumulate(widths, initial=start))
    breaks = [match.start() for match in _BREAK.finditer(text)]
    return Lines(text, (0, *(b + 1 for b in breaks)), (*breaks, len(text)), shifts)
