"""Owners written before statements: "CEO: Grow sales by 20%", "[Marketing] Win 40 leads".

A word before a colon may be what is measured ("Churn: below 2%"). So it must be a role, a
department or somebody who owns something elsewhere in the document, what follows must be whole
without it, and all statements of a set must have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrlint.model import Field
from okrlint.outline.claim import Claim, owners_of
from okrlint.outline.label import Part
from okrlint.outline.vocabulary import load_words, opens_with_verb, plain

_NAME = r"(?P<value>@?[^\W\d_][\w.&/'\u2019+ -]{0,40}?)"
_SHAPES = (
    re.compile(rf"[\[(]{_NAME}[\])]\s*[:–—-]?\s*(?=\S)"),
    re.compile(rf"{_NAME}\s*:\s+(?=\S)"),
    re.compile(rf"{_NAME}\s+[|–—-]\s+(?=\S)"),
)
_ENDS = frozenset("team squad lead manager director head officer engineer owner department".split())


def with_prefixes(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with roles before statements taken for owners where all of a set have one."""
    people = {plain(f.prose.text) for c in claims for f in c.fields if f.name == "owner"}
    owners = owners_of(claims)
    families: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        if claim.part is Part.KEY_RESULT and claim.place in owners:
            families.setdefault(owners[claim.place].place, []).append(claim)
    results = [c for family in families.values() for c in family]
    objectives = [c for c in claims if c.part is Part.OBJECTIVE]
    sets = (results, objectives, *families.values())
    named = dict(pair for family in sets for pair in _named(family, people))
    return [named.get(claim.prose.span.start, claim) for claim in claims]


def _named(family: Sequence[Claim], people: set[str]) -> Iterator[tuple[int, Claim]]:
    if len(family) < 2:
        return
    for shape in _SHAPES:
        matches = [shape.match(claim.prose.text) for claim in family]
        if not all(
            match and _is_owner(match["value"], people) and _stands_alone(claim, match.end())
            for claim, match in zip(family, matches, strict=True)
        ):
            continue
        for claim, match in zip(family, matches, strict=True):
            if match:
                owner = Field("owner", claim.prose.cut(*match.span("value")))
                prose = claim.prose.cut(match.end(), len(claim.prose.text))
                yield (
                    claim.prose.span.start,
                    replace(claim, prose=prose, fields=(owner, *claim.fields)),
                )
        return


def _is_owner(name: str, people: set[str]) -> bool:
    pieces = [plain(piece) for piece in re.split(r",|&(?!\w)|/|\+|\band\b", name)]
    return all(
        piece in load_words("roles")
        or piece in people
        or set(piece.split()[-1:]) <= _ENDS
        or piece.startswith(("head of ", "vp ", "team "))
        for piece in pieces
        if piece
    ) and any(pieces)


def _stands_alone(claim: Claim, start: int) -> bool:
    """Whether what follows is a statement of its own: an order, or a sentence of some length."""
    words = claim.prose.text[start:]
    count = len(re.findall(r"[^\W\d_]{2,}", words))
    if _CHIEF.match(claim.prose.text) and claim.part is Part.OBJECTIVE:
        return count > 1  # "CEO: Great teams": what is measured has no chief
    return (opens_with_verb(words) and count > 1) or count > 3


_CHIEF = re.compile(r"[\[(]?(?:C[A-Z]{1,2}O|[ES]?VP)\b")
