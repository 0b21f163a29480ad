"""What stands under a heading or label that names the group: "Objectives", "Key results"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.deadline_words import says_only_when
from okrlint.markdown.outline.decoration import skip_symbols
from okrlint.markdown.outline.judge import introduces, is_area
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.semicolons import statements_of
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.statement_below import is_lone_label, statement_node
from okrlint.markdown.outline.text import Text
from okrlint.markdown.outline.tree import Node, NodeKind
from okrlint.markdown.outline.vocabulary import load_words, opens_with_verb, plain
from okrlint.model import Field


def find(outline: Outline) -> Found:
    """The members of every group of objectives or key results."""
    return Found(tuple(_claims(outline)))


def _claims(outline: Outline) -> Iterator[Claim]:
    results = any(n.role in (Role.KEY_RESULT, Role.KEY_RESULTS) for n in outline.tree.nodes)
    for node in outline.tree.nodes:
        measured = _is_measure_group(outline, node)
        weak = measured or (not results and _is_weak_group(outline, node))
        part = Part.KEY_RESULT if weak else group_part(outline, node)
        if part is None or outline.is_closed(node) or (outline.aside(node) and not weak):
            continue
        stated = members(outline, node)
        alone = len(stated) == 1 and part is Part.KEY_RESULT
        if _are_rules(outline, node, stated):
            continue
        for member in stated:
            lines = statement_lines(member)
            lines = statements_of(lines[0]) if alone and len(lines) == 1 else lines
            for row, text in enumerate(lines):
                claim = claim_of(outline, part, member, text, Explicitness.HEADED)
                if claim:
                    yield replace(claim, row=row, fields=(*claim.fields, *_owner(node)))
        if part is Part.KEY_RESULT:
            yield from _by_reference(outline, node)
        if measured and stated:
            yield from _goals(outline, outline.tree.parent(node))


_RULE = re.compile(r"\W*(?:are|is|should|must|shall|can|cannot|may)\b", re.IGNORECASE)


def _are_rules(outline: Outline, group: Node, stated: Sequence[Node]) -> bool:
    """Whether the items say what objectives or key results are like: "Are easy to remember"."""
    rules = [m for m in stated if _RULE.match(m.body.words)]
    if not rules:
        return False
    first = next((n for n in outline.tree.nodes if n.kind is NodeKind.HEADING), group)
    about = any(n.role is Role.META for n in (first, *outline.tree.ancestors(group)))
    return about or 2 * len(rules) >= len(stated)


def _by_reference(outline: Outline, group: Node) -> Iterator[Claim]:
    """Key results listed under the bare label of their objective: "### O2" in "## Key results"."""
    for child in outline.tree.children(group):
        if child.role is not Role.OBJECTIVE or not is_lone_label(child) or not child.sign.label:
            continue
        for member in members(outline, child):
            claim = claim_of(outline, Part.KEY_RESULT, member, member.body, Explicitness.HEADED)
            if claim:
                yield replace(
                    claim, number=(*child.sign.label.number[:1], *(claim.number or ("",)))
                )


def statement_lines(node: Node) -> list[Text]:
    """The lines of a paragraph that lists statements without bullets; else the whole text."""
    lines = list(node.body.lines())
    listed = node.kind is NodeKind.LINE and len(lines) > 1 and all(map(_begins, lines))
    if listed and all(len(line.words) < 70 or line.words.endswith(".") for line in lines[:-1]):
        return lines
    return [node.body]


def _begins(line: Text) -> bool:
    first = line.words[skip_symbols(line.words) :][:1]
    return (first.isupper() or first.isdigit()) and len(line.words.split()) > 1


def _owner(group: Node) -> tuple[Field, ...]:
    """Whose key results they are: "Key results: Ann and Ben"."""
    names = group.body if group.role is Role.KEY_RESULTS and not group.sign.reference else Text()
    words = names.words.split()
    if not 1 <= len(words) <= 6 or not (words[0][0].isupper() or words[0][0] == "@"):
        return ()
    return () if any(char.isdigit() for char in names.words) else (Field("owner", names.prose),)


def _is_weak_group(outline: Outline, node: Node) -> bool:
    """Whether it is called "Results" or the like, right under an objective."""
    named = plain(node.text.words) in load_words("weak_groups")
    return named and outline.tree.parent(node).role is Role.OBJECTIVE


def _is_measure_group(outline: Outline, node: Node) -> bool:
    """Whether it is a heading "Measures" over a list, under an objective that has no key results.

    The heading names what is measured, so it counts beside "Key results" of other objectives too.
    """
    if node.kind is not NodeKind.HEADING or plain(node.text.words) not in load_words("measures"):
        return False
    tree, above = outline.tree, outline.tree.parent(node)
    listed = any(child.kind is NodeKind.ITEM for child in tree.children(node))
    stated = any(n.role in (Role.KEY_RESULT, Role.KEY_RESULTS) for n in tree.below(above))
    return listed and not stated and (above.role is Role.OBJECTIVE or _is_goal(outline, above))


_GOALS = frozenset(("goals", "our goals", "team goals"))


def _is_goal(outline: Outline, node: Node) -> bool:
    """Whether it is a plain heading right under "Objectives", or "Goals" in a page of OKRs."""
    if node.kind is not NodeKind.HEADING or node.role is not Role.PLAIN:
        return False
    above = outline.tree.parent(node)
    goals = plain(above.text.words) in _GOALS and outline.in_okrs(above)
    return above.role is Role.OBJECTIVES or goals


def _goals(outline: Outline, goal: Node) -> Iterator[Claim]:
    """The goal that measures stand under, and those beside it with key results or a list."""
    tree = outline.tree
    for node in tree.children(tree.parent(goal)):
        held = any(n.role in (Role.KEY_RESULT, Role.KEY_RESULTS) for n in tree.below(node))
        held = held or any(n.kind is NodeKind.ITEM for n in tree.children(node))
        if _is_goal(outline, node) and (held or node is goal):
            claim = claim_of(outline, Part.OBJECTIVE, node, node.body, Explicitness.HEADED)
            yield from (claim,) if claim else ()


def group_part(outline: Outline, node: Node) -> Part | None:
    """What the members of this group are; None for a node that names no group."""
    if node.role is Role.KEY_RESULTS:
        return Part.KEY_RESULT
    if node.role is Role.OBJECTIVES:
        return Part.OBJECTIVE
    numbered = node.sign.label is not None and bool(node.sign.label.number)
    lone = node.role is Role.OBJECTIVE and is_lone_label(node) and not numbered
    return Part.OBJECTIVE if lone and statement_node(outline, node) is None else None


def members(outline: Outline, group: Node) -> list[Node]:
    """The nodes that are one statement each: the items, or else the subheadings, or paragraphs."""
    children = outline.tree.children(group)
    labelled = any(n.role in (Role.KEY_RESULT, Role.OBJECTIVE) for n in children)
    if labelled and group.role is not Role.KEY_RESULTS:
        return []
    items = list(_first_lists(children))
    headings = [c for c in children if c.kind is NodeKind.HEADING and c.role is Role.PLAIN]
    if headings and not labelled:
        return [*items, *_of_headings(outline, headings)]
    if items:
        return [n for item in items for n in _opened(outline, item)]
    if labelled:
        return []
    return [
        child
        for child in children
        if child.kind is NodeKind.LINE
        and child.role is Role.PLAIN
        and not introduces(child.text.words)
    ]


def _first_lists(children: Sequence[Node]) -> Iterator[Node]:
    """The plain items, up to a paragraph that opens another list ("Notes on these:")."""
    seen = False
    for child in children:
        if child.kind is NodeKind.ITEM and child.role is Role.PLAIN:
            seen = True
            yield child
        elif seen and child.kind is NodeKind.LINE and child.role is Role.PLAIN:
            opens_another = child.text.words.rstrip(" _*").endswith(":")
            if opens_another:
                return


def _of_headings(outline: Outline, headings: list[Node]) -> Iterator[Node]:
    """Subheadings are statements, or name areas over lists of statements."""
    for heading in headings:
        if any(c.kind is NodeKind.TABLE for c in outline.tree.children(heading)):
            continue  # the table holds the statements
        below = [c for c in outline.tree.children(heading) if c.kind is NodeKind.ITEM]
        words = heading.body.words
        short = len(words.split()) < 3 and not opens_with_verb(words)
        if below and (is_area(words) or short or says_only_when(heading.body, outline.calendar)):
            yield from _first_lists(outline.tree.children(heading))
        else:
            yield heading


def _opened(outline: Outline, item: Node) -> Iterator[Node]:
    """The item itself, or what it groups: "- Marketing:" over its own list."""
    below = [
        c for c in outline.tree.children(item) if c.kind is NodeKind.ITEM and c.role is Role.PLAIN
    ]
    if below and is_area(item.text.words):
        yield from below
    else:
        yield item
