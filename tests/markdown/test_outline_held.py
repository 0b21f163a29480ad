"""Whether a page holds OKRs, told by what its statements say too, and what stands beside sets."""

from __future__ import annotations

import pytest

from okrlint import parse

_GOALS = """# What the boat club is after

Ada's firm has OKRs: a goal and a few results. These are ours, tell us at the next meeting.

**Young people row with us again.**

- From 9 juniors on the water to 25
- Every new junior has been out five times by June
- Two of the old ones train the new
"""
_SURVEY = """# OKR survey, results

Answered by 31 of 44.

## By team (I would keep OKRs)

- Workshop 4.0
- Desk 2.9
- Harbour 3.1

## Themes

### Clarity

People liked the afternoon in May.

> "I could say ours by heart"

> "three were enough"
"""


def test_goals_in_words_of_goals() -> None:
    (objective,) = parse(_GOALS, "plan.md").objectives
    assert len(objective.key_results) == 3


def test_what_people_said_of_okrs_sets_none() -> None:
    assert not parse(_SURVEY, "okr-survey.md").has_okrs


_SET = "### Objective {n}: {what}\n\n- KR1: 9 of 10 boats on time\n- KR2: No fall on the pier\n\n"
_TEAMS = (
    "# OKRs Q3 2027\n\n## Piers\n\n"
    + _SET.format(n=1, what="Calm piers")
    + "## Boats\n\n"
    + _SET.format(n=2, what="Boats that leave")
    + "## {name}\n\n**{said}**\n\n- {items}\n"
)


def test_a_team_without_labels_beside_others() -> None:
    items = "Repairs take 2 days instead of 6\n- 90 % of parts here the same day"
    page = _TEAMS.format(name="Workshop", said="Every boat is back within two days", items=items)
    assert [len(o.key_results) for o in parse(page, "okrs.md").objectives] == [2, 2, 2]


@pytest.mark.parametrize("name", ["Risks", "Not this quarter", "Dropped during the quarter"])
def test_what_is_none_beside_teams(name: str) -> None:
    page = _TEAMS.format(
        name=name, said="Told in May", items="the big crane\n- a boat for 90 guests"
    )
    assert len(parse(page, "okrs.md").objectives) == 2


@pytest.mark.parametrize(
    ("objective", "key_result"),
    [
        ("Objective FT-1", "KR A1."),
        ("Objective SM2", "KR SM2.1:"),
        ("Objective A", "KR A12 -"),
    ],
)
def test_labels_with_the_code_of_a_team(objective: str, key_result: str) -> None:
    page = f"# Team page\n\n## {objective}: Calm piers\n\n{key_result} 9 of 10 boats on time\n"
    ((above, found),) = parse(page, "okrs.md").key_results()
    assert above is not None
    assert (above.prose.text, above.label) == ("Calm piers", objective)
    assert found.prose.text == "9 of 10 boats on time"


@pytest.mark.parametrize("words", ["Q3", "H2", "FY27"])
def test_a_time_is_no_code(words: str) -> None:
    page = f"# OKRs\n\n## Objective {words}: Calm piers\n\n- KR1: 9 of 10 boats on time\n"
    (objective,) = parse(page, "okrs.md").objectives
    assert objective.label == "Objective"


def test_a_tag_behind_a_heading_says_nothing_of_okrs() -> None:
    page = (
        "# My OKRs 2027\n\n## The garden feeds us #okr/home\n\n"
        "- 40 kg of potatoes\n- beans until October\n\n"
        "## I sleep again #okr/me\n\n- 7 hours on 5 of 7 nights\n- no screen after 10 pm\n"
    )
    found = [o.prose.text.partition(" #")[0] for o in parse(page, "2027.md").objectives]
    assert found == ["The garden feeds us", "I sleep again"]
