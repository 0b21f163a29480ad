"""Sheets: workbooks, CSV and TSV, and what trackers export."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from okrlint import Document, InputError, parse
from okrlint.lines import LineIndex
from okrlint.place import PlaceIndex
from okrlint.sources import convert
from okrlint.sources.sheet import MOST_CELLS
from okrlint.sources.workbook import MOST_ROWS
from tests.sources.office import workbook


def read(data: bytes | str, path: str) -> Document:
    source = convert(data if isinstance(data, bytes) else data.encode(), path)
    return parse(source.text, path, places=source.places)


def tree(document: Document) -> list[tuple[str, list[str]]]:
    """Each statement with its place."""
    index = PlaceIndex(LineIndex(document.source), document.places)

    def shown(one: object) -> str:
        return f"{index.place(one.prose.span).name} {one.prose.text}"

    return [(shown(one), list(map(shown, one.key_results))) for one in document.objectives]


def fields(document: Document) -> list[dict[str, str]]:
    return [{f.name: f.prose.text for f in key.fields} for _, key in document.key_results()]


def test_a_workbook_with_column_names() -> None:
    rows = [
        ["Harbour OKRs Q3 2027"],
        [],
        ["Objective", "Key result", "Owner", "Baseline", "Target", "Due"],
        ["Ships leave on time", "Late departures", "Mira", 0.31, 0.125, dt.date(2027, 9, 30)],
        [None, "Crane hours lost to wind", "Tom", 240, 100, dt.datetime(2027, 9, 15)],  # noqa: DTZ001
    ]
    book = openpyxl.load_workbook(io.BytesIO(workbook({"Q3 plan": rows, "Lists": [["a", "b"]]})))
    book["Q3 plan"]["D4"].number_format = "0%"
    book["Q3 plan"]["E4"].number_format = "0.0%"
    book["Q3 plan"]["D5"].number_format = '[$€-2]#,##0 "per day%"'
    book["Lists"].sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    document = read(stream.getvalue(), "plan.xlsx")
    assert tree(document) == [
        (
            "'Q3 plan'!A4 Ships leave on time",
            ["'Q3 plan'!B4 Late departures", "'Q3 plan'!B5 Crane hours lost to wind"],
        )
    ]
    assert fields(document) == [
        {"owner": "Mira", "baseline": "31%", "target": "12.5%", "due": "2027-09-30"},
        {"owner": "Tom", "baseline": "€240", "target": "100", "due": "2027-09-15"},
    ]
    assert "Lists" not in document.source


def test_blocks_of_rows_under_lines_of_their_own() -> None:
    rows = [
        [None, "Company OKRs 2027"],
        [],
        [None, "Objective 1: Ships leave on time"],
        [None, "KR", "Owner", "Target"],
        [None, "Late departures", "Mira", "12%"],
        [],
        [None, "Objective 2: Crews stay"],
        [None, "KR", "Owner", "Target"],
        [None, "Deckhands who stay a year", "Ann", "80%"],
    ]
    assert tree(read(workbook({"Sheet1": rows}), "plan.xlsx")) == [
        ("Sheet1!B3 Ships leave on time", ["Sheet1!B5 Late departures"]),
        ("Sheet1!B7 Crews stay", ["Sheet1!B9 Deckhands who stay a year"]),
    ]


def test_rows_that_step_to_the_right() -> None:
    rows = [
        ["Company OKRs"],
        ["Ships leave on time"],
        [None, "Late departures fall from 31% to 12%"],
        [None, "2 cranes more"],
        ["Crews stay"],
        [None, "9 of 10 deckhands stay"],
    ]
    assert tree(read(workbook({"Q3 2027": rows}), "okrs.xlsx")) == [
        (
            "'Q3 2027'!A2 Ships leave on time",
            ["'Q3 2027'!B3 Late departures fall from 31% to 12%", "'Q3 2027'!B4 2 cranes more"],
        ),
        ("'Q3 2027'!A5 Crews stay", ["'Q3 2027'!B6 9 of 10 deckhands stay"]),
    ]


def test_labels_down_the_first_column() -> None:
    text = "O1,Ships leave on time\nKR1,2 cranes more\nO2,Crews stay\nKR1,9 of 10 stay\n"
    assert tree(read(f"Quarter,Q3 2027\n,\n{text}", "okrs.csv")) == [
        ("B3 Ships leave on time", ["B4 2 cranes more"]),
        ("B5 Crews stay", ["B6 9 of 10 stay"]),
    ]
    assert (
        "| Objective | Key results |\n| --- |" in read("Objective,Key results\n1,a", "a.csv").source
    )


def test_formulas_give_the_values_that_were_stored() -> None:
    book = openpyxl.Workbook()
    book.active.append(["OKRs", "=1+1"])  # never computed, so nothing was stored
    stream = io.BytesIO()
    book.save(stream)
    assert convert(stream.getvalue(), "a.xlsx").text == "# OKRs\n"


@pytest.mark.parametrize(("comma", "name"), [(",", "a.csv"), (";", "a.csv"), ("\t", "a.tsv")])
def test_columns_parted_in_several_ways(comma: str, name: str) -> None:
    rows = [
        ("\ufeffObjective", "Key results", "Quarter"),
        ("Ships leave on time", '"KR1: Late departures fall to 12%\nKR2: 2 cranes more"', "Q3"),
        ("Crews stay", "KR1: 80% stay, as ever".replace(",", " –"), "Q3"),
    ]
    document = read("\r\n".join(map(comma.join, rows)) + "\r\n", name)
    assert tree(document) == [
        ("A2 Ships leave on time", ["B2 Late departures fall to 12%", "B2 2 cranes more"]),
        ("A3 Crews stay", ["B3 80% stay – as ever"]),
    ]
    assert document.places
    assert document.places.lines[-1] == 4


def test_an_export_of_notion() -> None:
    text = """\
