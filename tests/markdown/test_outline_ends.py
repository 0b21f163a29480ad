"""What stands at the ends of a statement and is no part of it."""

from __future__ import annotations

import pytest

from okrlint.model import KeyResult, Objective
from okrlint.outline import parse


def objectives(*lines: str) -> tuple[Objective, ...]:
    return parse("# Garden OKRs Q1 2027\n\n" + "\n".join(lines)).objectives


def fields(one: Objective | KeyResult) -> dict[str, str]:
    return {field.name: field.prose.text for field in one.fields}


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Objective O1 — Gardens feed us", "Objective O1"),
        ("Objective O2: Gardens feed us", "Objective O2"),
        ("Objective O3. Gardens feed us", "Objective O3"),
    ],
)
def test_a_second_label_is_no_part_of_an_objective(written: str, label: str) -> None:
    (one,) = objectives(f"## {written}", "", "- Key result KR1.2 - 40 beds are sown")
    assert (one.label, one.prose.text) == (label, "Gardens feed us")
    assert one.key_results[0].prose.text == "40 beds are sown"


@pytest.mark.parametrize("bullet", ["•", "·", "▪", "‣"])
def test_a_bullet_pasted_behind_the_bullet(bullet: str) -> None:
    (one,) = objectives("## Objective: Gardens feed us", "", f"- {bullet} 40 beds are sown")
    assert one.key_results[0].prose.text == "40 beds are sown"


def test_an_arrow_that_leads_on() -> None:
    (one,) = objectives("- **O1:** Gardens feed us → _KR:_ 40 beds are sown.")
    assert one.prose.text == "Gardens feed us"


@pytest.mark.parametrize(
    ("tail", "progress"),
    [("[2/5]", "2/5"), ("[2.5/4]", "2.5/4"), ("(0/5)", "0/5"), ("(3/5)", None)],
)
def test_so_many_of_so_many(tail: str, progress: str | None) -> None:
    (one,) = objectives("## Objective: Gardens feed us", "", f"- KR: 5 beds have a bench {tail}")
    assert fields(one.key_results[0]).get("progress") == progress


def test_a_chief_before_every_objective() -> None:
    first, second = objectives(
        *("## 1. CEO: Great gardens", "", "- KR1: 40 beds are sown", ""),
        *("## 2. CEO: Great neighbours", "", "- KR1: 30 people come each week"),
    )
    assert (first.prose.text, fields(first)) == ("Great gardens", {"owner": "CEO"})
    assert second.prose.text == "Great neighbours"


def test_several_may_be_named_behind_a_word_for_owners() -> None:
    first, *_ = objectives(
        "## Objective: Gardens feed us (DRI: Ruth, Inês)", "", "- KR: 9 of 10 beds carry fruit"
    )
    assert (first.prose.text, fields(first)) == ("Gardens feed us", {"owner": "Ruth, Inês"})


@pytest.mark.parametrize(
    ("intro", "field"), [("Confidence is out of 10.", "confidence"), ("We grade in May.", "score")]
)
def test_of_ten_is_confidence_where_a_page_speaks_of_it(intro: str, field: str) -> None:
    (first,) = objectives(
        *(intro, "", "## Objective: Gardens feed us", "", "- KR: 40 beds are sown – 7/10"),
    )
    assert fields(first.key_results[0]) == {field: "7/10"}


@pytest.mark.parametrize("written", ["(everybody)", "[all]"])
def test_all_of_those_who_own_something_are_an_owner(written: str) -> None:
    _, second = objectives(
        *("## Great gardens", "", "- 30 plots are let (Ruth)", "- 12 plots have a pond (Max)"),
        *("", "## Full sheds", "", f"- 40 spades are shared {written}", "- 9 carts go (Max)"),
    )
    assert fields(second.key_results[0]) == {"owner": written[1:-1]}


def test_who_owns_something_elsewhere_is_an_owner_here() -> None:
    first, second = objectives(
        *("## Objective: Gardens feed us (Ruth)", "", "- 40 beds are sown (Max)"),
        *("- 9 of 10 beds carry fruit (Ruth)", "", "## Objective: Neighbours meet", ""),
        *("- 30 people come each week (Main Square)", "- 9 plots have a bench"),
        "- 12 plots have two owners (Max & Ruth)",
    )
    assert fields(first) == {"owner": "Ruth"}
    assert [fields(one) for one in second.key_results] == [{}, {}, {"owner": "Max & Ruth"}]


def test_a_bracket_inside_a_link_of_the_whole_statement_stays() -> None:
    page = "- KR1: [40 beds are sown (roses and beans)](https://example.org/beds)"
    (one,) = objectives("## Objective: Gardens feed us", "", page)
    assert one.key_results[0].prose.text == "40 beds are sown (roses and beans)"
