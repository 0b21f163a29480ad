from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Good, KeyResult, KeyResultRule, Problem, Severity, WhenKind
from okrlint_rules.sources import COURSE


class DeadlinePassed(KeyResultRule):
    """A deadline that lies in the past was met or missed; either way the line is due for a score.

    Only judged when the configuration gives `today`; okrlint never asks the clock, so that the
    same file gives the same findings on every day.
    """

    name = "deadline-passed"
    code = "KR013"
    summary = "key result's own deadline has passed"
    severity = Severity.NOTE
    criterion = "Specific and time-bound: ... and by when?"
    sources = (COURSE,)
    examples = (
        Bad("- 200 members sign up by 15 August 2025", where="15 August 2025", today="2025-09-01"),
        Bad("- 200 members sign up by July 2025", today="2025-08-01"),
        Bad("- Before 1 May 2025, 200 members sign up", today="2026-01-01"),
        Bad("- 200 members sign up by 2024", today="2025-08-01"),
        Good("- 200 members sign up by 15 August 2025", today="2025-08-15"),
        Good("- 200 members sign up by 15 August 2025"),
        Good("- [x] 200 members sign up by 15 August 2025", today="2025-09-01"),
        Good("- 200 members sign up", today="2030-01-01"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        if context.today is None or key_result.checked:
            return
        for when in context.reading(key_result).whens:
            if when.kind is WhenKind.DEADLINE and when.latest and when.latest < context.today:
                span = key_result.prose.source_span(when.start, when.end)
                yield Problem(f"this day has passed ({when.latest.isoformat()})", span)
