"""References at the ends of statements are taken off, however many there are."""

from __future__ import annotations

import pytest

from okrlint.outline import parse


@pytest.mark.parametrize(
    "tail",
    ["#12 " * 400, "(" + "A-1, " * 400, "FERRY-12 and " * 400, "see " * 400, "\u2588" * 4000],
)
def test_many_references_cost_no_more_than_their_length(tail: str) -> None:
    document = parse(
        f"# OKRs Q3\n\n- Objective: Sail\n  - KR1: 96% on time {tail}\n  - KR2: {tail}\n"
    )
    ((_, first), *_) = document.key_results()
    assert first.prose.text.startswith("96% on time")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Ferries a day ~45", "Ferries a day ~45"),
        ("Ferries weigh ~90t", "Ferries weigh ~90t"),
        ("Run 45 ferries ~harbour", "Run 45 ferries"),
    ],
)
def test_an_amount_is_no_label_of_an_issue(written: str, said: str) -> None:
    document = parse(f"# OKRs Q3\n\n- Objective: Sail\n  - KR1: {written}\n  - KR2: 96% on time\n")
    assert [kr.prose.text for _, kr in document.key_results()] == [said, "96% on time"]
