"""The cycle of a document, in the many ways in which people write it."""

from __future__ import annotations

import pytest

from okrlint.outline import parse

PIER, TICKETS = "Nobody is left on the pier", "Tickets sell themselves"
OBJECTIVE = """Objective: Nobody is left on the pier

- KR1: Full departures fall from 14% to 6%
- KR2: 9 of 10 guests call boarding easy
"""
OTHER = OBJECTIVE.replace(PIER, TICKETS)
Q1, Q2 = "2027-01-01..2027-03-31", "2027-04-01..2027-06-30"
Q3, Q4 = "2027-07-01..2027-09-30", "2027-10-01..2027-12-31"
H1, H2, YEAR = "2027-01-01..2027-06-30", "2027-07-01..2027-12-31", "2027-01-01..2027-12-31"
SOME = "2027-01-05..2027-03-27"


def cycle(text: str, path: str = "okrs.md") -> str | None:
    found = parse(text, path).cycle
    return f"{found.start}..{found.end}" if found and (found.start or found.end) else None


def cycles(text: str) -> list[str]:
    """The cycle that holds for each objective."""
    document = parse(text, "okrs.md")
    found = (objective.cycle or document.cycle for objective in document.objectives)
    return [f"{one.start}..{one.end}" if one else "" for one in found]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("OKRs FY27 H1", H1),
        ("Ferry OKRs, Jan - Mar 2027", Q1),
        ("2027Q1 OKRs", Q1),
        ("Ferry OKRs Q1'27", Q1),
        ("Q2 '27 OKRs — Logistics", Q2),
        ("OKRs for the 1st quarter of 2027", Q1),
        ("OKRs for the last quarter of 2027", Q4),
        ("OKRs for the second half of the year 2027", H2),
        ("OKRs H2/2027", H2),
        ("OKRs, quarter three 2027", Q3),
        ("OKRs - 3rd Qtr 2027", Q3),
        ("Ferry OKRs | Q3 | 2027", Q3),
        ("OKRs 27Q3", Q3),
        ("3Q27 OKRs", Q3),
        ("OKRs Q3 CY27", Q3),
        ("OKRs Q3FY27", Q3),
        ("OKRs [2027.Q2]", Q2),
        ("OKRs Q1–Q2 2027", H1),
        ("Semester 1, 2027: OKRs", H1),
        ("OKRs, semester 1 of 2026/27", "2026-07-01..2026-12-31"),
        ("OKRs 2027 – Trimester 2", "2027-05-01..2027-08-31"),
        ("OKRs: 2027 T1", "2027-01-01..2027-04-30"),
        ("OKRs tertial 3 2027", "2027-09-01..2027-12-31"),
        ("OKRs 07/2027 – 09/2027", Q3),
        ("OKRs (07.2027-09.2027)", Q3),
        ("OKRs 07-09/2027", Q3),
        ("OKRs 1/7/2027-30/9/2027", Q3),
        ("OKRs 2027-07 to 2027-09", Q3),
        ("OKRs — Cycle 3 (1 Sep – 31 Dec 2027)", "2027-09-01..2027-12-31"),
        ("OKRs (6 weeks: 2 March to 12 April 2027)", "2027-03-02..2027-04-12"),
        ("OKRs, week of 5 July 2027", "2027-07-05..2027-07-11"),
        ("Team OKRs (wk 1-13, 2027)", "2027-01-04..2027-04-04"),
        ("OKRs Q2 FY26–27", "2026-07-01..2026-09-30"),
        ("OKRs FY2026/27", "2026-04-01..2027-03-31"),
        ("OKRs Q2 FY26–27 (Oct–Dec 2026)", "2026-10-01..2026-12-31"),
        ("OKRs until Easter 2027", "None..2027-03-28"),
        ("Harbour 2027", YEAR),
        ("OKRs, Sprint 12-16", None),
        ("OKRs 2026–27 (1 August 2026 to 31 July 2027)", "2026-08-01..2027-07-31"),
        ("OKRs – Q3", None),
        ("OKRs: Market hall 2000", None),
    ],
)
def test_title(title: str, expected: str | None) -> None:
    assert cycle(f"# {title}\n\n## {OBJECTIVE}") == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Cycle: 2027-01-05 - 2027-04-03", "2027-01-05..2027-04-03"),
        ("*May 4 – July 31, 2027*", "2027-05-04..2027-07-31"),
        ("Timeframe: 12 weeks from 4 January 2027", "2027-01-04..2027-03-28"),
        ("Period: 4 January 2027 for 12 weeks", "2027-01-04..2027-03-28"),
        ("Start date: 2027-01-05\nEnd date: 2027-03-27", SOME),
        ("- **Team:** Pier\n- **From:** 5 January\n- **To:** 27 March 2027", SOME),
        ("Start: 5 Jan 2027 | End: 27 Mar 2027", "2027-01-05..2027-03-27"),
        ("Cycle start: 5 January 2027\n\nDuration: 12 weeks", "2027-01-05..2027-03-29"),
        ("| Team | Start | End |\n|--|--|--|\n| Pier | 2027-01-05 | 2027-03-27 |", SOME),
        ("| Start | 2027-01-05 |\n|--|--|\n| End | 2027-03-27 |", SOME),
        ("| | |\n|--|--|\n| Owner | Mei |\n| Quarter | Q3 2027 |", Q3),
        ("## Time horizon\n\nWe begin on 5.1.2027. The end is 27.3.2027.", SOME),
        ("## Time horizon\n\nThe third quarter of 2027.", Q3),
        ("**How to read this**\n\n- Grade weekly.\n\n**Horizon:** Q3 2027, then a look back", Q3),
        ("**Contents**\n\n- [One](#one)\n\n_Q1 2027_", Q1),
        ("## Our mission\n\nNo queues.\n\nThese goals were agreed for Q3 2027.", Q3),
        ("In the first three months of 2027 we want to be known for our boats.", Q1),
        ("> Period: Q1 FY2027 · Version 1.2 · Updated 12 Jan 2027", Q1),
        ("| Period | Status |\n|--|--|\n| Q3 2027 | open |", Q3),
        ("Effective: July 1, 2027 through September 30, 2027", Q3),
        ("**Review cycle:** 1 July 2027 – 30 September 2027", Q3),
        ("| Cohort | Crew |\n|--|--|\n| 7 (1 July – 30 September 2027) | Pier |", Q3),
        ("Reviewed in July 2027", None),
        ("Created: 3 March 2027", None),
        ("Next review: 15 July 2027", None),
        ("_Last reviewed: 2027-08-14. Version 3._", None),
        ("Founded in 2019, we run four piers.", None),
        ("We went for the OKR way of working in 2025. Goals matter to us.", None),
        ("I took photos in 2024, 2025, and 2026, and have many of the pier by now.", None),
    ],
)  # fmt: skip
def test_lines_before_the_objectives(head: str, expected: str | None) -> None:
    assert cycle(f"# Ferry OKRs\n\n{head}\n\n## {OBJECTIVE}") == expected


