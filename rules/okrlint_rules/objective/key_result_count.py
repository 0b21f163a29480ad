from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import Bad, Context, Good, Objective, ObjectiveRule, Problem, Severity
from okrlint_rules.sources import COURSE, GITLAB
from okrlint_rules.words import count

_HEAD = "# OKRs Q3 2025\n\n## Objective: Feed the town\n\n"
_FIVE = (
    "- KR: 50 farms deliver every week\n- KR: 900 boxes sold a week\n"
    "- KR: 8 of 10 schools cook with local food\n- KR: Waste falls from 40 to 15 kg a day\n"
    "- KR: Delivery takes less than a day\n"
)


@dataclass(frozen=True, slots=True)
class KeyResultLimits:
    """The options of `key-result-count`."""

    least: Annotated[int, Meta(ge=0, description="Fewer key results are too few.")] = 2
    most: Annotated[int, Meta(ge=1, description="More key results are too many.")] = 5


class KeyResultCount(ObjectiveRule):
    """Two to five key results say together when an objective is met.

    One seldom covers it; more than five scatter the attention, and often tasks are among them.
    Key results that are struck through do not count. Schools differ: set `least` and `most`.
    """

    name = "key-result-count"
    code = "OB002"
    summary = "too few or too many key results"
    severity = Severity.WARNING
    needs_english = False
    criterion = "Working with one objective at a time, brainstorm a list of 2-5 key results"
    sources = (COURSE, GITLAB)
    needs_language = False
    options = KeyResultLimits()
    default = False
    examples = (
        Bad(f"{_HEAD}- KR: 50 farms deliver every week\n", where="Feed the town"),
        Bad(f"{_HEAD}{_FIVE}- KR: 12 new stands open\n", where="Feed the town"),
        Bad(f"{_HEAD}- KR: 50 farms deliver every week\n- ~~KR: 900 boxes sold a week~~\n"),
        Bad(
            "# OKRs Q3 2025\n\n| Objective | Key result |\n|---|---|\n"
            "| Feed the town | 50 farms deliver |\n| | 900 boxes sold a week |\n"
            "| Guests come back | 30 % book again |\n",
            where="Guests come back",
        ),
        Good(f"{_HEAD}{_FIVE}"),
        Good(f"{_HEAD}{_FIVE}- ~~KR: 12 new stands open~~\n"),
        Good(f"{_HEAD}{_FIVE}\n### Initiatives\n\n- Ask the mayor\n- Rent the market hall\n"),
        Good(
            f"{_HEAD}- KR: 50 farms deliver every week\n  - 20 in the valley\n  - 30 by the lake\n"
            "- KR: 900 boxes sold a week\n  - by bike where we can\n"
        ),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        number = sum(not key_result.struck for key_result in objective.key_results)
        if number and not self.options.least <= number <= self.options.most:
            only = "only " if number < self.options.least else ""
            wish = f"have {self.options.least} to {self.options.most}"
            message = f"{only}{count(number, 'key result')}; {wish}"
            yield Problem(message, objective.prose.span, (), self._certainty(objective))

    def _certainty(self, objective: Objective) -> float:
        """How sure the number is wrong: what is counted may be no key result."""
        sure = [k.certainty for k in objective.key_results if not k.struck]
        if len(sure) < self.options.least:
            return 1.0
        shares = [1.0]  # how likely it is that so many of them are key results
        for one in sure:
            ways = zip((*shares, 0.0), (0.0, *shares), strict=True)
            shares = [without * (1 - one) + more * one for without, more in ways]
        return min(1.0, sum(shares[self.options.most + 1 :]))
