"""How foreign objectives are to a mission."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint import lint_text
from okrlint.config import Settings
from okrlint.language.likeness import find_strangeness

MISSION = "Warm, dry homes for every family in the harbour quarter."


def strangeness(objective: str, mission: str = MISSION) -> float | None:
    return find_strangeness(mission, [[objective]])[0]


@pytest.mark.parametrize(
    ("serving", "foreign"),
    [
        ("Insulate the oldest apartment buildings", "Produce an opera about ancient Egypt"),
        ("Families move out of damp rooms", "Train falcons and eagles for royal hunts"),
        ("Finish repairs before winter comes", "Publish science fiction comics and cartoons"),
    ],
)
def test_a_foreign_objective_is_stranger_than_a_serving_one(serving: str, foreign: str) -> None:
    near, far = strangeness(serving), strangeness(foreign)
    assert near is not None
    assert far is not None
    assert near < 1 < far


@pytest.mark.parametrize(
    "inner",
    [
        "Recruit skilled staff and keep them motivated",
        "Cut administrative costs and expenses",
        "Customers recommend our support to friends",
    ],
)
def test_what_serves_any_mission_is_not_strange(inner: str) -> None:
    found = strangeness(inner)
    assert found is None or found < 0.8


@pytest.mark.parametrize("mission", ["", "Be great", "Help people", "12 34"])
def test_a_mission_that_says_too_little_judges_nothing(mission: str) -> None:
    assert strangeness("Produce an opera about ancient Egypt", mission) is None


@pytest.mark.parametrize("objective", ["", "Grow", "Ship it", "Win more"])
def test_an_objective_that_says_too_little_is_not_judged(objective: str) -> None:
    assert strangeness(objective) is None


def test_fellow_objectives_show_what_the_document_is_about() -> None:
    odd = ["Stage the spring opera with local singers"]
    alone = find_strangeness(MISSION, [odd])[0]
    among = find_strangeness(MISSION, [odd, ["Sell opera tickets", "400 singers rehearse"]])[0]
    assert alone is not None
    assert among is not None
    assert among < alone


def test_own_key_results_can_only_calm() -> None:
    odd = "Stage the spring opera with local singers"
    bare = find_strangeness(MISSION, [[odd]])[0]
    told = find_strangeness(MISSION, [[odd, "40 families raise money for dry homes"]])[0]
    assert bare is not None
    assert told is not None
    assert told <= bare


def test_no_objectives_no_answers() -> None:
    assert find_strangeness(MISSION, []) == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.lists(st.lists(st.text(max_size=60), min_size=1), max_size=3))
def test_any_text_will_do(mission: str, objectives: list[list[str]]) -> None:
    found = find_strangeness(mission, objectives)
    assert len(found) == len(objectives)
    assert all(value is None or abs(value) < 1000 for value in found)


def test_a_struck_objective_and_examples_are_left_alone() -> None:
    text = f"# OKRs Q3 2025\n\n**Mission:** {MISSION}\n\n- Objective: "
    odd = "Publish science fiction comics and cartoons"
    chosen = Settings(select=("not-aligned",))
    assert len(lint_text(f"{text}{odd}\n  - KR: 9 issues\n", settings=chosen).findings) == 1
    struck = lint_text(f"{text}~~{odd}~~\n  - KR: 9 issues\n", settings=chosen)
    assert not struck.findings


def test_it_loads_neither_without_okrs_nor_without_a_mission_nor_spacy() -> None:
    code = f"""
import sys
from okrlint import Settings, lint_text
chosen = Settings(select=("not-aligned",))
lint_text("# Notes\\n\\nNothing here.\\n", settings=chosen)
lint_text("# OKRs\\n\\n- Objective: Be found\\n  - KR: 9 clubs\\n", settings=chosen)
assert "okrlint.language.likeness" not in sys.modules
lint_text("# OKRs\\n\\n**Mission:** {MISSION}\\n\\n- Objective: Be found\\n  - KR: 9\\n",
          settings=chosen)
assert "okrlint.language.likeness" in sys.modules
assert "spacy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_strangeness_is_this_number() -> None:
    """A change of the arithmetic shows here; the words of the lists are in it, too."""
    mission = "We keep the harbour clean and its ferries on time"
    objectives = [
        ["Ferries leave the harbour on time", "Delays of ferries fall to 3 a week"],
        ["Bakers sell bread and pastry to hotels", "Croissants sold rise to 400"],
        ["The harbour water stays clean and clear"],
    ]
    wanted = [-2.4847, 1.9241, -1.3590]
    assert find_strangeness(mission, objectives) == pytest.approx(wanted, abs=5e-4)
    fellows = [["Tides and currents are charted"], ["Charts of tides and currents sell"]]
    found = find_strangeness("Clean quiet harbours", fellows)
    assert found == pytest.approx([-1.8027, -1.4853], abs=5e-4)


def test_two_words_of_a_mission_and_three_of_an_objective_are_enough() -> None:
    served = [["Ferries leave the harbour on time"]]
    assert find_strangeness("Harbours", served) == [None]
    assert find_strangeness("Clean harbours", served) != [None]
    assert find_strangeness("Clean harbours", [["Clean ferries"]]) == [None]
    assert find_strangeness("Clean harbours", [["Clean ferries leave"]]) != [None]
