"""Markdown text -> the document's OKRs."""

from __future__ import annotations

import re
from pathlib import PurePath

from okrlint.dates import Calendar
from okrlint.markdown.blocks import parse_blocks
from okrlint.model import Cycle, Document, Labels
from okrlint.outline.assemble import assemble
from okrlint.outline.build import build_tree
from okrlint.outline.claim import Claim
from okrlint.outline.claims import find_claims
from okrlint.outline.cycle_title import title_node
from okrlint.outline.cycles import find_cycles
from okrlint.outline.deadlines import with_deadlines
from okrlint.outline.described import with_described
from okrlint.outline.ends import with_ends
from okrlint.outline.front_matter import yaml_lines
from okrlint.outline.held import is_held
from okrlint.outline.intro import says_okrs_follow
from okrlint.outline.mission import find_mission
from okrlint.outline.nature import find_nature
from okrlint.outline.outline import Outline
from okrlint.outline.page import Page
from okrlint.outline.prefixes import with_prefixes
from okrlint.outline.scored import with_scores
from okrlint.outline.section import find_sections
from okrlint.outline.sign import OKR_WORDS, Role, is_about_okrs_in_general
from okrlint.outline.signed import with_owners
from okrlint.outline.tree import Tree
from okrlint.outline.unit import find_units
from okrlint.outline.unread import find_doubtful, find_mentioned, find_unread, is_for_a_quarter
from okrlint.outline.unread_titles import find_unread_titles
from okrlint.outline.weigh import Weighed, weigh
from okrlint.outline.weights import Weights, load_weights

HELD = 0.5
"""From this likelihood on a document holds OKRs.

Across folds 188 of 200 real pages are held then, and OKRs read from none of 101 that set none.
"""


def read_page(source: str, path: str, labels: Labels, calendar: Calendar) -> Page:
    """The units of a text."""
    tree = build_tree(parse_blocks(source).blocks, labels, source)
    return Page(source, path, tree, find_units(tree, labels, source), labels, calendar)


def read_document(
    source: str,
    path: str,
    labels: Labels,
    calendar: Calendar,
    cycle: Cycle | None = None,
    weights: Weights | None = None,
) -> Document:
    """The OKRs of a text that may hold some. `weights`: others than those shipped."""
    blocks = parse_blocks(source)
    tree = build_tree(blocks.blocks, labels, source)
    page = Page(source, path, tree, find_units(tree, labels, source), labels, calendar)
    weights = weights or load_weights()
    weighed = with_described(weigh(page, weights))
    likely = is_held(weighed, weights.holds)
    held = likely >= HELD
    outline = _outline(source, path, tree, labels, calendar)
    claims = _finished(outline, weighed) if held else []
    named = held or outline.about_okrs or is_for_a_quarter(outline)
    unread = tuple(find_unread(weighed)) if named else ()
    unread = unread or tuple(find_unread_titles(outline, claims))
    if not claims:
        unread = unread or tuple(find_doubtful(weighed, likely)) or tuple(find_mentioned(outline))
    if not held:
        return Document(path, source, unread=unread, comments=blocks.comments)
    whole, cycles = find_cycles(outline, claims, cycle)
    objectives, orphans = assemble(claims, cycles, find_sections(outline, claims))
    stated = [*([whole] if whole else []), *cycles.values()]
    return Document(
        path,
        source,
        mission=find_mission(page),
        objectives=objectives,
        orphans=orphans,
        cycle=whole,
        unread=tuple(sorted(unread, key=lambda place: place.span)),
        comments=blocks.comments,
        nature=find_nature(outline, claims, {one.found for one in stated}),
    )


def _finished(outline: Outline, weighed: Weighed) -> list[Claim]:
    """The claims with what stands at their ends, or over several, taken for fields."""
    claims = with_prefixes(find_claims(weighed))
    claims = with_scores(outline.source, claims)
    return with_deadlines(outline, with_ends(with_owners(claims)))


def _outline(source: str, path: str, tree: Tree, labels: Labels, calendar: Calendar) -> Outline:
    outline = Outline(source, path, tree, labels, calendar, about_okrs=False)
    title = title_node(outline)
    words = [
        line.value.text for line in yaml_lines(source) if line.depth == 0 and line.key == "title"
    ]
    words.append(re.sub(r"[-_.]+", " ", PurePath(path).stem))
    named = bool(title and title.role is Role.OKRS) or any(
        OKR_WORDS.search(text) and not is_about_okrs_in_general(text) for text in words
    )
    named = named or says_okrs_follow(tree, title)
    return Outline(source, path, tree, labels, calendar, named)
