"""What columns, sub-bullets and tails are called, and what their values say."""

from __future__ import annotations

import pytest

from okrlint.beside import is_blank, name_of
from okrlint.beside.values import is_amount, is_date, is_level
from okrlint.model import FIELD_NAMES


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Starting point", "baseline"),
        ("From", "baseline"),
        ("Goal", "target"),
        ("Target (31 May)", "target"),
        ("**Target value:**", "target"),
        ("Measured by", "success"),
        ("KPI", "metric"),
        ("Today", "current"),
        ("% done", "progress"),
        ("Actual", "progress"),
        ("By when", "due"),
        ("Timeline", "due"),
        ("Q3", "q3"),
        ("Q2 target", "q2"),
        ("2027 Q4", "q4"),
        ("End of Q1", "q1"),
        ("DRI", "owner"),
        ("RAG", "status"),
        ("Weighting", "weight"),
        ("Baseline 23/24", "baseline"),
        ("Target term 2", "target"),
        ("Now w7", "current"),
        ("Target at the end of the year", "target"),
        ("KR 1", None),
        ("Target 1", None),
        ("Launch the shop", None),
        ("Q3 report for the board", None),
        ("", None),
    ],
)
def test_name(words: str, name: str | None) -> None:
    assert name_of(words) == name
    assert name is None or name in FIELD_NAMES


def test_the_last_word_of_a_header_is_enough() -> None:
    assert name_of("Mid-year score", loose=True) == "score"
    assert name_of("Mid-year score") is None


@pytest.mark.parametrize(
    "value", ["—", "", "TBD", "tbc", "N/A (new line)", "X%", "[N]", "to be agreed", "not measured"]
)
def test_blank(value: str) -> None:
    assert is_blank(value)
    assert not is_level(value)
    assert not is_date(value)


@pytest.mark.parametrize(
    "value", ["0", "12 of 40", "€3k", "none yet", "no members yet", "not live"]
)
def test_level(value: str) -> None:
    assert is_level(value)


@pytest.mark.parametrize("value", ["manual", "partial", "spreadsheets", "in June 2026"])
def test_no_level(value: str) -> None:
    assert not is_level(value)


@pytest.mark.parametrize(
    "value",
    [
        "30 June",
        "Q3",
        "Launch + 1 month",
        "Phase 2",
        "EOQ3",
        "when the roof is dry",
        "ferry line live",
    ],
)
def test_date(value: str) -> None:
    assert is_date(value)


@pytest.mark.parametrize("value", ["ongoing", "every week", "Sales", "All northern branches"])
def test_no_date(value: str) -> None:
    assert not is_date(value)


def test_amount() -> None:
    assert is_amount("≥ 40 letters")
    assert is_amount("$3M")
    assert not is_amount("Week 4")
    assert not is_amount("p95 latency")
