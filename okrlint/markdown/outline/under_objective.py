"""Plain lists under a stated objective: the items are its key results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okrlint.markdown.outline.build import is_title
from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.judge import introduces, is_area
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.sign import OKR_WORDS, Role
from okrlint.markdown.outline.statement_below import statement_node
from okrlint.markdown.outline.tree import Node, NodeKind


def find(outline: Outline, claims: Sequence[Claim]) -> Found:
    """Key results of objectives, in documents that label no key results."""
    nodes = outline.tree.nodes
    objectives = [c for c in claims if c.part is Part.OBJECTIVE]
    if any(c.part is Part.KEY_RESULT for c in claims):
        return Found()
    taken = {c.prose.span.start for c in claims}
    found = [
        claim
        for objective in objectives
        for node in candidates(outline, nodes[objective.node])
        if (claim := claim_of(outline, Part.KEY_RESULT, node, node.body, Explicitness.SHAPE))
        and claim.prose.span.start not in taken
    ]
    within = all(outline.in_okrs(nodes[o.node]) for o in objectives)
    return Found(tuple(found)) if within or _are_measured(outline, objectives, found) else Found()


def _are_measured(outline: Outline, objectives: Sequence[Claim], found: Sequence[Claim]) -> bool:
    """Whether several objectives in a text that speaks of OKRs are followed by numbers."""
    numbers = [c for c in found if any(char.isdigit() for char in c.prose.text)]
    speaks = OKR_WORDS.search(outline.source)
    return bool(speaks) and len(objectives) > 1 and 2 * len(numbers) >= len(found) > 2


def candidates(outline: Outline, objective: Node) -> list[Node]:
    """The items below, or else the subheadings or bold lines, when there are several."""
    tree = outline.tree
    holders = [objective]
    below = statement_node(outline, objective) if objective.role is Role.OBJECTIVE else None
    if below and not objective.body.words:
        holders.append(below)
    children = [child for holder in holders for child in tree.children(holder)]
    items = list(_plain_items(children))
    if items:
        return items
    titles = [c for c in children if _is_title(c) and c not in holders]
    return titles if len(titles) > 1 else []


def _plain_items(children: Sequence[Node]) -> Iterator[Node]:
    seen = False
    for child in children:
        if child.kind is NodeKind.ITEM and child.role is Role.PLAIN:
            seen = True
            yield child
        elif seen and child.kind is NodeKind.LINE and introduces(child.text.words):
            return


def _is_title(node: Node) -> bool:
    if node.role is not Role.PLAIN or is_area(node.text.words):
        return False
    return node.kind is NodeKind.HEADING or (node.kind is NodeKind.LINE and is_title(node.text))
