"""Headings that come back to a key result: "## KR1 deep dive: checkout", "KR 2 - details".

Where the key results stand in a list or table, a heading further down with the number of one of
them opens notes on it. It is a key result of its own only when it states something else, with a
figure, under a number that is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.markdown.outline.build import is_title
from okrlint.markdown.outline.claim import Claim, Explicitness
from okrlint.markdown.outline.family import parents
from okrlint.markdown.outline.judge import has_number
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.leftover import is_measured
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.tree import Node, NodeKind


def without_references(outline: Outline, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without the headings that only name a key result again."""
    headed = [c for c in claims if _is_headed(outline, c)]
    if not headed:
        return list(claims)
    listed = [c for c in claims if c.part is Part.KEY_RESULT and _is_listed(outline, c)]
    owners = parents(outline.tree, claims)
    families: dict[tuple[int, int], list[Claim]] = {}
    for claim in listed:
        if claim.place in owners:
            families.setdefault(owners[claim.place].place, []).append(claim)
    dropped: set[tuple[int, int]] = set()
    for claim in headed:
        owner = owners.get(claim.place)
        family = families.get(owner.place, []) if owner else []
        named = _named(claim, listed if len(claim.number) > 1 else family)
        if named and _adds_nothing(claim, named):
            dropped.add(claim.place)
    return [c for c in claims if c.place not in dropped or c not in headed]


def without_details(outline: Outline, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without labelled headings after a plain list of key results.

    The list is told by its figures and the headings by having none: the list is not claimed yet.
    """
    owners = parents(outline.tree, claims)
    groups: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.part is Part.KEY_RESULT:
            owner = owners.get(claim.place)
            above = owner.node if owner else outline.tree.nodes[claim.node].parent
            groups.setdefault(above, []).append(claim)
    dropped = [
        claim
        for above, group in groups.items()
        if all(_is_headed(outline, claim) for claim in group)
        if _are_details(group, _first_list(outline, outline.tree.nodes[above], group[0].node))
        for claim in group
    ]
    return [claim for claim in claims if claim not in dropped]


def _first_list(outline: Outline, above: Node, before: int) -> list[Node]:
    """The plain items directly below a node, before another one."""
    items = [c for c in outline.tree.children(above) if c.kind is NodeKind.ITEM]
    return [c for c in items if c.role is Role.PLAIN and c.index < before]


def _are_details(headed: Sequence[Claim], items: Sequence[Node]) -> bool:
    """Whether headings name the items by their numbers and state no figure of their own."""
    if len(headed) > len(items) or not is_measured(items):
        return False
    return all(
        len(c.number) == 1 and c.number[0].isdigit() and 0 < int(c.number[0]) <= len(items)
        for c in headed
    ) and not any(has_number(c.prose.text) for c in headed)


def _is_headed(outline: Outline, claim: Claim) -> bool:
    """Whether it is a numbered key result whose label stands in a heading or a bold line."""
    node = outline.tree.nodes[claim.node]
    numbered = claim.part is Part.KEY_RESULT and bool(claim.number)
    return numbered and claim.how is Explicitness.LABELLED and _heads(node)


def _heads(node: Node) -> bool:
    return node.kind is NodeKind.HEADING or (node.kind is NodeKind.LINE and is_title(node.text))


def _is_listed(outline: Outline, claim: Claim) -> bool:
    return outline.tree.nodes[claim.node].kind in (NodeKind.ITEM, NodeKind.TABLE)


def _named(claim: Claim, listed: Sequence[Claim]) -> Claim | None:
    """The listed key result that a later heading names by its number."""
    before = [c for c in listed if c.place < claim.place]
    same = [c for c in before if c.label and c.number[-2:] == claim.number[-2:]]
    if same or any(c.label and c.number for c in before):
        return same[-1] if same else None
    at = claim.number[-1]
    counts = len(claim.number) == 1 and at.isdigit() and 0 < int(at) <= len(before)
    return before[int(at) - 1] if counts else None


def _adds_nothing(claim: Claim, named: Claim) -> bool:
    """Whether a heading states no other measure: it has no figure, or the words of the first."""
    own = _stems(claim.prose.text)
    return not has_number(claim.prose.text) or 2 * len(own & _stems(named.prose.text)) >= len(own)


def _stems(words: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[^\W\d_]{4,}", words.lower())}
