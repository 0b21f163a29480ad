"""Rows of cells -> a Markdown table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.sources.writer import Writer

MOST_COLUMNS = 64
"""A wider table has no objectives in its further columns."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: str
    """Markdown in one line."""
    name: str
    """Its place."""
    line: int | None = None


def write_table(writer: Writer, rows: Sequence[Sequence[Cell]], indent: str = "") -> None:
    """Write rows as a table, the first as its head; columns that are empty are left out."""
    width = max(map(len, rows))
    kept = [n for n in range(width) if any(n < len(row) and row[n].text for row in rows)] or [0]
    for number, row in enumerate(rows):
        writer.write(f"\n{indent}" if number else "")
        blank = Cell("", row[0].name, row[0].line)
        for column in kept:
            cell = row[column] if column < len(row) else blank
            writer.mark(cell.name, cell.line)
            writer.write(f"| {cell.text} " if cell.text else "| ")
        writer.write("|")
        if not number:
            writer.write(f"\n{indent}{'| --- ' * len(kept)}|")
