from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Good, KeyResult, KeyResultRule, Problem, Severity
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
    needs_english = False
    criterion = "Specific and time-bound: ... and by when?"
    sources = (COURSE,)
    examples = (
        Bad("- 200 members sign up by 31 June", where="31 June"),
        Bad("- Readmissions fall to 6 % by February 29, 2027"),
        Bad("- 12 schools renew by the end of Q5"),
        Bad("- 40 farms deliver every week in H3 2026"),
        Bad("- Donations reach $2M by 2025-09-31"),
        Good("- 200 members sign up by 29 February 2028"),
        Good("- 30 of 31 June deliveries arrive on time"),
        Good("- 9 of 10 members answer question Q5 of the survey"),
        Good("- H3 headings on 90 % of pages name a task"),
        Good("- 40 patients join by 13/09/2025"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        for when, span in context.deadlines(key_result):
            if when.impossible:
                yield Problem(f"there is no {quote(when.text)}", span)
