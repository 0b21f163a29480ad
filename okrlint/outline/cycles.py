"""The cycle of a document and of its sections, and where it was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from okrlint.dates import Calendar, DateWords, find_dates, find_periods
from okrlint.markdown.block import BlockKind
from okrlint.model import Cycle, CycleSource, Prose, Span
from okrlint.outline.claim import Claim
from okrlint.outline.cycle_lines import (
    CYCLE_KEYS,
    narrowed,
    with_dates_of_lines,
    with_months_of_lines,
)
from okrlint.outline.cycle_tags import of_tags
from okrlint.outline.cycle_year import in_year, needs_year, with_found_year
from okrlint.outline.front_matter import YamlLine, yaml_lines
from okrlint.outline.label import Part
from okrlint.outline.outline import Outline
from okrlint.outline.sign import Role
from okrlint.outline.text import joined, text_of
from okrlint.outline.tree import Node, NodeKind
from okrlint.outline.vocabulary import plain

_HAND_IN = frozenset(
    ("due", "due date", "due by", "deadline", "submission", "submit by", "hand in", "hand-in")
)
"""Names of a line that gives a day for the document itself and not for its objectives."""


def find_cycles(
    outline: Outline, claims: Sequence[Claim], configured: Cycle | None
) -> tuple[Cycle | None, dict[tuple[int, int], Cycle]]:
    """The document's cycle, and those that hold for single objectives, by their places."""
    if not claims:
        return None, {}
    whole, own = _find_cycles(outline, claims, configured)
    found = {cycle for cycle in (whole, *own.values()) if cycle and needs_year(cycle)}
    dated = {cycle: with_found_year(cycle, outline, claims) for cycle in found}
    return (dated.get(whole, whole) if whole else None), {
        place: dated.get(cycle, cycle) for place, cycle in own.items()
    }


def _find_cycles(
    outline: Outline, claims: Sequence[Claim], configured: Cycle | None
) -> tuple[Cycle | None, dict[tuple[int, int], Cycle]]:
    stated = _of_title(outline) or next(_of_front_matter(outline), None)
    year = next(
        (c.end.year for c in (stated, _of_path(outline.path, outline.calendar)) if c and c.end),
        None,
    )
    own = _of_sections(outline, claims, year)
    distinct = {(c.start, c.end, c.event or (not c.end and c.words)) for c in own.values()}
    objectives = [c for c in claims if c.part is Part.OBJECTIVE]
    if stated is None and len(distinct) == 1 and len(own) == max(len(objectives), 1):
        return next(iter(own.values())), {}
    intro = next(_of_intro(outline, claims), None)
    if stated and intro and _is_fiscal(stated) and intro.start and intro.end:
        stated = intro  # "FY24-Q3" in the title, and below it the days from which to which it runs
    stated = narrowed(outline, stated, intro)
    if stated:
        lines = (*_of_front_matter(outline), *_of_intro(outline, claims), *_of_tables(outline))
        stated = with_dates_of_lines(outline, stated, lines)
        stated = with_months_of_lines(outline, stated, lines) if _is_fiscal(stated) else stated
    stated = stated or intro or next(_of_tables(outline), None)
    stated = stated or (None if own else of_tags(outline))
    if stated is None and not own:
        stated = _of_path(outline.path, outline.calendar)
    own = {place: _noted(cycle, outline.calendar) for place, cycle in own.items()}
    stated = _noted(stated, outline.calendar) if stated else None
    return stated or (None if own else configured), own


def _noted(cycle: Cycle, calendar: Calendar) -> Cycle:
    """The cycle; where a fiscal year is named and nobody said when it begins, it says so."""
    if cycle.note or calendar.fiscal_year_start != 1 or not _is_fiscal(cycle):
        return cycle
    note = "fiscal year read as the calendar year; fiscal-year-start says otherwise"
    return replace(cycle, note=note)


def _is_fiscal(cycle: Cycle) -> bool:
    return bool(re.search(r"(?i)\bFY|fiscal", cycle.words))


def to_cycle(words: DateWords, text: str, found: CycleSource, prose: Prose | None = None) -> Cycle:
    """The cycle that date words name."""
    span = prose.source_span(words.start, words.end) if prose else None
    written = text[words.start : words.end]
    return Cycle(words.earliest, words.latest, written, found, span, words.event, words.note)


def _of_prose(prose: Prose, found: CycleSource, calendar: Calendar) -> Cycle | None:
    words = next(find_periods(prose.text, calendar), None)
    return to_cycle(words, prose.text, found, prose) if words else None


def _of_title(outline: Outline) -> Cycle | None:
    heading = title_node(outline)
    if heading is None:
        return None
    return _of_prose(joined(heading.text).prose, CycleSource.TITLE, outline.calendar)


def title_node(outline: Outline) -> Node | None:
    """The heading that the rest of the document stands under."""
    headings = [n for n in outline.tree.nodes if n.kind is NodeKind.HEADING]
    if not headings or headings[0].role in (Role.OBJECTIVE, Role.KEY_RESULT):
        return None
    first = headings[0]
    top = min(h.rank for h in headings)
    alone = sum(h.rank == top for h in headings) == 1
    return first if first.rank == top and (alone or first.rank == 10) else None


