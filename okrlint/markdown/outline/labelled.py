"""Lines that carry their label: "O1: ...", "**KR 1.2** - ...", "### Objective 2: ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.semicolons import statements_of
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.tree import Node, NodeKind


def find(outline: Outline) -> Found:
    """Every labelled line with a statement behind the label."""
    return Found(tuple(_claims(outline)))


def _claims(outline: Outline) -> Iterator[Claim]:
    for node in outline.tree.nodes:
        part = _part(outline, node)
        if part is None or outline.is_closed(node) or _is_remark(outline, node, part):
            continue
        several = node.role is Role.KEY_RESULTS
        for row, text in enumerate(statements_of(node.body) if several else [node.body]):
            claim = claim_of(outline, part, node, text, Explicitness.LABELLED)
            if claim:
                yield replace(claim, row=row)


def _part(outline: Outline, node: Node) -> Part | None:
    if node.role is Role.OBJECTIVE:
        return Part.OBJECTIVE
    if node.role is Role.KEY_RESULT:
        return Part.KEY_RESULT
    if node.role is Role.KEY_RESULTS and len(node.body.words.split()) >= 4:
        below = outline.tree.children(node)
        following = outline.tree.next(node)
        listed = any(n.kind in (NodeKind.ITEM, NodeKind.TABLE) for n in (*below, *following))
        beside = (outline.tree.parent(node), *outline.tree.before(node))
        stated = any(n.role is Role.OBJECTIVE for n in beside)
        return Part.KEY_RESULT if stated and not listed else None
    return None


def _is_remark(outline: Outline, node: Node, part: Part) -> bool:
    """Whether it only comes back to a key result, in notes: "KR2: was changed in March"."""
    aside = outline.aside(node)
    if aside is None or part is not Part.KEY_RESULT:
        return False
    inside = {n.index for n in outline.tree.below(aside)}
    beside = outline.tree.below(outline.tree.parent(aside))
    return any(
        n.role in (Role.KEY_RESULT, Role.KEY_RESULTS) and n.index not in inside
        for n in beside
        if n.index != aside.index
    )
