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
    row parts nothing. In a line without pipes tabs part the cells, as in what a sheet is pasted
    as; there a tab at the beginning stands behind an empty cell.
    """
    text, start, end = lines.text, piece.start, piece.end
    if _is_tabbed(lines, piece):
        return _split_tabs(lines, piece)
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


def _is_tabbed(lines: Lines, piece: Piece) -> bool:
    row = lines.text[lines.starts[piece.line] : piece.end]
    return "\t" in row.rstrip() and "|" not in row


def _split_tabs(lines: Lines, piece: Piece) -> list[tuple[Span, Prose]]:
    first, cells = lines.starts[piece.line], []
    if not lines.is_blank(first, piece.start):
        first = piece.start  # what stands before is the mark of a quote or a list
    for written in lines.text[first : piece.end].rstrip().split("\t"):
        cells.append(_cell(lines, piece.line, first, first + len(written)))
        first += len(written) + 1
    return cells


def is_table(lines: Lines, pieces: Sequence[Piece]) -> bool:
    """Whether the lines of a paragraph are a table without a line of dashes.

    The first is parted into short names, the others into as many cells; where tabs part them, into
    no more, as empty cells at the end of a line are lost.
    """
    if len(pieces) < _FEWEST_LINES:
        return False
    tabbed = _is_tabbed(lines, pieces[0])
    if not (tabbed or "|" in lines.text[pieces[0].start : pieces[0].end]):
        return False
    rows = [split_row(lines, piece) for piece in pieces]
    names = [raw.text for _, raw in rows[0]]
    return (
        len(names) >= _FEWEST_CELLS
        and all(0 < len(name.split()) <= _NAME for name in names)
        and all(_LETTER.match(name) if tabbed else not _DIGIT.search(name) for name in names)
        and all((1 if tabbed else len(names) - 1) < len(row) <= len(names) for row in rows)
    )


_LETTER, _DIGIT = re.compile(r"\s*[^\W\d_]"), re.compile(r"\d")
"""How the name of a column begins; only where tabs part them, it may have figures: "Q3 target"."""


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
