"""A mark (committed, aspirational, learning, health) changes which rules judge a key result."""

from __future__ import annotations

import pytest

import okrlint
from okrlint.kind import kind_of

HEAD = "# OKRs Q3 2025\n\n## Objective{}: Guests come back\n\n"
TABLE = HEAD.format("") + "| Key result | Type |\n|---|---|\n"


def kind_in(text: str) -> okrlint.Kind | None:
    objective = okrlint.parse(text).objectives[0]
    return kind_of(objective.key_results[0], objective)


def found(rule: str, line: str, objective: str = "") -> list[str]:
    settings = okrlint.Settings(select=(rule,))
    text = f"{HEAD.format(objective)}{line}\n- KR9: 40 reviews a week\n"
    return [f.message for f in okrlint.lint_text(text, settings=settings).findings]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (HEAD.format("") + "- KR1 (committed): Keep the licence\n", "committed"),
        (HEAD.format("") + "- KR1: [committed] Keep the licence\n", "committed"),
        (HEAD.format("") + "- KR1: Keep the licence (roofshot)\n", "committed"),
        (HEAD.format("") + "- KR1: 60 % of guests book again (moonshot)\n", "aspirational"),
        (HEAD.format("") + "- KR1: Why do families leave? (learning)\n", "learning"),
        (HEAD.format("") + "- KR1: Sick days stay at 9 [health]\n", "health"),
        (HEAD.format("") + "- KR1: Guardrail: keep the terrace open\n", "health"),
        (HEAD.format("") + "- KR1: Keep the licence\n  - Type: committed\n", "committed"),
        (TABLE + "| Keep the terrace open | Health metric |\n", "health"),
        (TABLE + "| 30 % of guests book again | Quantitative |\n", None),
        (TABLE + "| 30 % of guests book again | Committed or aspirational |\n", None),
        (HEAD.format(" (committed)") + "- KR1: Keep the licence\n", "committed"),
        (HEAD.format(" (committed)") + "- KR1 (stretch): Keep the licence\n", "aspirational"),
        (HEAD.format(" (health)") + "- KR1: Keep the licence\n", None),
        (HEAD.format("") + "- KR1: 50 partners in a new field (health)\n", None),
        (HEAD.format("") + "- KR1: Learning: finish three courses\n", None),
        (HEAD.format("") + "- KR1: Committed volunteers rise from 20 to 40\n", None),
    ],
)
def test_where_a_mark_may_stand(text: str, kind: str | None) -> None:
    assert kind_in(text) == kind


def test_a_mark_is_no_part_of_the_statement() -> None:
    document = okrlint.parse(HEAD.format("") + "- KR1: [committed] Keep the licence\n")
    assert document.objectives[0].key_results[0].prose.text == "Keep the licence"


@pytest.mark.parametrize("mark", ["", " (aspirational)", " (learning)"])
def test_a_key_result_that_keeps_things_is_flagged(mark: str) -> None:
    assert found("business-as-usual", f"- KR1{mark}: Maintain our place in the market")


@pytest.mark.parametrize("mark", [" (committed)", " (health)"])
def test_a_commitment_and_a_health_metric_may_keep_things(mark: str) -> None:
    assert not found("business-as-usual", f"- KR1{mark}: Maintain our place in the market")


def test_a_committed_objective_may_keep_things() -> None:
    assert not found("business-as-usual", "- KR1: Maintain our place in the market", " (committed)")


@pytest.mark.parametrize(
    ("mark", "timid", "wild"),
    [
        ("", True, True),
        (" (committed)", False, True),
        (" (aspirational)", True, False),
        (" (learning)", False, False),
        (" (health)", False, False),
    ],
)
def test_how_far_a_target_may_be(mark: str, timid: bool, wild: bool) -> None:
    assert bool(found("stretch", f"- KR1{mark}: Raise NPS from 50 to 51")) is timid
    assert bool(found("stretch", f"- KR1{mark}: Grow riders from 10 to 50,000")) is wild
