from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    KeyResult,
    KeyResultRule,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import GITLAB
from okrlint_rules.words import quote


class Compound(KeyResultRule):
    """Two results in one line leave the score open when one is met and the other is not.

    Each deserves a line of its own. One result that names several places, groups or conditions is
    one result, and is not flagged.
    """

    name = "compound"
    code = "KR007"
    summary = "key result holds two or more results"
    severity = Severity.WARNING
    criterion = "A key result has one component each (GitLab handbook)"
    default = False
    sources = (GITLAB,)
    examples = (
        Bad("- Attend three trade fairs and schedule ten follow-up calls"),
        Bad("- Raise NPS to 45 and cut churn to 2 %"),
        Bad("- Close the old shop, open two new ones"),
        Bad("- Write the handbook; train all branch managers"),
        Good("- Support Chrome, Firefox and Safari"),
        Good("- Raise NPS to 45 in Spain and Portugal"),
        Good("- Win 200 weekly buyers for bread and cake by opening the shop on Sundays"),
        Good("- Sales and marketing agree on 20 shared accounts"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        parts = context.reading(key_result).compound
        if not parts:
            return
        help_ = Suggestion("give each its own line, so that each can be met or missed")
        if len(parts) == 1:
            yield Problem("this asks for more than one result", key_result.prose.span, (help_,))
            return
        text = context.reading(key_result).text
        second = parts[1]
        words = " and ".join(quote(text[part.start : part.end]) for part in parts[:2])
        span = key_result.prose.source_span(second.start, second.end)
        yield Problem(f"two results in one: {words}", span, (help_,))
