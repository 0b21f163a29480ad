"""Words that name a cycle: titles, headings, file names, intro sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from okrlint.dates import Calendar, find_periods


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Platform team OKRs Q2 2026", "2026-04-01", "2026-06-30"),
        ("Goals for 2026 Q1", "2026-01-01", "2026-03-31"),
        ("Q2 2026 (90 days)", "2026-04-01", "2026-06-30"),
        ("These are our OKRs for 1Q2025. For Q2 we hope for more.", "2025-01-01", "2025-03-31"),
        ("plans/2025-q3.md", "2025-07-01", "2025-09-30"),
        ("plans/archive/Q1-25/README.md", "2025-01-01", "2025-03-31"),
        ("2025/goals/q2.md", "2025-04-01", "2025-06-30"),
        ("team-goals-2025q4.md", "2025-10-01", "2025-12-31"),
        ("GOALS_2025_Q4.md", "2025-10-01", "2025-12-31"),
        ("goals-2025-h1.md", "2025-01-01", "2025-06-30"),
        ("jan-mar-2025.md", "2025-01-01", "2025-03-31"),
        ("2025.md", "2025-01-01", "2025-12-31"),
        ("Goals 2027-W14 to W26", "2027-04-05", "2027-07-04"),
        ("Goals 2026-W49 - 2027-W09", "2026-11-30", "2027-03-07"),
        ("Plan for KW 1-13/2027", "2027-01-04", "2027-04-04"),
        ("01.07.2027 bis 30.09.2027", "2027-07-01", "2027-09-30"),
        ("Goals 2025 - Data team - Q2", "2025-04-01", "2025-06-30"),
        ("Objectives and Key Results, 2025", "2025-01-01", "2025-12-31"),
        ("Design (2025)", "2025-01-01", "2025-12-31"),
        ("OKR review, Q3 2025 (July - September)", "2025-07-01", "2025-09-30"),
        ("Retro 2nd half of 2025", "2025-07-01", "2025-12-31"),
        ("January – March 2025", "2025-01-01", "2025-03-31"),
        ("Winter 2026", "2026-01-01", "2026-03-31"),
        ("Period: March 2025", "2025-03-01", "2025-03-31"),
        ("From 12/04/2025 To 12/06/2025", "2025-04-12", "2025-06-12"),
        ("Cycle: 1 April 2025 to 30 June 2025", "2025-04-01", "2025-06-30"),
        # open at one end
        ("Goals to the end of 2025", "None", "2025-12-31"),
        ("What we want by the end of 2025", "None", "2025-12-31"),
        ("Timeline: until 31/12/2025", "None", "2025-12-31"),
        ("Active from: 1 May 2025", "2025-05-01", "None"),
        # known to be a cycle, days not known
        ("Q3 goals", "None", "None"),
        ("Objectives for the next 90 days", "None", "None"),
        ("OKRs for March", "None", "None"),
    ],
)
def test_cycles(text, first, last):
    best = next(find_periods(text, Calendar()))
    assert (str(best.earliest), str(best.latest)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Since 2019 we have grown",
        "© 2021 Example Ltd",
        "Last updated: 5 June 2025",
        "Published March 2021",
        "Version 2021.1",
        "v2021",
        "created: 2025-02-07",
        "What we learned at PyCon 2019",
        "Minutes of the meeting of March 2024",
        "Review 3 May 2024",
        "Team capacity this quarter is small",
        "Accomplish them in the next 30–90 days",
        "The mission of the data team",
        "",
    ],
)
def test_no_cycles(text):
    assert not list(find_periods(text, Calendar()))


def test_fiscal_year_start():
    best = next(find_periods("Team/FY21-Q3", Calendar(fiscal_year_start=2)))
    assert (best.earliest, best.latest) == (dt.date(2020, 8, 1), dt.date(2020, 10, 31))


def test_today_gives_the_days():
    best = next(find_periods("Goals for the next 90 days", Calendar(today=dt.date(2025, 1, 1))))
    assert (best.earliest, best.latest) == (dt.date(2025, 1, 1), dt.date(2025, 4, 1))


def test_event_ends_the_cycle():
    text = "04.02.25 - 1 week after the Oslo launch"
    best = next(find_periods(text, Calendar()))
    assert best.earliest == dt.date(2025, 2, 4)
    assert best.latest is None
    assert best.event == "1 week after the Oslo launch"
    assert text[best.start : best.end] == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Data goals, Q3 FY2028 (Aug–Oct)", "2027-08-01", "2027-10-31"),
        ("Data goals, Aug–Oct (Q3 FY28)", "2027-08-01", "2027-10-31"),
        ("FY2028 goals: Q4 (Nov–Jan)", "2027-11-01", "2028-01-31"),
        ("Data goals, H1 FY2028 (Jul to Dec)", "2027-07-01", "2027-12-31"),
        ("Data goals FY2028 (Feb–Jan)", "2027-02-01", "2028-01-31"),
        ("Data goals, Q3 FY2028 (Aug 2028 – Oct 2028)", "2028-08-01", "2028-10-31"),
        # the months are those of the calendar, or in them
        ("Data goals, Q3 FY2028 (Jul–Sep)", "2028-07-01", "2028-09-30"),
        ("Data goals, Q3 FY2028 (Aug–Sep)", "2028-07-01", "2028-09-30"),
        ("Data goals, Q3 2028 (Jul–Sep)", "2028-07-01", "2028-09-30"),
        # which year is not said
        ("Data goals, Q3 FY2028 (Aug–Nov)", None, None),
        ("Data goals, Q1 2028 (Feb–Apr)", None, None),
        ("Data goals, Q3 (Aug–Oct)", None, None),
    ],
)
def test_months_beside_a_quarter_are_its_months(text, first, last):
    found = next(find_periods(text, Calendar()))
    days = [str(d) if d else None for d in (found.earliest, found.latest)]
    assert days == [first, last]
