"""Headings, lines and items without a label, over key results that have one."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.markdown.outline.claim import Claim, Found
from okrlint.markdown.outline.family import group_of, parents
from okrlint.markdown.outline.judge import introduces, is_area
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.names import is_name
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.tree import Node, NodeKind
from okrlint.markdown.outline.vocabulary import opens_with_verb
from okrlint.markdown.outline.weak_label import unlabelled_objective


def find(outline: Outline, claims: Sequence[Claim]) -> Found:
    """The objective over each set of key results that no labelled objective holds."""
    has_parent = parents(outline.tree, claims)
    found: dict[int, Claim] = {}
    for claim in claims:
        if claim.part is not Part.KEY_RESULT or claim.place in has_parent:
            continue
        group = group_of(outline.tree, claim)
        node = objective_over(outline, outline.tree.nodes[group if group >= 0 else claim.node])
        if node and node.index not in found:
            objective = unlabelled_objective(outline, node)
            if objective:
                found[node.index] = objective
    return Found(tuple(found.values()))


def objective_over(outline: Outline, node: Node) -> Node | None:
    """The nearest line or heading above that can be an objective."""
    line = _line_before(outline, node)
    for above in outline.tree.ancestors(node):
        if above.kind is NodeKind.ROOT or above.role in (Role.OKRS, Role.META):
            return line
        if above.role is not Role.PLAIN or is_name(above.text.words, outline.calendar):
            continue
        if line and _is_short_title(above):
            return line
        return None if is_area(above.text.words) else above
    return line


def _line_before(outline: Outline, node: Node) -> Node | None:
    """A paragraph among the siblings before that states something."""
    for sibling in outline.tree.before(node):
        if sibling.kind is not NodeKind.LINE or sibling.role not in (Role.PLAIN, Role.FIELD):
            return None
        words = sibling.text.words
        if sibling.role is Role.PLAIN:
            usable = not introduces(words) and len(words.split()) <= 40
            return sibling if usable and not is_name(words, outline.calendar) else None
    return None


def _is_short_title(node: Node) -> bool:
    words = node.text.words
    return is_area(words) or (len(words.split()) <= 2 and not opens_with_verb(words))
