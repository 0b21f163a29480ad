from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    Objective,
    ObjectiveRule,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.shared import shares_key_results
from okrlint_rules.sources import COURSE, GOOGLE
from okrlint_rules.theme import is_theme
from okrlint_rules.unread import DOUBT, is_read_whole


class ObjectiveWithoutKeyResults(ObjectiveRule):
    """Without key results nobody can tell whether an objective was met.

    A heading above deeper headings that are objectives themselves is a theme and needs none. A list
    of objectives before a list of key results shares them.
    Where something is listed below it that was not read, it is not sure that they are missing:
    `okrlint outline FILE` shows what was read.
    """

    name = "objective-without-key-results"
    code = "OB001"
    summary = "objective has no key results"
    severity = Severity.ERROR
    needs_english = False
    criterion = "Add key results, which describe how you'll achieve your objective"
    sources = (COURSE, GOOGLE)
    needs_language = False
    examples = (
        Bad(
            "# OKRs Q3 2025\n\n## Objective 1: Guests come back\n\n- KR: 30 % book again\n\n"
            "## Objective 2: Nurses stay with us\n",
            where="Nurses stay with us",
        ),
        Bad(
            "# OKRs Q3 2025\n\n- Objective: Guests come back\n  - KR: 30 % book again\n"
            "- Objective: Feed the town\n",
            where="Feed the town",
        ),
        Bad(
            "# OKRs Q3 2025\n\n| Objective | Key result |\n|---|---|\n"
            "| Guests come back | 30 % book again |\n| Feed the town | |\n",
            where="Feed the town",
        ),
        Bad(
            "# OKRs Q3 2025\n\n## Objective: Guests come back\n\n### Initiatives\n\n"
            "- Train the night porters\n\n## Objective: Feed the town\n\n- KR: 50 farms deliver\n",
            where="Guests come back",
        ),
        Good(
            "# OKRs Q3 2025\n\n## Objective 1: Be found\n\n### Objective 1.1: Be found in Rome\n\n"
            "- KR: 500 visits a day\n"
        ),
        Good(
            "# OKRs Q3 2025\n\n## Objectives\n\n1. Guests come back\n2. Nurses stay with us\n\n"
            "## Objective 1: Guests come back\n\n- KR: 30 % book again\n\n"
            "## Objective 2: Nurses stay with us\n\n- KR: 9 of 10 stay a year\n"
        ),
        Good(
            "# OKRs Q3 2025\n\n## Objectives\n\n1. Guests come back\n2. Nurses stay with us\n\n"
            "## Key results\n\n1. 30 % book again\n2. 9 of 10 nurses stay a year\n"
        ),
        Good(
            "# Our house, Q3 2025\n\n## Objectives of the house\n\n1. Guests come back\n"
            "2. Nurses stay with us\n\n## Key results for the house\n\n### KRs on guests\n\n"
            "- 30 % book again\n\n### KRs on nurses\n\n- 9 of 10 stay a year\n"
        ),
        Good(
            "# OKRs Q3 2025\n\n## Guests come back\n\nThey tell us why they do not.\n\n"
            "**How we know:**\n\n- KR: 30 % book again\n- KR: 40 reviews a week\n"
        ),
        Good(
            "# OKRs Q3 2025\n\n## Objective 1: Guests come back\n\n- KR: 30 % book again\n\n"
            "## ~~Objective 2: Feed the town~~\n"
        ),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        document = context.document
        if objective.key_results or is_theme(objective, document):
            return
        if not shares_key_results(objective, document):
            help_ = Suggestion("add two to five key results that show when it is met")
            sure = 1.0 if is_read_whole(objective, document) else DOUBT
            message = "no key results say when this is met"
            yield Problem(message, objective.prose.span, (help_,), sure)
