"""Lists under "Measures" that hold the key results of the objective above."""

from __future__ import annotations

import pytest

from okrlint.outline import parse


def outline(source: str) -> list[tuple[str, list[str]]]:
    return [
        (objective.prose.text, [kr.prose.text for kr in objective.key_results])
        for objective in parse(source).objectives
    ]


FERRY = ("Ferries leave on time", ["Raise punctuality from 71% to 95%", "12 trips a day"])
PIER = ("Waiting is pleasant", ["300 seats under a roof", "Raise ratings from 2 to 4"])


@pytest.mark.parametrize(
    "name", ["Measures", "Measures of success", "How we measure it", "📏 Success measures:"]
)
@pytest.mark.parametrize("other", ["Measures", "Key results"])
def test_measures_under_an_objective_are_its_key_results(name: str, other: str) -> None:
    source = (
        f"# Harbour OKRs, Q3 2027\n\n## Objective: {FERRY[0]}\n\n### {name}\n\n"
        f"- {FERRY[1][0]}\n- {FERRY[1][1]}\n\n"
        f"## Objective: {PIER[0]}\n\n### {other}\n\n1. {PIER[1][0]}\n2. {PIER[1][1]}\n"
    )
    assert outline(source) == [FERRY, PIER]


@pytest.mark.parametrize("group", ["Goals", "Objectives"])
@pytest.mark.parametrize("other", ["#### Measures\n\n", "#### Key results\n\n"])
def test_measures_in_a_section_of_goals(group: str, other: str) -> None:
    source = (
        f"# Harbour OKRs 2027\n\n## {group}\n\n### {FERRY[0]}\n\n#### Measures\n\n"
        f"- {FERRY[1][0]}\n- {FERRY[1][1]}\n\n"
        f"### {PIER[0]}\n\n{other}- {PIER[1][0]}\n- {PIER[1][1]}\n"
    )
    assert outline(source) == [FERRY, PIER]


def test_measures_beside_key_results_are_none() -> None:
    source = (
        f"# Harbour, Q3 2027\n\n## Objective: {FERRY[0]}\n\n### Key results\n\n"
        f"- {FERRY[1][0]}\n- {FERRY[1][1]}\n\n### Measures\n\n- Clock at the pier\n- Log book\n"
    )
    assert outline(source) == [FERRY]


def test_measures_of_a_page_that_is_no_okrs() -> None:
    source = (
        f"# Fire safety\n\n## Goals\n\n### {FERRY[0]}\n\n#### Measures\n\n"
        "- Close the doors\n- Check 40 hoses a month\n"
    )
    assert outline(source) == []


def test_labels_with_three_digits_in_lines_items_and_headings() -> None:
    source = (
        f"# Harbour, Q3 2027\n\n## Objective 101: {FERRY[0]}\n\n"
        f"- KR101: {FERRY[1][0]}\n- KR102: {FERRY[1][1]}\n\n"
        f"Objective 201: {PIER[0]}\n\nKR201: {PIER[1][0]}\nKR202: {PIER[1][1]}\n"
    )
    assert outline(source) == [FERRY, PIER]
