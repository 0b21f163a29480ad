"""Numbers however people write them, and what they say."""

from __future__ import annotations

import pytest

from okrlint.language import load_reader, read
from okrlint.reading import Comparison, Measure, Quantity


def _found(text: str) -> tuple[Quantity, ...]:
    return load_reader().read([text])[0].quantities


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Welcome 23_500 visitors", 23_500),
        ("Welcome 4,50,000 visitors", 450_000),
        ("Ship 2.340,75 kg of clay", 2340.75),
        ("Welcome 3.200.000 visitors", 3_200_000),
        ("Welcome 2.5e4 visitors", 25_000),
        ("Welcome 3 lakh visitors", 300_000),
        ("Welcome 1.5 crore visitors", 15_000_000),
        ("Raise ₹4 Cr for the museum", 40_000_000),
        ("Two and a half thousand donors give again", 2500),
        ("Three and a half tonnes of clay recycled", 3.5),
        ("A couple of thousand donors give again", 2000),
        ("1926 visitors come back", 1926),
        ("Press 40 hl of cider", 40),
        ("Roof yields 12 kWp", 12),
        ("By 12 May 35 donors give again", 35),
        ("In August 60 donors give again", 60),
        ("Earn 320K ARR from memberships", 320_000),
        ("Earn $2.4mm for the new roof", 2_400_000),
    ],
)
def test_value(text: str, value: float) -> None:
    assert [q.value for q in _found(text)] == [pytest.approx(value)]


def test_a_multiple_of_the_present_level_is_a_target() -> None:
    assert [(q.value, q.baseline) for q in _found("Seat 4x the current audience")] == [(4, None)]


def test_days_out_of_days_are_a_ratio() -> None:
    (quantity,) = _found("The gallery is quiet on 7 of 8 days")
    assert (quantity.measure, quantity.value) == (Measure.RATIO, 7 / 8)


@pytest.mark.parametrize(
    "text",
    [
        "Maps, letters and photos are all scanned",
        "Booking, paying and cancelling all work on a phone",
        "Guides exist for all the galleries of the old wing",
        "Everyone in the night crew knows the alarm plan",
    ],
)
def test_all_that_was_listed_or_named_is_a_set(text: str) -> None:
    assert Measure.ALL in {q.measure for q in _found(text)}


def test_no_time_spent_is_none_and_in_no_time_nothing() -> None:
    assert [q.measure for q in _found("Guides spend no time on lost keys")] == [Measure.NONE]
    assert _found("Visitors find the café in no time") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Six-fold more donors", 6),
        ("Ninefold growth in donors", 9),
        ("Fivefold as many donors", 5),
    ],
)
def test_fold_multiplies(text: str, value: float) -> None:
    assert [(q.measure, q.value) for q in _found(text)] == [(Measure.MULTIPLE, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Rank 2nd among the county's museums",
        "Become the #3 museum in visitor ratings, ranked by the county",
        "Reach No. 4 in the visitor ratings",
        "25th school books a tour",
    ],
)
def test_ranks_and_counts_reached_can_be_checked(text: str) -> None:
    assert [q.measure for q in _found(text)] == [Measure.ORDINAL]


@pytest.mark.parametrize(
    "text", ["Open the third gallery", "Fix leak #14", "Close stage 2 of the roof", "Hang panel 6"]
)
def test_numbers_of_one_thing_measure_nothing(text: str) -> None:
    assert _found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The kiln never cracks a vase",
        "Never leave a tour without a guide",
        "Not a tour without a single guide missing",
        "Without a single broken vase",
        "Neither kiln cracks a vase",
    ],
)
def test_never_is_none_at_all(text: str) -> None:
    assert Measure.NONE in {q.measure for q in _found(text)}


