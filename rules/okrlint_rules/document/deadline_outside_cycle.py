from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Document,
    DocumentRule,
    Good,
    Problem,
    Severity,
    Suggestion,
    WhenKind,
)
from okrlint_rules.sources import COURSE, GITLAB


class DeadlineOutsideCycle(DocumentRule):
    """A deadline before or after the cycle belongs to another cycle's OKRs.

    A key result that is due after the cycle's last day cannot be scored at its end.
    """

    name = "deadline-outside-cycle"
    code = "KR011"
    summary = "key result is due outside its cycle"
    severity = Severity.WARNING
    criterion = "Specific and time-bound: ... and by when?"
    sources = (COURSE, GITLAB)
    examples = (
        Bad("- 200 members sign up by 15 November 2025", where="15 November 2025"),
        Bad("- 200 members sign up by May 2025"),
        Bad("- 200 members sign up by the end of 2026"),
        Bad("- 200 members sign up by Q1 2026"),
        Good("- 200 members sign up by 15 August 2025"),
        Good("- 200 members sign up by 30 September"),
        Good("- 200 members sign up this quarter"),
        Good("- 80 % of the November contracts are renewed"),
        Good("# OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day by June 2025\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        for objective, key_result in document.key_results():
            cycle = context.cycle_of(objective)
            if key_result.struck or cycle is None:
                continue
            for when in context.reading(key_result).whens:
                if when.kind is not WhenKind.DEADLINE or when.impossible:
                    continue
                span = key_result.prose.source_span(when.start, when.end)
                if when.earliest and cycle.end and when.earliest > cycle.end:
                    message = f"due after the cycle, which ends on {cycle.end.isoformat()}"
                    help_ = Suggestion("say what will be reached within the cycle")
                    yield Problem(message, span, (help_,))
                elif when.latest and cycle.start and when.latest < cycle.start:
                    message = f"due before the cycle, which begins on {cycle.start.isoformat()}"
                    yield Problem(message, span)
