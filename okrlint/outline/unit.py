"""Everything in a document that could be a statement, or stand over statements, as one tree.

The tree of headings, lines and list items is opened at its tables (a column under its table, a cell
under its column) and at the front matter (a value under its key), so that one way of weighing
serves all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from okrlint.markdown.block import Block
from okrlint.model import Labels
from okrlint.outline.columns import Column, Table, cell_lines
from okrlint.outline.front_matter import yaml_lines
from okrlint.outline.pieces import LISTED, pieces_of
from okrlint.outline.semicolons import statements_of
from okrlint.outline.sign import Role, Sign, read_sign
from okrlint.outline.text import Text
from okrlint.outline.tree import Node, NodeKind, Tree


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading, line, list item, table, column, cell or front-matter entry."""

    index: int
    """Its place in reading order; a unit stands behind the one above it."""
    kind: str
    """root, heading, line, item, table, column, cell or entry."""
    text: Text
    sign: Sign
    parent: int
    """The index of the unit above; -1 for the root."""
    level: int
    """Of a heading 1 to 6, of an item its depth from 1; else 0."""
    node: int
    """The index of the tree's node that it stands in."""
    block: Block | None = None
    row: int = -1
    """Of a cell: its row below the header, from 0."""
    column: int = -1
    """Of a column or a cell: from 0."""
    piece: int = 0
    """Of several statements in one cell: which."""
    children: tuple[int, ...] = ()
    body: Text = Text()
    """The text behind a label."""

    @property
    def role(self) -> Role:
        """What its own words say it is."""
        return self.sign.role


_EMPTY = Sign(Role.PLAIN)


@dataclass(slots=True)
class _Units:
    labels: Labels
    found: list[Unit] = field(default_factory=list)
    of_node: dict[int, int] = field(default_factory=dict)

    def add(
        self,
        kind: str,
        text: Text,
        sign: Sign,
        parent: int,
        node: int,
        *,
        block: Block | None = None,
        level: int = 0,
        row: int = -1,
        column: int = -1,
        piece: int = 0,
    ) -> int:
        """Add a unit; returns its index."""
        index = len(self.found)
        body = text.cut(sign.start)
        self.found.append(
            Unit(index, kind, text, sign, parent, level, node, block, row, column, piece, body=body)
        )
        return index


def find_units(tree: Tree, labels: Labels, source: str) -> tuple[Unit, ...]:
    """All units of a document, in reading order; the root first."""
    units = _Units(labels)
    units.add("root", Text(), _EMPTY, -1, 0)
    units.of_node[0] = 0
    _add_entries(units, source)
    for node in tree.nodes[1:]:
        parent = units.of_node[node.parent]
        if node.kind is NodeKind.TABLE and node.block:
            table = tree.tables[node.index]
            units.of_node[node.index] = _add_table(units, node.block, node, table, parent, source)
        else:
            units.of_node[node.index] = _add_node(units, node, parent, tree, source)
    children: list[list[int]] = [[] for _ in units.found]
    for unit in units.found[1:]:
        children[unit.parent].append(unit.index)
    return tuple(
        replace(unit, children=tuple(own)) if own else unit
        for unit, own in zip(units.found, children, strict=True)
    )


def _add_node(units: _Units, node: Node, parent: int, tree: Tree, source: str) -> int:
    level = 0
    if node.kind is NodeKind.HEADING:
        level = node.block.level if node.block else 1
    elif node.kind is NodeKind.ITEM:
        level = 1 + sum(1 for above in tree.ancestors(node) if above.kind is NodeKind.ITEM)
    pieces = pieces_of(node, source) if node.kind is not NodeKind.HEADING else [node.text]
    group = tree.parent(node)
    if len(pieces) == 1 and group.role is Role.KEY_RESULTS and len(group.children) == 1:
        pieces = statements_of(node.text)  # all key results of an objective in one item
    index = units.add(
        node.kind.value, pieces[0], node.sign, parent, node.index, block=node.block, level=level
    )
    for at, piece in enumerate(pieces[1:], 1):
        sign = read_sign(piece, units.labels)
        listed = bool(LISTED.match(piece.words)) and not LISTED.match(pieces[0].words)
        under = (
            listed
            or node.role is Role.KEY_RESULTS
            or (sign.role is Role.KEY_RESULT and node.role is not Role.KEY_RESULT)
        )
        above = index if under else parent
        units.add(
            node.kind.value, piece, sign, above, node.index, block=node.block, level=level, piece=at
        )
    return index


def _add_table(
    units: _Units, whole: Block, node: Node, found: Table, parent: int, source: str
) -> int:
    """Add a table, which is the block `whole`, with its columns and cells; returns its index."""
    table = units.add("table", Text(), _EMPTY, parent, node.index, block=whole)
    header, kinds = found.header, found.columns
    width = max(map(len, (header, *found.rows)))
    in_one = Column.OBJECTIVE in kinds or (width <= 2 and Column.ID not in kinds)
    spans = "rowspan" in source[whole.span.start : whole.span.end].lower()
    for column in range(width):
        text = header[column] if column < len(header) else Text()
        sign = read_sign(text, units.labels, is_heading=True)
        block = found.heads[column] if column < len(header) else None
        above = units.add("column", text, sign, table, node.index, block=block, column=column)
        for at, row in enumerate(found.rows):
            place = column - (width - len(row) if spans else 0)
            if 0 <= place < len(row) and row[place].words.strip():
                cell = found.cells[at][place]
                _add_cell(units, node, above, row[place], cell, at, column, in_one=in_one)
    return table


def _add_cell(
    units: _Units,
    node: Node,
    above: int,
    text: Text,
    cell: Block,
    row: int,
    column: int,
    *,
    in_one: bool,
) -> None:
    """Add a cell, or the statements in it. `in_one`: all of an objective may stand in one cell."""
    lines = cell_lines(text) if text.words else [text]
    lines = statements_of(lines[0]) if len(lines) == 1 and in_one else lines
    for piece, line in enumerate(lines):
        sign = read_sign(line, units.labels)
        units.add(
            "cell", line, sign, above, node.index, block=cell, row=row, column=column, piece=piece
        )


def _add_entries(units: _Units, source: str) -> None:
    path: list[tuple[int, int]] = []
    for line in yaml_lines(source):
        depth = 2 * line.depth - line.dash
        while path and path[-1][0] >= depth:
            path.pop()
        above = path[-1][1] if path else 0
        text = Text(line.value)
        index = units.add("entry", text, read_sign(text, units.labels), above, 0, row=line.number)
        path.append((depth, index))
