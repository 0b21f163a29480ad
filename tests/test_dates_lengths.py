"""Lengths beside a day, and parts of a year by their other names."""

from __future__ import annotations

import datetime as dt

import pytest

from okrlint.dates import Calendar, end_of_length, find_dates


def dates(text: str) -> list[str]:
    found = find_dates(text, Calendar())
    return [f"{text[one.start : one.end]}: {one.earliest}..{one.latest}" for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("week of 7 July 2027", "week of 7 July 2027: 2027-07-07..2027-07-13"),
        ("w/c 2027-07-05", "w/c 2027-07-05: 2027-07-05..2027-07-11"),
        ("12 weeks from 4 January 2027", "12 weeks from 4 January 2027: 2027-01-04..2027-03-28"),
        ("6 weeks starting 1 May 2027", "6 weeks starting 1 May 2027: 2027-05-01..2027-06-11"),
        ("1 June 2027 for 90 days", "1 June 2027 for 90 days: 2027-06-01..2027-08-29"),
        ("1 June 2027 (6 weeks)", "1 June 2027 (6 weeks): 2027-06-01..2027-07-12"),
        ("live on 1 June 2027 (6 weeks late)", "1 June 2027: 2027-06-01..2027-06-01"),
        ("live by 1 June 2027 (6 weeks)", "1 June 2027: 2027-06-01..2027-06-01"),
        ("1 May - 1 June 2027 (5 weeks)", "1 May - 1 June 2027: 2027-05-01..2027-06-01"),
        ("by 07/2027", "07/2027: 2027-07-01..2027-07-31"),
        ("winter 2026/27", "winter 2026/27: 2026-12-01..2027-02-28"),
        ("fall semester 2026/27", "fall semester 2026/27: 2026-08-01..2026-12-31"),
        ("spring term 2026/27", "spring term 2026/27: 2027-01-01..2027-04-30"),
        ("27Q3", "27Q3: 2027-07-01..2027-09-30"),
        ("tertial 2 2027", "tertial 2 2027: 2027-05-01..2027-08-31"),
        ("second semester of 2027", "second semester of 2027: 2027-07-01..2027-12-31"),
        ("Q4 FY26–27", "Q4 FY26–27: 2027-01-01..2027-03-31"),
    ],
)  # fmt: skip
def test_what_the_words_mean(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize("text", ["rank T2 of all", "12/04", "OKR set 2/2027", "10-Q3 filings"])
def test_no_date(text: str) -> None:
    assert not [one for one in dates(text) if "None" not in one]


def test_a_fiscal_year_of_two_years_is_told_to_be_a_guess() -> None:
    (one,) = find_dates("FY2026/27", Calendar())
    assert one.note
    assert "April to March" in one.note
    (said,) = find_dates("FY2026/27", Calendar(fiscal_year_start=7))
    assert (said.earliest, said.note) == (dt.date(2026, 7, 1), None)


def test_the_end_of_a_length() -> None:
    assert end_of_length("90-day OKRs", dt.date(2027, 6, 1)) == dt.date(2027, 8, 29)
    assert end_of_length("OKRs", dt.date(2027, 6, 1)) is None
