"""Claims to the cells of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from okrlint.markdown.block import Block, BlockKind
from okrlint.markdown.outline.claim import Claim, Explicitness
from okrlint.markdown.outline.columns import (
    Column,
    Table,
    is_wordy,
    label_of,
    read_table,
    row_fields,
)
from okrlint.markdown.outline.fields import read_statement
from okrlint.markdown.outline.judge import Verdict, judge
from okrlint.markdown.outline.label import Label, Part
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.text import Text
from okrlint.markdown.outline.tree import Node, NodeKind
from okrlint.markdown.outline.vocabulary import field_named, load_words
from okrlint.model import Field


@dataclass(frozen=True, slots=True)
class TableNode:
    """A table of the outline, read."""

    node: Node
    table: Table
    body: tuple[Block, ...]
    """The rows below the header, as blocks."""


def tables(outline: Outline) -> Iterator[TableNode]:
    """The tables that may hold OKRs."""
    for node in outline.tree.nodes:
        if node.kind is NodeKind.TABLE and node.block:
            if outline.is_closed(node) or outline.aside(node):
                continue
            table = read_table(node.block, outline.labels)
            rows = tuple(row for row in node.block.children if row.kind is BlockKind.ROW)
            yield TableNode(node, table, rows[len(rows) - len(table.rows) :])


def is_vertical(outline: Outline, found: TableNode) -> bool:
    """Whether labels stand down the first column, so that the header is the first of them."""
    firsts = [row[0] for row in found.table.rows if row and row[0].words]
    labels = [label_of(text, outline.labels) for text in firsts]
    labelled = any(label and not body.words.strip(" .:") for label, body in labels)
    header = found.table.header
    if not labelled or len(header) < 2 or not is_wordy(header[1]):
        return False
    name = label_of(header[0], outline.labels)[0]
    results = all(label and label.part is Part.KEY_RESULT for label, _ in labels)
    numbered = bool(name and (name.number or results))  # "Objective | Happy team": no teams' column
    named_field = found.table.columns[1] is Column.FIELD and bool(field_named(header[1].words))
    plain_words = found.table.columns[1] in (Column.OTHER, Column.STATEMENT)
    return plain_words or (numbered and not named_field)


def fields_of(
    outline: Outline, found: TableNode, row: int, statement: int = -1, *, spanned: bool = False
) -> tuple[Field, ...]:
    """The fields of a row; `statement` is the column of its statement, which is none.

    `spanned`: the first cell of the row is missing, because one above it reaches down.
    """
    cells = tuple(c for c in found.body[row].children if c.kind is BlockKind.CELL)
    texts = found.table.rows[row]
    if spanned:
        cells, texts = (*cells[:1], *cells), (Text(), *texts)
    return row_fields(found.table, texts, outline.source, cells, statement)


def is_summary(words: str) -> bool:
    """Whether a row only sums up the others: "Total", "Average score"."""
    tokens = re.findall(r"[^\W\d_]+", words.lower())
    return bool(tokens) and not set(tokens) - load_words("summary_rows")


_COUNT = re.compile(r"\d{1,2}[.)]\s+|\d{1,2}\.\d{1,2}[.)]?\s+(?=[A-Z])")
"""A number before a statement: "1. ", "1.2 "."""


def _name_of(
    label: Label | None, beside: Text | None, count: re.Match[str] | None
) -> tuple[str | None, tuple[str, ...]]:
    """How the statement is called, and its numbers: by its label, a cell beside it, or a count."""
    if label:
        return label.written, label.number
    if beside and beside.words.strip():
        return beside.words.strip(), ()
    if count:
        return count.group().strip(" .)"), tuple(re.findall(r"\d+", count.group()))
    return None, ()


def cell_claim(
    outline: Outline,
    part: Part,
    found: TableNode,
    place: int,
    text: Text,
    fields: tuple[Field, ...] = (),
    under: tuple[int, int] | None = None,
    reference: tuple[str, ...] = (),
    label_text: Text | None = None,
) -> Claim | None:
    """A claim to a cell, or part of one; None when it holds no statement.

    `reference`: the number of the objective that the row names; `label_text`: a cell of its own
    that holds the label.
    """
    label, body = label_of(text, outline.labels)
    if label and label.part is not part:
        return None
    count = None if label else _COUNT.match(body.words)
    statement = read_statement(body.cut(count.end()) if count else body)
    if judge(statement.text.words) is not Verdict.STATEMENT or is_summary(statement.text.words):
        return None
    own = label_of(label_text, outline.labels)[0] if label_text else None
    written, number = _name_of(label or own, label_text, count)
    if reference and len(number) < 2:
        number = (*reference[:1], *(number or ("",)))
    return Claim(
        part,
        statement.text.prose,
        Explicitness.TABLE,
        found.node.index,
        row=place,
        label=written,
        number=number,
        fields=(*statement.fields, *fields),
        struck=statement.struck,
        under=under,
    )
