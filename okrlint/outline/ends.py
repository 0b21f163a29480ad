"""Statements without what is only told of them: "Two boats ready — at the yard, waiting for paint".

How far a thing is, who asks what about it, a ticket, a joke: people write it behind the statement,
in forms without number. So no form decides. Each seam has signs (`seams.py`), each sign a weight
that was fitted (`training/fit_ends.py`), and the first seam that is surely an end is one. What is
cut off is a field where it is a score, a status or progress, and nothing otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from okrlint.beside import read_piece
from okrlint.beside.words import either_of
from okrlint.model import Field, Prose
from okrlint.outline.claim import Claim
from okrlint.outline.scored import is_share
from okrlint.outline.seams import Seam, find_page_signs, find_seams
from okrlint.outline.vocabulary import HANGING

SURE = 1.6
"""How much the signs have to weigh together: five to one that the statement ends here. At even odds
a few remarks more are cut off, and twice as many statements too early."""


def with_ends(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each up to where its statement ends."""
    words = [claim.prose.text for claim in claims]
    ends = find_ends(words, load_end_weights(), [is_graded(claim) for claim in claims])
    return [
        claim if end is None else _cut(claim, end) for claim, end in zip(claims, ends, strict=True)
    ]


def is_graded(claim: Claim) -> bool:
    """Whether how a statement went stands right before it: then more may be said of that."""
    start = claim.prose.span.start
    return is_share(claim.label) or any(
        field.name in _GRADES and 0 < start - field.prose.span.end < _NEAR for field in claim.fields
    )


_GRADES = frozenset(("score", "status", "progress", "confidence"))
_NEAR = 8
"""Characters: marks of emphasis or of code, a colon."""


def find_ends(
    statements: Sequence[str], weights: Mapping[str, float], graded: Sequence[bool]
) -> Iterator[Seam | None]:
    """The seam at which each statement of a page ends; None where it goes on to its last word.

    `graded`: for each, whether it is said how it went.
    """
    for words, seams in zip(statements, weigh_seams(statements, graded), strict=True):
        sure = (
            seam
            for seam, signs in seams
            if sum(weights.get(sign, 0.0) for sign in signs) >= SURE
            and not _is_needed(words[: seam.start], words[seam.end :])
        )
        yield next(sure, None)


def weigh_seams(
    statements: Sequence[str], graded: Sequence[bool]
) -> Iterator[list[tuple[Seam, list[str]]]]:
    """The seams of each statement with all their signs."""
    seams = [find_seams(words) for words in statements]
    kinds = Counter(kind for found in seams for kind in {s.kind for s in found})
    shapes = Counter(key for found in seams for key in {(s.kind, s.shape) for s in found})
    of = len(seams)

    def fellows(s: Seam) -> tuple[str, str]:
        return _alike(kinds[s.kind] - 1, of), _alike(shapes[s.kind, s.shape] - 1, of)

    for found, told in zip(seams, graded, strict=True):
        yield [(s, [*s.signs, *find_page_signs(s, *fellows(s), told)]) for s in found]


def _alike(others: int, of: int) -> str:
    """How many of the other statements have such a seam, in words."""
    if not others:
        return "none"
    return "few" if 4 * others < of else "some" if 5 * others < 3 * of else "most"


_LEVEL = re.compile(
    r"[(\[\s]*(?:currently|now|today|at present|was|were|from|baseline|before|previously"
    r"|(?:up|down) from|last (?:year|season|quarter|month)|vs\.?)\W+(?:\w+\W+){0,2}[$€£]?\d\S*\)?$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<!\w)\d")
_OF = re.compile(r"\d\s?(?:/|of|out of)\s?\d")
_HANGS = re.compile(rf"\b(?:{'|'.join(HANGING)})[\s*_(\[]*$", re.IGNORECASE)
_SHORT = 60
"""Characters; a level says no more."""


def _is_needed(head: str, tail: str) -> bool:
    """Whether the statement needs it: it ends in "at least", or is judged with where it stands."""
    if _HANGS.search(head):
        return True
    level = len(tail) < _SHORT and _LEVEL.match(tail.rstrip(" ."))
    return bool(level or (_OF.search(tail) and not _FIGURE.search(head)))


def _cut(claim: Claim, end: Seam) -> Claim:
    told = claim.prose.cut(end.end, len(claim.prose.text))
    known = {field.name for field in claim.fields}
    fields = tuple(field for field in _fields_of(told) if field.name not in known)
    return replace(claim, prose=claim.prose.cut(0, end.start), fields=(*claim.fields, *fields))


def _fields_of(told: Prose) -> Iterator[Field]:
    """What a remark says that has a name: a score, a status, progress."""
    words = told.text
    bare = re.match(r"[(\[{]?(.*?)[)\]}.;,]*$", words, re.DOTALL)
    inside = told.cut(*bare.span(1)) if bare else told
    found = read_piece(inside.text)
    if found:
        yield Field(found.name, inside.cut(found.start, found.end))
        return
    for name, form in _told_forms():
        if match := form.search(words):
            yield Field(name, told.cut(*match.span("value")))


@cache
def _told_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    sign, status = either_of("sign"), rf"(?:{either_of('status')})(?!\w)"
    forms = {
        "score": r"(?<![\d.,])(?P<value>0[.,]\d{1,2}|1[.,]00?)(?![\d%])",
        "status": rf"(?s:(?:^\W*|(?={sign}))(?P<value>(?i:{sign}|{status}).*)$)",
        "progress": r"(?P<value>\d{1,3}(?:[.,]\d+)?\s?%|\b\d+\s?(?:of|/|out of)\s?\d+)",
    }
    return tuple((name, re.compile(form)) for name, form in forms.items())


@cache
def load_end_weights() -> Mapping[str, float]:
    """What each sign of a seam is worth, as shipped."""
    text = (files("okrlint.outline") / "data" / "ends.txt").read_text(encoding="utf-8")
    return dict(_pairs(text.splitlines()))


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, float]]:
    for line in lines:
        name, tab, weight = line.partition("\t")
        if tab and not line.startswith("#"):
            yield name, float(weight)
