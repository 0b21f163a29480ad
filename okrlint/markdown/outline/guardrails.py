"""Lines that name a limit among key results: "Guardrail: ...", "Health metric: ...".

They are key results of the kind "health", though labels elsewhere call the others "KR". Below a
key result such a line is a detail, and far from key results it may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.tree import Node, NodeKind

_MARK = re.compile(
    r"\W*(?:guardrail|health metric|health kr|counter[ -]metric)\s*:\s+(?=\S)",
    re.IGNORECASE,
)


def find(outline: Outline, claims: Sequence[Claim]) -> Found:
    """The limits that stand beside key results that were read."""
    return Found(tuple(_claims(outline, claims)))


def _claims(outline: Outline, claims: Sequence[Claim]) -> Iterator[Claim]:
    results = {c.node for c in claims if c.part is Part.KEY_RESULT}
    starts = {c.prose.span.start for c in claims}
    for node in outline.tree.nodes:
        if node.index in results or node.role is not Role.PLAIN or not _MARK.match(node.body.words):
            continue
        if not _is_beside(outline, node, results):
            continue
        if outline.is_closed(node) or outline.aside(node):
            continue
        claim = claim_of(outline, Part.KEY_RESULT, node, node.body, Explicitness.SHAPE)
        if claim and claim.prose.span.start not in starts:
            yield claim


def _is_beside(outline: Outline, node: Node, results: set[int]) -> bool:
    """Whether a key result stands before it on its own level, as a line or an item like it."""
    above = outline.tree.parent(node)
    if node.kind is above.kind is NodeKind.LINE and above.index in results:
        return True  # a plain line ranks below a labelled one
    same = (n for n in outline.tree.before(node) if n.kind is node.kind)
    return any(n.index in results for n in same)
