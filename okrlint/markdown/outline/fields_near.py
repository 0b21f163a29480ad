"""The fields on the lines or items near a statement: "- Owner: Ann", "- measured by 40 letters"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from okrlint.dates import Calendar, find_dates
from okrlint.markdown.outline.fields import clean_value
from okrlint.markdown.outline.judge import has_number
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.sign import Role, read_field
from okrlint.markdown.outline.tree import Node, NodeKind, Tree
from okrlint.model import Field


def fields_near(tree: Tree, part: Part, *nodes: Node) -> tuple[Field, ...]:
    """The fields directly below the nodes of a statement, or behind it in its own list."""
    lines: dict[int, Node] = {}
    for node in nodes:
        children = tree.children(node)
        others = {line.index for child in children for line in _of_item(tree, child)}
        own = (c for c in children if c.role is Role.FIELD and c.index not in others)
        lines |= {line.index: line for line in (*own, *_of_item(tree, node))}
    found = [field for line in lines.values() for field in _fields_of_line(line)]
    if part is Part.KEY_RESULT and all(field.name != "target" for field in found):
        found += [f for node in dict.fromkeys(nodes) for f in _measures(tree, node)][:1]
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
    run = list(_behind(tree, item)) if _may_own(item) else []
    if not run:
        return []
    following = tree.next(run[-1])
    behind = _behind(tree, following[0]) if following and _may_own(following[0]) else ()
    beside = (*takewhile(_is_field_item, tree.before(item)), *behind)
    names = {*_OF_ONE, *(line.sign.field for line in beside)}
    return [line for line in run if line.sign.field in names]


def _may_own(node: Node) -> bool:
    return node.kind is NodeKind.ITEM and node.role in (Role.PLAIN, Role.KEY_RESULT)


def _fields_of_line(node: Node) -> Iterator[Field]:
    """The fields of a line: "Owner: Ann | Confidence: 7/10" has two."""
    name, start = node.sign.field, node.sign.start
    for piece in re.finditer(r"(?:(?!\s[|·•]\s).)+", node.text.words[start:]):
        text = node.text.cut(start + piece.start(), start + piece.end())
        text = text.cut(len(text.words) - len(text.words.lstrip("|·• ")))
        if piece.start():
            sign = read_field(text)
            name = sign.field if sign else None
            text = text.cut(sign.start) if sign else text
        value = clean_value(text)
        if name and value.words:
            yield Field(name, value.prose)


_MEASURED = re.compile(
    r"\W*(?:(?:will be |is |to be )?measured (?:by|as|in|with)\b"
    r"|(?:key |main )?(?:metrics?|measures?|kpis?|indicators?)(?=\s*[:=–—-])"
    r"|(?:with )?(?:an? |the )?(?:total |overall )?(?:quantity|amount|number|count|total)"
    r"(?:\s+of\b|(?=\s*[:=–—-]))"
    r"|success (?:means|looks like|is)\b)\s*(?:[:=]|\s[–—-](?=\s))?\s*(?=\S)",
    re.IGNORECASE,
)
"""How a line below a key result begins that says by what it is measured."""


def _measures(tree: Tree, node: Node) -> Iterator[Field]:
    """The measures below a key result that say how much: "- Metric: NPS 40"."""
    for child in tree.children(node):
        plain = child.kind in (NodeKind.ITEM, NodeKind.LINE) and child.role is Role.PLAIN
        match = _MEASURED.match(child.text.words) if plain else None
        if match is None or len(child.text.words.split()) > 15:
            continue
        value = clean_value(child.text.cut(match.end()))
        if has_number(_without_dates(value.words)):
            yield Field("target", value.prose)


def _without_dates(words: str) -> str:
    dates = [(found.start, found.end) for found in find_dates(words, Calendar())]
    return "".join(
        " " if any(start <= at < end for start, end in dates) else char
        for at, char in enumerate(words)
    )
