"""OKRs without labels, in a section that says it holds OKRs: objectives told by their place.

Two shapes are known: a heading (or line) over a list, and a list in a list. Which of them a
document uses is decided once for all its lists, because authors keep to one: when at least half
of the items have items of their own, the items are objectives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from okrlint.dates import find_periods
from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.judge import Verdict, introduces, is_area, judge
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.leftover import is_leftover, is_measured
from okrlint.markdown.outline.names import is_name, is_period
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.sign import OKR_WORDS, Role
from okrlint.markdown.outline.tree import Node, NodeKind
from okrlint.markdown.outline.vocabulary import opens_with_verb
from okrlint.markdown.outline.weak_label import unlabelled_objective

_OUT = (Role.META, Role.CLOSED, Role.ASIDE, Role.MISSION, Role.FIELD)


def find(outline: Outline, claims: Sequence[Claim]) -> Found:
    """Objectives and key results told by their place alone."""
    found: list[Claim] = []
    for scope in scopes(outline):
        inside = {scope.index, *(n.index for n in outline.tree.below(scope))}
        stated = [c for c in claims if c.node in inside and c.part is not Part.MISSION]
        if len(stated) > 1 or any(c.part is Part.OBJECTIVE for c in stated):
            continue
        found += _of_scope(outline, scope)
    return Found(tuple(found))


def scopes(outline: Outline) -> list[Node]:
    """The outermost sections that say they hold OKRs."""
    tree = outline.tree
    named = [n for n in tree.nodes if n.role is Role.OKRS and n.kind is not NodeKind.ITEM]
    named = [n for n in named if not any(_shuts(outline, a) for a in tree.ancestors(n))]
    if outline.about_okrs and not any(n.parent == 0 for n in named):
        return [tree.root]
    return [n for n in named if not any(a in named for a in tree.ancestors(n))]


def _shuts(outline: Outline, above: Node) -> bool:
    """Whether nothing below this node is anybody's OKR."""
    return above.role in (Role.META, Role.CLOSED) or outline.aside(above) is above


def _of_scope(outline: Outline, scope: Node) -> list[Claim]:
    lists = _without_leftovers(
        scope, [(holder, items) for holder, items in _lists(outline, scope) if items]
    )
    items = [item for _, list_items in lists for item in list_items]
    if not items or _talks(items):
        return []
    nested = [item for item in items if _below(outline, item)]
    if 2 * len(nested) >= len(items):
        return list(_nested(outline, scope, lists))
    return list(_headed(outline, scope, lists))


def _without_leftovers(
    scope: Node, lists: Sequence[tuple[Node, list[Node]]]
) -> list[tuple[Node, list[Node]]]:
    """The lists without those that are none of objectives: the plain cases, then the others."""
    kept = [(h, items) for h, items in lists if h is scope or not is_leftover(h, items, False)]
    measured = sum(is_measured(items) for _, items in kept)
    figures = bool(measured) and 2 * measured >= len(kept) - 1
    return [(h, items) for h, items in kept if h is scope or not is_leftover(h, items, figures)]


def _lists(outline: Outline, node: Node) -> Iterator[tuple[Node, list[Node]]]:
    """Every list of the section with the heading or line that holds it."""
    holder, items = node, []
    children = outline.tree.children(node)
    leads = [c for at, c in enumerate(children[:-1]) if _leads(c, children[at + 1])]
    several = len(leads) > 1 or node.role is Role.OKRS or node.kind is NodeKind.ROOT
    several = several or is_area(node.text.words) or is_name(node.text.words, outline.calendar)
    for child in children:
        if child.role in _OUT:
            continue
        if child.kind is NodeKind.ITEM:
            items.append(child)
        elif child.kind is not NodeKind.TABLE:
            yield holder, items
            items = []
            holder = child if several and child in leads else node if not several else holder
            yield from _lists(outline, child)
    yield holder, items


def _leads(line: Node, following: Node) -> bool:
    """Whether a plain line right before a list states what the list is for."""
    if (
        line.kind is not NodeKind.LINE
        or following.kind is not NodeKind.ITEM
        or line.role is not Role.PLAIN
    ):
        return False
    words = line.text.words
    return len(words.split()) <= 25 and not introduces(words) and judge(words) is Verdict.STATEMENT


def _below(outline: Outline, item: Node) -> list[Node]:
    return [
        c for c in outline.tree.children(item) if c.kind is NodeKind.ITEM and c.role is Role.PLAIN
    ]


def _talks(items: Sequence[Node]) -> bool:
    """Whether the lists explain something rather than state results."""
    talk = [i for i in items if judge(i.body.words) is Verdict.GENERAL or is_prose(i.body.words)]
    return 3 * len(talk) >= len(items)


