"""The year of a cycle that is written without one: "Q3" in a document of August 2027.

It is taken from what dates the document: the title, the front matter, the path, the headings, and
short lines with a whole date ("Last updated 3 July 2027"). Sources that disagree say nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from okrlint.dates import Calendar, Grain, find_dates, find_periods
from okrlint.markdown.block import BlockKind
from okrlint.model import Cycle
from okrlint.outline.claim import Claim
from okrlint.outline.front_matter import yaml_lines
from okrlint.outline.names import is_nobodys
from okrlint.outline.outline import Outline
from okrlint.outline.tree import NodeKind

_SHORT = 8
"""Words; a longer line tells a story, and its dates are of the story."""


def needs_year(cycle: Cycle) -> bool:
    """Whether the words of a cycle name a part of some year."""
    return not (cycle.start or cycle.end or cycle.event)


def with_found_year(cycle: Cycle, outline: Outline, claims: Sequence[Claim]) -> Cycle:
    """The cycle with the year that dates the document; unchanged where nothing does."""
    calendar = replace(outline.calendar, today=None)
    for texts, plain_years in _sources(outline, claims):
        found = {
            year: words
            for text in texts
            for year, words in _years(cycle, text, calendar, plain_years=plain_years)
        }
        if len(found) > 1:
            return cycle
        for year, words in found.items():
            return replace(in_year(cycle, year, calendar), note=f'year taken from "{words}"')
    return cycle


def in_year(cycle: Cycle, year: int, calendar: Calendar) -> Cycle:
    """The cycle in a given year: "Q1" of 2025."""
    dated = next(find_periods(f"{cycle.words} {year}", calendar), None)
    return replace(cycle, start=dated.earliest, end=dated.latest) if dated else cycle


def _sources(outline: Outline, claims: Sequence[Claim]) -> Iterator[tuple[list[str], bool]]:
    """What may date a document, the surest first, and whether a year alone does."""
    nodes = outline.tree.nodes
    taken = {claim.node for claim in claims}
    headings = [n for n in nodes if n.kind is NodeKind.HEADING and n.index not in taken]
    yield [n.text.words for n in headings[:1]], True
    top = [line for line in yaml_lines(outline.source) if line.depth == 0]
    yield [line.value.text[:10] if line.key != "title" else line.value.text for line in top], True
    path = " ".join(PurePath(outline.path).parts[-3:]).replace(".md", "")
    yield [re.sub(r"(?<=[^\W\d])[-._](?=\d)|(?<=\d)[-._](?=[^\W\d])", " ", path)], True
    yield [n.text.words for n in headings if is_nobodys(n.text.words, outline.calendar)], True
    yield [n.text.words for n in headings], False
    lines = [n for n in nodes if n.kind in (NodeKind.LINE, NodeKind.ITEM) and n.index not in taken]
    texts = [line.words for n in lines for line in n.text.lines()]
    yield [text for text in texts if re.fullmatch(r"\W*(?:19|20)\d\d\W*", text)], True
    texts += [
        cell.prose.text
        for n in nodes
        if n.kind is NodeKind.TABLE and n.block and n.index not in taken
        for row in n.block.children
        for cell in row.children
        if cell.kind is BlockKind.CELL
    ]
    yield [text for text in texts if len(text.split()) <= _SHORT], False


def _years(
    cycle: Cycle, text: str, calendar: Calendar, *, plain_years: bool
) -> Iterator[tuple[int, str]]:
    for words in find_dates(text, calendar):
        if words.earliest is None or words.latest is None:
            continue
        if words.grain is Grain.YEAR and plain_years:
            yield words.earliest.year, text[words.start : words.end]
        if words.grain in (Grain.DAY, Grain.MONTH):
            yield _nearest(cycle, words.earliest, calendar), text[words.start : words.end]


def _nearest(cycle: Cycle, day: dt.date, calendar: Calendar) -> int:
    """The year in which the cycle lies nearest to a day: 4 January 2028 is of Q4 2027."""

    def distance(year: int) -> int:
        there = in_year(cycle, year, calendar)
        if there.start is None or there.end is None:
            return abs(year - day.year)
        return max((there.start - day).days, (day - there.end).days, 0)

    return min((day.year, day.year - 1, day.year + 1), key=distance)
