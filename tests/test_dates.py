"""Words of dates, read without spaCy."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from okrlint.dates import Calendar, Grain, find_dates, find_periods

SPRING = (dt.date(2024, 4, 1), dt.date(2024, 6, 30))
"""The cycle that settles missing years below."""

PLAIN = Calendar(today=dt.date(2024, 5, 10))


def read(text: str, calendar: Calendar = PLAIN, around=SPRING) -> tuple[str, str, str]:
    (words,) = find_dates(text, calendar, around)
    return text[words.start : words.end], str(words.earliest), str(words.latest)


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        # days
        ("Ship it by 30 June", "30 June", "2024-06-30", "2024-06-30"),
        ("on June 30th, 2025", "June 30th, 2025", "2025-06-30", "2025-06-30"),
        ("Friday, 14 June 2024", "Friday, 14 June 2024", "2024-06-14", "2024-06-14"),
        ("held June 27-30 in Bonn", "June 27-30", "2024-06-27", "2024-06-30"),
        ("due 2024-06-30", "2024-06-30", "2024-06-30", "2024-06-30"),
        ("by 31/12", "31/12", "2024-12-31", "2024-12-31"),
        ("by 30.04. at the latest", "30.04", "2024-04-30", "2024-04-30"),
        ("by 6/30", "6/30", "2024-06-30", "2024-06-30"),
        ("by Friday", "Friday", "2024-05-17", "2024-05-17"),
        # months and parts of them
        ("by May", "May", "2024-05-01", "2024-05-31"),
        ("in Sept. 2024", "Sept. 2024", "2024-09-01", "2024-09-30"),
        ("Freeze the hooks (Sept)", "Sept", "2024-09-01", "2024-09-30"),
        ("Freeze the hooks (March)", "March", "2024-03-01", "2024-03-31"),
        ("during 2024-06", "2024-06", "2024-06-01", "2024-06-30"),
        ("by mid-August", "mid-August", "2024-08-15", "2024-08-15"),
        ("by the end of May", "end of May", "2024-05-31", "2024-05-31"),
        ("late June", "late June", "2024-06-21", "2024-06-30"),
        ("first week of November", "first week of November", "2024-11-01", "2024-11-07"),
        # quarters, halves, years
        ("in Q3", "Q3", "2024-07-01", "2024-09-30"),
        ("2019Q3", "2019Q3", "2019-07-01", "2019-09-30"),
        ("Q1-19", "Q1-19", "2019-01-01", "2019-03-31"),
        ("1Q18", "1Q18", "2018-01-01", "2018-03-31"),
        ("Q1 '22", "Q1 '22", "2022-01-01", "2022-03-31"),
        ("Q4FY22", "Q4FY22", "2022-10-01", "2022-12-31"),
        ("Quarter 3, 2024", "Quarter 3, 2024", "2024-07-01", "2024-09-30"),
        ("third quarter of 2024", "third quarter of 2024", "2024-07-01", "2024-09-30"),
        ("by the end of Q3", "end of Q3", "2024-09-30", "2024-09-30"),
        ("H2 FY22", "H2 FY22", "2022-07-01", "2022-12-31"),
        ("in the first half", "first half", "2024-01-01", "2024-06-30"),
        ("in the first six months of 2025", "first six months of 2025", "2025-01-01", "2025-06-30"),
        ("by 2026", "2026", "2026-01-01", "2026-12-31"),
        ("FY2021", "FY2021", "2021-01-01", "2021-12-31"),
        # counted from today or from the cycle
        ("this quarter", "this quarter", "2024-04-01", "2024-06-30"),
        ("next month", "next month", "2024-06-01", "2024-06-30"),
        ("by EOQ", "EOQ", "2024-06-30", "2024-06-30"),
        ("by EOQ3", "EOQ3", "2024-07-01", "2024-09-30"),
        ("EOH1: all signed", "EOH1", "2024-01-01", "2024-06-30"),
        ("by EOY", "EOY", "2024-12-31", "2024-12-31"),
        ("end of the month", "end of the month", "2024-05-31", "2024-05-31"),
        ("the next 90 days", "the next 90 days", "2024-05-10", "2024-08-08"),
        ("within six weeks", "within six weeks", "2024-05-10", "2024-06-21"),
        ("by week 10", "week 10", "2024-06-03", "2024-06-09"),
        ("week 13 of 2024", "week 13 of 2024", "2024-03-25", "2024-03-31"),
        ("by year end", "year end", "2024-12-31", "2024-12-31"),
        # seasons, terms, holidays
        ("spring 2025", "spring 2025", "2025-04-01", "2025-06-30"),
        ("in the Fall semester", "Fall semester", "2024-08-01", "2024-12-31"),
        ("JFM 2021", "JFM 2021", "2021-01-01", "2021-03-31"),
        ("by Thanksgiving 2024", "Thanksgiving 2024", "2024-11-28", "2024-11-28"),
        ("before Easter 2025", "Easter 2025", "2025-04-20", "2025-04-20"),
        ("by Black Friday 2024", "Black Friday 2024", "2024-11-29", "2024-11-29"),
        ("by Christmas", "Christmas", "2024-12-25", "2024-12-25"),
        # ranges
        ("Jan-Mar 2024", "Jan-Mar 2024", "2024-01-01", "2024-03-31"),
        ("January to March 2024", "January to March 2024", "2024-01-01", "2024-03-31"),
        ("Nov - Jan 2025", "Nov - Jan 2025", "2024-11-01", "2025-01-31"),
        ("Q1 & Q2 2022", "Q1 & Q2 2022", "2022-01-01", "2022-06-30"),
        ("01.02.24 - 30.04.24", "01.02.24 - 30.04.24", "2024-02-01", "2024-04-30"),
        ("between May and July", "between May and July", "2024-05-01", "2024-07-31"),
    ],
)
def test_days(text, said, first, last):
    assert read(text) == (said, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Users may leave at any time",
        "March forward with the second team",
        "The lawyer sat down in the sun",
        "Get 2000 readers",
        "Reach over 2024 users",
        "Release 2024.3 is out",
        "Answer CVE-2024-3094",
        "Score 4/5 or better",
        "Improve by 4/5 points",
        "Cut cost by 12.05 EUR",
        "Upgrade to v1.2.24",
        "Errors fall by half",
        "Answer within 24 hours",
        "Review each and every Wednesday",
        "Pass ISO 27001",
        "Support 24/7",
        "Fewer falls, more springs",
        "A third quarter-pounder",
    ],
)
def test_no_dates(text):
    assert not [text[d.start : d.end] for d in find_dates(text, PLAIN, SPRING)]


@pytest.mark.parametrize(
    "text", ["31 June", "30 February 2024", "29 Feb 2023", "Q5", "H3 2024", "by H3", "2024-13-01"]
)
def test_impossible(text):
    (words,) = find_dates(text, PLAIN)
    assert words.impossible
    assert (words.earliest, words.latest) == (None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("FY21-Q3", "2020-08-01", "2020-10-31"),
        ("Q4 FY21", "2020-11-01", "2021-01-31"),
        ("H1 FY21", "2020-02-01", "2020-07-31"),
        ("FY2021", "2020-02-01", "2021-01-31"),
        ("2021/22", "2021-02-01", "2022-01-31"),
        ("in 2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_fiscal_year_is_named_by_its_end(text, first, last):
    assert read(text, Calendar(fiscal_year_start=2), None)[1:] == (first, last)


@pytest.mark.parametrize(
    ("text", "calendar", "latest"),
    [
        ("12/04/2022", Calendar(day_first=True), "2022-04-12"),
        ("12/04/2022", Calendar(day_first=False), "2022-12-04"),
        ("25/12/2022, then 3/4/2022", Calendar(), "2022-12-25"),
        ("12/25/2022, then 3/4/2022", Calendar(), "2022-12-25"),
        ("from 12/04/2022 to 12/06/2022", Calendar(), "2022-06-12"),
        ("13/14/2022", Calendar(), "None"),
    ],
)
def test_order_of_day_and_month(text, calendar, latest):
    first = next(iter(find_dates(text, calendar)))
    assert str(first.latest) == latest


def test_doubtful_order_is_said():
    (doubtful,) = find_dates("by 3/4/2022", Calendar())
    assert doubtful.note
    (sure,) = find_dates("by 3/4/2022", Calendar(day_first=True))
    assert sure.note is None
    both = list(find_dates("25/12/2022 and 3/4/2022", Calendar()))
    assert "day" in (both[1].note or "")


def test_cycle_settles_the_order():
    cycle = (dt.date(2022, 10, 1), dt.date(2022, 12, 31))
    (words,) = find_dates("by 12/04/2022", Calendar(), cycle)
    assert words.latest == dt.date(2022, 12, 4)


def test_missing_year_is_left_open_when_nothing_says():
    (words,) = find_dates("by 30 June", Calendar())
    assert (words.earliest, words.latest, words.impossible) == (None, None, False)


def test_missing_year_looks_ahead_from_today():
    (words,) = find_dates("by 15 January", Calendar(today=dt.date(2024, 11, 3)))
    assert words.latest == dt.date(2025, 1, 15)


def test_quarter_of_a_cycle_that_is_no_calendar_quarter():
    cycle = (dt.date(2024, 5, 1), dt.date(2024, 7, 31))
    (words,) = find_dates("this quarter", Calendar(), cycle)
    assert (words.earliest, words.latest) == cycle


def test_grain():
    grains = [w.grain for w in find_dates("3 May; week 9; June; Q1; H1; 2025; Q1-Q2 2022", PLAIN)]
    assert grains == [
        Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.RANGE,
    ]  # fmt: skip


def test_import_needs_no_spacy():
    code = "import sys, okrlint.dates; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("BY 12 APR\u0130L 2026", "2026-04-12", "2026-04-12"),
        ("by the end of Apr\u0131l 2026", "2026-04-30", "2026-04-30"),
        ("in Augu\u017ft 2026", "2026-08-01", "2026-08-31"),
        ("\u017fpring 2026", "2026-04-01", "2026-06-30"),
        ("within \u017fix weeks", "2024-05-10", "2024-06-21"),
        ("the f\u0131r\u017ft quarter of 2026", "2026-01-01", "2026-03-31"),
    ],
)
def test_letters_that_expressions_take_for_others(text: str, first: str, last: str) -> None:
    (words,) = find_dates(text, PLAIN, SPRING)
    assert (str(words.earliest), str(words.latest)) == (first, last)


@pytest.mark.parametrize(
    "title", ["OKRs Spr\u0131ng 2026", "OKR\u017f f\u0131r\u017ft quarter 2026"]
)
def test_cycles_in_such_letters(title: str) -> None:
    assert next(find_periods(title, PLAIN)).latest is not None
