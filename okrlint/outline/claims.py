"""Labelled units -> statements with their labels and fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.beside import name_of, split_front
from okrlint.markdown.block import BlockKind
from okrlint.model import Field
from okrlint.outline.claim import ROW, Claim
from okrlint.outline.columns import Column, row_fields
from okrlint.outline.completed import completed
from okrlint.outline.decode import KEY_RESULT, OBJECTIVE
from okrlint.outline.family import find_parents
from okrlint.outline.fields import read_statement
from okrlint.outline.fields_near import fields_near
from okrlint.outline.formula import objective_of_formula
from okrlint.outline.label import Part
from okrlint.outline.lonely import find_lonely, find_strays, stated_below
from okrlint.outline.named_again import without_named_again
from okrlint.outline.note_lines import without_notes, without_remark
from okrlint.outline.numbered import is_amount, with_numbers
from okrlint.outline.outline import remark_fields
from okrlint.outline.pieces import GLUED, LISTED
from okrlint.outline.sign import Role
from okrlint.outline.signs.loose import loose_label
from okrlint.outline.text import Text
from okrlint.outline.tree import Node
from okrlint.outline.unit import Unit
from okrlint.outline.vocabulary import plain
from okrlint.outline.weigh import Weighed

_PARTS = {OBJECTIVE: Part.OBJECTIVE, KEY_RESULT: Part.KEY_RESULT}


def find_claims(weighed: Weighed) -> list[Claim]:
    """The objectives and key results, in reading order, each key result under its objective."""
    parents = find_parents(weighed)
    units = weighed.page.units
    again = _repeated(weighed)
    lonely = find_lonely(weighed, parents) | find_strays(weighed, parents)
    found: list[Claim] = []
    for unit in units:
        part = _PARTS.get(weighed.labels[unit.index])
        if part is None or unit.index in again or unit.index in lonely:
            continue
        above = parents.get(unit.index)
        above = again.get(above, above) if above is not None else None
        claim = claim_of(weighed, unit, part, None if above is None else place_of(units[above]))
        if claim:
            found.append(claim)
    return with_numbers(without_named_again(found))


def _repeated(weighed: Weighed) -> dict[int, int]:
    """Cells that name the objective of the row above again, with the first of them."""
    found: dict[int, int] = {}
    last: Unit | None = None
    for unit in weighed.page.units:
        if unit.kind != "cell" or weighed.labels[unit.index] != OBJECTIVE:
            continue
        same = last and (last.node, last.column) == (unit.node, unit.column)
        if last and same and plain(last.text.words) == plain(unit.text.words):
            found[unit.index] = found.get(last.index, last.index)
        last = unit
    return found


def place_of(unit: Unit) -> tuple[int, int]:
    """Where a claim stands in reading order: its node, and its place in it."""
    if unit.kind in ("cell", "column"):
        return unit.node, (unit.row + 1) * ROW + unit.column * 100 + unit.piece
    return unit.node, unit.row if unit.kind == "entry" else unit.piece


_BEGINS = (Role.OBJECTIVE, Role.KEY_RESULT, Role.KEY_RESULTS, Role.PLAIN)
"""What a unit says it is where its statement begins behind the sign."""
_COUNT = re.compile(
    r"\d{1,2}[.)](?:\s+(?=\D)|(?=[A-Z][a-z]))|[A-H]\.\d{1,2}\s+(?=[^\W\d_])|\d{1,2}\.\d{1,2}[.):]?\s+(?=[^\s\-–—|=])"
    r"|\(?[A-Z]\d{1,2}(?:[.-]\d{1,2}|-?[a-h])?(?:[.):]+|\s[-–—]|(?=\s+[A-Z]))\s+|[↳└▸→]\s*"
)
"""A number or code before a statement: "1. ", "1.2 ", "(A1) ", "B2: "."""
_ONLY_LABELS = re.compile(
    r"(?:(?:KR|O|Objective|Key result)s?\s?\d{1,2}(?:\.\d{1,2})?(?:\s*(?:[-–—,&/+]|and|to)\s*|$))+",
    re.I,
)
"""What only names others: "KR1-KR4", "KR 1.2, KR 1.3"."""
_CANCELLED = re.compile(r"\s*\[-\]\s")


def claim_of(
    weighed: Weighed, unit: Unit, part: Part, under: tuple[int, int] | None
) -> Claim | None:
    """The statement of a unit that is an objective or key result; None where it says nothing."""
    text, written, number = _own_words(weighed, unit, part)
    statement = read_statement(text)
    if not re.search(r"\w", statement.text.words) or _ONLY_LABELS.fullmatch(statement.text.words):
        return None
    node, row = place_of(unit)
    block = unit.block
    prose = statement.text.prose
    if written or (part is Part.OBJECTIVE and unit.kind == "heading"):
        prose = completed(weighed, unit, prose, told=part is Part.KEY_RESULT)
    return Claim(
        part,
        prose,
        node,
        row=row,
        label=written,
        number=number,
        fields=(*_remarks(weighed, unit, part), *statement.fields, *_fields(weighed, unit, part)),
        checked=block.checked
        if block and block.kind is BlockKind.ITEM and unit.kind == "item"
        else None,
        struck=statement.struck or bool(_CANCELLED.match(unit.text.words)),
        under=under,
        certainty=weighed.certainty(unit.index),
    )


def _own_words(
    weighed: Weighed, unit: Unit, part: Part
) -> tuple[Text, str | None, tuple[str, ...]]:
    """The statement of a unit, how it is called, and its numbers."""
    page = weighed.page
    body = unit.body if unit.role in _BEGINS else unit.text
    label = unit.sign.label
    written, number = (label.written, label.number) if label else (None, ())
    if label is None:
        end, name = loose_label(unit, body, part is Part.OBJECTIVE, page.bare_labels)
        kind = any(field.name == "kind" for field in split_front(body.words).fields)
        if end and not kind and body.words[end:].strip():
            written, number = name, tuple(re.findall(r"\d+", name))
            body = body.cut(end)
        else:
            written, number = _called(weighed, unit)
    counts = label is None and not is_amount(page, unit)
    count = _COUNT.match(unit.text.words) if counts else None
    if count and body.words.endswith(unit.text.words[count.end() :].strip()):
        if written is None:
            number = tuple(re.findall(r"\d+", count.group()))
            code = count.group().strip(" .():↳└▸→-–—")
            written = code if unit.kind == "cell" or len(code) > len("".join(number)) else None
        body = unit.text.cut(count.end())
    elif unit.kind == "line" and (listed := LISTED.match(body.words)):
        body = body.cut(listed.end() - 1)
    elif unit.kind == "line" and (glued := GLUED.match(body.words)):
        body = body.cut(glued.end())
    if part is Part.OBJECTIVE:
        body = objective_of_formula(body)
    if unit.kind not in ("cell", "entry"):
        body = without_notes(body, page.source, part is Part.KEY_RESULT)
    if unit.kind != "entry":
        body = without_remark(body)
    return body, written, number


def _called(weighed: Weighed, unit: Unit) -> tuple[str | None, tuple[str, ...]]:
    """How a statement without a label of its own is called: by a label above it or in its row."""
    page = weighed.page
    above = page.units[unit.parent]
    label = above.sign.label
    before = page.beside(unit, -1)
    if (
        before
        and before.kind == unit.kind
        and unit.kind in ("heading", "line")
        and before.role.value == _name(weighed, unit)
        and not before.children
        and _label_of(before)[0]
    ):
        return _label_of(before)
    if unit.kind == "column":
        left = [c for c in page.columns[unit.node] if c.column < unit.column]
        return _label_of(left[-1]) if left else (None, ())
    if (
        unit.kind != "cell"
        and label
        and above.role.value == _name(weighed, unit)
        and (not above.body.words.strip(" .:-–—") or stated_below(weighed, above) == unit.index)
    ):
        return label.written, label.number
    if unit.kind == "cell":
        return _of_row(weighed, unit)
    if unit.kind == "item" and unit.block and unit.block.number is not None:
        return None, (str(unit.block.number),)
    return None, ()


def _label_of(unit: Unit) -> tuple[str | None, tuple[str, ...]]:
    own = unit.sign.label
    lone = own and not unit.body.words.strip(" .:-–—")
    return (own.written, own.number) if own and lone else (None, ())


def _of_row(weighed: Weighed, unit: Unit) -> tuple[str | None, tuple[str, ...]]:
    """What a cell's statement is called in its row: by an id, a label, or the column of types."""
    page = weighed.page
    kinds = page.tables[unit.node].columns
    left = [c for c in page.row(unit)[:_MOST] if c.column < unit.column and c.text.words.strip()]
    for cell in left:
        header = page.units[cell.parent].text.words
        if weighed.labels[unit.index] == KEY_RESULT and header.lower().startswith("objective"):
            continue  # the number of its objective
        named = cell.column < len(kinds) and kinds[cell.column] is Column.ID
        if named or "column:ids" in weighed.signs[cell.index]:
            own = cell.sign.label
            return cell.text.words.strip(), (own.number if own else ())
    return next((found for cell in left if (found := _label_of(cell))[0]), (None, ()))