def test_a_title_may_say_how_long() -> None:
    assert (
        cycle(f"# 90-day OKRs\n\nStart: 1 June 2027\n\n## {OBJECTIVE}") == "2027-06-01..2027-08-29"
    )


@pytest.mark.parametrize(
    ("title", "line", "expected"),
    [
        ("OKRs 2027", "*Q3 2027*", Q3),
        ("OKRs 2026-2027", "*from 7/1/26 - 6/30/27*", "2026-07-01..2027-06-30"),
        ("OKRs 2027", "The review of Q4 2026 is in [the archive](old.md).", YEAR),
        ("Q1 OKRs", "*2027*", Q1),
        ("Q2 OKRs 2027", "[Previous: Q1 2027](q1.md) · [Next: Q3 2027](q3.md)", Q2),
        ("OKRs April to June", "Last updated: 3 April 2027", Q2),
        (
            "OKRs 2026/27",
            "Draft 3. School year 1 September 2026 to 31 August 2027.",
            "2026-09-01..2027-08-31",
        ),
        ("Crew meeting + OKRs Q3 2027", "Present: Ruth, Ines", Q3),
        (
            "Pilots, OKRs FY27",
            "| Period | 1 July 2026 to 30 June 2027 |\n|--|--|\n| State | open |",
            "2026-07-01..2027-06-30",
        ),
        (
            "Pilots: OKRs FY27",
            "This is for fiscal year 2027 (July 1, 2026 to June 30, 2027).",
            "2026-07-01..2027-06-30",
        ),
        (
            "Pilots: OKRs FY27 Q1",
            "| Period | 1 February 2026 - 30 April 2026 |\n|--|--|\n| State | open |",
            "2026-02-01..2026-04-30",
        ),
        (
            "Pilots: OKRs FY27",
            "Fiscal year 2027: July 1, 2026 – June 30, 2027",
            "2026-07-01..2027-06-30",
        ),
        ("Pilots: our objectives", "Season 4 runs from 1 July 2027 to 30 September 2027.", Q3),
        (
            "Pilots: our objectives",
            "## In short\n\nWe ask for more.\n\nSeason 4 runs from 1 July to 30 September 2027.\n\n"
            "## What was\n\nTwo boats.",
            Q3,
        ),
    ],
)
def test_a_title_and_the_line_below_it(title: str, line: str, expected: str) -> None:
    assert cycle(f"# {title}\n\n{line}\n\n## {OBJECTIVE}") == expected


