"""The year of a cycle that is written without one."""

from __future__ import annotations

import pytest

from okrlint.outline import parse

OKRS = "- Objective: Be found\n  - KR: 500 visits a day\n"


def cycle(head: str, path: str = "") -> str:
    document = parse(f"{head}\n\n{OKRS}", path)
    found = document.objectives[0].cycle or document.cycle
    assert found
    return f"{found.start}..{found.end}"


@pytest.mark.parametrize(
    "head",
    [
        "---\ndate: 2027-07-01\n---\n\n# OKRs Q3",
        "---\nyear: 2027\nquarter: Q3\n---\n\n# OKRs",
        "---\ncreated: 2027-06-20\n---\n\n# OKRs\n\n## Q3",
        "# OKRs Q3\n\nAgenda of 12 August 2027",
        "# OKRs\n\nQuarter: Q3\n\nLast updated 3 July 2027",
        "# OKRs 2027\n\nQuarter: Q3",
        "# Team plan 2027\n\n## Q3",
        "# Q3 OKRs\n\n## 12 July 2027, planning",
        "# Q3 OKRs\n\n| Team | Shop |\n|--|--|\n| Date | 2027-07-12 |",
        "# OKRs July to September\n\nStart: 12.07.2027",
    ],
)
def test_what_dates_the_document_gives_the_year(head: str) -> None:
    assert cycle(head) == "2027-07-01..2027-09-30"


def test_the_path_gives_the_year() -> None:
    assert cycle("# OKRs Q3", "plans/2027/okrs.md") == "2027-07-01..2027-09-30"


def test_the_nearest_quarter_is_meant() -> None:
    assert cycle("# OKRs Q4\n\nUpdated: 2028-01-04") == "2027-10-01..2027-12-31"
    assert cycle("# OKRs Q1\n\nWritten on 15 December 2027") == "2028-01-01..2028-03-31"


def test_the_reader_is_told_where_the_year_comes_from() -> None:
    document = parse(f"# OKRs Q3\n\nAgenda of 12 August 2027\n\n{OKRS}")
    assert document.cycle
    assert document.cycle.note == 'year taken from "12 August 2027"'


@pytest.mark.parametrize(
    "head",
    [
        "# OKRs Q1\n\nUpdated 2 April 2026 and 7 May 2027",
        "# OKRs Q1\n\nWe have kept this page since 3 May 2024, when the shop was a stall.",
        "# OKRs Q1",
    ],
)
def test_no_year_is_guessed(head: str) -> None:
    assert cycle(head) == "None..None"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("# Shop OKRs (Q2)\n\n**Cycle:** 1 Apr – 30 Jun 2027", "2027-04-01..2027-06-30"),
        ("# Shop OKRs (Q2)\n\nOwner: Ana | Period: 3 May – 30 July 2027", "2027-05-03..2027-07-30"),
        ("# Shop OKRs (Q2)\n\n1 April 2027 to 30 June 2027", "2027-04-01..2027-06-30"),
        (
            "# Shop OKRs Q2\n\n| Cycle | Apr–Jun 2027 |\n|--|--|\n| Team | Shop |",
            "2027-04-01..2027-06-30",
        ),
        ("---\nperiod: 2027-04-05 to 2027-07-04\n---\n\n# Shop OKRs Q2", "2027-04-05..2027-07-04"),
        # a title with its year stays, and so does one beside another period
        ("# Shop OKRs Q2 2027\n\nPeriod: Spring", "2027-04-01..2027-06-30"),
        ("# Shop OKRs (Q2)\n\nTrial from 1 May 2027 to 4 May 2027", "None..None"),
        # months that say when the fiscal year begins
        ("# Shop OKRs, Q3 FY2028 (Aug–Oct)", "2027-08-01..2027-10-31"),
        ("# Shop OKRs, Q3 FY2028 (Aug–Nov)", "None..None"),
    ],
)
def test_a_line_with_days_says_more_than_a_title_without(head: str, expected: str) -> None:
    assert cycle(head) == expected
