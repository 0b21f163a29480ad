"""Key results told by a number in two parts: "1.1. ...", "1.2. ..." below "1. ...".

Word processors write lists so, and Markdown takes them for paragraphs. A number in two parts may
also be an amount ("4.5 stars"), so only a whole series counts: 1.1, 1.2, 1.3 in this order. A
letter may be the first part: "(A1) ...", "(A2) ..." below "Objective A", and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrlint.markdown.outline.claim import Claim, Explicitness, Found
from okrlint.markdown.outline.family import parents
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline, claim_of
from okrlint.markdown.outline.sign import Role
from okrlint.markdown.outline.tree import Node, NodeKind

_DOTTED = re.compile(r"\W{0,3}(?P<label>(?P<o>\d{1,2})\.(?P<kr>\d{1,2}))(?:[.):]\s*|\s+)(?=\S)")
_LETTERED = re.compile(
    r"\W{0,3}(?P<label>(?P<o>[A-Ha-h])[.-]?(?P<kr>\d{1,2}))(?:[\])]\s*[:.–—-]?|[.:]|\s[–—-])\s+(?=\S)"
)


def _match(words: str) -> re.Match[str] | None:
    return _DOTTED.match(words) or _LETTERED.match(words)


def find(outline: Outline, claims: Sequence[Claim]) -> Found:
    """The key results that such numbers tell, in sections of OKRs and under objectives."""
    stated = {c.node for c in claims if c.part is Part.OBJECTIVE}
    taken = {c.prose.span.start for c in claims}
    letters = {c.number for c in claims if c.part is Part.OBJECTIVE}
    found: list[Claim] = []
    for series in _series(outline):
        if not all(_may_hold(outline, node, stated) for node, _ in series):
            continue
        first = series[0][1]["o"]
        if not first.isdigit() and (first.lower(),) not in letters:
            continue
        results = [c for node, match in series if (c := _claim(outline, node, match))]
        results = [c for c in results if c.prose.span.start not in taken]
        objective = _objective(outline, *series[0]) if results else None
        if objective and objective.node not in stated:
            found.append(objective)
            results = [replace(c, under=objective.place) for c in results]
        found += results
    return Found(tuple(found))


def _objective(outline: Outline, first: Node, match: re.Match[str]) -> Claim | None:
    """The heading right above that counts as they do: "2. Quiet engines" over 2.1."""
    above = outline.tree.parent(first)
    number = re.match(r"(\d{1,2})[.):]?\s+(?=\S)", above.text.words)
    if above.role is not Role.PLAIN or number is None or number[1] != match["o"]:
        return None
    text = above.text.cut(number.end())
    claim = claim_of(outline, Part.OBJECTIVE, above, text, Explicitness.SHAPE)
    return replace(claim, label=number[1], number=(number[1],)) if claim else None


def _series(outline: Outline) -> list[list[tuple[Node, re.Match[str]]]]:
    """The runs of numbers that count up from N.1, two members or more."""
    runs: list[list[tuple[Node, re.Match[str]]]] = []
    for node in outline.tree.nodes:
        if node.kind not in (NodeKind.LINE, NodeKind.ITEM) or node.role is not Role.PLAIN:
            continue
        match = _match(node.text.words)
        if match is None:
            continue
        last = runs[-1][-1][1] if runs else None
        follows = last and last["o"] == match["o"] and int(match["kr"]) == int(last["kr"]) + 1
        if follows:
            runs[-1].append((node, match))
        elif int(match["kr"]) == 1:
            runs.append([(node, match)])
    return [run for run in runs if len(run) > 1]


def _may_hold(outline: Outline, node: Node, stated: set[int]) -> bool:
    if outline.is_closed(node) or outline.aside(node):
        return False
    above = list(outline.tree.ancestors(node))
    if any(n.role is Role.META for n in above):
        return False
    below_objective = any(n.index in stated for n in above)
    return below_objective or (outline.in_okrs(node) and above[0].role is Role.PLAIN)


def _claim(outline: Outline, node: Node, match: re.Match[str]) -> Claim | None:
    text = node.text.cut(match.end())
    claim = claim_of(outline, Part.KEY_RESULT, node, text, Explicitness.SHAPE)
    if claim is None:
        return None
    return replace(claim, label=match["label"], number=(match["o"].lower(), match["kr"]))


def with_numbers(outline: Outline, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with numbers in two parts taken off key results where each of a set has one."""
    families: dict[tuple[int, int], list[Claim]] = {}
    owners = parents(outline.tree, claims)
    by_place = {c.place: c for c in claims if c.part is Part.OBJECTIVE}
    for claim in claims:
        if claim.part is Part.KEY_RESULT and claim.place in owners:
            families.setdefault(owners[claim.place].place, []).append(claim)
    renamed = dict(pair for at, all_ in families.items() for pair in _renamed(by_place[at], all_))
    for place, family in families.items():
        objective = by_place[place]
        numbers = {renamed.get(c.prose.span.start, c).number[:1] for c in family}
        renamed |= dict(_counted(objective, numbers))
    return [renamed.get(claim.prose.span.start, claim) for claim in claims]


def _counted(objective: Claim, numbers: set[tuple[str, ...]]) -> Iterator[tuple[int, Claim]]:
    """The objective "2 We come home" over 2.1 and 2.2, without the number."""
    match = re.match(r"(\d{1,2})[.):]?\s+(?=\S)", objective.prose.text)
    if match and not objective.label and numbers == {(match[1],)}:
        prose = objective.prose.cut(match.end(), len(objective.prose.text))
        yield (
            objective.prose.span.start,
            replace(objective, prose=prose, label=match[1], number=(match[1],)),
        )


def _renamed(objective: Claim, family: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    matches = [_match(claim.prose.text) for claim in family]
    numbers = [(m["o"].lower(), int(m["kr"])) for m in matches if m]
    if len(family) < 2 or len(numbers) < len(family) or any(c.label for c in family):
        return
    if numbers != [(numbers[0][0], at) for at in range(1, len(family) + 1)]:
        return
    if not numbers[0][0].isdigit() and objective.number[:1] != (numbers[0][0],):
        return
    for claim, match in zip(family, matches, strict=True):
        if match:
            prose = claim.prose.cut(match.end(), len(claim.prose.text))
            number = (match["o"].lower(), match["kr"])
            yield (
                claim.prose.span.start,
                replace(claim, prose=prose, label=match["label"], number=number),
            )
