"""Where something stands, in the words of its file: line and column, a cell, a row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.lines import LineIndex
from okrlint.span import Places, Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands in the file that was read.

    >>> Place("", 12, 3).brief, Place("OKRs!C4").inside
    ('12:3', 'OKRs!C4')
    """

    name: str
    """A cell, or the row of a table; "" in Markdown, where line and column say it."""
    line: int | None = None
    """1-based; None in a file without lines."""
    column: int | None = None
    """1-based, in Unicode characters; None in a file that is no Markdown."""
    end_line: int | None = None
    end_column: int | None = None
    """The column after the last character."""

    @property
    def brief(self) -> str:
        """The place in a line about it: "12:3", "OKRs!C4"."""
        return self.name or f"{self.line}:{self.column}"

    def named(self, message: str) -> str:
        """A message where nothing but lines is shown: a place of another kind goes before it."""
        return f"{self.name}: {message}" if self.name else message

    @property
    def rows(self) -> str:
        """The same of whole lines: "lines 3 to 5", "OKRs!A4 to OKRs!D4"."""
        more = f"lines {self.line} to {self.end_line}" if self.end_line != self.line else ""
        return self.name or more or self.inside

    @property
    def inside(self) -> str:
        """The place where a sentence goes on: "line 12", "OKRs!C4"."""
        return self.name or f"line {self.line}"


@dataclass(frozen=True, slots=True, eq=False)
class PlaceIndex:
    r"""The places of one text.

    >>> PlaceIndex(LineIndex("Goals\nGrow\n")).place(Span(6, 10)).brief
    '2:1'
    """

    lines: LineIndex
    """The lines of the text that was read."""
    parts: Places | None = None
    """Its parts, where it was made of a file that is no Markdown."""

    def place(self, span: Span) -> Place:
        """Where a span of the text stands in the file."""
        places = self.parts
        if places is None:
            at = self.lines.location(span)
            return Place("", at.line, at.column, at.end_line, at.end_column)
        if not places.names:
            return Place("the file")
        first = places.index(span.start)
        last = max(first, places.index(max(span.start, span.end - 1)))
        if not places.lines:
            return Place(places.names[first])
        return Place(places.names[first], places.lines[first], end_line=places.lines[last])

    def part(self, span: Span) -> Span | None:
        """The part of the text that a span begins in, where parts are shown and not lines."""
        if self.parts is None:
            return None
        starts = self.parts.starts
        number = self.parts.index(span.start)
        end = starts[number + 1] if number + 1 < len(starts) else self.lines.end
        return Span(starts[number] if starts else 0, max(end, span.end))

    def rows(self, line: int, end_line: int) -> Place:
        """Where some lines of the text stand in the file."""
        if self.parts is None:
            return Place("", line, end_line=end_line)
        ends = self.lines.line_span(line).start, self.lines.line_span(end_line).end - 1
        first, last = (self.place(Span(at, at)) for at in (ends[0], max(ends)))
        name = first.name if first.name == last.name else f"{first.name} to {last.name}"
        return Place(name, first.line, end_line=last.end_line)


def say_places(places: Sequence[Place]) -> str:
    """Places in few words: "9, 12-14 and 20" for lines, "OKRs!C4; OKRs!C5 and OKRs!C9"."""
    if any(place.name for place in places):
        return _and([place.inside for place in places], "; ")
    runs: list[list[int]] = []
    for line in (place.line for place in places if place.line):
        if runs and runs[-1][-1] == line - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return _and([word for run in runs for word in _say_run(run)], ", ")


def _say_run(run: Sequence[int]) -> Sequence[str]:
    return [f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(line) for line in run]


def _and(words: Sequence[str], comma: str) -> str:
    return " and ".join(part for part in (comma.join(words[:-1]), words[-1]) if part)
