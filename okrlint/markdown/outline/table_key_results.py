"""Tables with a key-result column, for the objective above or with rows that are objectives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from okrlint.beside import name_of
from okrlint.markdown.block import MarkKind
from okrlint.markdown.outline.claim import Claim, Found
from okrlint.markdown.outline.columns import (
    Column,
    Table,
    cell_lines,
    has_words,
    is_sentence,
    is_wordy,
    label_of,
)
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.rows import TableNode, cell_claim, fields_of, tables
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.text import Text


def find(outline: Outline) -> Found:
    """The key results (and objective rows) of tables without an objective column."""
    return Found(tuple(c for found in tables(outline) for c in _claims(outline, found)))


def _claims(outline: Outline, found: TableNode) -> Iterator[Claim]:
    table = found.table
    if Column.OBJECTIVE in table.columns:
        return
    column = statement_column(outline, found)
    if column is None:
        return
    labels = label_column(outline, table, column)
    objective: tuple[int, int] | None = None
    for at, row in enumerate(table.rows):
        cell = row[column] if column < len(row) else Text()
        if is_objective_row(outline, row, cell, table):
            text = next(c for c in row if c.words)
            claim = cell_claim(
                outline, Part.OBJECTIVE, found, at * 100, text, fields_of(outline, found, at)
            )
            if claim:
                objective = claim.place
                yield claim
            continue
        own = row[labels] if labels is not None and labels < len(row) else None
        lines = cell_lines(cell)
        for line, text in enumerate(lines):
            claim = cell_claim(
                outline,
                Part.KEY_RESULT,
                found,
                at * 100 + line,
                text,
                fields_of(outline, found, at, column),
                objective,
                label_text=own if len(lines) == 1 else None,
            )
            if claim:
                yield claim


_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.?")


def label_column(outline: Outline, table: Table, column: int) -> int | None:
    """The column that holds the labels of the statements: an id column, or "KR1" down a side."""
    order: list[int] = [*table.indexes(Column.ID), *range(len(table.columns))]
    for at in order:
        cells = [row[at] for row in table.rows if at < len(row) and row[at].words]
        if at == column or not cells or table.columns[at] is Column.FIELD:
            continue
        if table.columns[at] is Column.ID:
            return at
        labels = [label_of(cell, outline.labels) for cell in cells]
        if all(label and not body.words for label, body in labels):
            return at
        if all(_DOTTED.fullmatch(cell.words.strip()) for cell in cells):
            return at
    return None


def statement_column(outline: Outline, found: TableNode) -> int | None:
    """The column that holds the statements of key results; None when the table has none."""
    table = found.table
    group = next(
        (n for n in outline.tree.ancestors(found.node) if n.role is Role.KEY_RESULTS), None
    )
    candidates = table.indexes(Column.KEY_RESULT)
    if len(candidates) > 1 and not group:
        return None
    if not candidates and not group:
        return None
    order: list[int] = [*candidates, *table.indexes(Column.STATEMENT)]
    order += [at for at in table.indexes(Column.OTHER) if candidates or group]
    for at in order:
        cells = [row[at] for row in table.rows if at < len(row) and row[at].words]
        texts = [label_of(cell, outline.labels)[1] for cell in cells]
        enough = has_words if at in candidates else is_wordy
        if cells and sum(map(enough, texts)) * 2 > len(texts):
            return at
    return _worded_target(table)


def _worded_target(table: Table) -> int | None:
    """The target column of a "KR | Target" table, where it holds whole sentences."""
    for at in table.indexes(Column.FIELD):
        cells = [row[at] for row in table.rows if at < len(row) and row[at].words]
        if name_of(table.header[at].words) in ("target", "success") and cells:
            return at if sum(map(is_sentence, cells)) * 2 > len(cells) else None
    return None


def is_objective_row(outline: Outline, row: Sequence[Text], cell: Text, table: Table) -> bool:
    """Whether a row names an objective for the rows below: by label, or as the one bold cell."""
    filled = [text for text in row if text.words]
    first = filled[0] if filled else cell
    label, body = label_of(first, outline.labels)
    if label and label.part is Part.OBJECTIVE:
        return bool(body.words) or len(filled) > 1
    if len(filled) != 1 or len(row) < 2 or label or not is_wordy(first):
        return False
    bold = first.is_wholly(MarkKind.STRONG)
    others = [r for r in table.rows if sum(bool(c.words) for c in r) > 1]
    return bold and bool(others)
