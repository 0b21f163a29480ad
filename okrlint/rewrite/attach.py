"""Findings on key results -> the same; the gravest on each has its rewrite for advice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from okrlint.config import ActiveRule
from okrlint.context import Context
from okrlint.finding import Finding, Suggestion
from okrlint.model import Span
from okrlint.rewrite.deadline import OVER
from okrlint.rewrite.rewrite import rewrite


def add_rewrites(
    findings: Sequence[Finding], active: Sequence[ActiveRule], context: Context
) -> tuple[Finding, ...]:
    """The findings in their order; of those on one key result the gravest gets its rewrite.

    Only findings of rules whose way out it is (`Rule.rewritten`) get one, in place of advice in
    words; edits stay. The others of that key result keep theirs.
    """
    answered = {one.rule.name for one in active if one.rule.rewritten}
    chosen: dict[Span, int] = {}
    for place, number in _on_key_results(findings, context):
        if findings[number].rule in answered:
            other = chosen.get(place, number)
            chosen[place] = min(other, number, key=lambda n: _rank(findings[n]))
    found = list(findings)
    promised = _with_target(context)
    for place, number in chosen.items():
        if place in promised:
            continue
        due = OVER if place in context.closed else context.dues.get(place)
        text = rewrite(context.readings[place], due)
        if text:
            edits = tuple(one for one in found[number].suggestions if one.edits)
            anew = Suggestion(text, instead=place)
            found[number] = replace(found[number], suggestions=(*edits, anew))
    return tuple(found)


def _with_target(context: Context) -> frozenset[Span]:
    """The key results with a target beside them, which a new sentence would contradict."""
    return frozenset(
        k.prose.span
        for _, k in context.document.key_results()
        if any(field.name == "target" for field in k.fields)
    )


def _rank(finding: Finding) -> tuple[int, str]:
    """The gravest first; of those that weigh the same, the first by its code."""
    return -finding.severity, finding.code


def _on_key_results(findings: Sequence[Finding], context: Context) -> list[tuple[Span, int]]:
    """The findings that stand in an English key result: its place, and their number."""
    every = (k.prose for _, k in context.document.key_results())
    places = sorted(p.span for p in every if p.text and p.span not in context.foreign)
    ordered = sorted(range(len(findings)), key=lambda number: findings[number].span)
    found: list[tuple[Span, int]] = []
    at = 0
    for number in ordered:
        span = findings[number].span
        while at < len(places) and places[at].end < span.end:
            at += 1
        if at < len(places) and places[at].start <= span.start and places[at] in context.readings:
            found.append((places[at], number))
    return found
