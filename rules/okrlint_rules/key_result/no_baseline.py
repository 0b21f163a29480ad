from __future__ import annotations

from collections.abc import Iterable

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
    Promise,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import GITLAB

_COUNTED = (Measure.PERCENT, Measure.MULTIPLE, Measure.POINTS, Measure.RATIO)


class NoBaseline(KeyResultRule):
    """A change is only readable with the place where it starts.

    "Raise sign-ups by 20 %": from what? Without today's number nobody can tell later whether it
    happened, or now whether it is bold. Only changes are flagged; a level ("p95 below 200 ms") and
    a count from zero need no baseline. A baseline or current column counts.
    """

    name = "no-baseline"
    code = "KR005"
    summary = "key result states a change without where it starts"
    severity = Severity.WARNING
    rewritten = True
    criterion = "Verb, what you measure, from x to y (GitLab handbook)"
    sources = (GITLAB,)
    default = False
    not_for = (Kind.LEARNING,)
    examples = (
        Bad("- Raise sign-ups by 20 %", where="20 %"),
        Bad("- Cut support costs by a third"),
        Bad("- Double the number of returning visitors"),
        Bad("- 30 % fewer complaints about late trains"),
        Bad(
            "# Q3 2025\n\n## Objective: Feed the town\n\n- KR: Sign-ups (target: 20 % more)\n",
            where="20 %",
        ),
        Good("- Raise sign-ups by 20 % (now 300 a week)"),
        Good("- Halve no-shows, from 40 to 20 a week"),
        Good("- 20 % of members bring a friend"),
        Good("- Double last year's 400 returning visitors"),
        Good(
            "# Q3 2025\n\n## Objective: Feed the town\n\n| Key result | Baseline |\n|---|---|\n"
            "| Weekly boxes grow by 20 % | 300 |\n| 40 stands open | 12 |\n"
        ),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        if reading.baseline or reading.promise is not Promise.OUTCOME:
            return
        for quantity, span in context.amounts(key_result):
            relative = quantity.comparison is Comparison.CHANGE and quantity.measure in _COUNTED
            if relative or quantity.measure is Measure.MULTIPLE:
                help_ = Suggestion('add where it stands now: "... from 300 to 360", "(now 300)"')
                message = "a change, but nothing says from where"
                yield Problem(message, span, (help_,), reading.certainty("baseline"))
                return
