"""Labels that stand alone, with the statement below: "## Objective 2", then a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.judge import introduces
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.tree import Node, NodeKind


def find(outline: Outline) -> Found:
    """The statement that belongs to each lone label."""
    return Found(tuple(_claims(outline)))


def _claims(outline: Outline) -> Iterator[Claim]:
    for node in outline.tree.nodes:
        if not is_lone_label(node) or outline.is_closed(node) or outline.aside(node):
            continue
        below = statement_node(outline, node)
        part = Part.OBJECTIVE if node.role is Role.OBJECTIVE else Part.KEY_RESULT
        claim = below and claim_of(outline, part, below, below.text, Explicitness.LABELLED, node)
        if claim:
            yield claim


def is_lone_label(node: Node) -> bool:
    """Whether the node is an objective's or key result's label and nothing more."""
    return node.role in (Role.OBJECTIVE, Role.KEY_RESULT) and not node.body.words.strip(" .:-–—")


def statement_node(outline: Outline, label: Node) -> Node | None:
    """The line, heading or only list item below a lone label that is its statement."""
    children = [c for c in outline.tree.children(label) if c.role is not Role.FIELD]
    lines = [c for c in children if c.role is Role.PLAIN and c.kind is not NodeKind.TABLE]
    if not lines:
        following = outline.tree.next(label) if not children else ()
        same = [
            n
            for n in following
            if n.role is Role.PLAIN and n.kind is label.kind is NodeKind.HEADING
        ]
        return same[0] if same else None
    first = lines[0]
    if any(
        child.role in (Role.KEY_RESULTS, Role.ASIDE) and child.index < first.index
        for child in children
    ):
        return None
    items = [line for line in lines if line.kind is NodeKind.ITEM]
    headings = [line for line in lines if line.kind is NodeKind.HEADING]
    if first.kind is NodeKind.LINE:
        return None if introduces(first.text.words) and len(lines) > 1 else first
    if first.kind is NodeKind.ITEM and len(items) == 1:
        return first
    return first if first.kind is NodeKind.HEADING and len(headings) == 1 else None
