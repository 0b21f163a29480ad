"""Tables of scores, whose rows name key results again that stand above: "1.1 - riders"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from okrlint.outline.claim import Claim
from okrlint.outline.label import Part

_NUMBER = re.compile(r"\W*(?:KR\s*)?(\d{1,2}\.\d{1,2})(?!\d)", re.IGNORECASE)


def without_named_again(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those of a table in which each row has the number of one before it.

    The one before is a key result of the same objective, for each quarter may have its own 1.1; or
    the rows are those of several objectives and stand under none that is theirs.
    """
    first: dict[tuple[object, str], int] = {}
    rows: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.part is Part.KEY_RESULT:
            rows[claim.node].append(claim)
            if number := _number(claim):
                first.setdefault((claim.under, number), claim.node)
                first.setdefault((_ANY, number), claim.node)
    again: set[int] = set()
    for node, found in rows.items():
        numbers = [_number(claim) for claim in found]
        mixed = len({claim.under for claim in found}) == 1 and len(set(map(_of, numbers))) > 1
        under = [_ANY if mixed else claim.under for claim in found]
        known = [first.get(place, node) < node for place in zip(under, numbers, strict=True)]
        if len(found) > 1 and all(known):
            again.add(node)
    return [c for c in claims if c.part is not Part.KEY_RESULT or c.node not in again]


_ANY = "any objective"


def _of(number: str) -> str:
    """The number of the objective in that of a key result: "2" of "2.1"."""
    return number.partition(".")[0]


def _number(claim: Claim) -> str:
    if len(claim.number) == 2:
        return ".".join(claim.number)
    match = _NUMBER.match(claim.label or "") or _NUMBER.match(claim.prose.text)
    return match[1] if match else ""
