"""Dates in long texts: the effort grows with the text, whatever is repeated in it."""

from __future__ import annotations

import pytest

from okrlint.budget import limited
from okrlint.dates import Calendar, find_dates, find_periods
from tests.support import steps

PIECES = [
    "Q3 ", "January ", "2026-07-01, ", "Due: 3 July 2026. ", "3/", "1-", "Q1 - ", "by 31/12 ",
    "FY21/22 ", "after launch ", "a week after the launch, ", "from May to ", "end of ", "the ",
    "week ", "(", "may ", "Easter ", "2026 ", " " * 40, "next 90 days ", "every Friday ", "OKRs ",
    "1. ",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("find", [find_dates, find_periods])
def test_effort_grows_with_the_text(find: object, piece: str) -> None:
    def read(size: int) -> None:
        text = f"OKRs {piece * (size // len(piece))}2026"
        list(find(text, Calendar()))  # type: ignore[operator]

    read(100)
    assert steps(lambda: read(8_000)) < 2.6 * steps(lambda: read(4_000)) + 1_000
    with limited(20):
        read(40_000)


def test_a_chain_of_dashes_is_read_to_some_length() -> None:
    (words, *_) = find_dates(" - ".join(["Q1"] * 3 + ["Q4 2025"]), Calendar())
    assert words.latest is not None
    assert len(list(find_dates(" - ".join(["January"] * 3_000), Calendar()))) > 1