@pytest.mark.parametrize(
    ("title", "period"), [("Our OKRs (autumn)", "autumn"), ("Our OKRs [Spring]", "Spring")]
)
def test_a_season_in_brackets_is_a_period(title: str, period: str) -> None:
    found = parse(f"# {title}\n\n## {OBJECTIVE}", "okrs.md").cycle
    assert found
    assert (found.start, found.words) == (None, period)


def test_a_report_of_a_month_is_of_the_quarter_of_its_okrs() -> None:
    okrs = "**O1. The pilots sleep**\n\n| Key result | July |\n|--|--|\n| Calls at night < 9 | 12 |"
    assert cycle(f"# Report, August 2027\n\n## OKRs for Q3 2027\n\n{okrs}") == Q3


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("period: Q2 2027", Q2),
        ("okr_period: 2027-Q3", Q3),
        ("quarter: 2\nyear: 2027", Q2),
        ("fiscal_year: 2027\nfiscal_quarter: 3", Q3),
        ("year: 2027\nquarter: Q3", Q3),
        ("start_date: 2027-01-05\nend_date: 2027-03-27", "2027-01-05..2027-03-27"),
        ("start: July 2027\nend: September 2027", Q3),
        ("cycle:\n  name: Summer\n  start: 2027-07-01\n  end: 2027-09-30", Q3),
        ("title: Q2 OKRs\ndate: 2027-04-02", Q2),
        ("okr:\n  year: 2027\n  quarter: 3", Q3),
        ("date: 2027-04-02", None),
    ],
)
def test_front_matter(front: str, expected: str | None) -> None:
    assert cycle(f"---\n{front}\n---\n\n# Ferry OKRs\n\n## {OBJECTIVE}") == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("okrs/2027/q2/team.md", Q2),
        ("okrs/FY27/Q3/ferry-crew.md", Q3),
        ("archive/2027/Q4 - final.md", Q4),
        ("okrs_jan-mar_2027.md", Q1),
        ("okrs/2027-3q/ferry.md", Q3),
        ("okrs/ferry-2027-07-to-2027-09.md", Q3),
        ("q3_2027_okrs_final_v2.md", Q3),
        ("2027H2.md", H2),
        ("2027-05-12-team-okrs.md", None),
        ("projects/ferry-v2.md", None),
    ],
)
def test_path(path: str, expected: str | None) -> None:
    assert cycle(f"# Ferry OKRs\n\n## {OBJECTIVE}", path) == expected


