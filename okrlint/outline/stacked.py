"""One table that holds a set an objective, stacked: each begins with a row like the header.

`| Objective 1 | Trains run on time |`, its key results below, then `| Objective 2 | ... |`. Each
set is read as a table of its own.
"""

from __future__ import annotations

from dataclasses import replace

from okrlint.markdown.block import Block, BlockKind
from okrlint.model import Labels, Span
from okrlint.outline.label import Part, find_label
from okrlint.outline.sign import Role, read_sign
from okrlint.outline.text import put_together, text_of


def split_stacked(table: Block, labels: Labels) -> tuple[Block, ...]:
    """The tables that a table is made of, in their order; mostly itself alone."""
    rows = table.children
    if not rows or not rows[0].header or not _begins(rows[0], labels):
        return (table,)
    starts = [at for at, row in enumerate(rows) if at == 0 or _begins(row, labels)]
    ends = [*starts[1:], len(rows)]
    parts = [_part(table, start, end) for start, end in zip(starts, ends, strict=True)]
    return tuple(one for part in parts for one in _apart(part, labels))


def _apart(table: Block, labels: Labels) -> tuple[Block, ...]:
    """The row of the objective and the table below it, where that has a header of its own."""
    first, *rest = table.children
    if len(rest) < 2 or not _names_columns(rest[0], labels):
        return (table,)
    head = replace(rest[0], header=True)
    span = Span(head.span.start, table.span.end)
    said = [cell.prose for cell in first.children if cell.prose.text.strip()]
    if len(said) != 2:
        return (table,)
    name, statement = said
    objective = Block(BlockKind.PARAGRAPH, first.span, put_together(name, statement, ": "))
    return objective, replace(table, span=span, children=(head, *rest[1:]))


def _names_columns(row: Block, labels: Labels) -> bool:
    """Whether a row begins with the bare name "Key result"."""
    cells = [cell for cell in row.children if cell.kind is BlockKind.CELL]
    sign = read_sign(text_of(cells[0]), labels, is_heading=True) if cells else None
    return sign is not None and sign.role is Role.KEY_RESULTS


def _begins(row: Block, labels: Labels) -> bool:
    """Whether the first cell of a row is numbered as an objective: "Objective 2", "O2: ..."."""
    cells = [cell for cell in row.children if cell.kind is BlockKind.CELL]
    label = find_label(text_of(cells[0]), labels) if cells else None
    return label is not None and label.part is Part.OBJECTIVE and bool(label.number)


def _part(table: Block, start: int, end: int) -> Block:
    """The rows from `start` up to `end`; a column that is named once has that name in all."""
    rows, first = table.children[start:end], table.children[0].children
    cells = rows[0].children
    named = [cell if cell.prose.text else other for cell, other in zip(cells, first, strict=False)]
    head = replace(rows[0], header=True, children=(*named, *cells[len(named) :]))
    span = Span(rows[0].span.start, rows[-1].span.end)
    return replace(table, span=span, children=(head, *rows[1:]))
