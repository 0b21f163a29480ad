"""The outline of a document as a tree: headings, label lines, list items, tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from okrlint.markdown.block import Block
from okrlint.outline.columns import Table
from okrlint.outline.sign import Role, Sign
from okrlint.outline.text import Text


class NodeKind(str, Enum):
    """What a node of the outline was in the source."""

    ROOT = "root"
    HEADING = "heading"
    LINE = "line"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Node:
    """A heading, line, list item or table, with what stands under it."""

    index: int
    """Its place in reading order, and its key in the tree."""
    kind: NodeKind
    text: Text
    sign: Sign
    block: Block | None
    parent: int
    """The index of the node above; -1 for the root."""
    rank: int
    """How deep it stands: a node belongs to the nearest one before it of smaller rank."""
    children: tuple[int, ...] = ()
    """The indexes of the nodes directly below."""

    @property
    def role(self) -> Role:
        """What the node says it is."""
        return self.sign.role

    @property
    def body(self) -> Text:
        """The text after the label."""
        return self.text.cut(self.sign.start)


@dataclass(frozen=True, slots=True)
class Tree:
    """All nodes in reading order; the first is the root."""

    nodes: tuple[Node, ...]
    tables: Mapping[int, Table]
    """Each table as rows of texts and kinds of columns, by its node."""

    @property
    def root(self) -> Node:
        """The node above all others."""
        return self.nodes[0]

    def children(self, node: Node) -> tuple[Node, ...]:
        """The nodes directly below."""
        return tuple(self.nodes[index] for index in node.children)

    def parent(self, node: Node) -> Node:
        """The node above; the root for the root."""
        return self.nodes[max(node.parent, 0)]

    def ancestors(self, node: Node) -> Iterator[Node]:
        """The nodes above, nearest first, the root last."""
        while node.parent >= 0:
            node = self.nodes[node.parent]
            yield node

    def below(self, node: Node) -> Iterator[Node]:
        """All nodes below, in reading order."""
        for at in range(node.index + 1, len(self.nodes)):
            if self.nodes[at].parent < node.index:
                return
            yield self.nodes[at]

    def next(self, node: Node) -> tuple[Node, ...]:
        """The sibling right after, or nothing."""
        siblings = self.parent(node).children
        at = bisect_left(siblings, node.index) + 1
        return (self.nodes[siblings[at]],) if 0 < at < len(siblings) else ()

    def previous(self, node: Node) -> tuple[Node, ...]:
        """The sibling right before, or nothing."""
        return tuple(islice(self.before(node), 1))

    def before(self, node: Node) -> Iterator[Node]:
        """The siblings before, nearest first."""
        siblings = self.parent(node).children
        for at in range(bisect_left(siblings, node.index) - 1, -1, -1):
            yield self.nodes[siblings[at]]
