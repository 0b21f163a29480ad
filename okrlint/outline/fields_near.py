"""The fields on the lines or items near a statement: "- Owner: Ann", "- measured by 40 letters"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import takewhile

from okrlint.beside import fields_in_line
from okrlint.model import Field
from okrlint.outline.fields import clean_value
from okrlint.outline.label import Part
from okrlint.outline.sign import Role
from okrlint.outline.tree import Node, NodeKind, Tree


def fields_near(
    tree: Tree, part: Part, *nodes: Node, stated: Container[int] = ()
) -> tuple[Field, ...]:
    """The fields directly below the nodes of a statement, or behind it in its own list.

    `stated` are the nodes that are statements themselves, and so nobody's field.
    """
    lines: dict[int, Node] = {}
    for node in nodes:
        children = tree.children(node)
        named = [child for child in children if child.role is Role.FIELD]
        others = {line.index for child in children if named for line in _of_item(tree, child)}
        own = (child for child in named if child.index not in others)
        lines |= {line.index: line for line in (*own, *_of_item(tree, node))}
    lines = {at: line for at, line in lines.items() if at not in stated}
    found = [field for line in lines.values() for field in _fields_of_line(line)]
    if part is Part.KEY_RESULT:
        every = {n.index: n for n in nodes}.values()
        found += [field for node in every for field in _measures(tree, node)]
        if not found and len(every) == 1:  # else the statement itself stands below its label
            found += _said_below(tree, nodes[0])
    return tuple(found)


_OF_ONE = frozenset(("baseline", "target", "current", "confidence"))
"""Fields that say how one key result is measured or felt to go."""


def _behind(tree: Tree, item: Node) -> Iterator[Node]:
    """The items of fields right behind an item, in the same list."""
    following = tree.next(item)
    while following and _is_field_item(following[0]):
        yield following[0]
        following = tree.next(following[0])


def _is_field_item(node: Node) -> bool:
    return node.kind is NodeKind.ITEM and node.role is Role.FIELD


def _of_item(tree: Tree, item: Node) -> list[Node]:
    """The fields behind an item that are its own and not of what the list is under.

    A last "Owner: Ann" in a list of key results is the objective's. Where the item before or
    behind has such a field too, or only a key result has it, it is of the item.
    """
    run = list(_behind(tree, item)) if _may_own(item) and not _goes_on(tree, item) else []
    if not run:
        return []
    following = tree.next(run[-1])
    behind = _behind(tree, following[0]) if following and _may_own(following[0]) else ()
    beside = (*takewhile(_is_field_item, tree.before(item)), *behind)
    names = {*_OF_ONE, *(line.sign.field for line in beside)}
    return [line for line in run if line.sign.field in names]


def _may_own(node: Node) -> bool:
    """Whether an item may be a statement, so that the fields behind it are its own."""
    statement = node.kind is NodeKind.ITEM and node.role in (Role.PLAIN, Role.KEY_RESULT)
    return statement and not fields_in_line(node.text.words)


def _goes_on(tree: Tree, item: Node) -> bool:
    """Whether an item only continues what is named before it: "- operational hours (7-22)"."""
    before = next(iter(tree.before(item)), None)
    named = before is not None and before.role in (Role.FIELD, Role.ASIDE)
    return named and item.text.words[:1].islower()


def _fields_of_line(node: Node) -> Iterator[Field]:
    """The fields of a line: "Owner: Ann | Confidence: 7/10" has two."""
    for found in fields_in_line(node.text.words):
        value = clean_value(node.text.cut(found.start, found.end))
        if value.words:
            yield Field(found.name, value.prose)


_UNSIGNED = (Role.PLAIN, Role.ASIDE)


def _measures(tree: Tree, node: Node) -> Iterator[Field]:
    """The fields of the other lines below a key result: "Metric: NPS 40", "18 → 6"."""
    for child in tree.children(node):
        if child.kind not in (NodeKind.ITEM, NodeKind.LINE) or child.role not in _UNSIGNED:
            continue
        if len(child.text.words.split()) <= _LONGEST:
            yield from _fields_of_line(child)


def _said_below(tree: Tree, node: Node) -> Iterator[Field]:
    """What the first lines below a heading say of the key result that it names.

    "### KR 1: Be fit" and below it "Run 200 km by May": with a number, that is the measure. So is
    what "#### Goal: ..." names.
    """
    first = next(iter(tree.children(node)), None)
    if node.kind is not NodeKind.HEADING or first is None:
        return
    words = first.text.words
    goal = _GOAL.match(words) if first.kind is NodeKind.HEADING else None
    if goal and len(words.split()) <= _SENTENCES:
        yield Field("success", first.text.cut(goal.end()).prose)
    if first.kind is not NodeKind.LINE:
        return
    if first.role in _UNSIGNED and _MUCH.search(words) and len(words.split()) <= _SENTENCES:
        yield Field("success", first.text.prose)


_GOAL = re.compile(r"\W*(?:goal|aim)\s*:\s*(?=\w)", re.IGNORECASE)
_MUCH = re.compile(r"\d|\b(?:once|twice|both|double|half|none|zero)\b", re.IGNORECASE)
_SENTENCES = 40
"""Words of a paragraph that says no more than how a key result is met."""
_LONGEST = 20
"""Words of a line of fields that no name at its beginning gives away."""
