"""Lines below a statement, and what stands before and behind it."""

from __future__ import annotations

import pytest

from okrlint.beside import Found, fields_in_line, split_front, split_tail


def shown(text: str, found: tuple[Found, ...]) -> list[str]:
    return [f"{field.name}={text[field.start : field.end]}" for field in found]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Baseline: 3", ["baseline=3"]),
        ("Owner: Ruth | Due: 30 June", ["owner=Ruth", "due=30 June"]),
        ("Owner: Ruth · Confidence: 0.6", ["owner=Ruth", "confidence=0.6"]),
        ("Baseline: 3 → Target: 5", ["baseline=3", "target=5"]),
        ("Baseline 3; target 5", ["baseline=3", "target=5"]),
        ("(owner Ruth, due 30 June)", ["owner=Ruth", "due=30 June"]),
        ("From 18 to 6 days", ["baseline=18", "target=6 days"]),
        ("€18k → €6k", ["baseline=€18k", "target=€6k"]),
        ("To: 40% by June", ["target=40% by June"]),
        ("Measured by 40 letters", ["success=40 letters"]),
        ("with a total of 12", ["success=12"]),
        ("Metric: NPS", ["metric=NPS"]),
        (
            "Target (31 May): 40, of them 10 in Bern",
            ["target=40, of them 10 in Bern", "due=31 May"],
        ),
        ("Due 30 June", ["due=30 June"]),
        ("Start 3 pilots", []),
        ("Target 3 schools in the north", []),
        ("The number of the plot is on the gate", []),
        ("Ask Bo: he knows 3 growers", []),
        ("Launch the shop", []),
        ("", []),
    ],
)
def test_line(line: str, fields: list[str]) -> None:
    assert shown(line, fields_in_line(line)) == fields


@pytest.mark.parametrize(
    ("text", "statement", "fields"),
    [
        ("Cut waits (due 30 June)", "Cut waits", ["due=30 June"]),
        ("Cut waits [by mid-August]", "Cut waits", ["due=mid-August"]),
        ("Cut waits — due June", "Cut waits", ["due=June"]),
        ("Cut waits, due June", "Cut waits", ["due=June"]),
        ("Waits (target: 40)", "Waits", ["target=40"]),
        ("Waits | baseline: 60 | target: 40", "Waits", ["target=40", "baseline=60"]),
        ("Waits (baseline 60; target 40);", "Waits", ["baseline=60", "target=40"]),
        ("Cut waits [Progress: 40%]", "Cut waits", ["progress=40%"]),
        ("Cut waits (60% done)", "Cut waits", ["progress=60% done"]),
        ("Waits from 60 to 40 (60%)", "Waits from 60 to 40", ["progress=60%"]),
        ("Publish the timetable — 60%", "Publish the timetable", ["progress=60%"]),
        ("Cut waits (confidence 7/10)", "Cut waits", ["confidence=7/10"]),
        ("Cut waits (0.7)", "Cut waits", ["score=0.7"]),
        ("Cut waits owner:: Ruth", "Cut waits", ["owner=Ruth"]),
        ("Cut waits (Owner: Ruth) (due May)", "Cut waits", ["due=May", "owner=Ruth"]),
        ("Guests who come back (60%)", "Guests who come back (60%)", []),
        ("Waits (from 60 to 40)", "Waits (from 60 to 40)", []),
        ("Waits (currently 60)", "Waits (currently 60)", []),
        ("Faults a mile: 3.9 → 0.8", "Faults a mile: 3.9 → 0.8", []),
        ("Meet growers - by phone", "Meet growers - by phone", []),
        ("Win 3 clubs", "Win 3 clubs", []),
        ("(due June)", "(due June)", []),
    ],
)
def test_tail(text: str, statement: str, fields: list[str]) -> None:
    tail = split_tail(text)
    assert (text[: tail.start], shown(text, tail.fields)) == (statement, fields)


@pytest.mark.parametrize(
    ("text", "statement", "fields"),
    [
        ("[P0] Cut waits", "Cut waits", ["priority=P0"]),
        ("P1 (.4): Cut waits", "Cut waits", ["priority=P1", "score=.4"]),
        ("Guardrail: no falls", "no falls", ["kind=Guardrail"]),
        ("@ruth - Cut waits", "Cut waits", ["owner=@ruth"]),
        ("P2P lending grows", "P2P lending grows", []),
        ("Binary: the licence is renewed", "the licence is renewed", ["kind=Binary"]),
        (
            "Range: pool water between 26 and 28 °C",
            "pool water between 26 and 28 °C",
            ["kind=Range"],
        ),
        ("Range: 90 km on one charge", "Range: 90 km on one charge", []),
        ("Range: between 60 and 90 km", "Range: between 60 and 90 km", []),
        ("Off track: 9 clubs join", "9 clubs join", ["status=Off track"]),
        ("RAG: amber – falls below 3 %", "falls below 3 %", ["status=amber"]),
        ("[blocked] Win 3 clubs", "Win 3 clubs", ["status=blocked"]),
        ("Done: 12 of 40", "Done: 12 of 40", []),
        ("Green: paint 3 gates", "Green: paint 3 gates", []),
    ],
)
def test_front(text: str, statement: str, fields: list[str]) -> None:
    front = split_front(text)
    assert (text[front.end :], shown(text, front.fields)) == (statement, fields)
