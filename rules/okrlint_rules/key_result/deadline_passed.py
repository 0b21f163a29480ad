from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Good, KeyResult, KeyResultRule, Problem, Severity
from okrlint_rules.sources import COURSE


class DeadlinePassed(KeyResultRule):
    """A deadline that lies in the past was met or missed; either way the line is due for a score.

    Only judged when the configuration gives `today`; okrlint never asks the clock, so that the
    same file gives the same findings on every day. One that is ticked off, scored or done is left
    alone.
    """

    name = "deadline-passed"
    code = "KR013"
    summary = "key result's own deadline has passed"
    severity = Severity.NOTE
    needs_english = False
    criterion = "Specific and time-bound: ... and by when?"
    sources = (COURSE,)
    examples = (
        Bad("- 200 members sign up by 15 August 2025", where="15 August 2025", today="2025-09-01"),
        Bad("- 40 farms deliver every week by July 2025", today="2025-08-01"),
        Bad("- Before 1 May 2025, 9 of 10 boats are insured", today="2026-01-01"),
        Bad(
            "# Q2 2025\n\n## Objective: Guests come back\n\n| Key result | Due |\n|---|---|\n"
            "| 30 % of guests book again | 31 May 2025 |\n| 40 reviews a week | 30 June 2025 |\n",
            where="31 May 2025",
            today="2025-06-10",
        ),
        Good("- 200 members sign up by 15 August 2025", today="2025-08-15"),
        Good(
            "- Churn among members who joined before May 2025 falls to 2 %",
            today="2025-08-01",
        ),
        Good("- 200 members sign up by 15 August 2025 (score: 0.7)", today="2025-09-01"),
        Good("- [x] 200 members sign up by 15 August 2025", today="2025-09-01"),
        Good("- 200 members sign up by 15 August 2025"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        if context.today is None or context.is_closed(key_result):
            return
        if key_result.field("status") and key_result.prose.span in context.foreign:
            return
        for when, span in context.deadlines(key_result):
            if when.latest and when.latest < context.today:
                yield Problem(f"this day has passed ({when.latest.isoformat()})", span)
