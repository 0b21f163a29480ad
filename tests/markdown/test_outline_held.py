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


def test_goals_in_words_of_goals() -> None:
    (objective,) = parse(_GOALS, "plan.md").objectives
    assert len(objective.key_results) == 3


_TEAM = """## {name}

### Objective {n}: Calm days for the {name}

- KR{n}.1: {n} of 10 boats on time
- KR{n}.2: Late boats fall from {n}0 to {n}
- KR{n}.3: No fall on the pier
- KR{n}.4: New map on every pier

"""
_TEAMS = "".join(
    _TEAM.format(n=n, name=name) for n, name in enumerate(("Piers", "Desk", "Crew"), 1)
)


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (
            "- Repairs 6 days → 2 days\n- 90 % of parts sent the same day\n- Tidy the stock",
            [4, 4, 4, 3],
        ),
        ("- Find the crane\n- Ask the council\n- Tidy the stock", [4, 4, 4]),
    ],
)
def test_a_team_without_labels_beside_others(items: str, found: list[int]) -> None:
    page = f"# OKRs Q3 2027\n\n{_TEAMS}## Workshop\n\nEvery boat back within two days\n\n{items}\n"
    assert [len(o.key_results) for o in parse(page, "okrs.md").objectives] == found


@pytest.mark.parametrize(
    "name", ["Not objectives but I want to keep them", "Dropped during the quarter"]
)
def test_a_heading_says_that_what_is_under_it_is_none(name: str) -> None:
    page = (
        "# Goals and OKRs 2027\n\n## Work - be asked about boats\n\n- [ ] 6 talks (2/6)\n"
        f"- [ ] one visit a month\n\n## {name}\n\n- Norwegian\n- the loft\n- a boat\n"
    )
    (only,) = parse(page, "okrs.md").objectives
    assert len(only.key_results) == 2


@pytest.mark.parametrize(
    ("objective", "key_result"),
    [
        ("Objective FT-1", "KR A1."),
        ("Objective SM2", "KR SM2.1:"),
        ("Objective A", "KR A12 -"),
        ("Objective B3", "KR B3.1:"),
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


@pytest.mark.parametrize(
    "heading",
    [
        "Also on the list (no OKRs)",
        "Not in the plan",
        "What does not belong here",
        "Things we'll do to get there",
        "To do before Monday",
        "Related work",
        "Later (not this season)",
        "To do that is no goal",
        "Template for next quarter",
    ],
)
def test_what_a_heading_says_is_none(heading: str) -> None:
    page = _TEAM.format(name="Harbour", n=1)
    more = f"\n## {heading}\n\n- Paint the crane\n- Contract with the pilots\n"
    (objective,) = parse(f"# OKRs\n\n{page}{more}").objectives
    read = [one.prose.text for one in objective.key_results]
    assert "Paint the crane" not in read
    assert len(read) > 1