Name,Type,Owner,Status,Due,Parent item
Launch the new roster,Key result,Tom,Done,,Crews stay (https://www.notion.so/Crews-1a2b)
Ships leave on time,Objective,Mira Chen,In progress,"September 30, 2027",
"Late departures fall from 31% to 12%",Key result,"Mira, Tom",,,Ships leave on time (OKRs/S%201a.md)
Crews stay,Objective,Ann Lee,In progress,"September 30, 2027",
"""
    document = read(text, "OKRs 0a1b2c3d4e5f60718293a4b5c6d7e8f9.csv")
    assert tree(document) == [
        ("A3 Ships leave on time", ["A4 Late departures fall from 31% to 12%"]),
        ("A5 Crews stay", ["A2 Launch the new roster"]),
    ]


@pytest.mark.parametrize(
    ("name", "count"), [("Key Results 1a2b.csv", 2), ("Team OKRs 1a2b.csv", 2), ("Projects.csv", 0)]
)
def test_names_beside_objectives_are_key_results_where_the_title_says_so(
    name: str, count: int
) -> None:
    text = """\
Name,Objective,Owner,Progress
Late departures fall from 31% to 12%,Ships leave on time (https://www.notion.so/S-1a),Mira,20%
Launch the new roster,Ships leave on time (https://www.notion.so/S-1a),Tom,0%
"""
    assert len(fields(read(text, name))) == count


def test_parents_that_are_not_there_move_no_row() -> None:
    text = "Name,Parent\na,b\nb,\nc,z\n"
    assert convert(text.encode(), "a.csv").text.endswith("| a | b |\n| b | |\n| c | z |\n")
    loop = convert(b"Name,Parent\na,b\nb,a\nc,\n", "a.csv").text
    assert "| a | b |\n| b | a |" in loop


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        (b"a,b\n" * (MOST_CELLS // 2 + 1), "a.csv", "more than 20,000 filled cells"),
        (b'a,"' + b"x" * 200_000, "a.csv", "is no CSV that can be read"),
        (b"a,\xff\n", "a.csv", "not UTF-8 text"),
        (workbook({"Data": [[]] * MOST_ROWS + [["x"]]}), "a.xlsx", "'Data' has more than 10,000"),
    ],
)
def test_what_is_too_much_is_said(data: bytes, path: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        convert(data, path)