_MOST = 60
"""Cells of a row in which the label of a statement is looked for."""


def _name(weighed: Weighed, unit: Unit) -> str:
    return _PARTS[weighed.labels[unit.index]].value


def _fields(weighed: Weighed, unit: Unit, part: Part) -> Iterator[Field]:
    page = weighed.page
    if unit.kind == "cell":
        row = {weighed.labels[cell.index] for cell in page.row(unit)}
        if part is Part.KEY_RESULT or KEY_RESULT not in row:
            yield from _row_fields(weighed, unit)
        return
    if unit.kind == "entry":
        yield from _entry_fields(weighed, unit)
        return
    if unit.kind == "column":
        return
    nodes = _nodes(weighed, unit, part)
    yield from _owner(weighed, unit, part)
    yield from fields_near(page.tree, part, *nodes, stated=weighed.stated)


def _remarks(weighed: Weighed, unit: Unit, part: Part) -> Iterator[Field]:
    """What stands in brackets inside the label."""
    if unit.kind not in ("cell", "entry", "column"):
        yield from remark_fields(_nodes(weighed, unit, part)[0])


def _nodes(weighed: Weighed, unit: Unit, part: Part) -> list[Node]:
    """The node with the label of a statement, then the statement's own."""
    page = weighed.page
    nodes: list[Node] = [page.tree.nodes[unit.node]]
    above = page.units[unit.parent]
    if (
        above.kind != "root"
        and above.role.value == part.value
        and not above.body.words.strip(" .:-–—")
    ):
        nodes.insert(0, page.tree.nodes[above.node])
    return nodes


