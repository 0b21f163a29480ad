"""Which objective a key result belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.markdown.outline.claim import Claim
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.tree import Node, Tree


def parents(tree: Tree, claims: Sequence[Claim]) -> dict[tuple[int, int], Claim]:
    """The objective of each key result, by the key result's place; orphans are left out."""
    objectives = [claim for claim in claims if claim.part is Part.OBJECTIVE]
    results = [claim for claim in claims if claim.part is Part.KEY_RESULT]
    by_place = {claim.place: claim for claim in objectives}
    found: dict[tuple[int, int], Claim] = {}
    for result in results:
        parent = by_place.get(result.under) if result.under else _nearest(tree, result, objectives)
        if parent:
            found[result.place] = parent
    _pair_groups(tree, objectives, results, found)
    return found


def _nearest(tree: Tree, result: Claim, objectives: Sequence[Claim]) -> Claim | None:
    node = tree.nodes[result.node]
    above = {n.index for n in tree.ancestors(node)}
    same_table = [o for o in objectives if o.node == result.node and o.row < result.row]
    if same_table:
        return same_table[-1]
    inside = [o for o in objectives if o.node in above]
    if inside:
        return inside[-1]
    before = [
        o
        for o in objectives
        if o.place < result.place
        and holder(tree, tree.nodes[o.node]).parent in above | {node.index}
    ]
    return _by_number(result, before) or (before[-1] if before else None)


def _by_number(result: Claim, objectives: Sequence[Claim]) -> Claim | None:
    """The last objective with the first number of "KR 2.1"."""
    if len(result.number) < 2:
        return None
    named = [o for o in objectives if o.number[:1] == result.number[:1]]
    return named[-1] if named else None


def holder(tree: Tree, node: Node) -> Node:
    """The group that an objective is listed in, or the objective's own node."""
    top = node
    for above in tree.ancestors(node):
        if above.role is Role.OBJECTIVES:
            return above
        if above.kind is not node.kind:
            break
    return top


def group_of(tree: Tree, result: Claim) -> int:
    """The index of the group, or table, that a key result stands in; -1 for none."""
    node = tree.nodes[result.node]
    if node.kind.value == "table":
        return node.index
    group = next((n for n in tree.ancestors(node) if n.role is Role.KEY_RESULTS), None)
    return group.index if group else -1


def _pair_groups(
    tree: Tree,
    objectives: Sequence[Claim],
    results: Sequence[Claim],
    found: dict[tuple[int, int], Claim],
) -> None:
    """As many groups of key results after the objectives as there are objectives: in their order.

    This is how the course's page writes them: one table of objectives, then a table of key
    results for each.
    """
    loose = [r for r in results if r.under is None and len(r.number) < 2]
    groups = list(dict.fromkeys(group_of(tree, r) for r in loose))
    if -1 in groups or len(groups) < 2 or not objectives:
        return
    if any(o.node > groups[0] for o in objectives):
        return
    owners = {found[r.place].place for r in loose if r.place in found}
    if len(owners) > 1 or len(groups) != len(objectives):
        return
    for result in loose:
        found[result.place] = objectives[groups.index(group_of(tree, result))]
