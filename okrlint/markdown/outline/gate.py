"""Does the document hold OKRs at all? Labels alone do not say so.

"Objective:" opens lesson plans, minutes and policies too, and "Key results" heads the findings of
studies. So a document holds OKRs when two signs agree: key results that are called so beside
objectives, or objectives in a document that speaks of OKRs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.dates import find_dates, find_periods
from okrlint.markdown.outline.claim import Claim, Explicitness
from okrlint.markdown.outline.cycles import title_node
from okrlint.markdown.outline.family import group_of, holder, parents
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.sign import OKR_WORDS, Role
from okrlint.markdown.outline.tree import NodeKind

_NUMBERED = re.compile(r"\bKR\s*[-#.]?\s*\d|\bKRs?\s*:|\bkey[\s-]*result\s*[#-]?\d", re.IGNORECASE)
_EXAMPLE = re.compile(r"\b(?<!\bby )(?:examples?|samples?|e\.g\.)(?!\w)", re.IGNORECASE)
_A_MONTH = 27
"""Days from the first to the last of the shortest cycle that a title is believed to name."""
_A_SET = 3
"""Objectives; a guide shows one or two as examples, more are somebody's own set."""


def holds_okrs(outline: Outline, claims: Sequence[Claim]) -> bool:
    """Whether the claims are somebody's OKRs."""
    results = [c for c in claims if c.part is Part.KEY_RESULT]
    objectives = [c for c in claims if c.part is Part.OBJECTIVE]
    if _is_changelog(outline):
        return False
    if not results:
        return any(outline.in_okrs(outline.tree.nodes[c.node]) for c in objectives)
    if _explains(outline) and len(objectives) < _A_SET:
        return False
    named = outline.about_okrs or any(n.role is Role.OKRS for n in outline.tree.nodes)
    if not objectives and not named:
        return False
    if named or OKR_WORDS.search(outline.source) or _NUMBERED.search(outline.source):
        return True
    if _are_findings(results):
        return False
    return _side_by_side(outline, claims)


def without_examples(outline: Outline, claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those under "For example:", unless they are a set of their own."""
    shown = [c for c in claims if is_example(outline, c)]
    if len([c for c in shown if c.part is Part.OBJECTIVE]) >= _A_SET:
        return list(claims)
    return [c for c in claims if c not in shown]


def is_example(outline: Outline, claim: Claim) -> bool:
    """Whether a heading or line above says that it is only an example."""
    node = outline.tree.nodes[claim.node]
    path = (node, *outline.tree.ancestors(node))
    inner = [n for n in path if n.kind is not NodeKind.HEADING]
    before = [n for inside in inner for n in outline.tree.previous(inside)]
    lead = [n for n in before if n.kind is NodeKind.LINE and n.text.words.endswith(":")]
    above = [n for n in path[1:] if n.kind in (NodeKind.HEADING, NodeKind.LINE)]
    named = [n for n in (*lead, *above) if n.role in (Role.PLAIN, Role.OKRS, Role.META, Role.ASIDE)]
    return any(_EXAMPLE.search(n.text.words) and len(n.text.words.split()) <= 12 for n in named)


def _explains(outline: Outline) -> bool:
    """Whether the title says that the page is about OKRs in general: "What are OKRs?"."""
    first = next((n for n in outline.tree.nodes if n.kind is NodeKind.HEADING), None)
    if first is None or first.role is not Role.META:
        return False
    words = first.text.words
    if any(find_periods(words, outline.calendar)):
        return False  # "Q4 OKR review"
    dates = find_dates(words, outline.calendar)
    days = [(d.latest - d.earliest).days for d in dates if d.latest and d.earliest]
    return not any(count >= _A_MONTH for count in days)  # "OKR review, Q4 2027"


_VERSION = re.compile(r"\W*(?:version\s+|v)?\d+\.\d+(?:\.\d+)?\b|\W*unreleased\b", re.IGNORECASE)


def _is_changelog(outline: Outline) -> bool:
    """Whether its sections are versions of a software that may be about OKRs itself."""
    headings = [n for n in outline.tree.nodes if n.kind is NodeKind.HEADING]
    if not headings or not re.search(r"(?i)change\s?log|release notes", headings[0].text.words):
        return False
    return any(_VERSION.match(n.text.words) for n in headings[1:])


def _side_by_side(outline: Outline, claims: Sequence[Claim]) -> bool:
    """Whether key results stand right under or after a stated objective, or twice under any."""
    tree = outline.tree
    stated = inferred = 0
    results = {c.place: c for c in claims if c.part is Part.KEY_RESULT}
    families = parents(tree, claims)
    for place, objective in families.items():
        result = results[place]
        group = group_of(tree, result)
        node = tree.nodes[group if group >= 0 else result.node]
        near = {tree.parent(node).index, node.index, *(n.index for n in tree.previous(node))}
        listed = holder(tree, tree.nodes[objective.node])
        if listed.role is Role.OBJECTIVES and listed.index in near:
            stated += objective.how is Explicitness.LABELLED
        if objective.node in near:
            stated += objective.how is not Explicitness.SHAPE
            inferred += objective.how is Explicitness.SHAPE and result.place[1] == 0
    owners = {o.place for o in families.values()}
    title = title_node(outline)
    dated = title is not None and any(find_periods(title.text.words, outline.calendar))
    return bool(stated) or (bool(inferred) and (dated or len(owners) > 1))


def _are_findings(results: Sequence[Claim]) -> bool:
    """Whether they tell what was found, as studies do: "Achieved 93 % accuracy"."""
    past = [c for c in results if re.match(r"\W*(?:we\s+)?\w+ed\b", c.prose.text, re.IGNORECASE)]
    return 2 * len(past) > len(results)
