"""Week numbers, tills, years that count, several dates."""

from __future__ import annotations

import datetime as dt

import pytest

from okrlint.dates import Calendar
from okrlint.language import load_reader
from okrlint.reading import Reading

CYCLE = (dt.date(2027, 7, 1), dt.date(2027, 9, 30))


def _read(text: str) -> Reading:
    return load_reader().read([text], Calendar(), [CYCLE])[0]


@pytest.mark.parametrize(
    "when",
    ["2027-W33", "W33", "CW 33", "KW33", "week 33", "the end of week 33", "week 33 of 2027"],
)
def test_week_numbers(when: str) -> None:
    deadline = _read(f"12 kilns fire again by {when}").deadline
    assert deadline is not None
    assert deadline.latest == dt.date(2027, 8, 22)


@pytest.mark.parametrize(
    "text",
    [
        "Buy The New Till At The East Gate",
        "The old till takes 60 payments an hour",
        "Week-6 retention of members climbs from 20 % to 35 %",
        "W33 visits the museum",
    ],
)
def test_no_deadline(text: str) -> None:
    deadline = _read(text).deadline
    assert deadline is None or deadline.kind.value != "deadline"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8 kilns fire by July, 12 by August, 20 by September", dt.date(2027, 9, 30)),
        ("30 % of the roof closed by 31 July, 100 % by 15 September", dt.date(2027, 9, 15)),
        ("40 schools book till August", dt.date(2027, 8, 31)),
    ],
)
def test_the_last_of_several_dates_counts(text: str, day: dt.date) -> None:
    deadline = _read(text).deadline
    assert deadline is not None
    assert deadline.latest == day


@pytest.mark.parametrize(
    "text",
    [
        "No broken vase this quarter",
        "Ticket sales up 20 % over the season",
        "12 kilns fire again by month 3",
        "No fault in launch quarter",
    ],
)
def test_periods_that_end_and_numbered_milestones_are_deadlines(text: str) -> None:
    deadline = _read(text).deadline
    assert deadline is not None
    assert deadline.kind.value == "deadline"


@pytest.mark.parametrize(
    ("text", "count"), [("1988 guests return", 1988), ("Win 2026 donors", 2026)]
)
def test_a_count_that_looks_like_a_year(text: str, count: int) -> None:
    assert [q.value for q in _read(text).quantities] == [count]


@pytest.mark.parametrize("text", ["2027 goals are set", "In 2027 members vote"])
def test_a_year_is_no_count(text: str) -> None:
    assert _read(text).quantities == ()


@pytest.mark.parametrize("word", ["bi-annually", "semi-monthly", "biweekly"])
def test_the_whole_word_of_a_cadence(word: str) -> None:
    assert [w.text for w in _read(f"Glazes are tested {word}").whens] == [word]


@pytest.mark.parametrize(
    ("text", "measurable"),
    [
        ("Calls per month", False),
        ("Posts per week", False),
        ("Calls per month, Target: 40", True),
        ("50 calls per month", True),
        ("A call per month", True),
    ],
)
def test_the_name_of_a_rate_promises_nothing(text: str, measurable: bool) -> None:
    assert _read(text).measurable is measurable


def test_a_time_that_began_before_the_cycle_is_no_stage() -> None:
    cycle = (dt.date(2027, 4, 1), dt.date(2028, 3, 31))
    text = "Spend below £60,000 (2026/27: £112,400)"
    (found,) = load_reader().read([text], Calendar(), [cycle])[0].quantities
    assert found.baseline == 112_400


def test_half_a_year_is_written_with_a_capital() -> None:
    assert [when.text for when in _read("Restored in 1h26").whens if when.latest] == []
    assert _read("Restore the lock by 1H28").deadline is not None
