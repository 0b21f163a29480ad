"""The cycles that stand before the objectives: in lines, in tables, under a name like "Period"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from okrlint.beside import is_blank
from okrlint.markdown.block import BlockKind
from okrlint.model import Cycle, CycleSource, Prose
from okrlint.outline.claim import Claim
from okrlint.outline.cycle_ends import named_in_lines, named_in_table, of_ends, of_sentence
from okrlint.outline.cycle_lines import CYCLE_KEYS
from okrlint.outline.cycle_title import title_node
from okrlint.outline.cycle_words import of_prose
from okrlint.outline.names import is_period
from okrlint.outline.outline import Outline
from okrlint.outline.sign import OKR_WORDS, Role
from okrlint.outline.text import joined, text_of
from okrlint.outline.tree import Node, NodeKind
from okrlint.outline.vocabulary import plain

_HAND_IN = frozenset(
    ("due", "due date", "due by", "deadline", "submission", "submit by", "hand in", "hand-in")
)
"""Names of a line that gives a day for the document itself and not for its objectives."""


def of_intro(outline: Outline, claims: Sequence[Claim]) -> Iterator[Cycle]:
    """Yield cycles from what stands before the first objective, the surest first."""
    before = list(_before(outline, claims))
    yield from _of_ends(outline, before)
    yield from _of_lines(outline, claims)
    yield from _of_labels(outline, before)
    yield from _of_named_sections(outline, before)


def _before(outline: Outline, claims: Sequence[Claim]) -> Iterator[Node]:
    """The nodes before the first statement, or all where statements stand in the front matter."""
    taken = {claim.node for claim in claims}
    first = min(taken)
    in_front = outline.tree.nodes[first].block is None
    for node in outline.tree.nodes[: None if in_front else first]:
        if node.index not in taken and not _is_closed(outline, node):
            yield node


def _is_closed(outline: Outline, node: Node) -> bool:
    """Whether it stands in a template or the like; a line behind a list of contents does not."""
    if node.kind is NodeKind.LINE and outline.tree.parent(node).kind is NodeKind.LINE:
        node = outline.tree.parent(outline.tree.parent(node))
    return outline.is_closed(node)


def _of_ends(outline: Outline, before: Sequence[Node]) -> Iterator[Cycle]:
    title = title_node(outline)
    words = title.text.words if title else ""
    cycle = of_ends(named_in_lines(before), CycleSource.INTRO, outline.calendar, words)
    if cycle:
        yield cycle
    for node in before:
        if node.index in outline.tree.tables:
            named = named_in_table(outline.tree.tables[node.index])
            cycle = of_ends(named, CycleSource.TABLE, outline.calendar, words)
            if cycle:
                yield cycle


def _of_lines(outline: Outline, claims: Sequence[Claim]) -> Iterator[Cycle]:
    """Yield cycles from the lines right before the first objective, and before its sections."""
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
                cycle = of_prose(joined(line.text).prose, CycleSource.INTRO, outline.calendar)
                if cycle:
                    yield cycle


def _of_labels(outline: Outline, before: Sequence[Node]) -> Iterator[Cycle]:
    """Yield cycles from lines called "Period", or that only name one, however deep they stand."""
    for node in before:
        for line in node.text.lines() if node.kind in (NodeKind.LINE, NodeKind.ITEM) else ():
            name, colon, _ = line.words.partition(":")
            if (colon and plain(name) in CYCLE_KEYS) or is_period(line.words, outline.calendar):
                cycle = of_prose(line.prose, CycleSource.INTRO, outline.calendar)
                if cycle:
                    yield cycle


def of_names(outline: Outline, claims: Sequence[Claim]) -> Iterator[Cycle]:
    """Yield cycles that only have a name: "Season: Spring", "Cycle: the next release"."""
    for node in _before(outline, claims):
        for line in node.text.lines() if node.kind is NodeKind.LINE else ():
            name, _, value = line.words.partition(":")
            said = _NAMED.fullmatch(value)
            known = plain(name) in CYCLE_KEYS and plain(name) != "cadence"
            if said and known and not is_blank(value):
                start = len(name) + 1 + said.start("said")
                end = start + len(said["said"])
                span = line.prose.source_span(start, end)
                yield Cycle(None, None, said["said"], CycleSource.INTRO, span)


_NAMED = re.compile(r"\s*(?P<said>(?!\w+ly\b)[^\W\d_][\w'’-]*(?: [\w'’-]+){0,3})[\s.]*")
"""A name of a few words, and not how often ("quarterly")."""


def _of_named_sections(outline: Outline, before: Sequence[Node]) -> Iterator[Cycle]:
    """Yield cycles from the text under a heading such as "Time horizon"."""
    for node in before:
        if node.kind is not NodeKind.HEADING or plain(node.text.words) not in CYCLE_KEYS:
            continue
        lines = [n for n in outline.tree.children(node) if n.kind in (NodeKind.LINE, NodeKind.ITEM)]
        found = [
            cycle
            for line in lines
            for read in (of_sentence, of_prose)
            if (cycle := read(joined(line.text).prose, CycleSource.INTRO, outline.calendar))
        ]
        yield from sorted(found, key=_length, reverse=True)[:1]  # planning and review are shorter


def _length(cycle: Cycle) -> int:
    return (cycle.end - cycle.start).days if cycle.start and cycle.end else 0


def of_sentences(outline: Outline, claims: Sequence[Claim]) -> Iterator[Cycle]:
    """Yield cycles from sentences about OKRs before the objectives, the last first."""
    for node in reversed(list(_before(outline, claims))):
        if (
            node.kind is NodeKind.LINE
            and node.role is Role.PLAIN
            and _OF_OKRS.search(node.text.words)
        ):
            cycle = of_prose(joined(node.text).prose, CycleSource.INTRO, outline.calendar)
            if cycle and cycle.end:
                yield cycle


_OF_OKRS = re.compile(
    r"\b(?:OKRs?|objectives?|goals?|we agreed|(?:was|were) agreed)\b"
    r"|\b(?:cycle|season|period|term|semester|epoch)\b.{0,20}\b(?:runs|lasts|covers)\b",
    re.IGNORECASE,
)


def of_tables(outline: Outline, claims: Sequence[Claim]) -> Iterator[Cycle]:
    """Yield cycles from rows like "| Cycle | Q2 2026 |" and headers like "| OKRs Q2 2026 |"."""
    taken = {claim.node for claim in claims}
    values = [
        *(value for node in outline.tree.nodes for value in _rows_of_cycles(node)),
        *(
            value
            for at, table in outline.tree.tables.items()
            for name, value in (named_in_table(table) if at not in taken else ())
            if name in CYCLE_KEYS
        ),
        *(
            joined(head).prose
            for table in outline.tree.tables.values()
            for head in table.header
            if OKR_WORDS.search(head.words)
        ),
    ]
    for value in values:
        cycle = of_prose(value, CycleSource.TABLE, outline.calendar)
        if cycle:
            yield cycle


def _rows_of_cycles(node: Node) -> Iterator[Prose]:
    """Yield what stands behind a first cell "Cycle" in the rows of a table."""
    if node.kind is not NodeKind.TABLE or node.block is None:
        return
    for row in (r.children for r in node.block.children if r.kind is BlockKind.ROW):
        if len(row) > 1 and plain(row[0].prose.text) in CYCLE_KEYS:
            yield joined(text_of(row[1])).prose
