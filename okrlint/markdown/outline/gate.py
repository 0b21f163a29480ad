"""Does the document hold OKRs at all? Labels alone do not say so.

"Objective:" opens lesson plans, minutes and policies too, and "Key results" heads the findings of
studies. So a document holds OKRs when two signs agree: key results that are called so beside
objectives, or objectives in a document that speaks of OKRs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.markdown.outline.claim import Claim, Explicitness
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.sign import OKR_WORDS, Role
from okrlint.markdown.outline.tree import NodeKind

_SHORT = re.compile(r"\bKR\s*[-#.]?\s*\d|\bKRs?\s*:", re.IGNORECASE)


def holds_okrs(outline: Outline, claims: Sequence[Claim]) -> bool:
    """Whether the claims are somebody's OKRs."""
    results = [c for c in claims if c.part is Part.KEY_RESULT]
    objectives = [c for c in claims if c.part is Part.OBJECTIVE]
    speaks = outline.about_okrs or bool(OKR_WORDS.search(outline.source))
    named = outline.about_okrs or any(n.role is Role.OKRS for n in outline.tree.nodes)
    if not results:
        return bool(objectives) and named
    if any(c.how is Explicitness.SHAPE for c in results) and not named:
        return False
    if speaks or _SHORT.search(outline.source):
        return True
    return bool(objectives) and _side_by_side(outline) and not _are_findings(results)


def _side_by_side(outline: Outline) -> bool:
    """Whether key results stand right under or after an objective."""
    tree = outline.tree
    for node in tree.nodes:
        if node.role in (Role.KEY_RESULTS, Role.KEY_RESULT):
            before = tree.before(node)[-1:]
            above = [tree.parent(node), *before]
            if any(n.role in (Role.OBJECTIVE, Role.OBJECTIVES) for n in above):
                return True
    return any(node.kind is NodeKind.TABLE for node in tree.nodes) and any(
        n.role is Role.OBJECTIVE for n in tree.nodes
    )


def _are_findings(results: Sequence[Claim]) -> bool:
    """Whether they tell what was found, as studies do: "Achieved 93 % accuracy"."""
    past = [c for c in results if re.match(r"\W*(?:we\s+)?\w+ed\b", c.prose.text, re.IGNORECASE)]
    return 2 * len(past) > len(results)
