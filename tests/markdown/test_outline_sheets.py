"""Tables that a script made of a spreadsheet."""

from __future__ import annotations

from okrlint.model import Objective
from okrlint.outline import parse

BELOW_A_TITLE = """# Harbour OKRs 2027

| Harbour OKRs 2027 | Unnamed: 1 | Unnamed: 2 | Unnamed: 3 | Unnamed: 4 |
|---|---|---|---|---|
| Last change: | 2027-02-03 |  |  |  |
| No. | Objective / Key result | Q1 actual | Q2 target | Who |
| O1 | Boats leave when they should |  |  |  |
| 1.1 | Sailings that leave on time | 71 % | 90 % | Ruth |
| 1.2 | Spare pump on every boat |  |  | Ines |
|  |  |  |  |  |
| O2 | Guests find the pier |  |  |  |
| 2.1 | Guests who ask for the way | 40 a week | 10 a week | Ruth |
|  |  |  |  |  |
| KPIs (only watched) |  |  |  |  |
|  | Fuel a mile | 4.1 | 4.0 | Ruth |
|  |  |  |  |  |
| last look: Monday, Ines |  |  |  |  |
"""
EMPTY = """# Harbour OKRs 2027

| Objective | Key result | FY26 actual | FY27 plan | by when |
|---|---|---|---|---|
| Boats leave when they should | Sailings that leave on time | 71 % | 90 % | nan |
| nan | Spare pumps on board | nan | 12 | NaT |
"""

PASTED = """# Harbour OKRs 2027

Objective\tKey result\tBaseline\tQ3 target\tOwner
Boats leave when they should\tSailings that leave on time\t71 %\t90 %\tRuth
\tSpare pump on every boat
Guests find the pier\tGuests who ask for the way\t\t10 a week
"""


def fields(objective: Objective) -> list[tuple[str, dict[str, str]]]:
    return [
        (one.prose.text, {field.name: field.prose.text for field in one.fields})
        for one in objective.key_results
    ]


def test_the_header_stands_below_the_title_of_the_sheet() -> None:
    first, second = parse(BELOW_A_TITLE).objectives
    assert (first.prose.text, first.label) == ("Boats leave when they should", "O1")
    levels = {"baseline": "71 %", "target": "90 %", "owner": "Ruth"}
    assert fields(first) == [
        ("Sailings that leave on time", levels),
        ("Spare pump on every boat", {"owner": "Ines"}),
    ]
    assert [one.prose.text for one in second.key_results] == ["Guests who ask for the way"]


def test_nan_is_an_empty_cell() -> None:
    (objective,) = parse(EMPTY).objectives
    assert fields(objective) == [
        ("Sailings that leave on time", {"baseline": "71 %", "target": "90 %"}),
        ("Spare pumps on board", {"target": "12"}),
    ]


def test_a_sheet_pasted_as_text_is_a_table() -> None:
    boats, guests = parse(PASTED).objectives
    assert fields(boats) == [
        ("Sailings that leave on time", {"baseline": "71 %", "target": "90 %", "owner": "Ruth"}),
        ("Spare pump on every boat", {}),
    ]
    assert fields(guests) == [("Guests who ask for the way", {"target": "10 a week"})]


def test_lines_with_tabs_alone_are_no_table() -> None:
    text = PASTED.replace("Objective\tKey result\tBaseline", "Boats\t12\t14 %")
    assert not parse(text).objectives
