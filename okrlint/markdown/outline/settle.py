"""The one place that settles two recognisers claiming the same characters.

Recognisers do not know of each other. When the statements of two claims overlap, the more explicit
claim stays: a label beats a heading, a heading beats a table column, and all beat what was
inferred from the shape. Between equals the recogniser that comes first in `RECOGNISERS` wins.
"""

from __future__ import annotations

from collections.abc import Iterable

from okrlint.markdown.outline.claim import Claim


def settle(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that stay, in reading order; `claims` come in the order of the recognisers."""
    kept: list[Claim] = []
    taken: dict[int, Claim] = {}
    for claim in sorted(claims, key=lambda claim: -claim.how):
        offsets = range(claim.prose.span.start, claim.prose.span.end)
        if not claim.prose.text or any(offset in taken for offset in offsets):
            continue
        taken.update(dict.fromkeys(offsets, claim))
        kept.append(claim)
    return sorted(kept, key=lambda claim: claim.place)
