from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    KeyResult,
    KeyResultRule,
    Problem,
    Reading,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import GITLAB
from okrlint_rules.words import quote


class Compound(KeyResultRule):
    """Two results in one line leave the score open when one is met and the other is not.

    Each deserves a line of its own. One result that names several places, groups or conditions is
    one result, and is not flagged; nor is what one counted group does ("40 % come back and pay").
    """

    name = "compound"
    code = "KR007"
    summary = "key result holds two or more results"
    severity = Severity.WARNING
    criterion = "A key result has one component each (GitLab handbook)"
    default = False
    sources = (GITLAB,)
    examples = (
        Bad(
            "- Attend three trade fairs and schedule ten follow-up calls",
            where="schedule ten follow-up calls",
        ),
        Bad("- Sick days fall to 9 and 8 of 10 nurses would recommend us"),
        Bad("- Close the old shop, open two new ones"),
        Bad("- Write the handbook; train all branch managers"),
        Bad("- Hire 3 drivers & open the second depot"),
        Good("- 40 % of guests come back and pay the full price"),
        Good("- Search and rescue teams reach 95 % of callers within an hour"),
        Good("- Win 200 weekly buyers for bread and cake by opening the shop on Sundays"),
        Good("- Between 40 and 50 farms deliver every week"),
        Good("- Sales and marketing agree on 20 shared accounts"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        parts = reading.compound
        if not parts or _of_one_group(reading):
            return
        help_ = Suggestion("give each its own line, so that each can be met or missed")
        certainty = reading.certainty("compound")
        if len(parts) == 1:
            message = "this asks for more than one result"
            yield Problem(message, key_result.prose.span, (help_,), certainty)
            return
        text = reading.text
        second = parts[1]
        words = " and ".join(quote(text[part.start : part.end]) for part in parts[:2])
        span = key_result.prose.source_span(second.start, second.end)
        yield Problem(f"two results in one: {words}", span, (help_,), certainty)


def _of_one_group(reading: Reading) -> bool:
    """Whether the subject holds the only number: all that follows is about the same people."""
    subject = reading.predicate.subject if reading.predicate else None
    given = [q for q in reading.quantities if q.given]
    return (
        subject is not None
        and len(given) == 1
        and subject[0] <= given[0].start
        and given[0].end <= subject[1]
    )
