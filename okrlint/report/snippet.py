"""The source line of a finding with the exact words underlined."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from okrlint.lines import LineIndex
from okrlint.model import Span
from okrlint.report.safe import make_visible

WIDTH = 100
"""Longer source lines are cut around the words concerned."""
MAX_LINES = 3
"""A statement wrapped over more lines shows its first ones."""


def find_snippet(lines: LineIndex, span: Span) -> Iterator[tuple[int, str, str]]:
    """Yield (1-based line, its text, its underline) for the lines that `span` touches."""
    first = lines.line_at(span.start)
    last = lines.line_at(max(span.start, span.end - 1))
    for line in range(first, min(last, first + MAX_LINES - 1) + 1):
        extent = lines.line_span(line)
        start = max(span.start, extent.start) - extent.start
        end = min(span.end, extent.end) - extent.start
        text = lines.text(line)
        if line > first:
            start += len(text[start:end]) - len(text[start:end].lstrip())
        if start < end or first == last:
            yield line, *_underline(text, start, max(end, start + 1))


def _underline(text: str, start: int, end: int) -> tuple[str, str]:
    """The shown part of a line, and blanks and carets of the same width below it."""
    left, right = _window(text, start, end)
    before = _shown(text[left:start])
    words = _shown(text[start:end])
    after = _shown(text[end:right])
    lead = "… " if left else ""
    tail = " …" if right < len(text) else ""
    blanks = " " * cell_len(lead + before)
    return f"{lead}{before}{words}{after}{tail}".rstrip(), blanks + "^" * max(1, cell_len(words))


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Which characters of a long line to show."""
    if len(text) <= WIDTH:
        return 0, len(text)
    left = max(0, min(start - 20, len(text) - WIDTH))
    return left, max(end, min(len(text), left + WIDTH)) if end - left <= 2 * WIDTH else end


def _shown(text: str) -> str:
    return make_visible(text.lstrip("\ufeff")).expandtabs(4)
