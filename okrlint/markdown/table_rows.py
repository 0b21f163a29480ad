"""The cells of a Markdown table's row, as many as it really has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.markdown.lines import Lines, Piece
from okrlint.model import Prose, Span

_FEWEST_LINES, _FEWEST_CELLS, _NAME = 3, 3, 5
"""Lines and cells of a table that nothing else marks as one; words in a name of its columns."""

_RULER = re.compile(r"(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*")


def split_row(lines: Lines, piece: Piece) -> list[tuple[Span, Prose]]:
    r"""The cells of the row that stands in `piece`: where each stands, and its raw text.

    A pipe parts two cells unless a backslash stands before it, even inside a code span (GitHub
    Flavored Markdown, tables); `\|` in a cell is one character. A pipe at either end of the
    row parts nothing.
    """
    text, start, end = lines.text, piece.start, piece.end
    while end > start and text[end - 1] in " \t":
        end -= 1
    cells: list[tuple[Span, Prose]] = []
    first = start
    for offset in range(start, end):
        if text[offset] == "|" and not (offset > start and text[offset - 1] == "\\"):
            if offset > start:
                cells.append(_cell(lines, piece.line, first, offset))
            first = offset + 1
    if first < end:
        cells.append(_cell(lines, piece.line, first, end))
    return cells


def is_table(lines: Lines, pieces: Sequence[Piece]) -> bool:
    """Whether the lines of a paragraph are a table whose line of dashes was forgotten.

    Pipes part each line into as many cells as the first, and the cells of that are short names.
    """
    if len(pieces) < _FEWEST_LINES or "|" not in lines.text[pieces[0].start : pieces[0].end]:
        return False
    rows = [split_row(lines, piece) for piece in pieces]
    names = [raw.text.split() for _, raw in rows[0]]
    return (
        len(names) >= _FEWEST_CELLS
        and all(0 < len(name) <= _NAME and not re.search(r"\d", "".join(name)) for name in names)
        and all(len(row) == len(names) for row in rows)
    )


def goes_on(lines: Lines, header: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether the lines of a paragraph are rows that something cut off the table above.

    Each begins with a pipe, and pipes part it into as many cells as the header.
    """
    width = len(split_row(lines, header))
    return bool(pieces) and all(
        lines.text.startswith("|", piece.start) and len(split_row(lines, piece)) == width
        for piece in (header, *pieces)
    )


def is_ruler(lines: Lines, piece: Piece) -> bool:
    """Whether a row is the line of dashes below a header, and no text."""
    return bool(_RULER.fullmatch(lines.text, piece.start, piece.end))


def _cell(lines: Lines, line: int, start: int, end: int) -> tuple[Span, Prose]:
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    shift = lines.shifts[line]
    span = Span(start + shift, end + shift)
    while start < end:
        width = 2 if lines.text.startswith("\\|", start, end) else 1
        texts.append(lines.text[start + width - 1])
        starts.append(start + shift)
        ends.append(start + width + shift)
        start += width
    return span, Prose("".join(texts), tuple(starts), tuple(ends))