_PEOPLE = re.compile(
    r"@?[^\W\d_a-z][\w.'\u2019-]*(?:\s*(?:,|&|/|\+|\band\b)?\s*@?[^\W\d_a-z][\w.'\u2019-]*){0,5}(?:\s+equally)?"
)


def _owner(weighed: Weighed, unit: Unit, part: Part) -> Iterator[Field]:
    """The people behind the name of the group: "Key results: Anna and Ben"."""
    if part is not Part.KEY_RESULT:
        return
    group = next((u for u in weighed.page.above(unit) if u.role is Role.KEY_RESULTS), None)
    if group and _PEOPLE.fullmatch(group.body.words.strip(" :.")):
        yield Field("owner", group.body.cut(0, len(group.body.words.rstrip(" :."))).prose)


def _row_fields(weighed: Weighed, unit: Unit) -> Iterator[Field]:
    page = weighed.page
    table = page.tables[unit.node]
    row, cells = table.rows[unit.row], table.cells[unit.row]
    first = page.row(unit)[0].column if len(cells) < len(table.header) else 0
    cells = (*cells[:1] * first, *cells)  # a cell above reaches down over the first ones
    row = (*row[:1] * first, *row)
    yield from row_fields(table, row, page.source, cells, unit.column)


def _entry_fields(weighed: Weighed, unit: Unit) -> Iterator[Field]:
    page = weighed.page
    for beside in page.below(page.units[unit.parent]):
        name = name_of(page.key(beside).replace("_", " "))
        if name and beside.index != unit.index and beside.text.words:
            yield Field(name, beside.text.prose)
    for below in page.below(unit):
        name = name_of(page.key(below).replace("_", " "))
        if name and below.text.words:
            yield Field(name, below.text.prose)
