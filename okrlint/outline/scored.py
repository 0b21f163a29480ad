"""Scores before statements ("0.7 Sell 40 oars"), and shares behind them.

"0.7" before a key result is its number where the others have "0.5" and "0.6"; where they have
"0.2" and "1.0", it is a score.
An arrow and a share may be a target ("Renewals => 80 %"). Where objectives end in one too, or
statements that have a target already, it says how far each has come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from okrlint.beside import at_end
from okrlint.beside.words import either_of
from okrlint.model import Field, Prose
from okrlint.outline.claim import Claim
from okrlint.outline.label import Part

_SHARE = r"(?:0[.,]\d{1,2}|1[.,]00?)"


def with_scores(source: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with the scores and shares that stand before and behind them as fields."""
    claims = _with_shares([*_with_leading(source, claims)])
    return _with_confidence(claims) if _CONFIDENCE.search(source) else claims


_CONFIDENCE = re.compile(r"\bconfiden(?:ce|t)\b", re.IGNORECASE)
_OF_TEN = re.compile(r"\d{1,2}\s*/\s*10")


def _with_confidence(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with "6/10" as confidence, as which Radical Focus (Wodtke) writes it."""

    def named(field: Field) -> Field:
        so = field.name == "score" and _OF_TEN.fullmatch(field.prose.text)
        return replace(field, name="confidence") if so else field

    return [replace(claim, fields=tuple(map(named, claim.fields))) for claim in claims]


_LEADING = re.compile(
    rf"(?:[(\[]\s*(?P<value>{_SHARE}|\d{{1,3}}\s?%)\s*[)\]]\s*[:–—-]?"
    rf"|(?P<bare>{_SHARE})\s+[:–—|-])\s*(?=[^\W\d_]|\d)"
)


def is_share(words: str | None) -> bool:
    """Whether a label or a value is a score from 0 to 1: "0.7", not the number "1.2"."""
    return re.fullmatch(_SHARE, words or "") is not None


def _with_leading(source: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, with scores and shares before them as fields: "[0.7] ...", "(40 %) ..."."""
    results = [c for c in claims if c.part is Part.KEY_RESULT]
    numbers = [c.label or "" for c in results]
    scored = _are_scores(numbers)
    for claim in claims:
        match = _LEADING.match(claim.prose.text)
        if scored and claim.part is Part.KEY_RESULT and is_share(claim.label):
            score = _written_before(source, claim)
            yield replace(claim, label=None, number=(), fields=(*score, *claim.fields))
        elif match:
            group = "value" if match["value"] else "bare"
            name = "progress" if match[group].endswith("%") else "score"
            field = Field(name, claim.prose.cut(*match.span(group)))
            prose = claim.prose.cut(match.end(), len(claim.prose.text))
            yield replace(claim, prose=prose, fields=(field, *claim.fields))
        else:
            yield claim


def _are_scores(labels: Sequence[str]) -> bool:
    """Whether most labels are shares of one that do not count up."""
    found = [float(label.replace(",", ".")) for label in labels if is_share(label)]
    counted = all(round(10 * (b - a)) == 1 for a, b in pairwise(found))
    return 2 * len(found) > len(labels) and len(found) > 1 and not counted


def _written_before(source: str, claim: Claim) -> tuple[Field, ...]:
    """The score that was taken for the label of a claim, where it stands in the source."""
    start = source.rfind(claim.label or "", 0, claim.prose.span.start)
    if start < 0:
        return ()
    places = range(start, start + len(claim.label or ""))
    prose = Prose(claim.label or "", tuple(places), tuple(at + 1 for at in places))
    return (Field("score", prose),)


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
        found = {
            at: m for at, m in found.items() if (m["status"] or at in told) and _tells_progress(m)
        }
    return [_reached(c, found[c.place]) if c.place in found else c for c in claims]


def _tells_progress(match: re.Match[str]) -> bool:
    """Whether it does not go on from a share: "9 % → 3 % on track"."""
    return not re.search(r"[\d%]\s*$", match.string[: match.start()])


def _reached(claim: Claim, match: re.Match[str]) -> Claim:
    names = {"value": "progress", "status": "status"}
    fields = [Field(f, claim.prose.cut(*match.span(n))) for n, f in names.items() if match[n]]
    return replace(claim, prose=claim.prose.cut(0, match.start()), fields=(*claim.fields, *fields))
