"""XLSX -> Markdown, sheet by sheet, with the values that were last shown.

Formulas are not computed and macros not looked at: openpyxl reads the stored values alone.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from okrlint.errors import InputError, describe_error
from okrlint.sources.needs import load_extra
from okrlint.sources.rows import Row
from okrlint.sources.sheet import Sheets
from okrlint.sources.table import MOST_COLUMNS
from okrlint.sources.writer import Source, Writer
from okrlint.sources.zipped import check_archive

MOST_ROWS = 10_000
"""Of a sheet, empty ones counted."""
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_CURRENCY = re.compile(r"\[\$([^\]-]{1,3})[^\]]*\]|\"?([$€£¥])")
"""What stands for money in a format: "[$€-407]", or the sign itself."""


def read_workbook(data: bytes, path: str) -> Source:
    """The visible sheets of a workbook; raises InputError for one that cannot be read."""
    openpyxl = load_extra("openpyxl", "xlsx", path)
    check_archive(data, path, "xl/workbook.xml")
    sheets = Sheets(Writer(path))
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                sheets.add(_rows(sheet, path), sheet.title)
    except InputError:
        raise
    except Exception as error:  # whatever openpyxl stumbles on
        reason = f"cannot be read as a workbook ({describe_error(error)}); save it anew"
        raise InputError(path, reason) from error
    return sheets.writer.source()


def _rows(sheet: Any, path: str) -> Iterator[Row]:
    sheet.reset_dimensions()  # what the file says of its size need not be true
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if number > MOST_ROWS:
            reason = (
                f"sheet {sheet.title!r} has more than {MOST_ROWS:,} rows, the most that are read"
            )
            raise InputError(path, f"{reason}; keep OKRs in a file of their own")
        yield Row(number, tuple(_trimmed(map(_shown, cells))))


def _trimmed(texts: Iterable[str]) -> list[str]:
    """Texts without the empty ones at the end."""
    kept = list(texts)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _shown(cell: Any) -> str:
    """The value of a cell, much as its format shows it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, (int, float)):
        return _number(value, str(cell.number_format or ""))
    return str(value).strip()


def _number(value: float, number_format: str) -> str:
    plain = _QUOTED.sub("", number_format)
    percent = "%" in plain
    shown = f"{round(value * 100 if percent else value, 6):.15g}"
    currency = _CURRENCY.search(number_format)
    sign = (currency[1] or currency[2]) if currency else ""
    return f"{sign}{shown}{'%' if percent else ''}"
