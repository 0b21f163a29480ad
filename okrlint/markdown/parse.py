"""Markdown text -> the document's OKRs."""

from __future__ import annotations

import re
from pathlib import PurePath

from okrlint.dates import Calendar
from okrlint.markdown.blocks import Blocks, parse_blocks
from okrlint.markdown.outline.assemble import assemble
from okrlint.markdown.outline.build import build_tree
from okrlint.markdown.outline.cycles import find_cycles, title_node
from okrlint.markdown.outline.front_matter import yaml_lines
from okrlint.markdown.outline.gate import holds_okrs, without_examples
from okrlint.markdown.outline.intro import says_okrs_follow
from okrlint.markdown.outline.label import Part
from okrlint.markdown.outline.nature import find_nature
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.recognisers import recognise
from okrlint.markdown.outline.section import find_sections
from okrlint.markdown.outline.sign import OKR_WORDS, Role, is_about_okrs_in_general
from okrlint.markdown.outline.unread import find_unread, find_unread_tables, is_for_a_quarter
from okrlint.markdown.outline.unread_title import find_unread_titles
from okrlint.markdown.presence import has_okr_signs
from okrlint.model import Cycle, Document, Labels


def parse(
    source: str,
    path: str = "",
    labels: Labels = Labels(),
    calendar: Calendar = Calendar(),
    cycle: Cycle | None = None,
) -> Document:
    """Read the OKRs out of Markdown. Never raises: any text is Markdown.

    `path` may tell that the file holds OKRs and for which cycle ("okrs/2024-Q3.md"); `cycle` is
    the configured one, used where the document states none.
    """
    if not has_okr_signs(source, path, labels):
        return Document(path, source)
    blocks = parse_blocks(source)
    outline = _outline(source, path, labels, calendar, blocks)
    found = recognise(outline)
    claims = without_examples(outline, found)
    held = holds_okrs(outline, claims)
    unread = (*find_unread(outline, claims), *find_unread_tables(outline, claims))
    unread = unread if held or outline.about_okrs or is_for_a_quarter(outline) else ()
    unread = unread or tuple(find_unread_titles(outline, claims if held else (), found))
    if not held:
        return Document(path, source, unread=unread, comments=blocks.comments)
    stated = [claim for claim in claims if claim.part is not Part.MISSION]
    whole, cycles = find_cycles(outline, stated, cycle)
    objectives, orphans = assemble(outline.tree, stated, cycles, find_sections(outline, stated))
    return Document(
        path,
        source,
        mission=next((claim.prose for claim in claims if claim.part is Part.MISSION), None),
        objectives=objectives,
        orphans=orphans,
        cycle=whole,
        unread=tuple(sorted(unread, key=lambda place: place.span)),
        comments=blocks.comments,
        nature=find_nature(outline, stated, whole is not None or bool(cycles)),
    )


def _outline(source: str, path: str, labels: Labels, calendar: Calendar, blocks: Blocks) -> Outline:
    tree = build_tree(blocks.blocks, labels, source)
    outline = Outline(source, path, tree, labels, calendar, False)
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
