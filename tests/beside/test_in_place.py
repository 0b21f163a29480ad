"""What a key result says with what stands beside it, through the public surface."""

from __future__ import annotations

import datetime as dt

import pytest

from okrlint import Context, KeyResult, Promise, Reading, parse
from okrlint.config import Settings
from okrlint.engine import context_of
from okrlint.readings import read_documents


def read(text: str) -> tuple[Context, tuple[KeyResult, ...]]:
    document = parse(text, "okrs.md")
    context = context_of(document, read_documents([(document, Settings())])[0])
    return context, tuple(k for _, k in document.key_results())


def reading(key_result: str, header: str = "") -> Reading:
    """The reading of a row of a table, or of an item with its sub-bullets."""
    title = "# OKRs 2027\n\n## Objective: Serve the valley well\n\n"
    if header:
        bar = "|---" * header.count("|")
        text = f"{title}| Key result {header}\n{bar}|---|\n| {key_result} |\n"
    else:
        text = f"{title}- KR1: {key_result}\n"
    context, (first, *_) = read(text)
    return context.reading(first)


@pytest.mark.parametrize(
    ("row", "header"),
    [
        ("NPS | 45", "| Target"),
        ("Hours lost | 3 | 1", "| From | To"),
        ("Falls on the stairs | zero", "| Goal value"),
        ("Serve well | NPS ≥ 45", "| Measure of success"),
        ("Loans renewed | 40% | 60%", "| Q1 | Q2"),
        ("Chart kinds covered | 4/4", "| Target"),
    ],
)
def test_a_target_is_a_metric(row: str, header: str) -> None:
    assert reading(row, header).measurable


@pytest.mark.parametrize(
    ("row", "header"),
    [
        ("NPS | TBD", "| Target"),
        ("Open the new gate | Live", "| Target"),
        ("NPS | X%", "| Target"),
        ("Test the gate | Week 4", "| Target"),
        ("Improve the gate | 60%", "| Progress"),
        ("Improve the gate | 0.7 | 7/10", "| Score | Confidence"),
        ("Improve the gate | p95 of waits", "| Metric"),
    ],
)
def test_what_is_no_metric(row: str, header: str) -> None:
    assert not reading(row, header).measurable


@pytest.mark.parametrize("tail", ["(60% done)", "[Progress: 40%]", "(0.7)", "(weight: 20%)"])
def test_a_tail_of_progress_is_no_metric(tail: str) -> None:
    assert not reading(f"Improve the gate {tail}").measurable


@pytest.mark.parametrize(
    ("row", "header", "baseline"),
    [
        ("NPS | 32 | 45", "| Baseline | Target", True),
        ("Member letters | none yet | 45", "| Baseline | Target", True),
        ("NPS | N/A | 45", "| Baseline | Target", False),
        ("NPS | manual | 45", "| Baseline | Target", False),
        ("NPS | 32 | 45", "| Current | Target", True),
        ("NPS | TBD | 36 | 45", "| Baseline | Current | Target", False),
        ("NPS | | 36 | 45", "| Baseline | Current | Target", False),
        ("NPS | 36 | 45 | 0.8", "| Current | Target | Score", False),
        ("NPS | 32 → 45", "| Measure of success", True),
        ("Improve the gate | 32", "| Current", False),
    ],
)
def test_baseline(row: str, header: str, baseline: bool) -> None:
    assert reading(row, header).baseline is baseline


@pytest.mark.parametrize(
    ("row", "header", "kind"),
    [
        ("Open the gate | 30 June", "| Due", "deadline"),
        ("Open the gate | after the launch", "| By when", "deadline"),
        ("Open the gate | TBD", "| Due", None),
        ("Open the gate | ongoing", "| Timeline", None),
        ("Loans renewed | 40% | 60%", "| Q1 | Q2", "deadline"),
        ("Run 20 km every week | 30 June", "| Due", "deadline"),
    ],
)
def test_deadline(row: str, header: str, kind: str | None) -> None:
    deadline = reading(row, header).deadline
    assert (deadline.kind.value if deadline else None) == kind


def test_quarters_that_tell_how_it_went_are_no_deadline() -> None:
    assert reading("Faults stay below 10 | 14 | 12", "| Q1 | Q2").deadline is None


def test_sub_bullets_and_lines_below() -> None:
    below = reading("NPS\n  - Baseline: 32\n  - Target: 45 by June")
    assert below.measurable
    assert below.baseline
    assert below.deadline
    assert {beside.field for beside in below.beside} == {"baseline", "target"}
    assert reading("Hours lost\n  - From 3 to 1").baseline


@pytest.mark.parametrize(
    ("row", "promise"),
    [
        ("NPS | 45", Promise.OUTCOME),
        ("Chart kinds implemented | 4", Promise.OUTPUT),
        ("State machine implemented | 100%", Promise.OUTPUT),
        ("Pickers trained on the new scanners | 64", Promise.OUTCOME),
        ("Open the new gate | Live", Promise.TASK),
    ],
)
def test_promise(row: str, promise: Promise) -> None:
    assert reading(row, "| Target").promise is promise


def test_places_of_deadlines_are_those_of_the_values() -> None:
    text = (
        "# OKRs 2027\n\n## Objective: Serve well\n\n"
        "- KR1: Win 3 clubs\n  - Due: by **30 June 2027**\n"
    )
    context, (first,) = read(text)
    ((when, span),) = context.deadlines(first)
    assert when.latest == dt.date(2027, 6, 30)
    assert text[span.start : span.end] == "30 June 2027"
    assert context.due(first).source == "field"  # type: ignore[union-attr]


def test_a_statement_without_fields_says_what_its_words_say() -> None:
    assert reading("Raise NPS from 32 to 45 by June").beside == ()


@pytest.mark.parametrize(
    "went",
    ["=> 30% At risk", "=> 9% `Needs attention`", "→ 40 % on track", "-> 100% 🔴 delayed"],
)
def test_how_far_a_tracker_says_it_is_is_no_metric(went: str) -> None:
    told = reading(f"Label the racks {went}")
    assert (told.promise, told.measurable) == (Promise.TASK, False)
    assert reading("Share of racks with a label => 95%").measurable


@pytest.mark.parametrize("went", ["0, it rained", "8. A good month", "{{bar 40}}"])
def test_the_mark_of_a_review_is_no_metric(went: str) -> None:
    told = reading(f"Label the racks\n  - Success: {went}")
    assert (told.promise, told.measurable) == (Promise.TASK, False)
    assert reading("Label the racks\n  - Success: 40 racks labelled").measurable


def test_what_has_a_number_today_is_a_measure_without_a_target() -> None:
    told = reading("Complaints about payment | 140 | TBD", "| Baseline | Target")
    assert (told.promise, told.measurable, told.baseline) == (Promise.OUTCOME, False, True)
    assert reading("New price list | none | TBD", "| Baseline | Target").promise is Promise.TASK


def test_what_is_called_a_range_is_a_level() -> None:
    assert reading("Range: order between 20 and 30 crates").promise is Promise.OUTCOME
    assert reading("Order between 20 and 30 crates").promise is Promise.OUTPUT


def test_a_quarter_before_the_cycle_is_where_it_began() -> None:
    title = "# OKRs Q2 2027\n\n## Objective: Serve the valley well\n\n"
    context, found = read(f"{title}- KR1: Falls on the stairs ≤ 4 (Q1: 11)\n- KR2: 8 (Q3: 9)\n")
    assert [context.reading(k).baseline for k in found] == [True, False]
