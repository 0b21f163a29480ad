from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import (
    Bad,
    Comparison,
    Context,
    Good,
    KeyResult,
    KeyResultRule,
    Kind,
    Measure,
    Problem,
    Severity,
)
from okrlint_rules.sources import COURSE, DOERR, GOOGLE
from okrlint_rules.words import same_unit

_WHOLE = 100.0
_SCALE = re.compile(
    r"\b(?:ratings?|scores?|stars?|reviews?|csat|satisfaction|grade)\b", re.IGNORECASE
)
_TOP = 5.0
"""On a scale of five, as stars are, a tenth is a step."""
_NEAR_THE_EDGE = 0.9
"""Above 90 % or below 10 % of a whole, small steps are hard: 99.9 to 99.95 halves failures."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The options of `stretch`."""

    least: Annotated[
        float,
        Meta(ge=0, description="A smaller change, as a share of the baseline, is no stretch."),
    ] = 0.05
    most: Annotated[
        float,
        Meta(gt=1, description="A larger factor between baseline and target is not credible."),
    ] = 20.0


class Stretch(KeyResultRule):
    """A key result asks for more than the next step, and for less than a miracle.

    Only judged where both the baseline and the target are given. A change of a twentieth happens
    by itself; twenty times as much in a cycle is a wish. Near the edge of a whole (99.9 % to
    99.95 %) and on a scale of five stars small numbers are large steps, and nothing is said. No
    source gives a limit in figures, so set yours. One marked as committed need not stretch, one
    marked as aspirational may be out of reach.
    """

    name = "stretch"
    code = "KR010"
    summary = "the target is no stretch, or out of reach"
    severity = Severity.NOTE
    criterion = (
        "Aggressive yet realistic: Do the stated results stretch you but still account for "
        "potential challenges or unexpected events that could arise?"
    )
    sources = (COURSE, DOERR, GOOGLE)
    default = False
    not_for = (Kind.LEARNING, Kind.HEALTH)
    options = Bounds()
    examples = (
        Bad("- Raise NPS from 50 to 51", where="51"),
        Bad("- Grow the newsletter from 1,000 to 1,020 readers"),
        Bad("- Grow daily riders from 10 to 50,000"),
        Bad("- Cut the energy bill from $5,000 to $4,900"),
        Good("- Raise availability from 99.9 % to 99.95 %"),
        Good("- Raise the hotel's rating from 4.5 to 4.7 stars"),
        Good("- Cut the answer time from 2 days to 3 hours"),
        Good("- Grow weekly vegetable boxes from 0 to 500"),
        Good("- Keep the price of a box between $40 and $41"),
        Good("- [committed] Raise NPS from 50 to 51"),
        Good("- Grow daily riders from 10 to 50,000 (moonshot)"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        for quantity in reading.quantities:
            value, baseline = quantity.value, quantity.baseline
            if not value or not baseline or quantity.comparison is Comparison.CHANGE:
                continue
            rated = max(value, baseline) <= _TOP and _SCALE.search(reading.text)
            if rated or not same_unit(reading.text, quantity):
                continue
            kind = context.kind(key_result)
            share = quantity.measure is Measure.PERCENT
            if share and not 1 - _NEAR_THE_EDGE < baseline / _WHOLE < _NEAR_THE_EDGE:
                continue
            change = abs(value - baseline) / abs(baseline)
            factor = max(value / baseline, baseline / value)
            span = key_result.prose.source_span(quantity.start, quantity.end)
            if 0 < change < self.options.least and kind is not Kind.COMMITTED:
                yield Problem(f"a change of {change:.1%} is hardly a stretch", span)
            elif factor > self.options.most and not share and kind is not Kind.ASPIRATIONAL:
                yield Problem(f"{factor:.0f} times as far in one cycle is hardly realistic", span)
