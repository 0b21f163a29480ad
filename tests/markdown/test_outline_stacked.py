"""Tables that hold several sets, that point at each other, or that lack their line of dashes."""

from __future__ import annotations

import pytest

from okrlint import parse

_HEAD = "# OKRs Q3 2027\n\n"
_RULED = """| Objective 1 | Boats leave on time | Owner |
| --- | --- | --- |
| 1.1 | Late departures fall from 30% to 10% | Ada |
| 1.2 | Missed connections fall from 90 to 20 | Bo |
| Objective 2 | Passengers come back | |
| 2.1 | Season tickets rise from 400 to 900 | Cy |
"""
_ONE_COLUMN = """| Objective 1 |
| --- |
| Boats leave on time |
| Late departures fall from 30% to 10% |
| Missed connections fall from 90 to 20 |
| Objective 2 |
| Passengers come back |
| Season tickets rise from 400 to 900 |
"""
_BY_NUMBER = """| # | Objective |
| --- | --- |
| 1 | Boats leave on time |
| 2 | Passengers come back |

| Objective | Key result |
| --- | --- |
| 1 | Late departures fall from 30% to 10% |
| 1 | Missed connections fall from 90 to 20 |
| 2 | Season tickets rise from 400 to 900 |
"""
_STATED = _BY_NUMBER.replace("| # | Objective |", "| Objective | Statement |")
_TYPES = """| Type | Title | Team | Status |
| --- | --- | --- | --- |
| O | Boats leave on time | Harbour | On track |
| KR | Late departures fall from 30% to 10% | Harbour | On track |
| KR | Missed connections fall from 90 to 20 | Desk | At risk |
| O | Passengers come back | Desk | On track |
| KR | Season tickets rise from 400 to 900 | Desk | Behind |
"""
_UNRULED = """ID | Objective | Key result | Owner
1 | Boats leave on time | Late departures fall from 30% to 10% | Ada
2 | Boats leave on time | Missed connections fall from 90 to 20 | Bo
3 | Passengers come back | Season tickets rise from 400 to 900 | Cy
"""
_BOLD = """**Objective 1**

**Boats leave on time**

- Late departures fall from 30% to 10%
- Missed connections fall from 90 to 20

**Objective 2**

**Passengers come back**

- Season tickets rise from 400 to 900
"""


@pytest.mark.parametrize(
    "source", [_RULED, _ONE_COLUMN, _BY_NUMBER, _STATED, _TYPES, _UNRULED, _BOLD]
)
def test_two_sets_are_read(source: str) -> None:
    document = parse(_HEAD + source)
    found = {o.prose.text: len(o.key_results) for o in document.objectives}
    assert found == {"Boats leave on time": 2, "Passengers come back": 1}
    assert not document.unread


def test_a_column_named_once_has_that_name_in_each_set() -> None:
    owners = [
        field.prose.text
        for objective in parse(_HEAD + _RULED).objectives
        for key_result in objective.key_results
        for field in key_result.fields
        if field.name == "owner"
    ]
    assert owners == ["Ada", "Bo", "Cy"]
