"""Which objectives of a file belong together: `Objective.section`."""

from __future__ import annotations

import pytest

from okrlint.outline import parse


def sections(source: str) -> list[tuple[str, ...]]:
    return [objective.section for objective in parse(source).objectives]


TEAMS = """# OKRs Q3 2027

{company}

- Objective: Every village has a bus again
  - KR: 40 stops served on Sundays

{team}

- Objective: Drivers stay with us
  - KR: 9 of 10 drivers renew
- Objective: Buses run on time
  - KR: 96% of departures on time
"""


@pytest.mark.parametrize(
    ("company", "team"),
    [
        ("## Company", "## Depot North"),
        ("**Company**", "**Depot North**"),
        ("Company:", "Depot team:"),
    ],
)
def test_headings_and_lines_name_the_section(company: str, team: str) -> None:
    names = [line.strip("#*: ") for line in (company, team)]
    document = TEAMS.format(company=company, team=team)
    assert sections(document) == [(names[0],), (names[1],), (names[1],)]


def test_sections_nest_outermost_first() -> None:
    source = (
        "# Company OKRs\n\n- Objective: Be heard\n  - KR: 300 calls\n\n"
        "# Team OKRs\n\n## Radio\n\n### Ola\n\n- Objective: Speak well\n  - KR: 12 shows on air\n"
    )
    assert sections(source) == [("Company OKRs",), ("Team OKRs", "Radio", "Ola")]


def test_the_title_a_period_and_a_group_are_no_section() -> None:
    source = (
        "# Ferry crew: OKRs\n\n## Q3 2027\n\n### Objectives\n\n1. Nobody waits\n2. Nobody swims\n\n"
        "### Key results\n\n- KR1.1: 4 minutes at the pier\n- KR2.1: 0 people overboard\n"
    )
    assert sections(source) == [(), ()]


def test_a_column_of_teams() -> None:
    source = (
        "# OKRs\n\n| Team | Objective | Key result |\n|---|---|---|\n"
        "| Kitchen | Guests come back | 40% book again |\n"
        "| | Plates come back empty | 3 kg of waste a day |\n"
        "| Bar | Guests stay | 25 minutes longer than in May |\n"
    )
    assert sections(source) == [("Kitchen",), ("Kitchen",), ("Bar",)]


def test_labels_that_say_whose_objective_it_is() -> None:
    source = (
        "# OKRs\n\nCompany objective 1: Be known\n\n- KR: 400 visits a day\n\n"
        "Team objective 1: Be quick\n\n- KR: 2 days to answer\n"
    )
    assert sections(source) == [("Company",), ("Team",)]


def test_empty_headings_of_the_same_level_name_what_follows() -> None:
    source = (
        "# OKRs\n\n## Marketing\n\n## Objective 1: Be known\n\n- KR: 400 visits a day\n\n"
        "## Sales\n\n## Objective 1: Be bought\n\n- KR: 90 orders a day\n"
    )
    assert sections(source) == [("Marketing",), ("Sales",)]


@pytest.mark.parametrize(
    "told",
    [
        "We talked about it on Monday.\n\nOna takes the minutes.\n\nThe budget is agreed.",
        "Filler line 1\n\nFiller line 2\n\nFiller line 3",
        "Also of note\n\n- Ona takes the minutes\n- The budget was agreed in June",
        "## Metrics we keep an eye on\n\n- Diesel below 96 kEUR\n- First boat at 6:30",
        "## Not in scope\n\n- A second pier\n- Boats in winter",
        "## Open points\n\n| # | Point | Who |\n|---|---|---|\n| 1 | Clarify the budget | Ona |",
        "## Decisions\n\n1. The map is paused.\n2. O1 KR2 will be dropped, Ona to propose.",
        "## Don't\n\n- Objective: More boats\n- Objective: Be the best",
    ],
)
def test_what_stands_beside_okrs_is_none(told: str) -> None:
    page = (
        "# OKRs Q3 2027\n\n## Objective: Calm piers\n\n- KR1: 9 boats on time\n- KR2: No fall\n\n"
    )
    document = parse(page + told + "\n")
    assert [o.prose.text for o in document.objectives] == ["Calm piers"]
    assert [k.prose.text for _, k in document.key_results()] == ["9 boats on time", "No fall"]


@pytest.mark.parametrize("title", ["Harbour roadmap", "Overview"])
def test_a_plan_may_be_all_of_the_page(title: str) -> None:
    page = (
        f"# {title}\n\nOne page for the crew.\n\n## What we try this year\n\n"
        "The council wants OKRs, fine.\n\n"
        "* **Objective: Calm piers**\n    * 9 of 10 boats on time\n    * a map in German\n"
        "* **Objective: Nobody waits in the rain**\n    * 300 seats under a roof\n"
    )
    document = parse(page)
    assert len(document.objectives) == 2
