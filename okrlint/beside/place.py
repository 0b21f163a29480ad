"""What a statement says where it stands: its own words together with the fields beside it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from okrlint.beside.change import split_change
from okrlint.beside.due import read_due
from okrlint.beside.names import STAGES
from okrlint.beside.promise import joined_promise, ranged_promise
from okrlint.beside.values import is_amount, is_blank, is_level, is_only_date
from okrlint.dates import Calendar
from okrlint.model import Field
from okrlint.reading import Beside, Comparison, Measure, Quantity, Reading, When, WhenKind

PROMISES = ("target", "success", "metric", *STAGES)
"""The fields that say what is promised; the others say how it goes, whose it is, or when."""


@dataclass(frozen=True, slots=True)
class Time:
    """How dates beside a statement are to be understood."""

    calendar: Calendar = Calendar()
    around: tuple[dt.date, dt.date] | None = None
    """The first and last day of the cycle."""


def texts_beside(statement: str, fields: Sequence[Field]) -> tuple[str, ...]:
    """The texts to be read so that `read_in_place` can tell: values, and statement with target."""
    values = [f.prose.text for f in fields if f.name in PROMISES and _says(f)]
    goal = _target(fields) or _standing(fields)
    return tuple(dict.fromkeys([*values, *([joined_text(statement, goal)] if goal else [])]))


def joined_text(statement: str, target: str) -> str:
    """Statement and target as one sentence, as people would write it."""
    return f"{statement.rstrip(' .;:,')}, Target: {target}"


def read_in_place(
    own: Reading, fields: Sequence[Field], read: Mapping[str, Reading], time: Time = Time()
) -> Reading:
    """The reading of a statement together with the fields beside it.

    `own`: what its words say; `read`: the readings of `texts_beside`.
    """
    besides = tuple(_besides(own, fields, read, time))
    own = ranged_promise(own, next((f.prose.text for f in fields if f.name == "kind"), ""))
    goal = _target(fields) or _standing(fields)
    joined = read.get(joined_text(own.text, goal)) if goal else None
    placed = own if own.beside == besides else replace(own, beside=besides)
    amounts = [q for b in besides for q in b.quantities if q.given]
    return joined_promise(placed, joined, amounts) if joined else placed


def _target(fields: Sequence[Field]) -> str | None:
    """The value that says how much: of the target, else of the measure, else the last stage."""
    for name in ("target", "success", *reversed(STAGES), "metric"):
        for field in fields:
            if field.name == name and _says(field):
                return field.prose.text
    return None


def _standing(fields: Sequence[Field]) -> str | None:
    """Where the measure stands, where nothing says how much: what has a number today is a measure.

    "Support calls | 140 | TBD" is read as it would be with a target of that size.
    """
    levels = (f.prose.text for f in fields if f.name == "baseline" and is_amount(f.prose.text))
    return next((level for level in levels if re.search(r"[1-9]", level)), None)


_WENT = re.compile(r"(?:10|\d)(?:\.\d)?\s*[.,;:]\s+[A-Za-z].*|\{\{.*\}\}", re.DOTALL)
"""The mark of a review, "Success: 8, a good month", or what code draws: "{{progress 40}}"."""


def _says(field: Field) -> bool:
    """Whether a field says anything of what is promised."""
    text = field.prose.text
    return not is_blank(text) and not (field.name == "success" and _WENT.fullmatch(text.strip()))


def _besides(
    own: Reading, fields: Sequence[Field], read: Mapping[str, Reading], time: Time
) -> Iterator[Beside]:
    targets = [found for f in fields if (found := _promise(f, own, read, time))]
    targets = _only_last_stage(targets, bool(list(whens_beside(fields, time))))
    measured = own.measurable or any(found.quantities for found in targets)
    # where it stands now is no beginning where that is told apart, or where it is graded
    based = any(field.name in ("baseline", "score") for field in fields)
    yield from targets
    for field in fields:
        text, span = field.prose.text, field.prose.span
        found = Beside(field.name, text, span.start, span.end)
        starts = field.name == "baseline" or (
            measured and not based and (field.name == "current" or _is_over(field, time))
        )
        when = read_due(text, time.calendar, time.around) if field.name == "due" else None
        if starts and is_level(text):
            yield replace(found, baseline=True)
        elif when:
            yield replace(found, whens=(when,))


def _is_over(field: Field, time: Time) -> bool:
    """Whether a field is named by a quarter that was over before the cycle: "(Q1: 14)"."""
    stage = _stage(field, time)
    latest = stage.latest if stage else None
    return bool(latest and time.around and latest < time.around[0])


def _stage(field: Field, time: Time) -> When | None:
    """The quarter that a field is named by."""
    return (
        read_due(field.name.upper(), time.calendar, time.around) if field.name in STAGES else None
    )


def _only_last_stage(targets: Sequence[Beside], dated: bool) -> list[Beside]:
    """The targets, of whose stages only the last says by when, and only where no due field does."""
    stages = [target for target in targets if target.field in STAGES]
    early = stages if dated else stages[:-1]
    return [replace(target, whens=()) if target in early else target for target in targets]


def _promise(field: Field, own: Reading, read: Mapping[str, Reading], time: Time) -> Beside | None:
    """What a field that promises something adds; None when it adds nothing."""
    text, span = field.prose.text, field.prose.span
    reading = read.get(text)
    if field.name not in PROMISES or reading is None:
        return None
    whens = tuple(when for when in reading.whens if when.kind is WhenKind.DEADLINE)
    amounts = _amounts(field.name, reading)
    if field.name in STAGES:
        if own.measurable and (_is_over(field, time) or not _agrees(own, amounts)):
            return None  # the numbers of a quarter that is told of, not promised
        stage = _stage(field, time)
        whens = (replace(stage, start=0, end=len(text)),) if stage else whens
    elif not whens and is_only_date(text):
        due = read_due(text, time.calendar, time.around)
        whens, amounts = ((due,) if due else ()), ()
    based = bool(split_change(text)) or any(q.baseline_start is not None for q in amounts)
    if not (whens or amounts):
        return None
    return Beside(field.name, text, span.start, span.end, amounts, whens, based)


_RATIO = re.compile(r"\s*(\d+)\s*/\s*(\d+)\b")


def _amounts(name: str, reading: Reading) -> tuple[Quantity, ...]:
    """The amounts that a value promises."""
    amounts = tuple(q for q in reading.quantities if q.measure is not Measure.PLACEHOLDER)
    if name == "metric" and not is_amount(reading.text):
        # "Top-10 words", "p95 latency": names of what is measured
        return tuple(q for q in amounts if q.comparison is not Comparison.EXACTLY)
    return amounts or tuple(_bare_amount(reading.text))


def _bare_amount(text: str) -> Iterator[Quantity]:
    """The number at the head of a value that says nothing as a sentence: "4/4", "0.02 mag"."""
    if ratio := _RATIO.match(text):
        share = int(ratio[1]) / (int(ratio[2]) or 1)
        yield Quantity(ratio.start(1), ratio.end(2), Measure.RATIO, share)
    elif (number := _NUMBER.match(text)) and is_amount(text):
        value = float(number[1].replace(",", ""))
        yield Quantity(number.start(1), number.end(1), Measure.COUNT, value)


_NUMBER = re.compile(r"\W{0,3}(?:[kKmM]?[$€£¥₹]\s?)?(\d[\d,]*(?:\.\d+)?)(?![\d.]*[.-]\d)")


def _agrees(own: Reading, amounts: Sequence[Quantity]) -> bool:
    """Whether a stage reaches a number that the statement itself promises."""
    promised = {q.value for q in own.quantities if q.given}
    return any(q.value in promised for q in amounts)


def whens_beside(fields: Sequence[Field], time: Time = Time()) -> Iterator[tuple[Field, When]]:
    """The due fields with what they say, for who has no readings."""
    for field in fields:
        when = (
            read_due(field.prose.text, time.calendar, time.around) if field.name == "due" else None
        )
        if when:
            yield field, when
