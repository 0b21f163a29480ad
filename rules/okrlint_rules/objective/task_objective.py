from __future__ import annotations

import re
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
from okrlint_rules.sources import COURSE
from okrlint_rules.words import BUILDING_ONCE, DELIVERING

_FOR = re.compile(
    r"\b(?:that|who|which|where|so|first|top"
    r"|(?!(?:contest|forest|guest|harvest|interest|invest|protest|quest|request|test|west)\b)\w+est)\b",
    re.IGNORECASE,
)
"""What a deliverable is for, or how high it aims: "a book that children ask for"."""
_HEAD = "# OKRs Q3 2025\n\n## Objective: "
_TAIL = "\n\n- KR: 30 % of guests book again\n- KR: 8 of 10 rate their stay 5\n"


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
    covers = ("objective-is-solution",)
    examples = (
        Bad(f"{_HEAD}Publish the annual report{_TAIL}", where="Publish the annual report"),
        Bad(f"{_HEAD}Hire a data engineer{_TAIL}"),
        Bad(f"{_HEAD}Organise the summer fair{_TAIL}"),
        Bad(f"{_HEAD}Complete the move to the new depot{_TAIL}"),
        Bad(f"{_HEAD}Launch the guest card{_TAIL}"),
        Good(f"{_HEAD}Write a book that children ask for{_TAIL}"),
        Good(f"{_HEAD}Run the calmest ward in the city{_TAIL}"),
        Good(f"{_HEAD}Recruit the best teachers in the region{_TAIL}"),
        Good(f"{_HEAD}Deliver engaging presentations{_TAIL}"),
        Good(f"{_HEAD}Customers trust our numbers{_TAIL}"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        reading = context.reading(objective)
        aims = _FOR.search(reading.text)
        if reading.promise is not Promise.TASK or aims:
            return
        if reading.predicate and reading.predicate.lemma in DELIVERING | BUILDING_ONCE:
            help_ = Suggestion("what is it for? Let that be the objective, and this an initiative")
            span = objective.prose.span
            yield Problem("this objective reads as a task", span, (help_,), reading.confidence)
