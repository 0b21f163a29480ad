"""The mission, in the ways people state it."""

from __future__ import annotations

import pytest

from okrlint.outline import parse

OKRS = "\n\n## Objective: Grow up\n\n- KR: 12 sheds with a green roof\n"


@pytest.mark.parametrize(
    ("stated", "mission"),
    [
        ("**Mission:** A green roof on every shed", "A green roof on every shed"),
        ("Mission statement: A green roof on every shed", "A green roof on every shed"),
        ("**Vision** - A green roof on every shed", "A green roof on every shed"),
        ("Our purpose: A green roof on every shed", "A green roof on every shed"),
        ("## Why we exist\n\nA green roof on every shed", "A green roof on every shed"),
        (
            "Welcome. Our mission is a green roof on every shed. Join us!",
            "Our mission is a green roof on every shed",
        ),
        (
            "The vision of the allotment club is to see a green roof on every shed.",
            "The vision of the allotment club is to see a green roof on every shed",
        ),
        (
            "We exist to put a green roof on every shed.",
            "We exist to put a green roof on every shed",
        ),
        ("Our mission is stated in the wiki.", None),
        ("Our mission is in another document, see there.", None),
        ("The purpose of this page is to list what we want.", None),
        ("We talked about a mission and did not find one.", None),
    ],
)
def test_mission(stated: str, mission: str | None) -> None:
    document = parse(f"# Allotment club 2026\n\n{stated}{OKRS}", "okrs.md")
    assert (document.mission.text if document.mission else None) == mission
    assert [o.prose.text for o in document.objectives] == ["Grow up"]


def test_label_wins_over_sentence() -> None:
    text = f"# Club\n\nOur vision is a green town in ten years.\n\nMission: A green roof{OKRS}"
    mission = parse(text, "okrs.md").mission
    assert mission
    assert mission.text == "A green roof"
