"""Deadlines that stand over several key results: in a column's header, a heading, a line.

"| Within 3 months | Within 6 months |" over a grid, "By June:" over a list: what stands below is
due then, though no key result says so itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from okrlint.markdown.block import Block, BlockKind
from okrlint.model import Field
from okrlint.outline.claim import Claim, owners_of
from okrlint.outline.deadline_words import deadline_in, says_only_when
from okrlint.outline.label import Part
from okrlint.outline.outline import Outline
from okrlint.outline.sign import Role
from okrlint.outline.text import Text, text_of
from okrlint.outline.tree import Node, NodeKind

_PROMISES = re.compile(r"\b(?:by|until|till|before|within|due)\b", re.IGNORECASE)


def with_deadlines(outline: Outline, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with what stands over a key result as its due date."""
    owners = owners_of(claims)
    starts = sorted(claim.prose.span.start for claim in claims)
    tables = {
        node.index: list(_cell_dues(outline, node.block, starts))
        for node in map(outline.tree.nodes.__getitem__, {claim.node for claim in claims})
        if node.kind is NodeKind.TABLE and node.block
    }
    leads = _leads(outline)
    dated: list[Claim] = []
    for claim in claims:
        due: Text | None = None
        if claim.part is Part.KEY_RESULT and not any(f.name == "due" for f in claim.fields):
            owner = owners.get(claim.place)
            if claim.node in tables:
                due = _of_cell(tables[claim.node], claim.prose.span.start)
            elif owner:
                due = _of_place(outline, outline.tree.nodes[claim.node], owner.node, leads)
        fields = (*claim.fields, Field("due", due.prose)) if due else claim.fields
        dated.append(replace(claim, fields=fields) if due else claim)
    return dated


_CellDue = tuple[int, Text | None]
"""Where a cell begins, and the deadline that stands over it."""


def _cell_dues(outline: Outline, table: Block, starts: Sequence[int]) -> Iterator[_CellDue]:
    """Every cell with the deadline in the header of its column, or in a cell above it in a grid.

    `starts`: where statements begin; a statement is nobody else's deadline.
    """
    over: dict[int, Text | None] = {}
    for number, row in enumerate(r for r in table.children if r.kind is BlockKind.ROW):
        for column, cell in enumerate(_cells(row)):
            yield cell.span.start, over.get(column)
            at = bisect_left(starts, cell.span.start)
            if at < len(starts) and starts[at] < cell.span.end:
                continue
            if (number == 0 and row.header) or _PROMISES.search(cell.prose.text):
                over[column] = deadline_in(text_of(cell), outline.calendar) or over.get(column)


def _of_cell(cells: Sequence[_CellDue], start: int) -> Text | None:
    at = bisect_right(cells, start, key=lambda cell: cell[0])
    return cells[at - 1][1] if at else None


def _cells(row: Block) -> list[Block]:
    return [cell for cell in row.children if cell.kind is BlockKind.CELL]


def _of_place(
    outline: Outline, node: Node, objective: int, leads: Mapping[int, Text]
) -> Text | None:
    """The deadline that a heading or line between a key result and its objective names."""
    path = list(outline.tree.ancestors(node))
    if objective not in {above.index for above in path}:
        return None
    for at in (node, *path):
        if at.index == objective:
            return None
        if at.index in leads:
            return leads[at.index]
        due = deadline_in(at.text, outline.calendar) if at is not node and _groups(at) else None
        if due:
            return due
    return None


def _groups(node: Node) -> bool:
    return node.role in (Role.PLAIN, Role.KEY_RESULTS)


def _leads(outline: Outline) -> dict[int, Text]:
    """The deadline of the line right before each list: "By June:"."""
    leads: dict[int, Text] = {}
    for parent in outline.tree.nodes:
        due: Text | None = None
        for child in outline.tree.children(parent):
            if child.kind is not NodeKind.ITEM:
                only = _groups(child) and says_only_when(child.text, outline.calendar)
                due = deadline_in(child.text, outline.calendar) if only else None
            elif due:
                leads[child.index] = due
    return leads
