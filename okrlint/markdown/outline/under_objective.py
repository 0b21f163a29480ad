"""Plain lists under a stated objective: the items are its key results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from okrlint.markdown.outline.build import is_title
from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.deadline_words import says_only_when
from okrlint.markdown.outline.family import parents
from okrlint.markdown.outline.implied import is_prose
from okrlint.markdown.outline.judge import has_number, introduces, is_area
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.sign import OKR_WORDS, Role
from okrlint.markdown.outline.statement_below import statement_node
from okrlint.markdown.outline.tree import Node, NodeKind, Tree


def find(outline: Outline, claims: Sequence[Claim]) -> Found:
    """Key results of the objectives that have none with a label, each objective by itself."""
    nodes = outline.tree.nodes
    objectives = [c for c in claims if c.part is Part.OBJECTIVE]
    held = {o.place for o in parents(outline.tree, claims).values()}
    alone = not any(c.part is Part.KEY_RESULT for c in claims)
    taken = {c.prose.span.start for c in claims}
    found: list[Claim] = []
    bare = [o for o in objectives if o.place not in held and o.row == 0]
    for objective in bare:
        listed = candidates(outline, nodes[objective.node])
        own = [c for c in map(partial(_claim, outline), listed) if c and not _is_taken(c, taken)]
        if alone or _fits(outline, nodes[objective.node], own):
            found += own
    found += _beside_labelled(outline, claims)
    within = all(outline.in_okrs(nodes[o.node]) or _is_okr(o) for o in objectives)
    if alone and not within and not _are_measured(outline, objectives, found):
        return Found()
    return Found(tuple(found))


def _is_okr(objective: Claim) -> bool:
    """Whether the label itself says OKR: "OKR 1: ..."."""
    return (objective.label or "").upper().startswith("OKR")


def _claim(outline: Outline, node: Node) -> Claim | None:
    return claim_of(outline, Part.KEY_RESULT, node, node.body, Explicitness.SHAPE)


def _is_taken(claim: Claim, taken: set[int]) -> bool:
    return claim.prose.span.start in taken


def _fits(outline: Outline, objective: Node, own: Sequence[Claim]) -> bool:
    """Whether a plain list under an objective holds key results where others have labels.

    The labels are elsewhere, so this one may hold anything: it must be measured.
    """
    tree = outline.tree
    items = [tree.nodes[c.node] for c in own]
    if any(n.kind is not NodeKind.ITEM for n in items) or not outline.in_okrs(objective):
        return False
    return 2 * len([c for c in own if has_number(c.prose.text)]) >= len(own) > 0


def _beside_labelled(outline: Outline, claims: Sequence[Claim]) -> list[Claim]:
    """Measured items without a label in one list with labelled key results."""
    tree = outline.tree
    labelled = {c.node for c in claims if c.part is Part.KEY_RESULT and c.row == 0}
    lists: dict[int, None] = {}
    for index in sorted(labelled):
        node = tree.nodes[index]
        if node.kind is NodeKind.ITEM and node.role is Role.KEY_RESULT:
            lists[node.parent] = None
    found: list[Claim] = []
    for above in map(tree.nodes.__getitem__, lists):
        plain = [c for c in run_of_items(tree, above, labelled) if c.role is Role.PLAIN]
        stated = [n for n in plain if has_number(n.body.words) and not is_prose(n.body.words)]
        found += [c for c in map(partial(_claim, outline), stated) if c]
    return found


def run_of_items(tree: Tree, above: Node, labelled: set[int]) -> list[Node]:
    """The items in the lists below `above` that hold at least one labelled key result."""
    runs: list[list[Node]] = [[]]
    for child in tree.children(above):
        if child.kind is NodeKind.ITEM:
            runs[-1].append(child)
        elif child.kind is not NodeKind.LINE or child.role is not Role.FIELD:
            runs.append([])
    return [item for run in runs if any(i.index in labelled for i in run) for item in run]


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
    dated = [c for c in children if _is_title(c) and says_only_when(c.text, outline.calendar)]
    children += [item for title in dated for item in tree.children(title)]
    items = list(_plain_items(children))
    if items:
        return items
    titles = [c for c in children if _is_title(c) and c not in (*holders, *dated)]
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
