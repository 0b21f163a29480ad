"""The cells of a Markdown table's row, as many as it really has."""

from __future__ import annotations

from okrlint.markdown.lines import Lines
from okrlint.model import Prose


def split_row(lines: Lines, line: int, start: int, end: int) -> list[Prose]:
    """The raw cells of the row that stands at the offsets `start` to `end` of `lines.text`.

    A pipe parts two cells unless a backslash stands before it, even inside a code span (GitHub
    Flavored Markdown, tables); `\\|` in a cell is one character. A pipe at either end of the
    row parts nothing.
    """
    text = lines.text
    while end > start and text[end - 1] in " \t":
        end -= 1
    cells: list[Prose] = []
    first = start
    for offset in range(start, end):
        if text[offset] == "|" and not (offset > start and text[offset - 1] == "\\"):
            if offset > start:
                cells.append(_cell(lines, line, first, offset))
            first = offset + 1
    if first < end:
        cells.append(_cell(lines, line, first, end))
    return cells


def _cell(lines: Lines, line: int, start: int, end: int) -> Prose:
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    shift = lines.shifts[line]
    while start < end:
        width = 2 if lines.text.startswith("\\|", start, end) else 1
        texts.append(lines.text[start + width - 1])
        starts.append(start + shift)
        ends.append(start + width + shift)
        start += width
    return Prose("".join(texts), tuple(starts), tuple(ends))
