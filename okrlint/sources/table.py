"""Rows of cells -> a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.sources.writer import Writer

MOST_COLUMNS = 64
"""A wider table has no objectives in its further columns."""


_WORD = r"(?:objective|obj|o|goal|okr|key\s*results?|krs?|mission)(?=\W|\d|$)"
_LABEL = re.compile(rf"\W*{_WORD}\W*\d{{0,2}}(?:\.\d{{1,2}})?[a-z]?\W*", re.IGNORECASE)
_NUMBER = re.compile(r"\W*\d{0,2}(?:\.\d{1,2})?[a-z]?\W*", re.IGNORECASE)
_OBJECTIVE = re.compile(r"\W*(?:objective|obj|o|goal)(?=\W|\d|$)", re.IGNORECASE)
_HEAD = re.compile(
    r"\W*(?:key\s*results?|krs?|results?|metrics?|measures?|owner|description|statement|text|title"
    r"|name|target|status)\W*",
    re.IGNORECASE,
)
"""What stands beside "Objective" where that is the name of a column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: str
    """Markdown in one line."""
    name: str
    """Its place."""
    line: int | None = None


def write_table(writer: Writer, rows: Sequence[Sequence[Cell]], indent: str = "") -> None:
    """Write rows as a table, the first as its head; columns that are empty are left out.

    Where labels stand down the first column ("Objective", "KR 1"), the first row is no head; with
    one more column only, label and statement become one line each.
    """
    width = max(map(len, rows))
    kept = [n for n in range(width) if any(n < len(row) and row[n].text for row in rows)] or [0]
    blanks = ((Cell("", row[0].name, row[0].line), row) for row in rows)
    full = [[row[n] if n < len(row) else blank for n in kept] for blank, row in blanks]
    headless = len(full) > 1 and len(kept) > 1 and _is_labelled(full)
    if headless and len(kept) == 2 and all(_LABEL.fullmatch(row[0].text) for row in full):
        _write_lines(writer, full, indent)
        return
    rule = f"\n{indent}{'| --- ' * len(kept)}|"
    if headless:
        writer.mark(full[0][0].name, full[0][0].line)
        writer.write(f"{'| ' * len(kept)}|{rule}")
    for number, row in enumerate(full):
        writer.write(f"\n{indent}" if number or headless else "")
        for cell in row:
            writer.mark(cell.name, cell.line)
            writer.write(f"| {cell.text} " if cell.text else "| ")
        writer.write("|" if number or headless else f"|{rule}")


def _write_lines(writer: Writer, rows: Sequence[Sequence[Cell]], indent: str) -> None:
    for number, (label, statement) in enumerate(rows):
        writer.write(f"\n\n{indent}" if number else "")
        writer.mark(label.name, label.line)
        writer.write(f"{label.text.strip('*: ')}: ")
        writer.mark(statement.name, statement.line)
        writer.write(statement.text.replace("<br>", f"  \n{indent}"))


def _is_labelled(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether each row begins with a label or number, and the first is no head of columns."""
    labels = [row[0].text for row in rows]
    beside = rows[0][1].text
    if not _LABEL.fullmatch(labels[0]) or not beside or _HEAD.fullmatch(beside):
        return False
    numbers = [label for label in labels if not _LABEL.fullmatch(label)]
    return all(map(_NUMBER.fullmatch, numbers)) and (
        not numbers or bool(_OBJECTIVE.match(labels[0]))
    )
