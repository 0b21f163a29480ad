"""Which objective a key result belongs to."""

from __future__ import annotations

from bisect import bisect_left
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
    known = _Objectives(tree, objectives)
    found: dict[tuple[int, int], Claim] = {}
    for result in results:
        parent = by_place.get(result.under) if result.under else known.nearest(result)
        if parent:
            found[result.place] = parent
    _pair_groups(tree, objectives, results, found)
    return found


class _Objectives:
    """The objectives of a document by their places."""

    def __init__(self, tree: Tree, objectives: Sequence[Claim]) -> None:
        self._tree = tree
        self._by_node: dict[int, list[Claim]] = {}
        self._by_holder: dict[int, list[Claim]] = {}
        for claim in sorted(objectives, key=lambda claim: claim.place):
            self._by_node.setdefault(claim.node, []).append(claim)
            above = holder(tree, tree.nodes[claim.node]).parent
            self._by_holder.setdefault(above, []).append(claim)

    def nearest(self, result: Claim) -> Claim | None:
        """The objective that a key result stands under, or else the last one before it."""
        rows = [o for o in self._by_node.get(result.node, ()) if o.row < result.row]
        if rows:
            return rows[-1]
        path = [node.index for node in self._tree.ancestors(self._tree.nodes[result.node])]
        for index in path:
            if index in self._by_node:
                return self._by_node[index][-1]
        before = [self._before(result, self._by_holder.get(at, ())) for at in (result.node, *path)]
        last = max((o for o in before if o), key=lambda o: o.place, default=None)
        return self._numbered(result, path) or last

    def _before(self, result: Claim, objectives: Sequence[Claim]) -> Claim | None:
        at = bisect_left(objectives, result.place, key=lambda o: o.place)
        return objectives[at - 1] if at else None

    def _numbered(self, result: Claim, path: Sequence[int]) -> Claim | None:
        """The last objective with the first number of "KR 2.1"."""
        if len(result.number) < 2:
            return None
        near = [o for at in (result.node, *path) for o in self._by_holder.get(at, ())]
        named = [o for o in near if o.number[:1] == result.number[:1] and o.place < result.place]
        return max(named, key=lambda o: o.place, default=None)


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
