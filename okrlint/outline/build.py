"""Blocks -> the outline tree.

One idea: every heading, line and list item has a rank, and belongs to the nearest one before it
whose rank is smaller. Label lines ("**Key results:**") rank between headings and list items, so
that they hold the lists below them just as headings do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from okrlint.markdown.block import Block, BlockKind, MarkKind
from okrlint.model import Labels
from okrlint.outline.aside import plan_of_all
from okrlint.outline.columns import read_table
from okrlint.outline.decoration import skip_decoration
from okrlint.outline.definitions import definitions_of, opens_definition
from okrlint.outline.going import opens_with_status, tells_how_it_goes
from okrlint.outline.sheet import as_table
from okrlint.outline.sign import Role, Sign, read_sign
from okrlint.outline.stacked import split_stacked
from okrlint.outline.text import Text, line_spans, text_of
from okrlint.outline.tree import Node, NodeKind, Tree

_LINE_RANKS = {
    Role.OKRS: 64,
    Role.META: 64,
    Role.OBJECTIVE: 70,
    Role.OBJECTIVES: 70,
    Role.MISSION: 70,
    Role.KEY_RESULTS: 80,
    Role.ASIDE: 80,
    Role.CLOSED: 80,
    Role.KEY_RESULT: 85,
    Role.FIELD: 100,
    Role.PLAIN: 100,
}
_BOLD_LINE = 66
_TERM = 70
"""The rank of what is defined in a definition list: that of a labelled objective."""
_NOTE = 117
"""The rank of remarks in a list item: as deep as the items of a list inside it."""
_TABLE = 95
_IN_ITEM_TABLE = 13
_ITEM = 100
_LEVEL = 20
"""How much deeper each level of a list ranks."""
_SHIFT = 10
"""How much deeper a list ranks that belongs to the label item above without being indented."""

_GROUPS = frozenset({Role.KEY_RESULTS, Role.OBJECTIVES, Role.ASIDE, Role.CLOSED})
_STARTS_LINE = frozenset(Role) - {Role.PLAIN, Role.OKRS, Role.META}


def build_tree(blocks: Sequence[Block], labels: Labels, source: str) -> Tree:
    """The outline tree of a document."""
    builder = _Builder(labels, source)
    builder.push(NodeKind.ROOT, Text(), Sign(Role.PLAIN), None, 0)
    _add_blocks(builder, blocks, 0)
    children: list[list[int]] = [[] for _ in builder.nodes]
    for node in builder.nodes[1:]:
        children[node.parent].append(node.index)
    nodes = (
        replace(node, children=tuple(own)) if own else node
        for node, own in zip(builder.nodes, children, strict=True)
    )
    tables = {
        node.index: read_table(node.block, labels)
        for node in builder.nodes
        if node.kind is NodeKind.TABLE and node.block
    }
    return Tree(tuple(nodes), tables)


@dataclass(slots=True)
class _Builder:
    """The nodes so far and the path to the last one."""

    labels: Labels
    source: str
    nodes: list[Node] = field(default_factory=list)
    path: list[int] = field(default_factory=list)

    def push(self, kind: NodeKind, text: Text, sign: Sign, block: Block | None, rank: int) -> Node:
        """Add a node under the nearest one of smaller rank."""
        while self.path and self.nodes[self.path[-1]].rank >= rank:
            self.path.pop()
        parent = self.path[-1] if self.path else -1
        node = Node(len(self.nodes), kind, text, sign, block, parent, rank)
        self.nodes.append(node)
        self.path.append(node.index)
        return node

    @property
    def last(self) -> Node:
        """The node added last."""
        return self.nodes[-1]

    def above(self, rank: int) -> Node:
        """The node that one of a rank would belong to."""
        return next(self.nodes[at] for at in reversed(self.path) if self.nodes[at].rank < rank)

    def holder(self, rank: int) -> Node | None:
        """The last node of this path that ranks as given."""
        return next((self.nodes[i] for i in self.path if self.nodes[i].rank == rank), None)


def _add_blocks(builder: _Builder, blocks: Sequence[Block], base: int) -> None:
    """Add blocks; `base` is 0, or the rank of the list item that they stand in."""
    plan = plan_of_all(blocks)
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        if block.kind is BlockKind.HEADING:
            text = text_of(block)
            sign = read_sign(text, builder.labels, is_heading=True)
            if sign.role is Role.ASIDE and block is plan:
                sign = Sign(Role.PLAIN)
            rank = base + (block.level if base else 10 * block.level)
            builder.push(NodeKind.HEADING, text, sign, block, rank)
        elif block.kind is BlockKind.PARAGRAPH:
            _add_lines(builder, block, base, after)
        elif block.kind is BlockKind.LIST:
            _add_list(builder, block, base)
        elif block.kind is BlockKind.TABLE:
            rank = (
                builder.last.rank + 1
                if _is_open(builder.last)
                else base + (_IN_ITEM_TABLE if base else _TABLE)
            )
            for part in split_stacked(as_table(block, builder.labels), builder.labels):
                if part.kind is BlockKind.PARAGRAPH:
                    _add_lines(builder, part, base)
                else:
                    builder.push(NodeKind.TABLE, Text(), Sign(Role.PLAIN), part, rank)
        elif block.kind is BlockKind.QUOTE:
            _add_blocks(builder, block.children, base)


def _is_open(node: Node) -> bool:
    """Whether a list item is only a label, so that the unindented list or table after it is its."""
    return node.kind is NodeKind.ITEM and node.role in _GROUPS


def _is_bare(node: Node) -> bool:
    """Whether a list item is only the label of one statement, which stands in what follows."""
    label = node.sign.label
    return node.kind is NodeKind.ITEM and bool(label) and not node.body.words.strip(" .:-–—*_")


def _add_lines(builder: _Builder, block: Block, base: int, after: Block | None = None) -> None:
    whole, defined = definitions_of(text_of(block), builder.labels)
    is_term = bool(defined) or (after is not None and opens_definition(after))
    for text in split_lines(whole, builder.labels) if whole.words else ():
        sign = read_sign(text, builder.labels)
        rank = _LINE_RANKS[sign.role]
        if sign.role is Role.PLAIN and is_title(text):
            before, rank = builder.last, _BOLD_LINE
            if before.kind is NodeKind.LINE and before.role is Role.OBJECTIVE:
                # "**Objective 1**" over its statement, "**Objective 1: Win**" over a remark
                stated = before.body.words.strip(" .:-–—*_")
                rank = _LINE_RANKS[Role.PLAIN] if stated else before.rank
        if sign.role is Role.ASIDE and text.cut(sign.start).words:
            rank = _LINE_RANKS[Role.PLAIN]  # "Why: ..." says all itself; lists after it are not its
        if sign.role is Role.KEY_RESULTS and (above := builder.holder(70)):
            rank = 70 if above.role is Role.OBJECTIVES else rank
        if is_term and sign.role is Role.PLAIN:
            rank = _TERM
        if base and _is_note(text, sign):
            rank = _NOTE  # a remark between an item and its list: the list is not the remark's
        if not base and sign.role is Role.PLAIN and _is_bare(builder.last):
            rank = builder.last.rank + 1  # "1. **Key result**", and the statement left of it
        builder.push(
            NodeKind.LINE, text, sign, block, base + 1 + (rank - 60) // 3 if base else rank
        )
    rank = builder.last.rank + _LEVEL if whole.words else base + _LEVEL if base else _ITEM
    for text in defined:
        builder.push(NodeKind.ITEM, text, read_sign(text, builder.labels), block, rank)


def _is_note(text: Text, sign: Sign) -> bool:
    """Whether a paragraph only remarks on something and leads in nothing."""
    if text.words.rstrip(" _*").endswith((":", "：")):
        return False
    if sign.role is Role.ASIDE:
        return bool(text.cut(sign.start).words)
    return sign.role in (Role.PLAIN, Role.FIELD) and not is_title(text)


def is_title(text: Text) -> bool:
    """Whether a paragraph is set as a heading: wholly bold, on one line, not a long sentence."""
    text = text.cut(skip_decoration(text.words))
    words = text.words
    return "\n" not in words and len(words.split()) <= 20 and text.is_wholly(MarkKind.STRONG)


def _add_list(builder: _Builder, block: Block, base: int) -> None:
    rank = base + _LEVEL if base else _ITEM
    first = block.children[0] if block.children else None
    if first and not base and (_is_deeper(builder, first) or _tells_of(builder, first)):
        rank = builder.last.rank + _LEVEL
    shift = 0
    if first and _is_open(builder.last) and builder.last.rank >= rank:
        sign = read_sign(text_of(first), builder.labels)
        if sign.role in (Role.PLAIN, Role.KEY_RESULT, Role.OBJECTIVE):
            shift = builder.last.rank - rank + _SHIFT
    told = tells_how_it_goes(builder.above(rank + shift).role, block)
    for item in block.children:
        lines = split_lines(text_of(item), builder.labels) or [Text()]
        sign = read_sign(lines[0], builder.labels)
        if told and sign.role is Role.FIELD and opens_with_status(lines[0]):
            sign = Sign(Role.PLAIN)
        if sign.role not in (Role.PLAIN, Role.KEY_RESULT):
            shift = shift if sign.role is Role.OBJECTIVE else 0
        elif not shift and _is_open(builder.last) and builder.last.role is Role.KEY_RESULTS:
            shift = _SHIFT if builder.last.rank == rank else 0
        node = builder.push(NodeKind.ITEM, lines[0], sign, item, rank + shift)
        for line in lines[1:]:
            below = read_sign(line, builder.labels)
            lazy = below.role in _STARTS_LINE - {Role.FIELD} and _is_at_margin(builder.source, line)
            rank_below = _LINE_RANKS[below.role] if lazy else node.rank + 1
            builder.push(NodeKind.LINE, line, below, item, rank_below)
        _add_blocks(builder, item.children, node.rank)


def _tells_of(builder: _Builder, item: Block) -> bool:
    """Whether a list begins with a field right behind a line, which is what the field tells of."""
    last = builder.last
    if last.kind is not NodeKind.LINE or last.role is not Role.PLAIN or last.block is None:
        return False
    gap = builder.source[last.block.span.end : item.span.start]
    return gap.count("\n") < 2 and read_sign(text_of(item), builder.labels).role is Role.FIELD


def _is_deeper(builder: _Builder, item: Block) -> bool:
    """Whether a list is indented under the item before it, but too little for Markdown.

    "1. Win the harbour" over "  - 40 shops order": two spaces where three are asked for.
    """
    last = builder.last
    if last.kind is not NodeKind.ITEM or last.block is None:
        return False
    lines = (builder.source[node.span.start : node.span.end] for node in (last.block, item))
    own, inner = (len(line) - len(line.lstrip(" \t")) for line in lines)
    return inner > own and not builder.source[last.block.span.end : item.span.start].strip()


def _is_at_margin(source: str, line: Text) -> bool:
    """Whether a line of a list item is not indented: Markdown takes it for a part, authors not."""
    start = line.prose.span.start
    before = source[source.rfind("\n", 0, start) + 1 : start]
    return not before[:1].isspace() and not before.startswith(">")


def split_lines(text: Text, labels: Labels) -> list[Text]:
    """The parts of a paragraph that begin with a label of their own; other line breaks stay."""
    if "\n" not in text.words:
        return [text]
    starts = [0]
    for (at, _), line in zip(line_spans(text.words), text.all_lines(), strict=True):
        if (
            at
            and line.words
            and (_follows_name(text, starts[-1], at, labels) or _starts_part(line, labels))
        ):
            starts.append(at)
    ends = [*starts[1:], len(text.words)]
    return [part for part in text.cuts(list(zip(starts, ends, strict=True))) if part.words]


_BULLET = re.compile(
    r"(?:\d{1,2}\.\d{1,2}(?:[.)]|(?=\s+[A-Z]))|\(?\d{1,2}[.)]|[a-h]\)|[•·▪◦‣*+\-–—✓✔➢]"
    r"|[(\[][A-H]\d{1,2}[)\]]|[A-H]\d{1,2}[:.)])\s+\S"
)


_NAME = 400
"""Characters; no name of a group is longer."""


def _follows_name(text: Text, start: int, end: int, labels: Labels) -> bool:
    """Whether what stands from `start` to `end` is the name of a group and nothing else."""
    if end - start > _NAME:
        return False
    before = text.cut(start, end)
    sign = read_sign(before, labels)
    return sign.role in (Role.KEY_RESULTS, Role.OBJECTIVES) and not before.cut(sign.start).words


def _starts_part(line: Text, labels: Labels) -> bool:
    if _BULLET.match(line.words, 0):
        return True
    start = skip_decoration(line.words)
    return read_sign(line.cut(start), labels).role in _STARTS_LINE
