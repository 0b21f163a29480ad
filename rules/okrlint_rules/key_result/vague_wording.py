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
from okrlint_rules.sources import COURSE, GOOGLE
from okrlint_rules.words import quote


class VagueWording(KeyResultRule):
    """A degree that nobody defined can be argued about at the end of the quarter.

    "Significantly faster", "better", "robust": each reader pictures something else. A number
    settles it, so a vague word beside a number that settles its clause is fine. So is a quality
    word that is part of a name.
    """

    name = "vague-wording"
    code = "KR006"
    summary = "key result rests on an undefined degree or quality"
    severity = Severity.WARNING
    criterion = "Specific and time-bound: Have you clearly defined what needs to happen?"
    default = False
    sources = (COURSE, GOOGLE)
    examples = (
        Bad("- Significantly fewer complaints about delivery", where="Significantly"),
        Bad("- Enhance communication between the wards"),
        Bad("- Most teachers are happy with the timetable"),
        Bad("- The nightly build becomes more reliable"),
        Good("- 8 of 10 callers say that our answers got better"),
        Good("- Improve the onboarding score from 6.1 to 8"),
        Good("- The Better Streets petition gets 5,000 signatures"),
        Good("- Quality Control rejects fewer than 2 % of the jars"),
        Good("- Significantly reduce complaints, from 40 to 12 a week"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        if reading.vague:
            first = reading.vague[0]
            words = reading.text[first.start : first.end]
            span = key_result.prose.source_span(first.start, first.end)
            help_ = Suggestion("say what can be counted or observed, and how much of it")
            message = f"{quote(words)} is not defined, and no number settles it"
            yield Problem(message, span, (help_,), reading.certainty("vague"))