@pytest.mark.parametrize("text", ["Retire the kiln that never worked", "Try a glaze never used"])
def test_never_that_describes_a_thing_is_no_number(text: str) -> None:
    assert _found(text) == ()


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("Broken vases never exceed 8", Comparison.AT_MOST),
        ("Broken vases don't rise above 8", Comparison.AT_MOST),
        ("Tours do not fall below 30", Comparison.AT_LEAST),
        ("Don't break more than 3 vases", Comparison.AT_MOST),
        ("Not fewer than 30 tours booked", Comparison.AT_LEAST),
        ("Break fewer than 8 vases", Comparison.LESS_THAN),
    ],
)
def test_negation_turns_a_comparison_round(text: str, comparison: Comparison) -> None:
    assert [q.comparison for q in _found(text)] == [comparison]


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("Rating climbs from -4 to +12", -4, 12),
        ("Balance moves from −3k to 9k", -3000, 9000),
        ("Debt falls from €30k to -2k", 30_000, -2000),
        ("A tile gets cheaper, from 50¢ to 35¢", 50, 35),
        ("Margin climbs from (4) % to 2 %", -4, 2),
        ("The queue falls from 2h 15m to 50 min", 2.25, 50),
        ("The queue falls from 2:15 to 0:50", 2.25, 50 / 60),
        ("Raise tours from 1.1k/month to 2k/month", 1100, 2000),
        ("Raise tours from ~30 to about 45", 30, 45),
        ("Climb from #9 to #4 among museums", 9, 4),
        ("Raise tours from 30 (March 2027) to 45 (June 2027)", 30, 45),
    ],
)
def test_baselines_with_signs_units_and_rates(text: str, baseline: float, target: float) -> None:
    based = [q for q in _found(text) if q.baseline is not None]
    assert [(q.baseline, q.value) for q in based] == [
        (pytest.approx(baseline), pytest.approx(target))
    ]


@pytest.mark.parametrize(
    "unknown",
    ["TBD", "n/a", "?", "X", "__", "[current]", "{{ today }}", "<baseline>", "[baseline unknown]"],
)
def test_an_unknown_baseline_is_a_placeholder_however_written(unknown: str) -> None:
    text = f"Lift the rating from {unknown} to 70 %"
    found = _found(text)
    assert [(q.measure, q.value) for q in found] == [
        (Measure.PLACEHOLDER, None),
        (Measure.PERCENT, 70),
    ]
    assert read(text).measurable


@pytest.mark.parametrize(
    "note", ["(baseline: unknown)", "(baseline to be measured in May)", "(baseline TBD)"]
)
def test_a_target_is_no_baseline_of_an_unknown_one(note: str) -> None:
    text = f"Lift the rating to 70 % {note}"
    assert [q.value for q in _found(text) if q.given] == [70]
    assert not read(text).baseline


@pytest.mark.parametrize(
    "text",
    [
        *("Find X partner museums", "x % of visitors return", "Win $XXM", "n% of visitors return"),
        *("NN visitors return", "Win # new museums", "A % of visitors return", "Tours rise by A %"),
        *("Sell (x) tours", "… museums lend to us", "Welcome [number of visitors] visitors"),
        *("Lift the rating to [share of tours]", "Tours reach <new target>"),
    ],
)
def test_a_letter_for_a_number_is_not_given(text: str) -> None:
    assert [q.given for q in _found(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Commit 20 tours, target 30, stretch 40",
        "Stretch: 40 tours; target: 30; commit: 20",
        "≥20 tours (min), ≥30 tours (target)",
        "30 tours booked (stretch 40)",
    ],
)
def test_targets_of_several_degrees_are_no_baselines(text: str) -> None:
    assert all(q.baseline_start is None for q in _found(text))


@pytest.mark.parametrize(
    "text", ["Train NN models on maps", "Move the desk to floor 3", "Post in #tours every week"]
)
def test_a_mark_in_a_name_is_no_number_left_out(text: str) -> None:
    assert Measure.PLACEHOLDER not in {q.measure for q in _found(text)}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("60 museums lend to us (stretch 80)", [60, 80]),
        ("Tours reach 60 (floor 40, ceiling 90)", [60, 40, 90]),
        ("0.7 = 60 museums, 1.0 = 90 museums", [60, 90]),
        ("Tours in May - 40 % of visitors take one", [40]),
    ],
)
def test_targets_of_several_degrees_all_count(text: str, values: list[float]) -> None:
    assert [(q.value, q.baseline) for q in _found(text)] == [(value, None) for value in values]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("60 choirs return", "choirs"),
        ("By May 60 choirs return", "choirs"),
        ("Print 60 customs release notes", "notes"),
    ],
)
def test_what_a_plural_does_is_not_counted(text: str, unit: str) -> None:
    assert _found(text)[0].unit == unit
