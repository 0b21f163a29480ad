"""Owners written behind statements without a word for it: "... to 50% (Ana)", "... to 4 - Ana".

One such name may be anything, a place or a product. Where every key result of an objective (or
every objective of a document) ends in one, and all are set off alike, they are the people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrlint.beside import at_end
from okrlint.dates import Calendar, find_dates
from okrlint.model import Field
from okrlint.outline.claim import Claim, owners_of
from okrlint.outline.label import Part
from okrlint.outline.vocabulary import load_words, plain

_NAME = r"[^\W\d_a-z][^\W\d_A-Z][\w'\u2019-]*\.?(?:\s(?:[^\W\d_a-z][\w'\u2019-]*\.?)){0,2}"
_NAMES = rf"(?P<value>{_NAME}(?:\s*(?:,|&|/|\+|\band\b)\s*{_NAME}){{0,3}})"
_SHAPES = (re.compile(rf"\s*\({_NAMES}\)$"), re.compile(rf"\s+[–—|-]+\s+{_NAMES}$"))
_ALL = re.compile(
    r"\s*[(\[](?P<value>everybody|everyone|all(?: of us)?|(?:the )?(?:whole )?team)[)\]]$", re.I
)


def with_owners(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with names at the end taken for owners where all of a set have one."""
    owners = owners_of(claims)
    families: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        if claim.part is Part.KEY_RESULT and claim.place in owners:
            families.setdefault(owners[claim.place].place, []).append(claim)
    objectives = [c for c in claims if c.part is Part.OBJECTIVE and c.place in families]
    sets = (*families.values(), objectives)
    signed = dict(pair for family in sets for pair in _signed(family))
    named = [signed.get(claim.prose.span.start, claim) for claim in claims]
    people = {
        piece
        for claim in named
        for field in claim.fields
        if field.name == "owner"
        for piece in _pieces(field.prose.text)
    }
    return [_by_the_known(claim, people) for claim in named]


def _by_the_known(claim: Claim, people: set[str]) -> Claim:
    """The claim, with names of known owners in brackets at its end, or all of them: "(team)"."""
    words = claim.prose.text
    match = (at_end(_ALL, words) or at_end(_SHAPES[0], words)) if people else None
    if match is None or match.start() <= 8:
        return claim
    known = match.re is _ALL or set(_pieces(match["value"])) <= people
    return _with_owner(claim, match) if known else claim


def _signed(family: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    if len(family) < 2:
        return
    for shape in _SHAPES:
        matches = [at_end(shape, claim.prose.text) for claim in family]
        if not all(
            match and match.start() > 8 and _are_people(match["value"]) for match in matches
        ):
            continue
        for claim, match in zip(family, matches, strict=True):
            if match:
                yield claim.prose.span.start, _with_owner(claim, match)
        return


def _with_owner(claim: Claim, match: re.Match[str]) -> Claim:
    owner = Field("owner", claim.prose.cut(*match.span("value")))
    prose = claim.prose.cut(0, match.start())
    return replace(claim, prose=prose, fields=(owner, *claim.fields))


def _pieces(names: str) -> list[str]:
    return [plain(piece) for piece in re.split(r",|&|/|\+|\band\b", names)]


def _are_people(names: str) -> bool:
    """Whether names may be people's or teams': no places, platforms or dates."""
    if any(piece in load_words("not_people") for piece in _pieces(names)):
        return False
    return not any(True for _ in find_dates(names, Calendar()))
