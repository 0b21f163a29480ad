"""Files that are made to do harm, or are damaged: one sentence each, and nothing is unpacked."""

from __future__ import annotations

import pytest

from okrlint import InputError
from okrlint.sources import convert
from okrlint.sources.zipped import MOST_XML
from tests.sources.office import paragraph, word_file, workbook, zipped
from tests.support import steps

BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OTHER_FILE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
GOOD = word_file(paragraph("OKRs Q3 2027"))


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        (word_file(" " * MOST_XML), "a.docx", "unpacks to more than 16,384 KiB"),
        (word_file(paragraph("&b;"), BOMB), "a.docx", "defines a document type"),
        (word_file(paragraph("&b;"), OTHER_FILE), "a.docm", "defines a document type"),
        (
            zipped({"word/document.xml": f"{OTHER_FILE}<a>&b;</a>".encode("utf-16")}),
            "a.docx",
            "defines a document type",
        ),
        (word_file("<w:p>" * 5_000 + "</w:p>" * 5_000), "a.docx", "RecursionError"),
        (word_file("<w:p>"), "a.docx", "holds damaged XML"),
        (zipped({"a.xml": b"<a/>"}), "a.docx", "has no part word/document.xml"),
        (GOOD, "a.xlsx", "has no part xl/workbook.xml"),
        (GOOD[:-30], "a.docx", "is damaged or no office file"),
        (GOOD[:60] + bytes([GOOD[60] ^ 255]) + GOOD[61:], "a.docx", "is damaged"),
        (b"# OKRs", "a.docx", "is damaged or no office file"),
        (b"", "a.xlsx", "is damaged or no office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", "locked with a password"),
        (workbook({"a": [["x"]]})[:-100], "a.xlsm", "is damaged"),
        (b"<p>a" * 100_001, "a.html", "more than 200,000 elements"),
    ],
)
def test_each_is_refused_with_a_sentence(data: bytes, path: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as error:
        convert(data, path)
    assert "\n" not in str(error.value)


def test_spans_that_no_table_has() -> None:
    wide = "<table><tr><td colspan=9999 rowspan=9999>a<td>b<tr><td>c</table>"
    assert convert(wide.encode(), "a.html").text.startswith("| a |\n| --- |")


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<!--", "</p>", "<p>", "<a x='y'>"]
)
def test_time_grows_with_the_page_and_no_faster(piece: str) -> None:
    short, long = (
        steps(lambda n=n: convert((piece * n + "OKRs").encode(), "a.html")) for n in (400, 800)
    )
    assert long < 2.6 * short
