"""Rows that name the row above them, as trackers export them: put below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from okrlint.sources.rows import Row

_PARENT = frozenset(
    {"parent", "parent item", "parent-item", "parent items", "parent key", "parent id"}
    | {"parent task", "parent objective", "parent name", "parent title"}
)
_CHILDREN = frozenset({"sub-item", "sub-items", "sub item", "sub items", "subitems", "children"})
_NAMES = frozenset({"name", "title", "summary", "key", "issue key", "id", "task", "item"})


def below_parents(rows: Sequence[Row]) -> list[Row]:
    """Rows with each below the one that it names as its parent; without the columns for that.

    As they were where there is no such column, or where a parent is named that is not there.
    """
    heads = [name.casefold() for name in rows[0].cells]
    column = next((n for n, name in enumerate(heads) if name in _PARENT), None)
    if column is None:
        return list(rows)
    named = [n for n, name in enumerate(heads) if name in _NAMES] or [0]
    found = {_cell(row, n): at for at, row in enumerate(rows) for n in named if at}
    above = {at: _cell(row, column) for at, row in enumerate(rows) if at and _cell(row, column)}
    if not above or not found.keys() >= set(above.values()):
        return list(rows)
    below: dict[int, list[int]] = {}
    for at in range(1, len(rows)):
        below.setdefault(found[above[at]] if at in above else 0, []).append(at)
    order, waiting = [0], below.get(0, [])[::-1]
    while waiting:
        order.append(waiting.pop())
        waiting += below.pop(order[-1], [])[::-1]
    if len(order) < len(rows):  # rows that stand below themselves
        return list(rows)
    blank = {column} | {n for n, name in enumerate(heads) if name in _CHILDREN}
    return [_without(rows[at], blank) for at in order]


def _cell(row: Row, column: int) -> str:
    return row.cells[column].casefold() if column < len(row.cells) else ""


def _without(row: Row, columns: set[int]) -> Row:
    return replace(row, cells=tuple("" if n in columns else c for n, c in enumerate(row.cells)))
