"""Statements that are struck through, and what was written beside the struck words."""

from __future__ import annotations

import pytest

from okrlint.outline import parse


def _read(item: str) -> tuple[str, bool]:
    text = f"# OKRs Q2 2027\n\n## Objective: Walkers love the trail\n\n- KR 1: {item}\n- KR 2: Ok\n"
    first = parse(text).objectives[0].key_results[0]
    return first.prose.text, first.struck


@pytest.mark.parametrize(
    "beside",
    [
        "moved",
        "moved to Q3",
        "(moved)",
        "dropped, no money",
        "cancelled",
        "DONE",
        "- done in May",
        "→ Q4",
        "-> KR 3",
        "see KR 3",
        "now part of O2",
        "replaced by KR 3",
        "was merged into KR 3",
        "postponed until the bridge stands",
        "no longer needed",
        "out of scope",
        "on hold",
    ],
)
def test_what_became_of_it_is_no_statement(beside: str) -> None:
    assert _read(f"~~Mark paths~~ {beside}") == ("Mark paths", True)


@pytest.mark.parametrize(
    ("item", "statement"),
    [
        ("Mark ~~30~~ 40 miles of paths", "Mark 40 miles of paths"),
        ("~~Mark~~ Mow 40 miles of paths", "Mow 40 miles of paths"),
        (
            "~~Mark paths~~ Moved 40 % of walkers to the new path",
            "Moved 40 % of walkers to the new path",
        ),
        ("~~Mark paths~~ No walker gets lost", "No walker gets lost"),
        ("~~Mark paths~~ Not one walker gets lost", "Not one walker gets lost"),
    ],
)
def test_what_stands_instead_is_one(item: str, statement: str) -> None:
    assert _read(item) == (statement, False)
