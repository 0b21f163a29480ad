"""Scores of one digit behind statements: "... — 1" where others end in "— 0.7".

Alone, a 0 or 1 behind a dash may be the target ("Outages - 0"). Where most key results of a
document end in a score from 0 to 1, set off alike, it is a score too, and "?" is one to come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from okrlint.model import Field
from okrlint.outline.claim import Claim
from okrlint.outline.label import Part

_DECIMAL = re.compile(r"[01][.,]\d{1,2}")
_BARE = re.compile(r"\s*(?P<sign>[–—>|→⇒(\[-])\s*(?P<value>[01]|\?)[)\]]?$")


def with_scores(source: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with such a digit taken for a score where most key results have a score."""
    results = [c for c in claims if c.part is Part.KEY_RESULT]
    signs = [sign for c in results if (sign := _sign_of_score(source, c))]
    found = {
        c.prose.span.start: _scored(c, match)
        for c in results
        if (match := _BARE.search(c.prose.text)) and match.start() and match["sign"] in signs
    }
    if len(signs) < 2 or 2 * (len(signs) + len(found)) <= len(results) or len(found) > len(signs):
        return list(claims)
    return [found.get(c.prose.span.start, c) for c in claims]


def _sign_of_score(source: str, claim: Claim) -> str:
    """The character that sets off the score of a key result; "" without a score from 0 to 1."""
    scores = [f.prose for f in claim.fields if f.name == "score" and f.prose.text]
    if not scores or not _DECIMAL.fullmatch(scores[0].text):
        return ""
    start = scores[0].span.start
    return source[max(0, start - 20) : start].rstrip()[-1:]


def _scored(claim: Claim, match: re.Match[str]) -> Claim:
    value = claim.prose.cut(*match.span("value"))
    score = (Field("score", value),) if value.text.isdigit() else ()
    prose = claim.prose.cut(0, match.start())
    return replace(claim, prose=prose, fields=(*claim.fields, *score))
