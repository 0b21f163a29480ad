"""The cycle that an objective states itself: "(Q1 2027)" behind it, a column, a line below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from okrlint.dates import Grain, find_periods
from okrlint.model import Cycle, CycleSource, Prose
from okrlint.outline.claim import ROW, Claim
from okrlint.outline.cycle_lines import CYCLE_KEYS, is_labelled
from okrlint.outline.cycle_words import of_prose, to_cycle
from okrlint.outline.cycle_year import in_year, needs_year
from okrlint.outline.label import Part
from okrlint.outline.outline import Outline
from okrlint.outline.text import joined
from okrlint.outline.tree import Node, NodeKind
from okrlint.outline.vocabulary import plain

_BEHIND = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]\s*$")
"""What stands in brackets at the end of an objective."""
_BEFORE = re.compile(r"^\s*([^:]{2,20}):\s")
"""What stands before it: "Q1: Nobody waits"."""


def of_objectives(
    outline: Outline, claims: Sequence[Claim], year: int | None
) -> dict[tuple[int, int], Cycle]:
    """The cycles that objectives state themselves, by their places; `year`: where one has none."""
    objectives = [claim for claim in claims if claim.part is Part.OBJECTIVE]
    found: dict[tuple[int, int], Cycle] = {}
    for claim, following in zip_longest(objectives, objectives[1:]):
        cycle = next(_cycles(outline, claim, following), None)
        if cycle and needs_year(cycle) and year:
            cycle = in_year(cycle, year, outline.calendar)
        if cycle and (cycle.end or needs_year(cycle)):
            found[claim.place] = cycle
    return found


def _cycles(outline: Outline, claim: Claim, following: Claim | None) -> Iterator[Cycle]:
    node = outline.tree.nodes[claim.node]
    yield from _in_words(outline, claim, node)
    yield from _in_label(outline, node)
    for line in outline.tree.children(node):
        name, colon, _ = line.text.words.partition(":")
        if line.kind in (NodeKind.LINE, NodeKind.ITEM) and colon and plain(name) in CYCLE_KEYS:
            prose = joined(line.text.cut(len(name) + 1)).prose
            yield from _only(outline, prose, CycleSource.INTRO)
    for field in claim.fields:
        if field.name == "due":
            yield from _of_field(outline, field.prose)
    if claim.node in outline.tree.tables:
        yield from _of_column(outline, claim, following)


def _in_words(outline: Outline, claim: Claim, node: Node) -> Iterator[Cycle]:
    written = claim.prose if claim.node in outline.tree.tables else joined(node.body).prose
    for prose, pattern in ((claim.prose, _BEFORE), (claim.prose, _BEHIND), (written, _BEHIND)):
        words = pattern.search(prose.text)
        if words:
            yield from _only(outline, prose.cut(*words.span(1)), CycleSource.HEADING)


def _in_label(outline: Outline, node: Node) -> Iterator[Cycle]:
    """Yield the cycles of "Q3 objective:" and "Objective 1 (Q3):"."""
    label = node.sign.label
    if label:
        whole = node.text.cut(label.start, label.end).prose
        named = of_prose(whole, CycleSource.HEADING, outline.calendar)
        if named:
            yield named
        for remark in filter(None, (label.remark, label.second)):
            yield from _only(outline, node.text.cut(*remark).prose, CycleSource.HEADING)


def _only(outline: Outline, prose: Prose, found: CycleSource) -> Iterator[Cycle]:
    """Yield the cycle of a text that names one and says nothing else."""
    period = next(find_periods(prose.text, outline.calendar), None)
    if period and (period.start, period.end) == (0, len(prose.text)) and not period.event:
        yield to_cycle(period, prose.text, found, prose)


def _of_field(outline: Outline, prose: Prose) -> Iterator[Cycle]:
    """Yield the cycle of "Timeline: April - June 2027"; a mere day is when it is due."""
    period = next(find_periods(prose.text, outline.calendar), None)
    if period and period.earliest and period.latest:
        cycle = to_cycle(period, prose.text, CycleSource.INTRO, prose)
        if period.grain is Grain.RANGE or is_labelled(outline, cycle):
            yield cycle


def _of_column(outline: Outline, claim: Claim, following: Claim | None) -> Iterator[Cycle]:
    """Yield the cycle in a column "Quarter", where all rows of the objective say the same."""
    table = outline.tree.tables[claim.node]
    first = claim.row // ROW - 1
    last = len(table.rows)
    if following and following.node == claim.node:
        last = max(following.row // ROW - 1, first + 1)
    for at, head in enumerate(table.header):
        if plain(head.words) in CYCLE_KEYS:
            cells = [row[at] for row in table.rows[first:last] if at < len(row) and row[at].words]
            if cells and len({cell.words for cell in cells}) == 1:
                prose = joined(cells[0]).prose
                cycle = of_prose(prose, CycleSource.TABLE, outline.calendar)
                if cycle:
                    yield cycle
