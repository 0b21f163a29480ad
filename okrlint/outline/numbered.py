"""Numbers of statements that others tell: "2." over "2.1" and "2.2"; and amounts that are none."""

from __future__ import annotations

import re
from dataclasses import replace

from okrlint.outline.claim import Claim
from okrlint.outline.page import DOTTED, Page
from okrlint.outline.unit import Unit


def with_numbers(claims: list[Claim]) -> list[Claim]:
    """The claims, with "2." before an objective as its label where its key results are "2.1"."""
    firsts: dict[tuple[int, int], set[str]] = {}
    for claim in claims:
        if claim.under and re.fullmatch(r"\d{1,2}\.\d{1,2}", claim.label or ""):
            firsts.setdefault(claim.under, set()).add((claim.label or "").partition(".")[0])
    return [_with_number(claim, firsts.get(claim.place, set())) for claim in claims]


def _with_number(claim: Claim, own: set[str]) -> Claim:
    """A claim with its number as its label, where it is the first number of its key results."""
    if claim.label is not None:
        return claim
    if claim.number[:1] and claim.number[0] in own:
        return replace(claim, label=claim.number[0])
    written = re.match(r"(\d{1,2})[.)]?\s+(?=\S)", claim.prose.text)
    if written and written[1] in own:
        rest = claim.prose.cut(written.end(), len(claim.prose.text))
        return replace(claim, label=written[1], number=(written[1],), prose=rest)
    return claim


def is_amount(page: Page, unit: Unit) -> bool:
    """Whether a number in two parts before a statement counts nothing: most beside it have none."""
    if unit.kind == "cell" or not DOTTED.match(unit.text.words):
        return False
    return unit.parent not in page.dotted
