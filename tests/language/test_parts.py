"""Statements with the parts that columns gave them."""

from __future__ import annotations

import pytest

from okrlint.language import read
from okrlint.language.parts import find_parts


def test_parts_end_where_the_next_begins() -> None:
    text = "Vases sold online, Baseline 12 a week, Target 30 a week, Due end of May"
    assert [(p.kind, text[p.start : p.end]) for p in find_parts(text)] == [
        ("baseline", "12 a week"),
        ("target", "30 a week"),
        ("due", "end of May"),
    ]


def test_names_may_have_capitals_and_a_remark() -> None:
    text = "Vases sold, Baseline (May) 12, Target Value 30, Measure of Success Zero cracked ones"
    assert [(p.kind, p.text) for p in find_parts(text)] == [
        ("baseline", "12"),
        ("target", "30"),
        ("measure", "Zero cracked ones"),
    ]


@pytest.mark.parametrize("text", ["Sell more than before, now and then", "Start the kiln", ""])
def test_words_in_a_sentence_are_no_parts(text: str) -> None:
    assert find_parts(text) == ()


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("Tours with a guide, Baseline 4 of 20, Target 16 of 20", True),
        ("Cracked vases per kiln ≤ 3, Today 7", True),
        ("Visitors who come back, Current: 12 %, Target: 20 %", True),
        ("Tours booked online, Baseline none yet, Target 40", True),
        ("Tours booked online, Baseline N/A, Target 40", False),
        ("Tours booked online, Baseline not measured, Target 40", False),
        ("Rooms lit by daylight ≥ 12, Target 12", False),
    ],
)
def test_baseline_of_a_part(text: str, baseline: bool) -> None:
    assert read(text).baseline is baseline


@pytest.mark.parametrize(
    "text",
    [
        "Audio guide on every floor, Target 100 %, Timeline Phase 2",
        "Tours booked online, Target 40, Deadline: launch of the season",
        "Tours booked online, Target 40, Due 12 May 2027",
    ],
)
def test_a_due_part_is_a_deadline(text: str) -> None:
    deadline = read(text).deadline
    assert deadline is not None
    assert deadline.kind.value == "deadline"


def test_a_due_part_without_a_time_is_none() -> None:
    assert read("Tours booked online, Target 40, Due TBD").deadline is None


def test_names_in_letters_that_pass_for_others() -> None:
    text = "Vases sold, Basel\u0131ne 12 a week, Mea\u017fure of \u017fuccess: none cracked"
    assert [part.kind for part in find_parts(text)] == ["baseline", "measure"]


def test_a_statement_in_such_letters_keeps_its_text() -> None:
    text = "V\u0131s\u0131tors rise from 20 to 40 by 30 Apr\u0131l 2026"
    reading = read(text)
    assert reading.text == text
    assert [str(when.latest) for when in reading.whens] == ["2026-04-30"]
