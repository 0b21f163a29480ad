"""Objectives whose heading is a short name, with their sentence in a line "Description: ..."."""

from __future__ import annotations

import pytest

from okrlint.outline import parse

TABLE = "| Key result | Now |\n|---|---|\n| {} | 7 |\n| {} | 20 |\n"
ITEMS = "- {}\n- {}\n"
WAITS = ("Waiting time falls from 9 to 2 hours", "9 of 10 calls are answered at once")
STAY = ("2 of 30 nurses leave in a year", "28 of 30 nurses would come again")


def read(text: str) -> dict[str, list[str]]:
    document = parse(text, "clinic.md")
    return {
        objective.prose.text: [key_result.prose.text for key_result in objective.key_results]
        for objective in document.objectives
    }


@pytest.mark.parametrize("results", [TABLE, ITEMS])
@pytest.mark.parametrize("label", ["**Description:**", "Description:", "**Statement**:"])
@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("short-waits 🟡", "happy_nurses"), ("{}", "{}")),
        (("Patients", "Nurses"), ("Patients: {}", "Nurses: {}")),
    ],
)
def test_the_line_below_a_name_is_the_objective(
    results: str, label: str, names: tuple[str, str], expected: tuple[str, str]
) -> None:
    said = ("Nobody waits in pain for a day.", "Nurses stay because they like it here.")
    sections = [
        f"## {name}\n\n{label} {words}\n\n**Updated:** 2027-05-02\n\n{results.format(*krs)}"
        for name, words, krs in zip(names, said, (WAITS, STAY), strict=True)
    ]
    found = read("# Clinic OKRs\n\n" + "\n".join(sections))
    statements = [form.format(words) for form, words in zip(expected, said, strict=True)]
    assert found == dict(zip(statements, map(list, (WAITS, STAY)), strict=True))


DESCRIBED = {
    "short-waits": ("Nobody waits in pain for a day.", WAITS),
    "happy-nurses": ("Nurses stay because they like it here.", STAY),
}


@pytest.mark.parametrize(
    ("above", "behind"), [("", " We asked 40 people about it."), ("# How the clinic works\n\n", "")]
)
def test_the_first_sentences_are_the_objectives_not_what_explains_or_holds_them(
    above: str, behind: str
) -> None:
    sections = "".join(
        f"## {name}\n\nDescription: {said}{behind}\n\n{ITEMS.format(*krs)}\n"
        for name, (said, krs) in DESCRIBED.items()
    )
    found = read(f"# Clinic OKRs\n\n{above}{sections}")
    assert list(found) == [said for said, _ in DESCRIBED.values()]


def test_a_described_key_result_stays_one() -> None:
    page = """# Clinic OKRs

## Objective: Nobody waits in pain

### KR1: Short calls

Description: 9 of 10 calls are answered within a minute.

### KR2: Short queues

Description: Waiting time falls from 9 to 2 hours.
"""
    ((objective, results),) = read(page).items()
    assert objective == "Nobody waits in pain"
    assert len(results) == 2


def test_a_plan_with_descriptions_holds_no_objectives() -> None:
    task = "## {}\n\nDescription: {}\n\n| Task | Who |\n|---|---|\n| Draw it | Ida |\n\n"
    booking = task.format("Booking", "A page where people book their visits.")
    letters = task.format("Reminders", "A letter that goes out the day before.")
    assert read(f"# Clinic roadmap\n\n{booking}{letters}") == {}


def test_the_answer_to_a_worksheets_question_is_the_objective() -> None:
    sections = [
        f"## Objective {n}\n\n**What do you want to achieve?** {words}\n\n"
        f"**Key result {n}.1:** {krs[0]}\n\n**Key result {n}.2:** {krs[1]}\n\n"
        "**How sure are you?** 6"
        for n, words, krs in ((1, "Nobody waits in pain", WAITS), (2, "Nurses stay", STAY))
    ]
    found = read("# OKR worksheet\n\n" + "\n\n".join(sections))
    assert found == {"Nobody waits in pain": [*WAITS], "Nurses stay": [*STAY]}