def _of_sections(
    outline: Outline, claims: Sequence[Claim], year: int | None
) -> dict[tuple[int, int], Cycle]:
    """The cycle that the nearest heading above each objective states; `year`: where it has none."""
    taken = {claim.node for claim in claims}
    title = title_node(outline)
    known: dict[int, Cycle | None] = {}
    found: dict[tuple[int, int], Cycle] = {}
    for claim in claims:
        if claim.part is not Part.OBJECTIVE:
            continue
        node = outline.tree.nodes[claim.node]
        for above in outline.tree.ancestors(node):
            if above is title or above.kind is NodeKind.ROOT or above.index in taken:
                continue
            if above.index not in known:
                prose = joined(above.text).prose
                named = _of_prose(prose, CycleSource.HEADING, outline.calendar)
                if named and year and needs_year(named):
                    named = in_year(named, year, outline.calendar)
                known[above.index] = named
            cycle = known[above.index]
            if cycle:
                found[claim.place] = cycle
                break
    return found


def _of_intro(outline: Outline, claims: Sequence[Claim]) -> Iterator[Cycle]:
    """Yield cycles from the lines before the first objective, and before its sections."""
    first = outline.tree.nodes[min(claim.node for claim in claims)]
    taken = {claim.node for claim in claims}
    title = title_node(outline)
    below_title = outline.tree.children(title) if title else ()
    beside = [n for n in below_title if n.kind is NodeKind.LINE and n.index < first.index]
    for node in (first, *outline.tree.ancestors(first), None):
        lines = outline.tree.before(node) if node else beside
        for line in reversed(tuple(lines)):
            if line.index in taken or line.kind not in (NodeKind.LINE, NodeKind.ITEM):
                continue
            if line.role is Role.FIELD and plain(line.text.words[: line.sign.start]) in _HAND_IN:
                continue
            if line.role in (Role.PLAIN, Role.OKRS, Role.FIELD, Role.OBJECTIVES):
                cycle = _of_prose(joined(line.text).prose, CycleSource.INTRO, outline.calendar)
                if cycle:
                    yield cycle


def _of_tables(outline: Outline) -> Iterator[Cycle]:
    """Yield cycles from rows like "| Cycle | Q2 2026 |" and columns named so."""
    for node in outline.tree.nodes:
        if node.kind is not NodeKind.TABLE or node.block is None:
            continue
        rows = [r.children for r in node.block.children if r.kind is BlockKind.ROW]
        for row in rows:
            if len(row) > 1 and plain(row[0].prose.text) in CYCLE_KEYS:
                cycle = _of_prose(
                    joined(text_of(row[1])).prose, CycleSource.TABLE, outline.calendar
                )
                if cycle:
                    yield cycle


def _of_front_matter(outline: Outline) -> Iterator[Cycle]:
    lines = tuple(yaml_lines(outline.source))
    yield from _of_start_and_end(outline, lines)
    for line in lines:
        if line.depth == 0 and (line.key in CYCLE_KEYS or line.key == "title"):
            cycle = _of_prose(line.value, CycleSource.FRONT_MATTER, outline.calendar)
            if cycle:
                yield cycle


_STARTS = frozenset(("start", "from", "begin", "starts", "start_date", "start date"))
_ENDS = frozenset(("end", "to", "until", "ends", "end_date", "end date"))


def _of_start_and_end(outline: Outline, lines: Sequence[YamlLine]) -> Iterator[Cycle]:
    """Yield the cycle of "period:" over "start: 2026-01-01" and "end: 2026-03-31"."""
    for at, line in enumerate(lines[:-2]):
        first, last = lines[at + 1], lines[at + 2]
        named = line.depth == 0 and line.key in CYCLE_KEYS and not line.value.text
        if not named or first.key not in _STARTS or last.key not in _ENDS:
            continue
        days = [
            next(find_dates(value.text, outline.calendar), None)
            for value in (first.value, last.value)
        ]
        start, end = (day.earliest if day else None for day in days[:2])
        if start and end and start <= end:
            words = f"{first.value.text} to {last.value.text}"
            span = Span(first.value.span.start, last.value.span.end)
            yield Cycle(start, end, words, CycleSource.FRONT_MATTER, span)


def _of_path(path: str, calendar: Calendar) -> Cycle | None:
    """The cycle that the file's name, or the folders it lies in, name."""
    if not path or path == "-":
        return None
    pure = PurePath(path)
    name = re.sub(r"-{2,}", " ", pure.stem)
    words = next(find_periods(name, calendar), None)
    folders = " ".join(pure.parent.parts[-2:])
    whole = f"{folders} {name}".strip()
    if words and words.latest:
        return to_cycle(words, name, CycleSource.FILE_NAME)
    beyond = next(find_periods(whole, calendar), None)
    if beyond and (beyond.latest or not words):
        return to_cycle(beyond, whole, CycleSource.PATH)
    return to_cycle(words, name, CycleSource.FILE_NAME) if words else None
