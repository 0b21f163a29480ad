"""A fiscal year that begins when the page itself says."""

from __future__ import annotations

import datetime as dt

import pytest

from okrlint import Calendar, Linter, Settings, parse
from okrlint.dates import with_stated

PAGE = """\
# OKRs FY27-Q1

{}

## Objective: The ferry is never late

- KR: 9 of 10 ferries leave on time by the end of FY27 Q2
"""


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("Our fiscal year starts on February 1.", 2),
        ("The financial year begins in July, see the finance page.", 7),
        ("Note: FY starts each October", 10),
        ("Our fiscal year begins with the 1st of April.", 4),
        ("Last fiscal year started slowly in March.", 1),
        ("Fiscal years start in May or, for the islands, the fiscal year starts in June.", 1),
        ("We start in February.", 1),
    ],
)
def test_the_month_that_a_text_states(words: str, month: int) -> None:
    assert with_stated(Calendar(), words).fiscal_year_start == month


def test_what_is_configured_stays() -> None:
    july = Calendar(fiscal_year_start=7)
    assert with_stated(july, "Our fiscal year starts in May.") == july


def test_cycle_and_deadlines_are_of_that_year() -> None:
    page = PAGE.format("Our fiscal year starts on February 1. FY27 is our third.")
    document = parse(page)
    assert document.cycle
    assert (document.cycle.start, document.cycle.note) == (dt.date(2026, 2, 1), None)
    ((_, key_result),) = document.key_results()
    due = Linter(Settings()).look_into(document).due(key_result)
    assert due
    assert due.date == dt.date(2026, 7, 31)


def test_a_day_at_the_end_of_a_sentence_takes_no_year_from_the_next() -> None:
    document = parse(PAGE.format("We begin on February 1. FY27 is our third."))
    assert document.cycle
    assert document.cycle.start == dt.date(2027, 1, 1)
