from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from okrlint import (
    Bad,
    Context,
    Cycle,
    Document,
    DocumentRule,
    Good,
    Problem,
    Severity,
    Span,
    Suggestion,
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
    needs_english = False
    criterion = "Specific and time-bound: ... and by when?"
    sources = (COURSE, GITLAB)
    default = False
    examples = (
        Bad("- 200 members sign up by 15 November 2025", where="15 November 2025"),
        Bad("- The north branch breaks even by May 2025"),
        Bad("- 12 schools renew their contract in Q1 2026"),
        Bad(
            "# Q3 2025\n\n## Objective: Trains run on time\n\n| Key result | Due |\n|---|---|\n"
            "| 95 % of trains leave on the minute | 15 December 2025 |\n"
            "| Complaints fall from 90 to 40 a week | 30 September 2025 |\n",
            where="15 December 2025",
        ),
        Bad(
            "# 2025\n\n## Q1\n\n### Objective: Guests come back\n\n"
            "- KR: 30 % of guests book again by 31 May 2025\n- KR: 8 of 10 rate their stay 5\n"
        ),
        Good("- Churn among members who joined before June 2025 falls to 2 %"),
        Good("- 40 clubs book for the season that begins in January 2026"),
        Good("- 80 % of the November contracts are renewed"),
        Good("- 9 of 10 tickets from 2023 are answered by the end of August"),
        Good("- 200 members sign up by 30 September"),
        Good("# OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day by June 2025\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        for objective, key_result in document.key_results():
            cycle = context.cycle_of(objective)
            if key_result.struck or cycle is None:
                continue
            for when, span in context.deadlines(key_result):
                if not when.impossible:
                    yield from _outside(when.earliest, when.latest, cycle, span)


def _outside(
    earliest: dt.date | None, latest: dt.date | None, cycle: Cycle, span: Span
) -> Iterator[Problem]:
    if earliest and cycle.end and earliest > cycle.end:
        message = f"due after the cycle, which ends on {cycle.end.isoformat()}"
        yield Problem(message, span, (Suggestion("say what will be reached within the cycle"),))
    elif latest and cycle.start and latest < cycle.start:
        yield Problem(f"due before the cycle, which begins on {cycle.start.isoformat()}", span)
