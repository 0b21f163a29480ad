"""Source lines with the exact words of findings underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrlint.lines import LineIndex
from okrlint.model import Span
from okrlint.report.paint import width_of
from okrlint.report.safe import make_visible

WIDTH = 100
"""Longer source lines are cut around the words concerned."""
MAX_LINES = 3
"""A statement wrapped over more lines shows its first ones."""
_LEAD = 20
"""How many characters before the words stay when a long line is cut."""


@dataclass(frozen=True, slots=True)
class SnippetLine:
    """One source line, and a row of carets for each span; empty where a span has none here."""

    number: int
    """The 1-based line."""
    text: str
    underlines: tuple[str, ...]


def find_snippet(lines: LineIndex, spans: Sequence[Span]) -> Iterator[SnippetLine]:
    """Yield the lines that the spans touch; spans that belong together begin on one line."""
    first = min(lines.line_at(span.start) for span in spans)
    last = max(lines.line_at(max(span.start, span.end - 1)) for span in spans)
    for line in range(first, min(last, first + MAX_LINES - 1) + 1):
        text = lines.text(line)
        parts = [_part(lines, line, text, span) for span in spans]
        begins = [start for start, end in parts if start < end]
        if begins:
            left, right = _window(text, min(begins))
            yield SnippetLine(line, _cut(text, left, right), _carets(text, parts, left, right))


def _part(lines: LineIndex, line: int, text: str, span: Span) -> tuple[int, int]:
    """Which characters of a line belong to a span; (0, 0) for none."""
    extent = lines.line_span(line)
    start = max(span.start, extent.start) - extent.start
    end = min(max(span.end, span.start + 1), extent.end) - extent.start
    if start >= end:
        return (len(text), len(text) + 1) if span.start == extent.end else (0, 0)
    if span.start < extent.start:
        start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, end


def _window(text: str, start: int) -> tuple[int, int]:
    """Which characters of a long line to show."""
    if len(text) <= WIDTH:
        return 0, len(text)
    left = max(0, min(start - _LEAD, len(text) - WIDTH))
    return left, min(len(text), left + WIDTH)


def _cut(text: str, left: int, right: int) -> str:
    lead = "… " if left else ""
    tail = " …" if right < len(text) else ""
    return f"{lead}{_shown(text[left:right])}{tail}".rstrip()


def _carets(text: str, parts: Sequence[tuple[int, int]], left: int, right: int) -> tuple[str, ...]:
    lead = 2 if left else 0
    rows: list[str] = []
    for start, end in parts:
        begin = min(max(left, start), right)  # of what is cut off, only that it goes on
        blanks = lead + width_of(_shown(text[left:begin]))
        width = width_of(_shown(text[begin : min(end, right)]))
        rows.append(" " * blanks + "^" * max(1, width) if start < end else "")
    return tuple(rows)


def _shown(text: str) -> str:
    return make_visible(text.lstrip("\ufeff")).expandtabs(4)
