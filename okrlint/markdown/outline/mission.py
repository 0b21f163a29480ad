"""The mission: "**Mission:** ...", a Mission heading over a paragraph, a table cell, a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.columns import Table, label_of
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.rows import cell_claim, tables
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.text import Text
from okrlint.markdown.outline.tree import Node, NodeKind

_SAID = re.compile(
    r"(?:^|[.!?]\s+)(?P<all>"
    r"(?:our|my|the)\s+(?:[\w'’&-]+\s+){0,3}(?:mission|vision|purpose|north star)\b"
    r"(?!\s+of\s+(?:this|these|the|our)\s+(?:page|document|file|section|list|okrs?)\b)"
    r"[^.!?,;]{0,40}?\s(?:is|remains)\s+"
    r"(?!not\b|unchanged\b|(?:described|stated|defined|written|set out|found|kept)\b"
    r"|(?:in|on|at|below|above|here)\b)"
    r"[^.!?]{8,}"
    r"|(?:we|i|(?:our|the)\s+(?:[\w'’&-]+\s+){1,3})\s*(?:are here|exists?)\s+"
    r"(?:to|so that|because)\b[^.!?]{8,})",
    re.IGNORECASE,
)
"""A sentence that says the mission, and does not only say where it stands."""


def find(outline: Outline) -> Found:
    """Every mission or vision; the first is the document's."""
    labelled = (*_of_lines(outline), *_of_tables(outline))
    return Found(labelled or tuple(_of_sentences(outline)))


def _of_lines(outline: Outline) -> Iterator[Claim]:
    for node in outline.tree.nodes:
        if node.role is not Role.MISSION or outline.is_closed(node) or outline.aside(node):
            continue
        stated = node if node.body.words else _below(outline, node)
        if stated:
            text = node.body if stated is node else stated.text
            claim = claim_of(outline, Part.MISSION, stated, text, Explicitness.LABELLED, node)
            if claim:
                yield claim


def _below(outline: Outline, node: Node) -> Node | None:
    plain = (n for n in outline.tree.children(node) if n.role is Role.PLAIN)
    return next((n for n in plain if n.kind in (NodeKind.LINE, NodeKind.ITEM)), None)


def _first_cell(table: Table) -> Text | None:
    """The cell below the header of a table of one column."""
    return next((row[0] for row in table.rows if row and row[0].words), None)


def _of_tables(outline: Outline) -> Iterator[Claim]:
    for found in tables(outline):
        for at, row in enumerate((found.table.header, *found.table.rows)):
            filled = [cell for cell in row if cell.words]
            label, body = label_of(filled[0], outline.labels) if filled else (None, None)
            if not label or label.part is not Part.MISSION:
                continue
            text = filled[0] if body and body.words else (filled[1] if len(filled) > 1 else None)
            if text is None and at == 0 and len(found.table.header) == 1:
                text = _first_cell(found.table)
            claim = text and cell_claim(outline, Part.MISSION, found, at, text)
            if claim:
                yield claim


def _of_sentences(outline: Outline) -> Iterator[Claim]:
    """A sentence of the prose that says it in full: "Our mission is ...", "We exist to ..."."""
    for node in outline.tree.nodes:
        prose = node.kind is NodeKind.LINE and node.role is Role.PLAIN
        said = _SAID.search(node.text.words) if prose else None
        if said is None or outline.is_closed(node) or outline.aside(node):
            continue
        text = node.text.cut(said.start("all"), said.end("all"))
        claim = claim_of(outline, Part.MISSION, node, text, Explicitness.SHAPE)
        if claim:
            yield claim
