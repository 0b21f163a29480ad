"""Markdown text -> the document's OKRs."""

from __future__ import annotations

import re
from pathlib import PurePath

from okrlint.dates import Calendar
from okrlint.markdown.blocks import parse_blocks
from okrlint.markdown.outline import mission
from okrlint.markdown.outline.assemble import assemble
from okrlint.markdown.outline.build import build_tree
from okrlint.markdown.outline.claim import Claim
from okrlint.markdown.outline.cycles import find_cycles, title_node
from okrlint.markdown.outline.deadlines import with_deadlines
from okrlint.markdown.outline.front_matter import yaml_lines
from okrlint.markdown.outline.intro import says_okrs_follow
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.nature import find_nature
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.prefixes import with_prefixes
from okrlint.markdown.outline.scored import with_scores
from okrlint.markdown.outline.section import find_sections
from okrlint.markdown.outline.sign import OKR_WORDS, Role, is_about_okrs_in_general
from okrlint.markdown.outline.signed import with_owners
from okrlint.markdown.outline.tree import Tree
from okrlint.markdown.outline.unread import find_unread, find_unread_tables, is_for_a_quarter
from okrlint.markdown.outline.unread_title import find_unread_titles
from okrlint.markdown.presence import has_okr_signs
from okrlint.model import Cycle, Document, Labels
from okrlint.outline.claims import find_claims
from okrlint.outline.holds import is_held
from okrlint.outline.page import Page
from okrlint.outline.unit import find_units
from okrlint.outline.weigh import Weighed, weigh
from okrlint.outline.weights import Weights, load_weights

HELD = 0.5
"""From this likelihood on a document holds OKRs."""


def read_page(source: str, path: str, labels: Labels, calendar: Calendar) -> Page:
    """The units of a text."""
    tree = build_tree(parse_blocks(source).blocks, labels, source)
    return Page(source, path, tree, find_units(tree, labels, source), labels, calendar)


def parse(
    source: str,
    path: str = "",
    labels: Labels = Labels(),
    calendar: Calendar = Calendar(),
    cycle: Cycle | None = None,
    weights: Weights | None = None,
) -> Document:
    """Read the OKRs out of Markdown. Never raises: any text is Markdown.

    `path` may tell that the file holds OKRs and for which cycle ("okrs/2024-Q3.md"); `cycle` is
    the configured one, used where the document states none; `weights`: others than those shipped.
    """
    if not has_okr_signs(source, path, labels):
        return Document(path, source)
    blocks = parse_blocks(source)
    tree = build_tree(blocks.blocks, labels, source)
    page = Page(source, path, tree, find_units(tree, labels, source), labels, calendar)
    weights = weights or load_weights()
    weighed = weigh(page, weights)
    held = is_held(weighed, weights.holds) >= HELD
    outline = _outline(source, path, tree, labels, calendar)
    claims = _finished(outline, weighed) if held else []
    unread = (*find_unread(outline, claims), *find_unread_tables(outline, claims))
    unread = unread if held or outline.about_okrs or is_for_a_quarter(outline) else ()
    unread = unread or tuple(find_unread_titles(outline, claims if held else (), claims))
    if not held:
        return Document(path, source, unread=unread, comments=blocks.comments)
    whole, cycles = find_cycles(outline, claims, cycle)
    objectives, orphans = assemble(outline.tree, claims, cycles, find_sections(outline, claims))
    return Document(
        path,
        source,
        mission=next((c.prose for c in mission.find(outline).claims), None),
        objectives=objectives,
        orphans=orphans,
        cycle=whole,
        unread=tuple(sorted(unread, key=lambda place: place.span)),
        comments=blocks.comments,
        nature=find_nature(outline, claims, whole is not None or bool(cycles)),
    )


def _finished(outline: Outline, weighed: Weighed) -> list[Claim]:
    """The claims with what stands at their ends, or over several, taken for fields."""
    claims = with_prefixes(outline.tree, find_claims(weighed))
    claims = with_scores(outline.source, claims)
    return with_deadlines(outline, with_owners(outline.tree, claims))


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


__all__ = ["Part", "parse", "read_page"]
