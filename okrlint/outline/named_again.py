"""Tables of scores, whose rows name key results again that stand above: "1.1 - riders"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from okrlint.outline.claim import Claim
from okrlint.outline.label import Part

_NUMBER = re.compile(r"\W*(?:KR\s*)?(\d{1,2}\.\d{1,2})(?!\d)", re.IGNORECASE)


def without_named_again(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those of a table in which each row has the number of one before it."""
    first: dict[str, int] = {}
    rows: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.part is Part.KEY_RESULT:
            rows[claim.node].append(claim)
            if number := _number(claim):
                first.setdefault(number, claim.node)
    again = {
        node
        for node, found in rows.items()
        if len(found) > 1 and all(first.get(_number(claim), node) < node for claim in found)
    }
    return [c for c in claims if c.part is not Part.KEY_RESULT or c.node not in again]


def _number(claim: Claim) -> str:
    if len(claim.number) == 2:
        return ".".join(claim.number)
    match = _NUMBER.match(claim.label or "") or _NUMBER.match(claim.prose.text)
    return match[1] if match else ""
