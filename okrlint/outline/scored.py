"""Scores behind statements: of one digit ("... — 1" where others end in "— 0.7"), and shares.

Alone, a 0 or 1 behind a dash may be the target ("Outages - 0"). Where most key results of a
document end in a score from 0 to 1, set off alike, it is a score too, and "?" is one to come.
An arrow and a share may be a target ("Renewals => 80 %"). Where objectives end in one too, or
statements that have a target already, it says how far each has come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from okrlint.beside import at_end
from okrlint.beside.words import either_of
from okrlint.model import Field
from okrlint.outline.claim import Claim
from okrlint.outline.label import Part

_DECIMAL = re.compile(r"[01][.,]\d{1,2}")
_BARE = re.compile(r"\s*(?P<sign>[–—>|→⇒(\[-])\s*(?P<value>[01]|\?)[)\]]?$")


def with_scores(source: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with such a digit taken for a score where most key results have a score."""
    claims = _with_shares(claims)
    results = [c for c in claims if c.part is Part.KEY_RESULT]
    signs = [sign for c in results if (sign := _sign_of_score(source, c))]
    found = {
        c.prose.span.start: _scored(c, match)
        for c in results
        if (match := at_end(_BARE, c.prose.text)) and match.start() and match["sign"] in signs
    }
    if len(signs) < 2 or 2 * (len(signs) + len(found)) <= len(results) or len(found) > len(signs):
        return list(claims)
    return [found.get(c.prose.span.start, c) for c in claims]


_FEW = 4


@cache
def _reached_form() -> re.Pattern[str]:
    """An arrow, a share, and how it goes: "=> 66 %", "=> 30 % At risk"."""
    status = either_of("status", "sign")
    return re.compile(
        r"\s*(?:=+>|[-–—]+>|→|⇒)\s*(?P<value>\d{1,3}\s?%)"
        r"(?:[\s,;:(`–—-]+(?:[\U0001f534\U0001f7e0-\U0001f7e2]\s*)?"
        rf"(?P<status>{status}|needs attention|attention|ahead|delayed|late|ongoing)[`)]*)?$",
        re.IGNORECASE,
    )


def _with_shares(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with "=> 66 %" as progress where most have it and of some it is no target.

    What says how it goes behind the share ("30 % At risk") needs no others.
    """
    form = _reached_form()
    found = {c.place: m for c in claims if (m := at_end(form, c.prose.text)) and m.start()}
    sure = sum(
        claim.part is Part.OBJECTIVE or "%" in claim.prose.text[: found[claim.place].start()]
        for claim in claims
        if claim.place in found
    )
    if len(found) < _FEW or 2 * len(found) < len(claims) or 8 * sure < len(found):
        told = {c.place for c in claims if any(f.name == "status" for f in c.fields)}
        found = {at: m for at, m in found.items() if _tells_progress(m) or at in told}
    return [_reached(c, found[c.place]) if c.place in found else c for c in claims]


def _tells_progress(match: re.Match[str]) -> bool:
    """Whether it says how it goes, and does not go on from a share: "9 % → 3 % on track"."""
    return bool(match["status"]) and not re.search(r"[\d%]\s*$", match.string[: match.start()])


def _reached(claim: Claim, match: re.Match[str]) -> Claim:
    names = {"value": "progress", "status": "status"}
    fields = [Field(f, claim.prose.cut(*match.span(n))) for n, f in names.items() if match[n]]
    return replace(claim, prose=claim.prose.cut(0, match.start()), fields=(*claim.fields, *fields))


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
