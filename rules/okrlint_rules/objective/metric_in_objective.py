from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    Measure,
    Objective,
    ObjectiveRule,
    Problem,
    Quantity,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import WODTKE
from okrlint_rules.words import quote

_KNOWN_SET = re.compile(
    r"\b(?:our|my|your|their|its|the|all|both|these|those|number)\s$", re.IGNORECASE
)
"""Before a count: a number that says which ones ("our 12 branches"), not how many to reach."""
_NUMBERS = (Measure.COUNT, Measure.PERCENT, Measure.POINTS, Measure.MONEY, Measure.MULTIPLE)

_HEAD = "# OKRs Q3 2025\n\n## Objective: "
_TAIL = "\n\n- KR: 30 % of guests book again\n- KR: 8 of 10 rate their stay 5\n"


class MetricInObjective(ObjectiveRule):
    """An objective says where to; its key results say how far.

    A number in the objective makes one measure the goal and leaves the others without a voice.
    Schools differ, so this is off by default.
    """

    name = "metric-in-objective"
    code = "OB003"
    summary = "objective holds a metric"
    severity = Severity.NOTE
    criterion = "Objectives are qualitative (Wodtke)"
    sources = (WODTKE,)
    default = False
    examples = (
        Bad(f"{_HEAD}Grow revenue by 20 %{_TAIL}", where="20 %"),
        Bad(f"{_HEAD}Win 50 farms for the south{_TAIL}"),
        Bad(f"{_HEAD}Earn $3M with bread{_TAIL}"),
        Bad(f"{_HEAD}Double our reach in schools{_TAIL}"),
        Good(f"{_HEAD}Give our 12 branches one voice{_TAIL}"),
        Good(f"{_HEAD}Be the number one bakery in town{_TAIL}"),
        Good(f"{_HEAD}Be there for patients 24/7{_TAIL}"),
        Good(f"{_HEAD}Make Windows 11 a pleasure to use{_TAIL}"),
        Good(f"{_HEAD}Start 2026 with a calm ward{_TAIL}"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        for quantity in context.reading(objective).quantities:
            if quantity.measure in _NUMBERS and not _names(objective.prose.text, quantity):
                text = objective.prose.text[quantity.start : quantity.end]
                span = objective.prose.source_span(quantity.start, quantity.end)
                help_ = Suggestion("move the number into a key result")
                yield Problem(f"{quote(text)} is a metric", span, (help_,))
                return


def _names(text: str, quantity: Quantity) -> bool:
    """Whether a count belongs to what the objective is about: "one voice", "our 12 branches"."""
    if quantity.measure is not Measure.COUNT:
        return False
    return quantity.value == 1 or _KNOWN_SET.search(text[: quantity.start]) is not None
