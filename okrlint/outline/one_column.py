"""A row of a table states one key result, in one of its columns; the others say more of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from okrlint.outline.columns import Column
from okrlint.outline.decode import KEY_RESULT, Scores
from okrlint.outline.page import Page
from okrlint.outline.sign import Role

_STATED = (Role.OBJECTIVE, Role.KEY_RESULT)
"""What the headers of a table say that has several statements in a row: "KR 1", "KR 2"."""
_ENOUGH = 0.5
"""Of the rows in which one of two columns has a key result, so many have one in both."""
_CLEAN = "clean:key result"
_MOST = 50.0
"""No cell counts for more than this; one with a clean label is sure beyond measure."""


def find_doubles(
    page: Page, signs: Sequence[Sequence[str]], scores: Scores, labels: Sequence[int]
) -> list[int]:
    """The cells taken for key results in columns beside a column that is surer to hold them."""
    found: list[int] = []
    for node in page.columns:
        if node not in page.sets_a_column:
            found += _doubles(page, node, signs, scores, labels)
    return found


def _doubles(
    page: Page, node: int, signs: Sequence[Sequence[str]], scores: Scores, labels: Sequence[int]
) -> list[int]:
    cells: dict[int, list[int]] = defaultdict(list)
    rows: dict[int, set[int]] = defaultdict(set)
    stated = sum(column.role in _STATED for column in page.columns[node])
    if stated > 1 or len(page.tables[node].indexes(Column.KEY_RESULT)) > 1:
        return []
    for column in page.columns[node]:
        for at in column.children:
            if labels[at] == KEY_RESULT:
                cells[column.column].append(at)
                rows[column.column].add(page.units[at].row)
    if len(cells) < 2:
        return []
    best = max(cells, key=lambda c: (sum(_sureness(scores, at) for at in cells[c]), -c))
    lost: list[int] = []
    for other, own in cells.items():
        both = rows[other] & rows[best]
        called = any(_CLEAN in signs[at] for at in own)
        if other != best and not called and len(both) >= _ENOUGH * len(rows[other]):
            lost += [at for at in own if page.units[at].row in both]
    return lost


def _sureness(scores: Scores, at: int) -> float:
    """By how much a cell is rather a key result than anything else."""
    others = max(float(s) for label, s in enumerate(scores[at]) if label != KEY_RESULT)
    return min(_MOST, float(scores[at][KEY_RESULT]) - others)
