from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Cycle, Document, DocumentRule, Good, Problem, Severity
from okrlint_rules.sources import COURSE
from okrlint_rules.words import normal_form, quote

_HEAD = "# OKRs Q3 2025\n\n"


class DuplicateObjective(DocumentRule):
    """The same objective twice splits its key results, and one of the two gets forgotten.

    Repeats in another cycle are fine.
    """

    name = "duplicate-objective"
    code = "OB010"
    summary = "the same objective stands twice"
    severity = Severity.WARNING
    criterion = "Concrete: Is the objective clearly stated?"
    sources = (COURSE,)
    needs_language = False
    examples = (
        Bad(
            f"{_HEAD}- Objective: Be found\n  - KR: Win 9 clubs\n"
            "- Objective: Be found\n  - KR: Win 3 schools\n",
            where="Be found",
        ),
        Bad(
            f"{_HEAD}- O1: Be found\n  - KR: Win 9 clubs\n- O2: be found.\n  - KR: Win 3 schools\n"
        ),
        Bad(
            f"{_HEAD}## Objective 1: Be found\n\n- KR: 9\n\n## Objective 2: *Be found*\n\n- KR: 3\n"
        ),
        Bad(
            f"{_HEAD}## Objective 1: Be found!\n\n- KR: 9\n\n## Objective 2: Be found\n\n- KR: 3\n"
        ),
        Good(
            f"{_HEAD}- O1: Be found\n  - KR: Win 9 clubs\n- O2: Be liked\n  - KR: Win 3 schools\n"
        ),
        Good(f"{_HEAD}- O1: Be found in Rome\n  - KR: 9\n- O2: Be found in Bari\n  - KR: 3\n"),
        Good(
            "# Q1 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n\n"
            "# Q2 2025\n\n- Objective: Be found\n  - KR: 900 visits a day\n"
        ),
        Good(f"{_HEAD}- O1: Be found\n  - KR: Win 9 clubs\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        seen: set[tuple[Cycle | None, str]] = set()
        for objective in document.objectives:
            key = (context.cycle_of(objective), normal_form(objective.prose.text))
            if objective.struck:
                continue
            if key in seen:
                message = f"{quote(objective.prose.text)} stands above already"
                yield Problem(message, objective.prose.span)
            seen.add(key)
