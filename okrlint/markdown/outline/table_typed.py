"""Tables with objectives and key results in rows, where another column says which row is which.

Exports of trackers look so: a column of types ("Objective", "Key result", "Task"), or of labels
("O1", "KR1.1"), beside one column for the statements of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.markdown.outline.claim import Claim, Found
from okrlint.markdown.outline.columns import Column, Table, has_words, is_wordy, label_of
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.rows import TableNode, cell_claim, fields_of, tables
from okrlint.markdown.outline.text import Text
from okrlint.markdown.outline.vocabulary import plain

_NAMES = {
    "objective": Part.OBJECTIVE,
    "obj": Part.OBJECTIVE,
    "o": Part.OBJECTIVE,
    "key result": Part.KEY_RESULT,
    "key-result": Part.KEY_RESULT,
    "keyresult": Part.KEY_RESULT,
    "kr": Part.KEY_RESULT,
}


def find(outline: Outline) -> Found:
    """The objectives and key results of such tables; rows of another type are left out."""
    return Found(tuple(c for found in tables(outline) for c in _claims(outline, found)))


def _claims(outline: Outline, found: TableNode) -> Iterator[Claim]:
    table = found.table
    kinds = kind_column(outline, table)
    column = _statement_column(table, kinds) if kinds is not None else None
    if kinds is None or column is None:
        return
    ids = next((at for at in table.indexes(Column.ID) if at not in (kinds, column)), None)
    objective: tuple[int, int] | None = None
    for at, row in enumerate(table.rows):
        part = part_of(outline, row[kinds]) if kinds < len(row) else None
        cell = _statement(table, row, column, kinds)
        if part is None or cell is None:
            continue
        typed = plain(row[kinds].words) in _NAMES
        label = row[ids] if typed and ids is not None else row[kinds]
        claim = cell_claim(
            outline,
            part,
            found,
            at * 100,
            cell,
            fields_of(outline, found, at, column),
            objective if part is Part.KEY_RESULT else None,
            label_text=label,
        )
        if claim:
            objective = claim.place if part is Part.OBJECTIVE else objective
            yield claim


def part_of(outline: Outline, cell: Text) -> Part | None:
    """What a cell says its row is: by a type, or by a label that stands alone."""
    named = _NAMES.get(plain(cell.words))
    if named:
        return named
    label, body = label_of(cell, outline.labels)
    alone = label is not None and not body.words.strip(" .:")
    return label.part if label and alone and label.part is not Part.MISSION else None


def kind_column(outline: Outline, table: Table) -> int | None:
    """The column that tells rows of objectives from rows of key results."""
    for at in range(len(table.header)):
        cells = [row[at] for row in table.rows if at < len(row) and row[at].words]
        parts = [part_of(outline, cell) for cell in cells]
        short = all(len(cell.words.split()) <= 3 for cell in cells)
        told = len([part for part in parts if part])
        if short and {Part.OBJECTIVE, Part.KEY_RESULT} <= set(parts) and 2 * told >= len(cells):
            return at if part_of(outline, table.header[at]) is None or told > 2 else None
    return None


def _statement_column(table: Table, kinds: int) -> int | None:
    for sort in (Column.KEY_RESULT, Column.OBJECTIVE, Column.STATEMENT, Column.OTHER):
        for at in table.indexes(sort):
            cells = [row[at] for row in table.rows if at < len(row) and row[at].words]
            if at != kinds and cells and 2 * sum(map(is_wordy, cells)) > len(cells):
                return at
    return None


def _statement(table: Table, row: Sequence[Text], column: int, kinds: int) -> Text | None:
    """The cell with the statement: where the others have theirs, or in a column called so."""
    named = (Column.OBJECTIVE, Column.KEY_RESULT, Column.STATEMENT)
    order = [column, *(at for at, sort in enumerate(table.columns) if sort in named)]
    return next(
        (row[at] for at in order if at < len(row) and at != kinds and has_words(row[at])), None
    )
