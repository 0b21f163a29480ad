"""Every example of every rule, and what the examples do not show."""

from __future__ import annotations

import pytest
from okrlint_house_rules import RULES
from okrlint_house_rules.long_objective import Length

from okrlint import Bad, Good, Rule, Settings, lint_text
from okrlint.testing import check_example, find_examples


@pytest.mark.parametrize(("rule", "example"), find_examples(RULES))
def test_example(rule: type[Rule], example: Bad | Good) -> None:
    check_example(rule, example)


def test_the_pack_is_installed_and_its_options_count() -> None:
    text = "# OKRs\n\n## Objective: Be the bakery of choice\n\n- KR: 30 shops sell bread\n"
    chosen = Settings(select=("long-objective",), options={"long-objective": Length(words=3)})
    (finding,) = lint_text(text, settings=chosen).findings
    assert finding.message == "5 words are hard to remember"
