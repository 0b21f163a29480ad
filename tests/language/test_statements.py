"""The project's own test set: 767 statements, a third of them traps, and the figures wanted.

The bars are F1, and accuracy for the promise. A change that falls below one makes okrlint worse,
whatever else it mends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from okrlint.language import load_reader
from okrlint.reading import Promise, Reading, WhenKind

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "statements.tsv").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return load_reader().read([row[-1] for row in ROWS])


def f1(truth: Sequence[bool], said: Sequence[bool]) -> float:
    both = sum(a and b for a, b in zip(truth, said, strict=True))
    return 2 * both / (sum(truth) + sum(said))


def when(kind: WhenKind) -> Callable[[Reading], bool]:
    return lambda reading: reading.deadline is not None and reading.deadline.kind is kind


MEASURES = [
    ("task", 0, "task", lambda r: r.promise is Promise.TASK, 0.93),
    ("no metric", 1, "no", lambda r: not r.measurable, 0.97),
    ("baseline", 2, "yes", lambda r: r.baseline, 0.93),
    ("deadline", 3, "date", when(WhenKind.DEADLINE), 0.93),
    ("cadence", 3, "cadence", when(WhenKind.CADENCE), 0.93),
    ("compound", 4, "yes", lambda r: bool(r.compound), 0.85),
    ("vague", 5, "yes", lambda r: bool(r.vague), 0.80),
]


def test_the_set_is_what_it_says() -> None:
    assert len(ROWS) >= 600
    assert sum(row[6] != "-" for row in ROWS) >= len(ROWS) / 3


def test_the_promise(readings: list[Reading]) -> None:
    right = sum(row[0] == r.promise.value for row, r in zip(ROWS, readings, strict=True))
    assert right / len(ROWS) >= 0.90


@pytest.mark.parametrize(
    ("column", "label", "says", "bar"),
    [measure[1:] for measure in MEASURES],
    ids=[measure[0] for measure in MEASURES],
)
def test_a_judgement(
    readings: list[Reading], column: int, label: str, says: Callable[[Reading], bool], bar: float
) -> None:
    truth = [row[column] == label for row in ROWS]
    assert f1(truth, [says(reading) for reading in readings]) >= bar