def test_the_path_gives_the_year_of_a_title() -> None:
    assert cycle(f"# OKRs – 3rd quarter\n\n## {OBJECTIVE}", "team-2027.md") == Q3


@pytest.mark.parametrize(
    ("before", "between", "expected"),
    [
        ("# OKRs 2027\n\n## Q1\n\n###", "## Q2\n\n###", [Q1, Q2]),
        ("# OKRs\n\n## Current: Q2 2027\n\n###", "## Archive\n\n### Q1 2027\n\n####", [Q2, Q1]),
        ("# OKR log\n\n## 2028\n\n### Q1\n\n####", "## 2027\n\n### Quarter 4\n\n####",
         ["2028-01-01..2028-03-31", Q4]),
        ("# OKRs\n\n**Q3 2027**\n\n##", "**Q4 2027**\n\n##", [Q3, Q4]),
        ("# OKRs 2027\n\n**Q3**\n\n##", "**Q4**\n\n##", [Q3, Q4]),
        ("# OKRs 2027\n\n**Q3**\n\n## Objective 1\n\n", "**Q4**\n\n## Objective 2\n\n", [Q3, Q4]),
        ("# OKRs 2027\n\n## Now (Q1)\n\n###", "## Next (Q2)\n\n###", [Q1, Q2]),
    ],
)  # fmt: skip
def test_several_cycles_in_one_file(before: str, between: str, expected: list[str]) -> None:
    assert cycles(f"{before} {OBJECTIVE}\n{between} {OTHER}") == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{} (Q1 2027)", "{} [Q2]"),
        ("Q1: {}", "Q2: {}"),
        ("{}\n\nQuarter: Q1", "{}\n\nQuarter: Q2"),
        ("{}\n\n- Timeline: January - March 2027", "{}\n\n- Timeline: April - June 2027"),
    ],
)
def test_an_objective_may_state_its_own(first: str, second: str) -> None:
    one = OBJECTIVE.replace(PIER, first.format(PIER))
    two = OBJECTIVE.replace(PIER, second.format(TICKETS))
    assert cycles(f"# OKRs 2027\n\n## {one}\n## {two}") == [Q1, Q2]


@pytest.mark.parametrize(
    "form",
    [
        "## Q1 Objective: {}\n\n- KR1: 40 boats\n\n## Q2 Objective: {}\n\n- KR1: 9 boats\n",
        "- **Objective 1 (Q1):** {}\n  - KR1: 40 boats\n"
        "- **Objective 2 (Q2):** {}\n  - KR1: 9 boats\n",
        "| Objective | Key result | Quarter |\n|--|--|--|\n"
        "| {} | 40 boats leave on time | Q1 |\n| {} | 70% are bought online | Q2 |\n",
    ],
)
def test_a_label_or_a_column_may_say_it(form: str) -> None:
    assert cycles(f"# OKRs 2027\n\n{form.format(PIER, TICKETS)}") == [Q1, Q2]


def test_front_matter_narrows_the_year_of_a_title() -> None:
    assert cycle(f"---\nquarter: Q3\n---\n\n# Ferry OKRs 2027\n\n## {OBJECTIVE}") == Q3


def test_a_section_without_a_cycle_has_that_of_the_title() -> None:
    page = f"# Harbour 2027\n\n## Yearly OKRs\n\n### {OBJECTIVE}\n## Q1 OKRs\n\n### {OTHER}"
    assert cycles(page) == [YEAR, Q1]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Season: Spring", "Spring"),
        ("Cycle: the next release", "the next release"),
        ("Cycle: TBD", None),
        ("Period: quarterly", None),
    ],
)
def test_a_cycle_may_only_have_a_name(line: str, words: str | None) -> None:
    page = (
        f"# Harbour OKRs\n\n{line}\n\n## Objective: Calm\n\n- KR: 9 boats on time\n- KR: No fall\n"
    )
    cycle = parse(page).cycle
    assert (cycle.words if cycle else None) == words
