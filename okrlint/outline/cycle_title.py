"""The title of a document: the heading that the rest of it stands under."""

from __future__ import annotations

from okrlint.outline.outline import Outline
from okrlint.outline.sign import Role
from okrlint.outline.tree import Node, NodeKind


def title_node(outline: Outline) -> Node | None:
    """The heading that the rest of the document stands under."""
    headings = [n for n in outline.tree.nodes if n.kind is NodeKind.HEADING]
    if not headings or headings[0].role in (Role.OBJECTIVE, Role.KEY_RESULT):
        return None
    first = headings[0]
    top = min(h.rank for h in headings)
    alone = sum(h.rank == top for h in headings) == 1
    return first if first.rank == top and (alone or first.rank == 10) else None
