"""Tables whose cells carry the labels: one-column tables, "Objective | ..." over "KR 1 | ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.markdown.outline.claim import Claim, Found
from okrlint.markdown.outline.columns import Column, cell_lines, is_wordy, label_of
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.rows import TableNode, cell_claim, fields_of, is_vertical, tables
from okrlint.markdown.outline.sign import Role, read_sign
from okrlint.markdown.outline.table_key_results import statement_column
from okrlint.markdown.outline.text import Text

_GROUPS = {Role.OBJECTIVES: Part.OBJECTIVE, Role.KEY_RESULTS: Part.KEY_RESULT}


def find(outline: Outline) -> Found:
    """The statements of tables that are labelled row by row."""
    return Found(tuple(c for found in tables(outline) for c in _claims(outline, found)))


def _claims(outline: Outline, found: TableNode) -> Iterator[Claim]:
    table = found.table
    single = all(len([c for c in row if c.words]) <= 1 for row in (table.header, *table.rows))
    named = Column.OBJECTIVE in table.columns and len(table.header[0].words.split()) < 3
    if named and not single and not is_vertical(outline, found):
        return
    if (
        not single
        and Column.KEY_RESULT in table.columns
        and statement_column(outline, found) is not None
    ):
        return
    group: Part | None = None
    rows = [(-1, table.header), *enumerate(table.rows)]
    for at, row in rows:
        claims, group = _row(outline, found, at, row, group)
        yield from claims
        yield from _elsewhere(outline, found, at, row)


def _elsewhere(outline: Outline, found: TableNode, at: int, row: Sequence[Text]) -> Iterator[Claim]:
    """Statements with a label of their own in cells behind the first."""
    for place, cell in enumerate(row[1:], 50):
        label, body = label_of(cell, outline.labels)
        if label and body.words and label.part is not Part.MISSION:
            claim = cell_claim(outline, label.part, found, at * 100 + place, cell)
            if claim:
                yield claim


def _row(
    outline: Outline, found: TableNode, at: int, row: Sequence[Text], group: Part | None
) -> tuple[list[Claim], Part | None]:
    """The claims of one row, and what unlabelled rows below it are."""
    filled = [cell for cell in row if cell.words]
    if not filled:
        return [], group
    first = filled[0]
    sign = read_sign(first, outline.labels, is_heading=True)
    if sign.role in _GROUPS and len(filled) == 1 and not first.words[sign.start :].strip():
        return [], _GROUPS[sign.role]
    if sign.role in (Role.ASIDE, Role.CLOSED, Role.FIELD, Role.META):
        return [], None if len(filled) == 1 else group
    label, body = label_of(first, outline.labels)
    part, texts, own = group, [first], None
    if label:
        part = label.part
        group = None if part is Part.MISSION else group
        if not body.words:
            texts, own = _beside(found, row), first
    elif sign.role is Role.KEY_RESULTS and len(filled) > 1:
        part, texts = Part.KEY_RESULT, _beside(found, row)
    elif part is None or (len(filled) > 1 and not row[0].words):
        return [], group
    column = row.index(texts[0]) if texts else -1
    fields = fields_of(outline, found, at, column) if at >= 0 else ()
    claims = [
        claim
        for line, text in enumerate(piece for text in texts for piece in cell_lines(text))
        if part and part is not Part.MISSION
        if (
            claim := cell_claim(outline, part, found, at * 100 + line, text, fields, label_text=own)
        )
    ]
    return claims, group


def _beside(found: TableNode, row: Sequence[Text]) -> list[Text]:
    """The statement in the cells behind a label: the first that has words, fields left out."""
    kinds = found.table.columns
    for at, cell in enumerate(row[1:], 1):
        kind = kinds[at] if at < len(kinds) else Column.OTHER
        if is_wordy(cell) and (len(kinds) == 2 or kind not in (Column.FIELD, Column.ASIDE)):
            return [cell]
    return []
