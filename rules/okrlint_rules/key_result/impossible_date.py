from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Good, KeyResult, KeyResultRule, Problem, Severity, WhenKind
from okrlint_rules.sources import COURSE
from okrlint_rules.words import quote


class ImpossibleDate(KeyResultRule):
    """No calendar has this date, so nobody knows by when.

    The 31st of June, a fifth quarter, a third half: a slip that is easy to mend now.
    """

    name = "impossible-date"
    code = "KR012"
    summary = "a date that no calendar has"
    severity = Severity.ERROR
    criterion = "Specific and time-bound: ... and by when?"
    sources = (COURSE,)
    examples = (
        Bad("- 200 members sign up by 31 June", where="31 June"),
        Bad("- 200 members sign up by February 30, 2026"),
        Bad("- 200 members sign up by the end of Q5"),
        Bad("- 200 members sign up in H3 2026"),
        Good("- 200 members sign up by 30 June"),
        Good("- 200 members sign up by 29 February 2028"),
        Good("- 200 members sign up by the end of Q4"),
        Good("- 200 members answer form Q5 of the survey"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        for when in context.reading(key_result).whens:
            if when.impossible and when.kind is WhenKind.DEADLINE:
                span = key_result.prose.source_span(when.start, when.end)
                yield Problem(f"there is no {quote(when.text)}", span)
