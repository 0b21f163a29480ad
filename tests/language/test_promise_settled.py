"""Promises that are settled by what the number is of, before anything is weighed."""

from __future__ import annotations

import pytest

from okrlint.language import read


@pytest.mark.parametrize(
    "text",
    [
        "Raise the release cadence from 2 to 4 a month",
        "Team velocity from 20 to 30 points",
        "Double our publishing frequency",
        "The tour office lifts average velocity to 40 points",
    ],
)
def test_the_pace_of_own_work_is_counted_work(text: str) -> None:
    assert read(text).promise == "output"


@pytest.mark.parametrize(
    "text",
    [
        "Wind velocity at the pier below 30 km/h",
        "Frequency of falls down 20 %",
    ],
)
def test_other_paces_are_weighed(text: str) -> None:
    assert read(text).promise == "outcome"


@pytest.mark.parametrize("text", ["MRR", "eNPS", "CSAT", "Net NPS", "CAC", "MTTR"])
def test_the_name_of_a_measure_is_no_task(text: str) -> None:
    found = read(text)
    assert (found.promise, found.measurable) == ("outcome", False)


@pytest.mark.parametrize("text", ["MRR dashboard", "Set up OEE", "CE mark", "SSO"])
def test_what_is_no_measure_stays_a_task(text: str) -> None:
    assert read(text).promise == "task"


@pytest.mark.parametrize(
    "text",
    [
        "Give a harbour talk that wins 40 members",
        "Write a letter which convinces at least 12 skippers",
        "Print a flyer that brings 300 visitors",
        "Convert 12 % of day guests to members",
    ],
)
def test_what_a_thing_brings_decides(text: str) -> None:
    assert read(text).promise == "outcome"


def test_a_number_inside_the_thing_does_not() -> None:
    assert read("Build a dashboard that gets 5 feeds").promise != "outcome"
    assert read("Convert 12 sheets to the new form").promise == "output"


def test_a_settled_promise_names_its_words() -> None:
    (evidence,) = read("Team velocity from 20 to 30 points").evidence
    assert (evidence.start, evidence.end, evidence.says) == (5, 13, "the pace of own work")


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("Every skipper trained in first aid", "outcome"),
        ("All skippers certified by June", "outcome"),
        ("Fill all four vacant posts on the pier", "outcome"),
        ("Two of the three vacancies filled", "outcome"),
        ("40 lamps certified", "output"),
        ("Fill 40 potholes", "output"),
    ],
)
def test_people_who_are_trained_or_found_are_an_effect(text: str, promise: str) -> None:
    assert read(text).promise == promise
