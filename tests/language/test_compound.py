"""Compound statements: parts that could succeed separately, and what only looks like it."""

from __future__ import annotations

from functools import cache

import pytest

from okrlint.language.pipeline import load_pipeline


@cache
def _pipeline():
    return load_pipeline()


def _parts(text: str) -> list[str]:
    return [text[e.start : e.end] for e in _pipeline()(text)._.okr_compound]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Visit two mills and write a report", ["Visit two mills", "write a report"]),
        (
            "Sick days under 4 % / overtime under 20 hours",
            ["Sick days under 4 %", "overtime under 20 hours"],
        ),
        ("Quieter nights / cleaner piers", ["Quieter nights", "cleaner piers"]),
        ("Smoother landings, happier guests", ["Smoother landings", "happier guests"]),
        ("Paint the hull, replace the mast", ["Paint the hull", "replace the mast"]),
        ("Hire 3 welders; close the old yard", ["Hire 3 welders", "close the old yard"]),
        ("Trained 12 crews; opened 2 docks", ["Trained 12 crews", "opened 2 docks"]),
        (
            "The ferry runs on time and the kiosk is open",
            ["The ferry runs on time", "the kiosk is open"],
        ),
        ("Guests stay longer and come back sooner", ["Guests stay longer", "come back sooner"]),
        (
            "Open the quay, incl. parking, and hire 4 cooks",
            ["Open the quay, incl. parking", "hire 4 cooks"],
        ),
        ("Press 300 labels and press 40 tins", ["Press 300 labels", "press 40 tins"]),
        ("Faster loading, fewer complaints", ["Faster loading", "fewer complaints"]),
        ("Waste under 3 %, yield above 95 %", ["Waste under 3 %", "yield above 95 %"]),
        ("Recall over 0.9 with precision over 0.8", ["Recall over 0.9", "precision over 0.8"]),
        (
            "Before spring: moorings checked, catalogue printed",
            ["Before spring: moorings checked", "catalogue printed"],
        ),
        (
            "New café on the pier opened, reaching 40 guests a day",
            ["New café on the pier opened", "reaching 40 guests a day"],
        ),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    assert _parts(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Support sailing boats and motor boats",
        "Plan, hold and review six safety drills",
        "Repaint the signs to warn drivers and guide walkers",
        "Understand how skippers choose a berth and why they leave",
        "Improve the ties between the yard and the office",
        "If the ice stays, the ferry still runs twice a day",
        "Move the archive out of the cellar and into the tower",
        "12 weekly visits to the mill, holidays included",
        "Queue time of 4 minutes (9 minutes last year)",
        "Berths with a meter: 40 today, 110 by autumn",
        "Write the guide for berths, moorings and cranes",
        "Leaders speak clearly and kindly",
        "Publish a report (tides, winds and swell)",
        "Setup time line 2 and line 4 max. 20 min",
        "Renovate room 4 and room 7",
        "Certify plant A and plant B",
        "Roll out the till in all shops, incl. training of staff and a hotline of two weeks",
        "Publish the handbook, including 4 checklists and 2 films",
        "Four tide gauges connected to the harbour office, Target 4 gauges",
        "Deploy the new berth plan, reducing collisions by 40 %",
        "Skippers can book a berth and pay the fee on their phone",
        "The kiosk opens, Measure Shutters are up, and the till has change",
        "Berths let, Start (Oct 1): 40 berths, Target (Dec 31): 60 berths",
    ],
)
def test_one_result(text: str) -> None:
    assert _parts(text) == []
