from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Suggestion
from okrlint_rules.sources import COURSE


class KeyResultWithoutObjective(DocumentRule):
    """A key result shows when an objective is met; without one it shows nothing.

    Either the objective is missing, or okrlint could not tell which one it belongs to:
    `okrlint outline FILE` shows what was read.
    """

    name = "key-result-without-objective"
    code = "DOC003"
    summary = "key result belongs to no objective"
    severity = Severity.WARNING
    criterion = "Working with one objective at a time, brainstorm a list of 2-5 key results"
    sources = (COURSE,)
    needs_language = False
    examples = (
        Bad("# OKRs Q3 2025\n\n## Key Results\n\n- KR 1: 500 visits a day\n- KR 2: 20 calls\n"),
        Bad("# Q3 2025\n\n- KR 1: 500 visits a day\n- KR 2: 20 calls a day\n"),
        Bad("# Q3 2025\n\n- **Key Result 1:** 500 visits a day\n- **Key Result 2:** 20 calls\n"),
        Bad("# Q3 2025\n\nKR1: 500 visits a day\n\nKR2: 20 calls a day\n"),
        Good("# OKRs Q3 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n"),
        Good("# OKRs Q3 2025\n\n## Objective: Be found\n\n### Key Results\n\n- 500 visits a day\n"),
        Good("# Handbook\n\nA key result is a number with a date.\n"),
        Good("# Notes\n\nKR is short for key result.\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if document.orphans:
            first = document.orphans[0].prose.span
            number = len(document.orphans)
            which = (
                "this key result belongs" if number == 1 else f"these {number} key results belong"
            )
            help_ = Suggestion("put the objective above, or check what `okrlint outline` shows")
            yield Problem(f"{which} to no objective", first, (help_,))
