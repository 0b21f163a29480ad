from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    Objective,
    ObjectiveRule,
    Problem,
    Promise,
    Severity,
    Suggestion,
)
from okrlint_rules.key_result.task_like import Sureness
from okrlint_rules.sources import COURSE
from okrlint_rules.words import DELIVERING

_HEAD = "# Q3 2025\n\n## Objective: "
_TAIL = "\n\n- KR: 9 clubs join\n"


class TaskObjective(ObjectiveRule):
    """An objective is a place to reach; a task is one way there.

    "Publish the annual report" is done or not; key results below it can only list its steps.
    Objectives may well be active ("Deliver engaging talks"), so only plain deliverables are
    flagged, and the rule is off by default.
    """

    name = "task-objective"
    code = "OB008"
    summary = "objective reads as a task"
    severity = Severity.NOTE
    criterion = "Significant: Will achieving the objective make a significant impact?"
    sources = (COURSE,)
    default = False
    options = Sureness(0.9)
    examples = (
        Bad(f"{_HEAD}Publish the annual report{_TAIL}"),
        Bad(f"{_HEAD}Hire a data engineer{_TAIL}"),
        Bad(f"{_HEAD}Write the employee handbook{_TAIL}"),
        Bad(f"{_HEAD}Document the billing API{_TAIL}"),
        Good(f"{_HEAD}Deliver engaging presentations{_TAIL}"),
        Good(f"{_HEAD}Become the bakery that the town loves{_TAIL}"),
        Good(f"{_HEAD}Customers trust our numbers{_TAIL}"),
        Good(f"{_HEAD}Increase my work pace{_TAIL}"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        reading = context.reading(objective)
        sure = reading.promise is Promise.TASK and reading.confidence >= self.options.confidence
        if sure and reading.predicate and reading.predicate.lemma in DELIVERING:
            help_ = Suggestion("what is it for? Let that be the objective, and this an initiative")
            yield Problem("this objective reads as a task", objective.prose.span, (help_,))
