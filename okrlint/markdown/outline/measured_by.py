"""Doerr's formula: "We will (objective) as measured by:" over a list of key results.

Source: J. Doerr, "Measure What Matters" (2018): "I will ... as measured by ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from okrlint.markdown.block import MarkKind
from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.text import Text
from okrlint.markdown.outline.tree import Node, NodeKind

_FORMULA = re.compile(
    r"(?P<lead>(?:(?:I|we|our team|the team)\s+(?:will|want to|are going to)\s+)?)"
    r"(?P<objective>\S.{8,200}?)[\s,;–—-]+(?:as|which (?:is|will be))\s+measured\s+by\W*$",
    re.IGNORECASE | re.DOTALL,
)


def find(outline: Outline) -> Found:
    """The objective of each such line, and the items after it."""
    return Found(tuple(_claims(outline)))


def objective_of_formula(text: Text) -> Text:
    """The objective in "We will (objective) as measured by:"; else the whole text."""
    match = _FORMULA.match(text.words)
    return _statement(text.cut(*match.span("objective"))) if match else text


def _claims(outline: Outline) -> Iterator[Claim]:
    for node in outline.tree.nodes:
        match = _FORMULA.match(node.body.words) if node.role in _ROLES else None
        if match is None or outline.is_closed(node) or outline.aside(node):
            continue
        items = _items(outline, node)
        text = _statement(node.body.cut(*match.span("objective")))
        objective = claim_of(outline, Part.OBJECTIVE, node, text, Explicitness.LABELLED)
        if objective is None or not items:
            continue
        yield objective
        for item in items:
            result = claim_of(outline, Part.KEY_RESULT, item, item.body, Explicitness.HEADED)
            if result:
                yield replace(result, under=objective.place)


_ROLES = (Role.PLAIN, Role.OBJECTIVE)


def _statement(text: Text) -> Text:
    """The words set in bold or italics, where the formula sets the objective off so."""
    for kind in (MarkKind.STRONG, MarkKind.EMPHASIS):
        spans = [(m.start, m.end) for m in text.marks if m.kind is kind]
        if len(spans) == 1 and spans[0][1] - spans[0][0] > len(text.words) // 2:
            return text.cut(*spans[0])
    return text


def _items(outline: Outline, node: Node) -> list[Node]:
    """The plain items below the line, or else right after it."""
    tree = outline.tree
    items = [n for n in tree.children(node) if n.kind is NodeKind.ITEM]
    following = tree.next(node)
    if not items and following and following[0].kind is NodeKind.ITEM:
        return _run(outline, following[0])
    return [n for n in items if n.role is Role.PLAIN]


def _run(outline: Outline, first: Node) -> list[Node]:
    """An item and the ones that follow it."""
    run: list[Node] = []
    following: tuple[Node, ...] = (first,)
    while following and following[0].kind is NodeKind.ITEM:
        run += [n for n in following if n.role is Role.PLAIN]
        following = outline.tree.next(following[0])
    return run
