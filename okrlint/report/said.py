"""What a statement was read to say, in short words for people: metric, baseline, deadline, due.

Nothing is escaped here; each report does that for its format.
"""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.context import Due
from okrlint.reading import Quantity, Reading, WhenKind


def say_metric(reading: Reading) -> str:
    """The amounts that could be checked, its own and those beside it."""
    metrics = [_metric(quantity, reading.text) for quantity in reading.quantities if quantity.given]
    metrics += [
        f"{_metric(quantity, beside.text)} ({beside.field})"
        for beside in reading.beside
        for quantity in beside.quantities
    ]
    return ", ".join(metrics) or "none that could be checked"


def say_amounts(reading: Reading) -> str:
    """The same in the words of the text alone, without what was read into them."""
    own = [reading.text[q.start : q.end] for q in reading.quantities if q.given]
    beside = [
        f"“{words}” ({one.field})"
        for one in reading.beside
        for q in one.quantities
        if q.given and (words := one.text[q.start : q.end]) not in own
    ]
    said = ", ".join([*(f"“{words}”" for words in dict.fromkeys(own)), *beside])
    if reading.measurable:
        return said or "one that is in no number"
    return f"none that could be checked{f'; {said} is no target' if said else ''}"


def say_baseline(reading: Reading) -> str:
    """Where the measure stands now."""
    return ", ".join(_baselines(reading)) or "not said"


def say_deadline(reading: Reading) -> str:
    """The date, event or cadence in its own words, or beside it."""
    when = reading.deadline
    if when is None:
        return "not said here"
    if when.kind is WhenKind.CADENCE:
        return f"“{when.text}” (cadence)"
    if when.impossible:
        return f"“{when.text}”, no such date"
    date = when.latest.isoformat() if when.latest else when.event
    return f"“{when.text}”" + (f", {date}" if date else "")


def say_due(due: Due | None) -> str:
    """By when it is due, and what said so."""
    if due is None:
        return "nothing says"
    when = due.date.isoformat() if due.date else (due.event or "")
    return f"{when} (said by: {due.source})" if when else f"said by: {due.source}"


def _metric(quantity: Quantity, text: str) -> str:
    words = [f"“{text[quantity.start : quantity.end]}”: {quantity.measure.value}"]
    if quantity.value is not None:
        words += [quantity.comparison.value, f"{quantity.value:g}"]
    if quantity.upper is not None:
        words += ["to", f"{quantity.upper:g}"]
    return " ".join([*words, quantity.unit or ""]).rstrip()


def _baselines(reading: Reading) -> Iterator[str]:
    for quantity in reading.quantities:
        if quantity.baseline_start is not None:
            yield f"“{reading.text[quantity.baseline_start : quantity.baseline_end]}”"
    for beside in reading.beside:
        if beside.baseline:
            yield f"“{beside.text}” ({beside.field})"
