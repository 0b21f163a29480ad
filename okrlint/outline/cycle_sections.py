"""The cycles of sections: what the headings above an objective say, or the lines between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

from okrlint.dates import Grain, find_dates
from okrlint.model import Cycle, CycleSource
from okrlint.outline.claim import Claim
from okrlint.outline.cycle_lines import is_part
from okrlint.outline.cycle_title import title_node
from okrlint.outline.cycle_words import of_prose
from okrlint.outline.cycle_year import in_year, needs_year
from okrlint.outline.label import Part
from okrlint.outline.names import is_nobodys, is_period
from okrlint.outline.outline import Outline
from okrlint.outline.sign import Role
from okrlint.outline.text import joined
from okrlint.outline.tree import Node, NodeKind

Cycles = dict[tuple[int, int], Cycle]
"""The cycle of each objective, by its place."""


def of_sections(outline: Outline, claims: Sequence[Claim], year: int | None) -> Cycles:
    """The cycle that the nearest heading above each objective states; `year`: where it has none.

    "Q2" below a heading "2027" is of that year. Where no heading says so, lines may: a line that
    only names a cycle, before objectives, holds up to the next one.
    """
    taken = {claim.node for claim in claims}
    title = title_node(outline)
    known: dict[int, Cycle | None] = {}
    found: Cycles = {}
    for claim in claims:
        if claim.part is not Part.OBJECTIVE:
            continue
        node = outline.tree.nodes[claim.node]
        path = [
            above
            for above in outline.tree.ancestors(node)
            if above is not title and above.kind is not NodeKind.ROOT and above.index not in taken
        ]
        for at, above in enumerate(path):
            if above.index not in known:
                known[above.index] = _of_node(outline, above, path[at + 1 :], year)
            cycle = known[above.index]
            if cycle:
                found[claim.place] = cycle
                break
    return {**_of_lines(outline, claims, year), **found}


def _of_node(outline: Outline, node: Node, above: Sequence[Node], year: int | None) -> Cycle | None:
    named = of_prose(joined(node.text).prose, CycleSource.HEADING, outline.calendar)
    if named and needs_year(named):
        headings = (n for n in above if n.kind is NodeKind.HEADING)
        year = next(chain.from_iterable(_years(outline, n) for n in headings), year)
        return in_year(named, year, outline.calendar) if year else named
    return _narrowed(outline, node, named) if named else None


def _narrowed(outline: Outline, node: Node, named: Cycle) -> Cycle:
    """The cycle of the line right below a heading, where it gives the days of it and no more."""
    first = next(iter(outline.tree.children(node)), None)
    if first and first.kind is NodeKind.LINE and is_period(first.text.words, outline.calendar):
        days = of_prose(joined(first.text).prose, CycleSource.HEADING, outline.calendar)
        return days if days and is_part(days, named) else named
    return named


def _years(outline: Outline, node: Node) -> Sequence[int]:
    """The year that a heading names and hardly anything else: "2027", "OKRs of 2027"."""
    words = node.text.words
    if not is_nobodys(words, outline.calendar):
        return ()
    dated = find_dates(words, outline.calendar)
    years = {d.earliest.year for d in dated if d.grain is Grain.YEAR and d.earliest}
    return tuple(years) if len(years) == 1 else ()


def _of_lines(outline: Outline, claims: Sequence[Claim], year: int | None) -> Cycles:
    """The cycles of lines that name one and no more, where there are several: "**Q3 2027**"."""
    marks = _marks(outline, {claim.node for claim in claims})
    if len({cycle.words for cycle in marks.values()}) < 2:
        return {}
    found: Cycles = {}
    places = list(marks)
    for claim in claims:
        at = bisect_left(places, claim.node) - 1
        if claim.part is Part.OBJECTIVE and at >= 0:
            cycle = marks[places[at]]
            dated = in_year(cycle, year, outline.calendar) if year and needs_year(cycle) else cycle
            found[claim.place] = dated
    return found


def _marks(outline: Outline, taken: set[int]) -> Mapping[int, Cycle]:
    """The lines that name a cycle right before an objective, by their places in reading order."""
    marks: dict[int, Cycle] = {}
    nodes = outline.tree.nodes
    for node, behind in pairwise(nodes):
        alone = node.kind is NodeKind.LINE and node.index not in taken
        leads = behind.index in taken or behind.role in (Role.OBJECTIVE, Role.OBJECTIVES)
        if alone and leads and is_period(node.text.words, outline.calendar):
            cycle = of_prose(joined(node.text).prose, CycleSource.HEADING, outline.calendar)
            if cycle:
                marks[node.index] = cycle
    return marks
