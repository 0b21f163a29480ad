"""Columns and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.beside import name_of
from okrlint.outline.columns import Column
from okrlint.outline.page import Page
from okrlint.outline.unit import Unit
from okrlint.outline.vocabulary import plain

_ROW_KINDS = frozenset(("type", "kind", "level", "category"))
"""Words of a header over a column that says what each row is."""


class Columns:
    """The signs of a table that all cells of a column share, and those of its rows."""

    def __init__(self, page: Page, node: int, says: list[str]) -> None:
        self.page, self.says, self.columns = page, says, page.columns[node]
        self.kinds = [_column(page, column) for column in self.columns]
        self.first = {kind: at for at, kind in reversed(list(enumerate(self.kinds)))}
        widths = [_width(page, column) for column in self.columns]
        self.widths, self.widest = widths, max(widths)
        self.ids = {
            at: name for at, column in enumerate(self.columns) if (name := _ids(page, column, says))
        }
        self.all_kinds = sorted({k for at, k in enumerate(self.kinds) if at not in self.ids})
        behind = min(self.ids, default=-1)
        named = [
            at
            for at, width in enumerate(widths)
            if width >= 1 and at > behind and at not in self.ids
        ]
        self.named = named[0] if named else -1
        wordy = [at for at, width in enumerate(widths) if width >= 2 and at not in self.ids]
        self.first_wordy = wordy[0] if wordy else -1
        self.heads = [list(self._head(at)) for at in range(len(self.columns))]
        self.looks = [list(self._look(at)) for at in range(len(self.columns))]
        self.rows: dict[int, dict[int, list[str]]] = {}

    def _head(self, at: int) -> Iterator[str]:
        """What the header of a column, and those of the others, say."""
        own = self.kinds[at]
        yield f"head:{own}"
        for kind in self.all_kinds:
            if kind != own:
                yield f"heads:{kind}"
                yield f"head:{own}+{kind}"
        if self.first[own] == at:
            yield "head:first of its kind"
        if at in self.ids:
            yield "column:ids"
        elif self.ids:
            name = next(iter(self.ids.values()))
            yield f"beside-ids:{name}"
            if self.named == at:
                yield f"first-beside-ids:{name}"

    def _look(self, at: int) -> Iterator[str]:
        """What the cells of a column are like, beside those of the others."""
        if self.widths[at] == self.widest:
            yield "column:widest"
        if self.first_wordy == at:
            yield "column:first with words"
        column = self.columns[at]
        filled = len({cell.row for cell in self.page.below(column)})
        if 0 < filled < len(self.page.tables[column.node].rows):
            yield "column:gaps"
        if not self.columns[at].text.words:
            yield "head:blank"

    def beside(self, cell: Unit) -> dict[int, list[str]]:
        """What the filled cells of a cell's row say, by column."""
        if cell.row not in self.rows:
            found: dict[int, list[str]] = {}
            for other in self.page.row(cell):
                if len(found) > _MOST or len(found.get(other.column, ())) > _MOST:
                    continue
                if other.text.words.strip():
                    found.setdefault(other.column, []).extend(self._said(other))
            self.rows[cell.row] = found
        return self.rows[cell.row]

    def _said(self, cell: Unit) -> Iterator[str]:
        said = self.says[cell.index]
        if said.endswith(" alone") or (said != "plain" and not cell.body.words.strip(" :.")):
            yield f"row:{said}"
        if said == "plain" and cell.column == 0 and name_of(cell.text.words):
            yield "row:a field"
        if _ROW_KINDS & set(plain(self.page.units[cell.parent].text.words).split()):
            yield f"row-type:{plain(cell.text.words)[:20]}"


_MOST = 60
"""Columns of a row, and statements of a cell, that tell what the others are."""


def table_signs(unit: Unit, says: list[str], table: Columns) -> Iterator[str]:
    """What the column and the row of a cell show, or of a column its own header and cells."""
    yield from table.heads[unit.column]
    if unit.kind == "cell" and not re.search(r"[^\W\d_]{3,}", unit.text.words):
        yield "cell:no words"
    if unit.kind == "cell" and len(re.findall(r"[^\W\d_]{2,}", unit.text.words)) < 2:
        yield "cell:one word"
    yield from table.looks[unit.column]
    if unit.kind == "cell":
        yield from _row(unit, says, table)


def _row(unit: Unit, says: list[str], table: Columns) -> Iterator[str]:
    beside = table.beside(unit)
    yield f"up-label:{says[unit.parent]}"
    if not beside.keys() - {unit.column}:
        yield "row:alone" if not unit.column else "row:alone, behind a gap"
    for column, signs in beside.items():
        if column == unit.column:
            continue
        later = table.named >= 0 and column < table.named < unit.column
        yield from (f"later {s}" if later and s.endswith(" alone") else s for s in signs)
    if unit.row == 0:
        yield "row:first"


def _ids(page: Page, column: Unit, says: list[str]) -> str:
    """The label that most cells of a column are, and nothing more: "KR 1.1"."""
    filled = [cell for cell in page.below(column) if cell.text.words.strip()]
    bare = [says[c.index] for c in filled if says[c.index].endswith(" alone")]
    if filled and 2 * len(bare) > len(filled):
        return max(sorted(set(bare)), key=bare.count)
    coded = [
        c for c in filled if re.fullmatch(r"\W*[A-Za-z]{0,12}[\s#-]*\d[\w.-]*\W*", c.text.words)
    ]
    header = plain(column.text.words)
    if (
        filled
        and len(coded) == len(filled)
        and header in ("kr", "key result", "key results", "#", "id", "krs", "")
    ):
        return "key result# alone" if "k" in header else "code"
    return ""


def _width(page: Page, column: Unit) -> float:
    cells = page.below(column)
    filled = [len(re.findall(r"[^\W\d_]{2,}", c.text.words)) for c in cells if c.text.words]
    return sum(filled) / len(filled) if filled else 0


def _column(page: Page, column: Unit) -> str:
    """What the header of a column says that it holds."""
    table = page.tables[column.node]
    if not column.text.words.strip() or column.column >= len(table.columns):
        return "blank"
    kind = table.columns[column.column]
    if kind is Column.FIELD:
        return f"field {table.fields[column.column].name}"
    name: str = kind.value
    return name
