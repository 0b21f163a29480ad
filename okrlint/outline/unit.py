"""Everything in a document that could be a statement, or stand over statements, as one tree.

The tree of headings, lines and list items is opened at its tables (a column under its table, a cell
under its column) and at the front matter (a value under its key), so that one way of weighing
serves all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from okrlint.markdown.block import Block
from okrlint.model import Labels
from okrlint.outline.columns import Column, Table, cell_lines
from okrlint.outline.front_matter import yaml_lines
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
        self.found.append(
            Unit(index, kind, text, sign, parent, level, node, block, row, column, piece)
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
        replace(u, children=tuple(c), body=u.text.cut(u.sign.start))
        for u, c in zip(units.found, children, strict=True)
    )


def _add_node(units: _Units, node: Node, parent: int, tree: Tree, source: str) -> int:
    level = 0
    if node.kind is NodeKind.HEADING:
        level = node.block.level if node.block else 1
    elif node.kind is NodeKind.ITEM:
        level = 1 + sum(1 for above in tree.ancestors(node) if above.kind is NodeKind.ITEM)
    pieces = _pieces(node, source) if node.kind is not NodeKind.HEADING else [node.text]
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
            or (sign.role is Role.KEY_RESULT and node.role is Role.OBJECTIVE)
        )
        above = index if under else parent
        units.add(
            node.kind.value, piece, sign, above, node.index, block=node.block, level=level, piece=at
        )
    return index


_INLINE = re.compile(
    r"(?<=[.;,|!)\]→>–—\n])\s*"
    r"(?=\**(?:KR|Key[ -]?Results?|Objective)\s*#?\d{0,2}(?:\.\d{1,2})?\s*[:：]\s)",
)


def _pieces(node: Node, source: str) -> list[Text]:
    """The parts of a line that each begin with a label, or stand between semicolons."""
    text = node.text
    cuts = [m.end() for m in _INLINE.finditer(text.words) if _is_said(text.words[: m.start()])]
    if not cuts and node.kind is NodeKind.LINE:
        cuts = _line_starts(text.words)
        if node.role in (Role.OBJECTIVE, Role.KEY_RESULT) and cuts:
            lone = not text.words[node.sign.label.end if node.sign.label else 0 : cuts[0]].strip(
                " :.\n"
            )
            cuts = cuts[1:] if lone else cuts  # the statement stands on the line below its label
    if not cuts and node.kind is NodeKind.ITEM:
        cuts = _lazy_starts(text, source)
    if node.role is Role.KEY_RESULTS and node.body.words.strip(" :"):
        parts = statements_of(node.body)
        if len(parts) > 1:
            return [text.cut(0, node.sign.start), *parts]
    if not cuts:
        return [text]
    edges = [0, *cuts, len(text.words)]
    parts = text.cuts(list(pairwise(edges)))
    return [part for part in parts if part.words] or [text]


def _is_said(words: str) -> bool:
    """Whether something is said before a label in a line, not only a box or bullet drawn."""
    return len(re.findall(r"[^\W\d_]{2,}", words)) > 1


LISTED = re.compile(
    r"\s*(?:[-–—*+•·▪◦‣►▸▶→➜↳>✓✔✗o☐☑□:]|\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-h])[.)]|[^\w\s\"'(\[*_`<$€£#@&+~-])\s+\S"
)
GLUED = re.compile(r"\s*-(?=[^\W\d_])")
"""A bullet without the space that Markdown asks for."""
_WRAPPED = 62
"""Characters; a line that was broken by its length is at least about as long."""


def _line_starts(words: str) -> list[int]:
    """Where lines begin that stand for themselves: listed ones, or short ones in a row.

    Markdown makes one paragraph of them. A line that goes on in lower case is the same sentence.
    """
    if "\n" not in words:
        return []
    lines = words.split("\n")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    glued = [bool(GLUED.match(line)) for line in lines]
    listed = [bool(LISTED.match(line)) for line in lines]
    if sum(glued) > 1:
        listed = [is_listed or is_glued for is_listed, is_glued in zip(listed, glued, strict=True)]
    if sum(listed) >= max(1, len(lines) // 2):
        return [
            start for start, is_listed in zip(starts, listed, strict=True) if is_listed and start
        ]
    fresh = [bool(re.match(r"\W*[A-Z0-9]", line)) for line in lines[1:]]
    short = all(len(line) < _WRAPPED for line in lines)
    ended = any(
        re.search(r"[a-z,]$", line) and not ok for line, ok in zip(lines, fresh, strict=False)
    )
    if short and sum(fresh) >= 0.7 * len(fresh) and not ended and len(lines) >= 2:
        return [start for start, ok in zip(starts[1:], fresh, strict=True) if ok]
    return []


def _lazy_starts(text: Text, source: str) -> list[int]:
    """Where lines begin that stand left of the item which Markdown makes them part of.

    A sentence that was wrapped goes on in lower case, or behind a long line without an end.
    """
    if "\n" not in text.words:
        return []
    line = source[source.rfind("\n", 0, text.prose.starts[0]) + 1 : text.prose.starts[0]]
    marker = len(line) - len(line.lstrip("> \t"))
    starts = [m.end() for m in re.finditer(r"\n", text.words)]
    found: list[int] = []
    for start, before in zip(starts, [0, *starts], strict=False):
        words = text.words[before : start - 1]
        ends = len(words) < _WRAPPED or re.search(r"[.!?:;)\]]\W*$", words)
        fresh = re.match(r"\W{0,3}[A-Z0-9]", text.words[start:])
        if ends and fresh and _indentation(text, start, source) <= marker:
            found.append(start)
    return found


def _indentation(text: Text, at: int, source: str) -> int:
    offset = text.prose.starts[at]
    return offset - (source.rfind("\n", 0, offset) + 1)


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
            if 0 <= place < len(row):
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


def children_of(units: Sequence[Unit], unit: Unit) -> Iterator[Unit]:
    """The units right below."""
    return (units[at] for at in unit.children)
