"""Tables with an objective column: beside key results, over a grid of them, or alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.markdown.outline.claim import Claim, Found
from okrlint.markdown.outline.columns import Column, Table, cell_lines, has_words, label_of
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.rows import TableNode, cell_claim, fields_of, is_vertical, tables
from okrlint.markdown.outline.semicolons import statements_of
from okrlint.markdown.outline.text import Text
from okrlint.markdown.outline.vocabulary import plain


def find(outline: Outline) -> Found:
    """The objectives of such tables, each with the key results of its rows."""
    return Found(
        tuple(
            claim
            for found in tables(outline)
            if Column.OBJECTIVE in found.table.columns and not is_vertical(outline, found)
            for claim in _claims(outline, found)
        )
    )


def _claims(outline: Outline, found: TableNode) -> Iterator[Claim]:
    table = found.table
    columns = _statement_columns(table)
    results = table.indexes(Column.KEY_RESULT) or (
        table.indexes(Column.STATEMENT) if len(columns) < len(table.columns) else []
    )
    results = [at for at in results if at not in columns]
    current: Claim | None = None
    reference: tuple[str, ...] = ()
    for at, row in enumerate(table.rows):
        if current and columns[:1] == [0] and _is_spanned(outline, found, row):
            left = [c - 1 for c in results]
            yield from _row(outline, found, at, left, current.place, (), spanned=True)
            continue
        cell = next((row[c] for c in columns if c < len(row) and is_statement(row[c])), None)
        named = _reference(outline, row, columns)
        if cell is None and named:
            current, reference = None, named
        if cell and (current is None or plain(cell.words) != plain(current.prose.text)):
            fields = () if results else fields_of(outline, found, at)
            claim = cell_claim(outline, Part.OBJECTIVE, found, at * 100, cell, fields)
            if claim and (current is None or claim.prose.text != current.prose.text):
                current, reference = claim, ()
                yield claim
        place = current.place if current else None
        following = table.rows[at + 1] if at + 1 < len(table.rows) else ()
        alone = cell is not None and (
            not following or any(c < len(following) and following[c].words for c in columns)
        )
        yield from _row(outline, found, at, results, place, reference, alone=alone)


def _is_spanned(outline: Outline, found: TableNode, row: Sequence[Text]) -> bool:
    """Whether the objective's cell of an HTML table spans this row, which has a cell less."""
    start = found.node.block.span.start if found.node.block else 0
    return outline.source.startswith("<", start) and len(row) == len(found.table.header) - 1


def _row(
    outline: Outline,
    found: TableNode,
    at: int,
    results: Sequence[int],
    under: tuple[int, int] | None,
    reference: tuple[str, ...],
    *,
    alone: bool = False,
    spanned: bool = False,
) -> Iterator[Claim]:
    """The key results of one row; `alone`: it is the only row of its objective."""
    row = found.table.rows[at]
    fields = fields_of(outline, found, at, spanned=spanned)
    ids = [row[i] for i in found.table.indexes(Column.ID) if i < len(row) and row[i].words]
    own = ids[-1] if ids and len(results) == 1 else None
    place = 0
    for column in results:
        lines = cell_lines(row[column]) if column < len(row) else []
        lines = statements_of(lines[0]) if alone and len(lines) == 1 else lines
        for text in lines:
            place += 1
            claim = cell_claim(
                outline,
                Part.KEY_RESULT,
                found,
                at * 100 + place,
                text,
                fields,
                under,
                reference,
                own if len(lines) == 1 else None,
            )
            if claim and is_statement(text):
                yield claim


def _statement_columns(table: Table) -> list[int]:
    """The columns that hold the objectives' words: the first that is wordy, when one is an id."""
    columns = table.indexes(Column.OBJECTIVE)
    wordy = [c for c in columns if any(c < len(row) and has_words(row[c]) for row in table.rows)]
    if wordy:
        return wordy[:1]
    return columns[:1]


def is_statement(text: Text) -> bool:
    """Whether a cell holds words, and not only a label, an id or a number."""
    return has_words(text)


def _reference(outline: Outline, row: Sequence[Text], columns: Sequence[int]) -> tuple[str, ...]:
    """The number of the objective that a row only names: "O1"."""
    for column in columns:
        if column < len(row) and row[column].words:
            label, body = label_of(row[column], outline.labels)
            if label and not body.words and label.number:
                return label.number
    return ()
