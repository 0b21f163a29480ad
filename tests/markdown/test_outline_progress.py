"""What stands behind or below a statement and is no part of it: progress, continued fields."""

from __future__ import annotations

from okrlint import parse
from okrlint.model import KeyResult


def key_results(text: str) -> list[KeyResult]:
    return [key_result for _, key_result in parse(text, "okrs.md").key_results()]


def fields(key_result: KeyResult) -> dict[str, str]:
    return {field.name: field.prose.text for field in key_result.fields}


SCORED = """\
# OKRs Q3 2025

1. Objective: Guests come back => 61%
   1. KR: Share of guests who book again rises to 30% => 50% - At Risk
   1. KR: Train the night porters => 80%
1. Objective: Waste less => 40%
   1. KR: Rewrite the menu => 40% - Needs Attention
   1. KR: Leftovers fall to 9 kg a day => 66%
"""


def test_a_share_behind_an_arrow_is_progress_where_objectives_have_it_too() -> None:
    first, second, third, _ = key_results(SCORED)
    assert first.prose.text == "Share of guests who book again rises to 30%"
    assert fields(first)["progress"] == "50%"
    assert fields(second) == {"progress": "80%"}
    assert fields(third) == {"progress": "40%", "status": "Needs Attention"}


def test_a_share_behind_an_arrow_is_a_target_where_only_key_results_have_it() -> None:
    text = SCORED.replace(" => 61%", "").replace("Waste less => 40%", "Waste less")
    text = text.replace("rises to 30%", "rises").replace(" - At Risk", "")
    text = text.replace(" - Needs Attention", "")
    assert [fields(one).get("progress") for one in key_results(text)] == [None] * 4


def test_a_share_behind_a_share_is_what_it_becomes() -> None:
    page = "# OKRs Q3 2025\n\n## Objective: Waste less\n\n- KR: Bins fall from 9% → 3% On track\n"
    (lost,) = key_results(page)
    assert "progress" not in fields(lost)
    assert lost.prose.text.startswith("Bins fall from 9% → 3%")


def test_a_bullet_that_continues_a_field_does_not_end_the_fields() -> None:
    text = """\
# OKRs 2025

## Objective 1: Patients reach us

KR 1.1 - Calls answered
- Description: Answer calls to the ward, day and night,
- also on holidays and at weekends
- Baseline: 71 %
- Target: 95 %
- Owner: Bo

KR 1.2 - Wait for a first visit
- Baseline: 20 days
- Target: 9 days
- Owner: Ana
"""
    assert [fields(one)["target"] for one in key_results(text)] == ["95 %", "9 days"]


def test_a_paragraph_below_a_key_result_in_a_heading_says_how_it_is_measured() -> None:
    text = """\
# OKRs Q2 2025

## O1 - Ride the coast road

### KR1 - Be fit
Ride 200 km by 22 May, and more than 12 hours a week before.

### KR2 - Book the ferry
We still have to ask the others.
"""
    first, second = key_results(text)
    assert fields(first)["success"].startswith("Ride 200 km")
    assert fields(second) == {}


def test_a_goal_in_a_heading_below_a_key_result_is_its_measure() -> None:
    text = """\
# OKRs Q2 2025

## O1 - Ride the coast road

### KR1: Fitness threshold

#### Goal: Ride 200 km at least a day faster than last year
"""
    (first,) = key_results(text)
    assert first.prose.text == "Fitness threshold"
    assert fields(first)["success"].startswith("Ride 200 km")


def test_what_only_names_others_is_no_key_result() -> None:
    text = """\
# OKRs Q2 2025

## Objective 1: Ride the coast road

- KR1: 200 km in one day
- KR2: 12 hours a week

## Map

| Objective | Key results |
|---|---|
| Ride the coast road | KR1-KR2 |
"""
    assert [one.prose.text for one in key_results(text)] == ["200 km in one day", "12 hours a week"]


def test_a_status_before_the_first_key_result_of_a_group_is_its_own() -> None:
    text = """\
# OKRs Q3 2025

## Objective: Guests come back

### Key results

- 🟡 At risk: 30 % of guests book again
- Done: 9 night porters speak French
- Status: red – leftovers below 9 kg a day
"""
    found = [(one.prose.text, fields(one)) for one in key_results(text)]
    assert found == [
        ("30 % of guests book again", {"status": "At risk"}),
        ("9 night porters speak French", {"status": "Done"}),
        ("leftovers below 9 kg a day", {"status": "red"}),
    ]


def test_a_status_behind_a_key_result_stays_that_ones() -> None:
    text = """\
# OKRs Q3 2025

## Objective: Guests come back

### Key results

- KR 1: 30 % of guests book again
- Status: red – nobody rang them
- KR 2: Leftovers below 9 kg a day
- Status: on track
"""
    assert [fields(one).get("status") for one in key_results(text)] == [
        "red – nobody rang them",
        "on track",
    ]


def test_a_key_result_is_nobodys_field() -> None:
    text = """\
# OKRs Q3 2025

## Objective: Guests come back

### Key results

- 30 % of guests book again
- Baseline: find out how long guests wait for a key
- Leftovers below 9 kg a day
- 9 night porters speak French
"""
    assert [fields(one) for one in key_results(text)] == [{}] * 4
