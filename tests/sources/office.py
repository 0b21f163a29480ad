"""Word documents and workbooks as people make them, for the tests of what is read from them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
from docx.document import Document
from docx.table import Table

MISSION = "Be asked first when the village needs a clock mended."
OBJECTIVES = ("Mend clocks as if they were new", "Work at a calm pace", "Learn the tower clocks")
KEY_RESULTS = (
    ("18 of 20 clocks keep time a month later", "Returns fall from 9 to 2", "Visit a watch fair"),
    ("No clock waits longer than 10 days", "Evenings at work fall from 4 to 1", "Tidy the bench"),
    ("3 tower clocks run to the minute", "2 towns sign a contract", "Read the old manuals"),
)


def personal_template() -> Document:
    """The outline of the course's own template, filled in: a mission, then stacked tables."""
    document = docx.Document()
    document.add_heading("Personal OKRs", 0)
    document.add_paragraph("Fill in the tables below.")
    rows = [("Mission:", MISSION), *(("Objective:", words) for words in OBJECTIVES)]
    _stack(document, rows)
    for group in KEY_RESULTS:
        _stack(document, [("Key Results:", ""), *(("", words) for words in group)])
    return document


def _stack(document: Document, rows: Iterable[tuple[str, str]]) -> None:
    table = document.add_table(rows=0, cols=1)
    table.style = "Table Grid"
    for name, words in rows:
        paragraph = table.add_row().cells[0].paragraphs[0]
        if name:
            paragraph.add_run(name).bold = True
        paragraph.add_run(f" {words}" if name else words)
    document.add_paragraph("")


def add_table(document: Document, rows: Sequence[Sequence[str]]) -> Table:
    """A table with these cells."""
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    return table


def saved(document: Document) -> bytes:
    """The file of a document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_file(body: str, head: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    """A Word document as small as can be, with this XML in its body."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        "[Content_Types].xml": (
            b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            b'<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "word/document.xml": (
            f'{head}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
        ).encode(),
        **(more or {}),
    }
    return zipped(parts)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def paragraph(words: str) -> str:
    """A paragraph in the XML of Word."""
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook with these rows in its sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
