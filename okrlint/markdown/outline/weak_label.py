"""Labels that name an objective only where key results stand below: "Goal 2: ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from okrlint.markdown.outline.claim import Claim, Explicitness
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.tree import Node

_WEAK = re.compile(
    r"(?P<label>(?:[\w'\u2019]+\s+){0,2}(?:goal|aim|theme|pillar|priority|focus(?:\s+area)?|ambition|intent)"
    r"s?\s*[#\-_.]?\s*(?P<number>(?:[a-h](?=\d|\s*[:.)]))?\d{0,2}))\s*(?:[:.)\-–—]\s+|:)",
    re.IGNORECASE,
)


def unlabelled_objective(outline: Outline, node: Node) -> Claim | None:
    """A claim to a node that is an objective by its place; a weak label is taken off."""
    match = _WEAK.match(node.body.words)
    text = node.body.cut(match.end()) if match else node.body
    claim = claim_of(outline, Part.OBJECTIVE, node, text, Explicitness.SHAPE)
    if claim is None or match is None:
        return claim
    number = (match["number"],) if match["number"] else ()
    return replace(claim, label=match["label"].strip(), number=number)