def is_prose(words: str) -> bool:
    """Whether it is a question, several sentences, or longer than statements are."""
    sentences = re.split(r"[.!?]\s+(?=[A-Z])", words)
    return (
        words.endswith("?")
        or len(words.split()) > 40
        or (len(sentences) > 1 and len(words.split()) > 20)
    )


def _nested(
    outline: Outline, scope: Node, lists: Sequence[tuple[Node, list[Node]]]
) -> Iterator[Claim]:
    depths = {
        _depth(outline, holder) for holder, items in lists if any(_below(outline, i) for i in items)
    }
    for holder, items in lists:
        nested = any(_below(outline, item) for item in items)
        if not nested and (_depth(outline, holder) not in depths or holder is scope):
            continue
        for item in items:
            if is_area(item.text.words) or is_name(item.text.words, outline.calendar):
                inner = _below(outline, item)
                if any(_below(outline, i) for i in inner):
                    for objective in inner:
                        yield from _family(outline, objective, _below(outline, objective))
                    continue
            yield from _family(outline, item, _below(outline, item))


def _depth(outline: Outline, node: Node) -> int:
    return sum(a.kind is NodeKind.HEADING for a in (node, *outline.tree.ancestors(node)))


def _headed(
    outline: Outline, scope: Node, lists: Sequence[tuple[Node, list[Node]]]
) -> Iterator[Claim]:
    holders = [h for h, _ in lists if is_candidate(outline, h)]
    stated = [h for h in holders if states(h)]
    boxes = any(i.block and i.block.checked is not None for _, items in lists for i in items)
    dated = any(is_period(n.text.words, outline.calendar) for n in outline.tree.below(scope))
    figures = sum(is_measured(items) for holder, items in lists if holder in holders)
    measured = title_is_dated(outline) and 3 * figures >= 2 * len(holders)
    told = 2 * len(stated) >= len(holders) or boxes or dated or measured
    if not holders or not told:
        return
    above = {a.index for h in holders for a in outline.tree.ancestors(h)}
    for node in (scope, *outline.tree.below(scope)):
        if node in holders:
            items = [i for holder, list_items in lists if holder is node for i in list_items]
            yield from _family(outline, node, items)
        elif _is_lone_objective(outline, node, scope, above) or _is_line_beside(
            outline, node, holders
        ):
            yield from _family(outline, node, ())


def title_is_dated(outline: Outline) -> bool:
    """Whether the first heading is one of OKRs for a cycle."""
    first = next((n for n in outline.tree.nodes if n.kind is NodeKind.HEADING), None)
    if first is None or first.role is not Role.OKRS:
        return False
    return any(find_periods(first.text.words, outline.calendar))


def is_candidate(outline: Outline, node: Node) -> bool:
    """Whether a heading or line over a list can be an objective."""
    if node.kind is NodeKind.ROOT or node.role is not Role.PLAIN:
        return False
    words = node.body.words
    named = is_area(words) or is_name(words, outline.calendar)
    return not (named or is_prose(words) or OKR_WORDS.search(words))


def states(node: Node) -> bool:
    """Whether the words read as a statement and not as the name of a section."""
    words = node.body.words
    return opens_with_verb(words) or len(words.split()) >= 4


def _is_lone_objective(outline: Outline, node: Node, scope: Node, above: set[int]) -> bool:
    """Whether a heading without a list of its own is an objective too."""
    if node.kind is not NodeKind.HEADING or node is scope or not is_candidate(outline, node):
        return False
    opens = opens_with_verb(node.body.words) or node.body.words.split()[0].lower().endswith("ing")
    empty = not outline.tree.children(node)
    return opens and (node.index in above or empty)


def _is_line_beside(outline: Outline, node: Node, holders: Sequence[Node]) -> bool:
    """Whether a short line without a list stands where others have one: under a period or area."""
    leads = [h for h in holders if h.kind is NodeKind.LINE]
    words = node.body.words
    if not leads or node.kind is not NodeKind.LINE or not is_candidate(outline, node):
        return False
    if "\n" in words or len(words.split()) > 12 or words.endswith((".", ":", "?", "!")):
        return False
    above = outline.tree.parent(node)
    return not is_candidate(outline, above) and judge(words) is Verdict.STATEMENT


def _family(outline: Outline, objective: Node, items: Sequence[Node]) -> Iterator[Claim]:
    claim = unlabelled_objective(outline, objective)
    if claim is None:
        return
    yield claim
    for item in items:
        if item.role is not Role.PLAIN:
            continue
        result = claim_of(outline, Part.KEY_RESULT, item, item.body, Explicitness.SHAPE)
        if result:
            yield result
