from __future__ import annotations

from collections.abc import Hashable, Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity
from okrlint_rules.owner import owner_of
from okrlint_rules.sources import COURSE
from okrlint_rules.words import normal_form, quote

_HEAD = "# OKRs Q3 2025\n\n"
_WARD = "- KR: Falls at night drop from 9 to 3\n- KR: 8 of 10 patients sleep through\n\n"


class DuplicateObjective(DocumentRule):
    """The same objective twice splits its key results, and one of the two gets forgotten.

    Repeats in another cycle are fine, and so is one objective that two teams or owners share, each
    under a heading or with a name of its own.
    """

    name = "duplicate-objective"
    code = "OB010"
    summary = "the same objective stands twice"
    severity = Severity.WARNING
    needs_english = False
    criterion = "Concrete: Is the objective clearly stated?"
    sources = (COURSE,)
    needs_language = False
    examples = (
        Bad(
            f"{_HEAD}## Objective 1: Patients feel safe at night\n\n{_WARD}"
            "## Objective 2: Patients feel *safe* at night!\n\n- KR: 9 of 10 calls are answered\n",
            where="Patients feel *safe* at night!",
        ),
        Bad(
            f"{_HEAD}- O1: Be the first choice of schools\n  - KR: 9 schools join\n"
            "- O2: be the first choice of schools.\n  - KR: 3 towns join\n"
        ),
        Bad(
            f"{_HEAD}| Objective | Key result |\n|---|---|\n| Feed the town | 40 stands open |\n"
            "| Win the trust of farmers | 200 farms sign |\n| Feed the town | 900 boxes a week |\n"
        ),
        Bad(
            f"{_HEAD}## Objective 1\n\nPatients feel safe at night\n\n{_WARD}"
            "## Objective 2\n\nPatients feel safe at night\n\n- KR: 9 of 10 calls are answered\n"
        ),
        Good(
            f"{_HEAD}## Ward 3\n\n### Objective: Patients feel safe at night\n\n{_WARD}"
            "## Ward 4\n\n### Objective: Patients feel safe at night\n\n"
            "- KR: Calls are answered in 2 minutes\n"
        ),
        Good(
            "# Q1 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n\n"
            "# Q2 2025\n\n- Objective: Be found\n  - KR: 900 visits a day\n"
        ),
        Good(
            f"{_HEAD}| Objective | Key result |\n|---|---|\n| Feed the town | 40 stands open |\n"
            "| Feed the town | 900 boxes a week |\n"
        ),
        Good(
            f"{_HEAD}- O1: Be found in Rome\n  - KR: 9 schools join\n"
            "- O2: Be found in Bari\n  - KR: 3 schools join\n"
        ),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        seen: set[tuple[Hashable, ...]] = set()
        for objective in document.objectives:
            text = normal_form(objective.prose.text)
            owner = owner_of(objective, *objective.key_results[:1])
            key = (context.period_of(objective), objective.section, owner, text)
            if objective.struck:
                continue
            if key in seen:
                message = f"{quote(objective.prose.text)} stands above already"
                yield Problem(message, objective.prose.span)
            seen.add(key)
