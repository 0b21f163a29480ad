from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    Measure,
    Objective,
    ObjectiveRule,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import WODTKE
from okrlint_rules.words import quote

_NUMBERS = (Measure.COUNT, Measure.PERCENT, Measure.POINTS, Measure.MONEY, Measure.MULTIPLE)


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
        Bad(
            "# Q3 2025\n\n## Objective: Grow revenue by 20 %\n\n- KR: 9 clubs join\n", where="20 %"
        ),
        Bad("# Q3 2025\n\n## Objective: Win 50 customers\n\n- KR: 9 clubs join\n"),
        Bad("# Q3 2025\n\n## Objective: Earn $3M\n\n- KR: 9 clubs join\n"),
        Bad("# Q3 2025\n\n## Objective: Double our reach\n\n- KR: 9 clubs join\n"),
        Good(
            "# Q3 2025\n\n## Objective: Become the club people talk about\n\n- KR: 9 clubs join\n"
        ),
        Good("# Q3 2025\n\n## Objective: Make Windows 11 a pleasure\n\n- KR: 9 clubs join\n"),
        Good("# Q3 2025\n\n## Objective 2: Be there 24/7\n\n- KR: 9 clubs join\n"),
        Good("# Q3 2025\n\n## Objective: Start 2026 strong\n\n- KR: 9 clubs join\n"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        for quantity in context.reading(objective).quantities:
            if quantity.measure in _NUMBERS:
                text = objective.prose.text[quantity.start : quantity.end]
                span = objective.prose.source_span(quantity.start, quantity.end)
                help_ = Suggestion("move the number into a key result")
                yield Problem(f"{quote(text)} is a metric", span, (help_,))
                return
