"""Tables that a script made of a spreadsheet: its title for a header, `nan` for what is empty."""

from __future__ import annotations

import re
from dataclasses import replace

from okrlint.markdown.block import Block, BlockKind
from okrlint.model import Prose

_EMPTY = re.compile(r"nan|NaN|NaT|<NA>|#N/A")
"""How pandas and spreadsheets write an empty cell."""
_UNNAMED = re.compile(r"(?:Unnamed: ?\d+(?:_level_\d+)?)?", re.IGNORECASE)
"""How pandas calls a column without a name."""
_NAMES = 3
"""Cells of a row that names columns."""


def as_table(sheet: Block) -> Block:
    """The table with its true header, and nothing where nothing is said."""
    rows = [replace(row, children=tuple(map(_cell, row.children))) for row in sheet.children]
    if len(rows) > 2 and rows[0].header and _is_title(rows[0]) and len(_words(rows[1])) >= _NAMES:
        rows = [replace(rows[1], header=True), *rows[2:]]
    return replace(sheet, children=tuple(row for row in rows if row not in _footers(rows)))


def _cell(cell: Block) -> Block:
    if cell.kind is BlockKind.CELL and _EMPTY.fullmatch(cell.prose.text.strip()):
        return replace(cell, prose=Prose("", (), ()))
    return cell


def _footers(rows: list[Block]) -> list[Block]:
    """The rows behind an empty one that say something in their first cell alone."""
    ends = [at for at, row in enumerate(rows) if at and not _words(row)]
    last = rows[ends[-1] + 1 :] if ends else []
    lone = all(len(_words(row)) == 1 and row.children[0].prose.text.strip() for row in last)
    return last if lone else []


def _is_title(row: Block) -> bool:
    """Whether one cell holds the title of the sheet, and no other has a name."""
    unnamed = [cell for cell in row.children if cell.prose.text.lower().startswith("unnamed")]
    named = [cell for cell in row.children if not _UNNAMED.fullmatch(cell.prose.text.strip())]
    return bool(unnamed) and len(named) <= 1


def _words(row: Block) -> list[str]:
    return [cell.prose.text for cell in row.children if cell.prose.text.strip()]
