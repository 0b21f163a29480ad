"""Sheets of cells -> Markdown: a table for each block of rows, headings for what stands over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePath

from okrlint.errors import InputError
from okrlint.sources.parents import below_parents
from okrlint.sources.rows import Row
from okrlint.sources.table import Cell, write_table
from okrlint.sources.text import as_paragraph, escape
from okrlint.sources.writer import Writer

MOST_CELLS = 20_000
"""Filled cells of a file; OKRs of a whole company are some thousands."""
_KINDS = frozenset({"type", "item type", "issue type", "kind", "level"})
_NAMES = frozenset({"name", "title"})
_OBJECTIVES = frozenset({"objective", "objectives", "parent objective"})
_OF_OKRS = ("okr", "key result", "key-result", "key_result")
_NUMBERED = ("sheet", "tabelle", "feuil", "hoja", "planilha", "foglio", "blad")
"""What programs call a sheet that nobody named."""


@dataclass(slots=True)
class Sheets:
    """Writes the sheets of one file."""

    writer: Writer
    _filled: int = 0

    def add(self, rows: Iterable[Row], name: str = "") -> None:
        """Write a sheet; raises InputError where the file has more cells than are read."""
        kept = list(self._counted(rows))
        title = name if name and not _is_numbered(name) else ""
        prefix = _reference(name) if name else ""
        if title and any(row.filled for row in kept):
            self._begin(prefix.removesuffix("!"), None)
            self.writer.write(f"# {escape(title)}")
        for is_filled, block in groupby(kept, key=lambda row: bool(row.filled)):
            if is_filled:
                self._block(list(block), prefix, bool(title))

    def _counted(self, rows: Iterable[Row]) -> Iterable[Row]:
        for row in rows:
            self._filled += row.filled
            if self._filled > MOST_CELLS:
                reason = (
                    f"holds more than {MOST_CELLS:,} filled cells, the most that are read;"
                    " keep OKRs in a file of their own"
                )
                raise InputError(self.writer.path, reason)
            yield row

    def _block(self, rows: Sequence[Row], prefix: str, titled: bool) -> None:
        """Rows without an empty one between: lines over a table, then the table."""
        if max(row.filled for row in rows) == 1 and len(set(map(_column, rows))) > 1:
            self._steps(rows, prefix, titled)
            return
        first = next((n for n, row in enumerate(rows) if row.filled > 1), 0)
        alone = len(rows) == 1 and rows[0].filled == 1
        for row in rows[: 1 if alone else first]:
            self._heading(row, prefix, titled)
        if not alone:
            table = [_cells(row, prefix) for row in below_parents(rows[first:])]
            self._begin(table[0][0].name, table[0][0].line)
            title = f"{PurePath(self.writer.path).stem} {prefix}"
            write_table(self.writer, _kinds_last(_key_results_named(table, title)))

    def _steps(self, rows: Sequence[Row], prefix: str, titled: bool) -> None:
        """Rows of one cell each, further to the right the deeper: a list, maybe under a heading."""
        columns = sorted(set(map(_column, rows)))
        if _column(rows[0]) == _column(rows[1]) == columns[0]:
            self._heading(rows[0], prefix, titled)
            rows = rows[1:]
        depth = -1
        for number, row in enumerate(rows):
            cell = next(cell for cell in _cells(row, prefix) if cell.text)
            depth = min(columns.index(_column(row)), depth + 1)
            if number:
                self.writer.write("\n")
                self.writer.mark(cell.name, cell.line)
            else:
                self._begin(cell.name, cell.line)
            words = cell.text.replace("<br>", " ").removeprefix("- ")
            self.writer.write(f"{'  ' * depth}- {words}")

    def _heading(self, row: Row, prefix: str, titled: bool) -> None:
        cell = next(cell for cell in _cells(row, prefix) if cell.text)
        level = "#" if self.writer.is_empty and not titled else "##"
        self._begin(cell.name, cell.line)
        self.writer.write(f"{level} {cell.text.replace('<br>', ' ')}")

    def _begin(self, name: str, line: int | None) -> None:
        self.writer.write("" if self.writer.is_empty else "\n\n")
        self.writer.mark(name, line)


def _column(row: Row) -> int:
    """The first column that holds something."""
    return next(n for n, text in enumerate(row.cells) if text)


def _kinds_last(table: list[list[Cell]]) -> list[list[Cell]]:
    """The rows with the column that says what each is behind the others: no name beside names."""
    heads = [cell.text.casefold() for cell in table[0]]
    column = next((n for n, head in enumerate(heads) if head in _KINDS), None)
    if column is None:
        return table
    width = max(map(len, table))
    padded = [row + [Cell("", row[0].name, row[0].line)] * (width - len(row)) for row in table]
    return [[*row[:column], *row[column + 1 :], row[column]] for row in padded]


def _key_results_named(table: list[list[Cell]], title: str) -> list[list[Cell]]:
    """The rows with the column "Name" called "Key result" where that is what it holds.

    So does a database of key results that points at objectives. One of projects looks the same:
    only a title that says what the rows are can tell.
    """
    heads = [cell.text.casefold() for cell in table[0]]
    names = [n for n, head in enumerate(heads) if head in _NAMES]
    told = any(head in _KINDS or "key result" in head or head in {"kr", "krs"} for head in heads)
    if told or len(names) != 1 or not _OBJECTIVES & {*heads}:
        return table
    if not any(word in title.casefold() for word in _OF_OKRS):
        return table
    head = list(table[0])
    head[names[0]] = replace(head[names[0]], text="Key result")
    return [head, *table[1:]]


def _cells(row: Row, prefix: str) -> list[Cell]:
    return [
        Cell(_markdown(text), f"{prefix}{column_letters(number)}{row.number}", row.line)
        for number, text in enumerate(row.cells or ("",), 1)
    ]


def _markdown(text: str) -> str:
    lines = (as_paragraph(escape(line.strip())) for line in text.splitlines() if line.strip())
    return "<br>".join(lines)


def column_letters(number: int) -> str:
    """What spreadsheets call a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _reference(name: str) -> str:
    """A sheet in a reference to one of its cells, as spreadsheets write it."""
    if name.isidentifier():
        return f"{name}!"
    quoted = name.replace("'", "''")
    return f"'{quoted}'!"


def _is_numbered(name: str) -> bool:
    return name.rstrip("0123456789 ").casefold() in _NUMBERED
