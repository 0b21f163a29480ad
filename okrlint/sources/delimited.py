"""CSV and TSV -> Markdown."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice

from okrlint.errors import InputError
from okrlint.sources.rows import Row
from okrlint.sources.sheet import Sheets
from okrlint.sources.table import MOST_COLUMNS
from okrlint.sources.writer import Source, Writer

_COMMAS = (",", ";", "\t", "|")
_RELATION = re.compile(r" \((?:https?://|[^()\s]*/)[^()\s]+\)(?=,|$)")
"""Where Notion says which page a relation leads to, behind its title."""
_LOOKED_AT = 20
"""Rows that tell what parts the columns."""


def read_delimited(text: str, path: str) -> Source:
    """A table with columns parted by commas, semicolons, tabs or bars; raises InputError."""
    sheets = Sheets(Writer(path))
    text = text.removeprefix("\ufeff")
    try:
        sheets.add(_rows(text, _comma_of(text, path)))
    except csv.Error as error:
        raise InputError(path, f"is no CSV that can be read ({error}); save it anew") from error
    return sheets.writer.source()


def _rows(text: str, comma: str) -> Iterator[Row]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=comma)
    line = 1
    for number, fields in enumerate(reader, 1):
        cells = tuple(_RELATION.sub("", field).strip() for field in fields[:MOST_COLUMNS])
        yield Row(number, cells, line)
        line = reader.line_num + 1


def _comma_of(text: str, path: str) -> str:
    """What parts the columns: what parts most rows into the same number, two or more."""
    if path.lower().endswith(".tsv"):
        return "\t"
    lines = text.splitlines(keepends=True)

    def evenness(comma: str) -> tuple[int, int]:
        widths = [len(row) for row in islice(csv.reader(lines, delimiter=comma), _LOOKED_AT) if row]
        most = max(set(widths), key=lambda w: (widths.count(w), w), default=1)
        return (widths.count(most), most) if most > 1 else (0, 0)

    return max(_COMMAS, key=evenness)
