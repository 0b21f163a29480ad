from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Good, Objective, ObjectiveRule, Problem, Severity, Suggestion
from okrlint_rules.sources import COURSE, GOOGLE


class ObjectiveWithoutKeyResults(ObjectiveRule):
    """Without key results nobody can tell whether an objective was met.

    Either they are missing, or okrlint could not read them: `okrlint outline FILE` shows what was
    read.
    """

    name = "objective-without-key-results"
    code = "OB001"
    summary = "objective has no key results"
    severity = Severity.ERROR
    criterion = "Add key results, which describe how you'll achieve your objective"
    sources = (COURSE, GOOGLE)
    needs_language = False
    examples = (
        Bad(
            "# OKRs Q3 2025\n\n## Objective 1: Be found\n\n- KR: 500 visits a day\n\n"
            "## Objective 2: Be liked\n",
            where="Be liked",
        ),
        Good("# OKRs Q3 2025\n\n## Objective 1: Be found\n\n- KR: 500 visits a day\n"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        if not objective.key_results:
            help_ = Suggestion("add two to five key results that show when it is met")
            yield Problem("no key results say when this is met", objective.prose.span, (help_,))
