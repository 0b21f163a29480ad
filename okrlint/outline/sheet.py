"""Tables that a script made of a spreadsheet: its title for a header, `nan` for what is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrlint.markdown.block import Block, BlockKind
from okrlint.model import Labels, Prose
from okrlint.outline.sign import Role, read_sign
from okrlint.outline.text import text_of

_EMPTY = re.compile(r"nan|NaN|NaT|<NA>|#N/A")
"""How pandas and spreadsheets write an empty cell."""
_UNNAMED = re.compile(r"(?:Unnamed: ?\d+(?:_level_\d+)?)?", re.IGNORECASE)
"""How pandas calls a column without a name."""
_NAMES = 3
"""Cells of a row that names columns."""
_HEADS = 8
"""Rows among which it is looked for: before it stand a title, a quarter, who keeps the sheet."""


def as_table(sheet: Block, labels: Labels) -> Block:
    """The table with its true header, and nothing where nothing is said."""
    rows = [replace(row, children=tuple(map(_cell, row.children))) for row in sheet.children]
    if not rows or not rows[0].header or not _is_title(rows[0]):
        return replace(sheet, children=tuple(rows))
    head = next((at for at, row in enumerate(rows[:_HEADS]) if len(_words(row)) >= _NAMES), 0)
    rows = [replace(rows[head], header=True), *rows[head + 1 :]]
    return replace(sheet, children=tuple(_stated(rows, labels)))


def _cell(cell: Block) -> Block:
    if cell.kind is BlockKind.CELL and _EMPTY.fullmatch(cell.prose.text.strip()):
        return replace(cell, prose=Prose("", (), ()))
    return cell


def _stated(rows: Sequence[Block], labels: Labels) -> Iterator[Block]:
    """The rows without those below a name such as "KPIs" or "Comments", and the last remarks."""
    aside, after_gap = False, False
    for row in rows:
        words = _words(row)
        lone = len(words) == 1 and row.children[0].prose.text.strip() == words[0]
        if lone:
            role = read_sign(text_of(row.children[0]), labels, is_heading=True).role
            aside = role in (Role.ASIDE, Role.CLOSED) or (after_gap and row is rows[-1])
        if not aside:
            yield row
        after_gap = not words


def _is_title(row: Block) -> bool:
    """Whether one cell holds the title of the sheet, and no other has a name."""
    unnamed = [cell for cell in row.children if cell.prose.text.lower().startswith("unnamed")]
    return bool(unnamed) and len(_words(row)) <= 1


def _words(row: Block) -> list[str]:
    words = [cell.prose.text.strip() for cell in row.children]
    return [said for said in words if not _UNNAMED.fullmatch(said)]
