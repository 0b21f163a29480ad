"""Which objective each key result belongs to.

Told, in this order, by what it stands under, by its row, by the number in its label ("KR 2.1"), and
by what stands before it. As many unnumbered groups of key results as there are objectives before
them belong to these in their order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import takewhile

from okrlint.outline.columns import Column
from okrlint.outline.decode import KEY_RESULT, LABELS, OBJECTIVE
from okrlint.outline.judge import Verdict, judge
from okrlint.outline.sign import Role
from okrlint.outline.unit import Unit
from okrlint.outline.weigh import Weighed

_RESULTS = LABELS.index("results")


def find_parents(weighed: Weighed) -> dict[int, int]:
    """The index of the objective of each key result, by the key result's; orphans are left out."""
    units, labels = weighed.page.units, weighed.labels
    before, rows = _objectives_before(weighed), _objectives_of_rows(weighed)
    numbered, called = _numbered(weighed), _called_before(weighed)
    found: dict[int, int] = {}
    loose: list[Unit] = []
    for unit in units:
        if labels[unit.index] != KEY_RESULT:
            continue
        above = _above(weighed, unit, called)
        if above is None and unit.kind == "cell":
            above = _of_row(rows, unit)
        if above is None:
            above = _of_number(weighed, unit, numbered)
        if above is None and not _of_placeholder(weighed, unit):
            loose.append(unit)
            above = _before(weighed, unit, before)
        if above is not None:
            found[unit.index] = above
    _pair_groups(weighed, loose, found)
    return found


def _above(weighed: Weighed, unit: Unit, called: Sequence[int | None]) -> int | None:
    """The objective that a unit stands under, or one that is called so between it and that one."""
    inner = unit
    for outer in weighed.page.above(unit):
        if weighed.labels[outer.index] == OBJECTIVE:
            return outer.index if called[inner.index] is None else called[inner.index]
        inner = outer
    return None


def _of_placeholder(weighed: Weighed, unit: Unit) -> bool:
    """Whether the objective that a unit stands under is yet to be written: "Objective 2: TBD"."""
    return any(is_placeholder(above) for above in weighed.page.above(unit))


def is_placeholder(unit: Unit) -> bool:
    """Whether a label of an objective has a placeholder behind it."""
    said = unit.body.words.strip(" .:-–—")
    return unit.role is Role.OBJECTIVE and bool(said) and judge(said) is Verdict.PLACEHOLDER


def _called_before(weighed: Weighed) -> list[int | None]:
    """The nearest sibling before each unit that its own words call an objective."""
    found: list[int | None] = [None] * len(weighed.labels)
    for unit in weighed.page.units:
        last: int | None = None
        for at in unit.children:
            found[at] = last
            if weighed.labels[at] == OBJECTIVE and "clean:objective" in weighed.signs[at]:
                last = at
    return found


def _last_objectives(weighed: Weighed) -> list[int | None]:
    """The last objective in each unit's part of the tree, the unit itself included."""
    last: list[int | None] = [None] * len(weighed.labels)
    for unit in reversed(weighed.page.units):
        if last[unit.index] is None and weighed.labels[unit.index] == OBJECTIVE:
            last[unit.index] = unit.index
        if unit.parent >= 0 and last[unit.parent] is None:
            last[unit.parent] = last[unit.index]
    return last


def _objectives_before(weighed: Weighed) -> list[int | None]:
    """The nearest objective before each unit among, or under, its siblings."""
    last = _last_objectives(weighed)
    before: list[int | None] = [None] * len(last)
    for unit in weighed.page.units:
        nearest: int | None = None
        for at in unit.children:
            before[at] = nearest
            nearest = nearest if last[at] is None else last[at]
    return before


_Rows = dict[int, tuple[list[int], dict[int, dict[int, Unit]]]]
"""By the table's node: the rows with objectives, and the last objective in each column of these."""


def _objectives_of_rows(weighed: Weighed) -> _Rows:
    found: dict[int, dict[int, dict[int, Unit]]] = {}
    for unit in weighed.page.units:
        if unit.kind == "cell":
            rows = found.setdefault(unit.node, {})
            if weighed.labels[unit.index] == OBJECTIVE:
                rows.setdefault(unit.row, {})[unit.column] = unit
    return {node: (sorted(rows), rows) for node, rows in found.items()}


def _of_row(tables: _Rows, cell: Unit) -> int | None:
    """The objective in the row of a cell, or else the last one in a row above."""
    numbers, rows = tables[cell.node]
    at = bisect_right(numbers, cell.row)
    if not at:
        return None
    row = rows[numbers[at - 1]]
    columns = list(row)
    right = bisect_left(columns, cell.column)
    near = [row[column] for column in columns[max(right - 1, 0) : right + 1]]
    return max(near, key=lambda u: (-abs(u.column - cell.column), u.piece)).index


