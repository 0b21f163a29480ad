"""A good key result that lacks its start, with a blank for it."""

from __future__ import annotations

import re

from okrlint.context import Due
from okrlint.predicate import Form
from okrlint.reading import Comparison, Measure, Promise, Quantity, Reading
from okrlint.rewrite.deadline import OVER, own_deadline
from okrlint.rewrite.words import split_words

SURE = 0.85
"""From which confidence on a statement is taken for an outcome as it stands."""
_SENTENCES = re.compile(r"[.!?;:,]\s|[!?\[]|\)$|^\W|^no |×")
_COUNTED = (
    Measure.COUNT, Measure.PERCENT, Measure.POINTS, Measure.MONEY, Measure.DURATION,
    Measure.MULTIPLE, Measure.RATIO,
)  # fmt: skip
_LASTING = ("be", "keep", "maintain", "stay", "remain", "hold", "sustain", "go", "have")
"""What holds all the time is not due on a day."""
_RELATIVE = (Measure.PERCENT, Measure.MULTIPLE, Measure.POINTS)


def say_completed(reading: Reading, due: Due | None) -> str | None:
    """The statement itself with where it starts; None where it lacks more, or only a deadline."""
    given = any(q.given and q.measure in _COUNTED for q in reading.quantities)
    sure = reading.promise is Promise.OUTCOME and reading.confidence >= SURE
    if not (sure and given and reading.measurable) or _SENTENCES.search(reading.text):
        return None
    if due is OVER and own_deadline(reading) is not None:
        return None  # its own words name a day that is over
    change = None if reading.baseline else _change(reading)
    if change is None:
        return None
    text = reading.text.rstrip(" .")
    rest = split_words(text, change.end)
    if rest and (rest[0].low == "of" or rest[0].is_a("article") or " and " in text):
        return None  # a share or a level, "a third of sales", or two wishes
    at = change.end if rest and rest[0].is_a("link", "end") else len(text)
    text = f"{text[:at]} (from [now] to [target]){text[at:]}"
    verb = reading.predicate.lemma if reading.predicate else ""
    dated = due not in (None, OVER) or own_deadline(reading) is not None or verb in _LASTING
    return text if dated else f"{text} by [date]"


def _change(reading: Reading) -> Quantity | None:
    """The amount that says how much more or less, not how much."""
    changes = [q for q in reading.quantities if q.given and q.comparison is Comparison.CHANGE] or [
        q for q in reading.quantities if q.given and q.measure is Measure.MULTIPLE
    ]
    bare = reading.predicate is not None and reading.predicate.form is Form.PHRASE  # "2 more vans"
    return next((q for q in changes if q.measure in _RELATIVE or (q.value and not bare)), None)
