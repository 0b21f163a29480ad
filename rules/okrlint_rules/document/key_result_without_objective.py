from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Document,
    DocumentRule,
    Good,
    Nature,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import COURSE
from okrlint_rules.unread import DOUBT


class KeyResultWithoutObjective(DocumentRule):
    """A key result shows when an objective is met; without one it shows nothing.

    Either the objective is missing, or okrlint could not tell which one it belongs to:
    `okrlint outline FILE` shows what was read.
    """

    name = "key-result-without-objective"
    code = "DOC003"
    summary = "key result belongs to no objective"
    severity = Severity.WARNING
    needs_english = False
    criterion = "Working with one objective at a time, brainstorm a list of 2-5 key results"
    sources = (COURSE,)
    needs_language = False
    examples = (
        Bad(
            "# OKRs Q3 2025\n\n## Key results\n\n- KR 1: 30 % of guests book again\n"
            "- KR 2: 8 of 10 rate their stay 5\n",
            where="30 % of guests book again",
        ),
        Bad(
            "# OKRs Q3 2025\n\n| Key result | Target |\n|---|---|\n"
            "| Farms that deliver every week | 50 |\n| Boxes sold a week | 900 |\n"
        ),
        Bad("# Q3 2025\n\nKR1: Falls at night drop to 3\n\nKR2: 8 of 10 patients sleep through\n"),
        Bad(
            "# Q3 2025\n\n- KR 1: 95 % of trains leave on time\n\n"
            "## Objective: Drivers stay with us\n\n- KR 2: 9 of 10 stay a year\n",
            where="95 % of trains leave on time",
        ),
        Good(
            "# Guests come back\n\nKey results for Q3 2025:\n\n- KR 1: 30 % of guests book again\n"
            "- KR 2: 8 of 10 rate their stay 5\n"
        ),
        Good(
            "# OKRs Q3 2025\n\n## Feed the town\n\n**Key results**\n\n- 50 farms deliver weekly\n"
            "- 900 boxes sold a week\n"
        ),
        Good(
            "# How we write OKRs\n\nA key result is a number with a date, for example:\n\n"
            "- KR: 30 % of guests book again by June\n"
        ),
        Good("# Glossary\n\n- KPI: a number that we watch\n- KR: short for key result\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if document.orphans and document.nature is not Nature.EXAMPLES:
            first = document.orphans[0].prose.span
            number = len(document.orphans)
            which = (
                "this key result belongs" if number == 1 else f"these {number} key results belong"
            )
            help_ = Suggestion("put the objective above, or check what `okrlint outline` shows")
            sure = DOUBT if document.objectives else 1.0  # the one above may be unread
            yield Problem(f"{which} to no objective", first, (help_,), sure)
