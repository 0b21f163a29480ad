"""Settled claims -> objectives with their key results."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from okrlint.model import Cycle, Field, KeyResult, Objective
from okrlint.outline.claim import ROW, Claim, owners_of
from okrlint.outline.label import Part
from okrlint.outline.vocabulary import plain

ASTRAY = 0.85
"""So many key results that stand under no objective are ones, where others stand under some."""


def assemble(
    claims: Sequence[Claim],
    cycles: dict[tuple[int, int], Cycle],
    sections: dict[tuple[int, int], tuple[str, ...]],
) -> tuple[tuple[Objective, ...], tuple[KeyResult, ...]]:
    """The objectives, and the key results that stand under none.

    `cycles`: the cycle of an objective's own section, by the objective's place; `sections`: the
    names of the section.
    """
    owner = owners_of(claims)
    results: dict[tuple[int, int], list[Claim]] = {}
    orphans: list[KeyResult] = []
    for claim in claims:
        if claim.part is Part.KEY_RESULT:
            parent = owner.get(claim.place)
            if parent:
                results.setdefault(parent.place, []).append(claim)
            else:
                orphans.append(_key_result(claim))
    objectives = [c for c in claims if c.part is Part.OBJECTIVE]
    if objectives:
        orphans = [replace(one, certainty=ASTRAY * one.certainty) for one in orphans]
    return tuple(
        Objective(
            claim.prose,
            claim.label,
            tuple(_key_result(c) for c in results.get(claim.place, ())),
            cycles.get(claim.place),
            claim.fields,
            claim.struck,
            sections.get(claim.place, ()),
            claim.certainty,
        )
        for claim in without_repeats(objectives, results, cycles)
    ), tuple(orphans)


def without_repeats(
    objectives: Sequence[Claim],
    results: dict[tuple[int, int], list[Claim]],
    cycles: dict[tuple[int, int], Cycle],
) -> list[Claim]:
    """The objectives without those that only name one again: a summary, a table of scores.

    In the same words, or by the same number: in nearly the words of the first that has it, or in
    the row of a table.
    """
    said: set[tuple[Cycle | None, str]] = set()
    numbered: dict[tuple[Cycle | None, str], set[str]] = {}
    out: list[Claim] = []
    beside: dict[tuple[Cycle | None, str], tuple[Field, ...]] = {}
    for claim in sorted(objectives, key=lambda c: (not results.get(c.place), c.place)):
        cycle, words = cycles.get(claim.place), plain(claim.prose.text)
        number = ".".join(re.findall(r"\d+", claim.label or ""))
        before = numbered.get((cycle, number), set())
        nearly = 2 * len(before & set(words.split())) > len(set(words.split()))
        nearly = nearly or (bool(before) and claim.row >= ROW)
        if ((cycle, words) in said or nearly) and not results.get(claim.place):
            beside[cycle, words] = (*beside.get((cycle, words), ()), *claim.fields)
            continue
        said.add((cycle, words))
        if number:
            numbered.setdefault((cycle, number), set(words.split()))
        out.append(claim)
    out = [_with_fields(c, beside.get((cycles.get(c.place), plain(c.prose.text)), ())) for c in out]
    return sorted(out, key=lambda c: c.prose.span if c.prose.text else c.place)


def _with_fields(claim: Claim, others: Iterable[Field]) -> Claim:
    """A claim with the fields that only stand where it is named again: its owner, in a table."""
    known = {field.name for field in claim.fields}
    return replace(claim, fields=(*claim.fields, *(f for f in others if f.name not in known)))


def _key_result(claim: Claim) -> KeyResult:
    return KeyResult(
        claim.prose, claim.label, claim.fields, claim.checked, claim.struck, claim.certainty
    )