def number_of(unit: Unit) -> tuple[str, ...]:
    """The numbers of a unit's label."""
    return unit.sign.label.number if unit.sign.label else ()


def _numbered(weighed: Weighed) -> dict[tuple[str, ...], list[int]]:
    """The objectives that bear each number, in their order."""
    found: dict[tuple[str, ...], list[int]] = {}
    for unit in weighed.page.units:
        if weighed.labels[unit.index] == OBJECTIVE:
            number = number_of(unit)[:1] or _counted(weighed, unit)
            found.setdefault(number, []).append(unit.index)
    return found


def _of_number(
    weighed: Weighed, unit: Unit, numbered: dict[tuple[str, ...], list[int]]
) -> int | None:
    """The objective that the label, or the name of the group, refers to."""
    own = number_of(unit)
    wanted = own[:1] if len(own) > 1 else _in_column(weighed, unit, "objective")
    for above in weighed.page.above(unit):
        if wanted:
            break
        if above.sign.reference:
            wanted = above.sign.reference
        elif weighed.labels[above.index] != OBJECTIVE and above.role.value == "objective":
            wanted = number_of(above)[:1]
    if not wanted:
        return None
    named = numbered.get(wanted, [])
    before = bisect_left(named, unit.index)
    return named[max(before - 1, 0)] if named else None


def _counted(weighed: Weighed, unit: Unit) -> tuple[str, ...]:
    """The number of an objective without a label: of its list item, or of the label above it."""
    if unit.block and unit.block.number is not None and unit.kind == "item":
        return (str(unit.block.number),)
    if unit.kind == "cell":
        return _in_column(weighed, unit) or (str(unit.row + 1),)
    above = weighed.page.units[unit.parent]
    return number_of(above)[:1] if above.role.value == "objective" else ()


def _in_column(weighed: Weighed, unit: Unit, called: str = "") -> tuple[str, ...]:
    """The number that stands in the row of a cell, in the column for it: "1" under "Objective"."""
    page = weighed.page
    if unit.kind != "cell":
        return ()
    kinds = page.tables[unit.node].columns
    for cell in page.row(unit)[:_MOST]:
        header = page.units[cell.parent].text.words.lower()
        known = cell.column < len(kinds) and kinds[cell.column] is Column.ID and called in header
        if known and (number := _NUMBER.fullmatch(cell.text.words)):
            return (number[1],)
    return ()


_NUMBER = re.compile(r"\W*(\d{1,2})\W*")
_MOST = 60
"""Cells of a row among which a number is looked for."""


def _before(weighed: Weighed, unit: Unit, before: Sequence[int | None]) -> int | None:
    """The nearest objective before a unit, its own list first, then what stands over that."""
    for inner in (unit, *weighed.page.above(unit)):
        if before[inner.index] is not None:
            return before[inner.index]
    return None


def _group(weighed: Weighed, unit: Unit) -> int:
    """The index of the group, or table, that a key result stands in; -1 for none."""
    for above in weighed.page.above(unit):
        if above.kind == "table" or (
            weighed.labels[above.index] == _RESULTS and above.kind != "column"
        ):
            return above.index
    return -1


def _pair_groups(weighed: Weighed, loose: Sequence[Unit], found: dict[int, int]) -> None:
    """Give each group of key results behind a list of as many objectives to one of them."""
    group = {unit.index: _group(weighed, unit) for unit in loose}
    groups = list(dict.fromkeys(group.values()))
    objectives = [u.index for u in weighed.page.units if weighed.labels[u.index] == OBJECTIVE]
    if len(groups) != len(objectives):
        objectives = _last_list(weighed, objectives)
    if -1 in groups or len(groups) < 2 or len(groups) != len(objectives):
        return
    if objectives[-1] > groups[0]:
        return
    of_group = dict(zip(groups, objectives, strict=True))
    for unit in loose:
        found[unit.index] = of_group[group[unit.index]]


def _last_list(weighed: Weighed, objectives: Sequence[int]) -> list[int]:
    """The last objective, and those right before it among its siblings."""
    if not objectives:
        return []
    units, last = weighed.page.units, objectives[-1]
    siblings = units[units[last].parent].children
    back = reversed(siblings[: siblings.index(last) + 1])
    return [*takewhile(lambda at: weighed.labels[at] == OBJECTIVE, back)][::-1]
