from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import Bad, Context, Good, Objective, ObjectiveRule, Problem, Severity
from okrlint_rules.sources import COURSE, GITLAB
from okrlint_rules.words import count

_FIVE = "".join(f"- KR: {n}0 members in town {n}\n" for n in range(1, 6))


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
    criterion = "Working with one objective at a time, brainstorm a list of 2-5 key results"
    sources = (COURSE, GITLAB)
    needs_language = False
    options = KeyResultLimits()
    examples = (
        Bad(
            "# OKRs Q3 2025\n\n## Objective: Be found\n\n- KR: 500 visits a day\n", where="Be found"
        ),
        Bad(f"# OKRs Q3 2025\n\n## Objective: Be found\n\n{_FIVE}- KR: 500 visits a day\n"),
        Good(f"# OKRs Q3 2025\n\n## Objective: Be found\n\n{_FIVE}"),
        Good(f"# OKRs Q3 2025\n\n## Objective: Be found\n\n{_FIVE}- ~~KR: 500 visits a day~~\n"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        number = sum(not key_result.struck for key_result in objective.key_results)
        if number and not self.options.least <= number <= self.options.most:
            only = "only " if number < self.options.least else ""
            wish = f"have {self.options.least} to {self.options.most}"
            message = f"{only}{count(number, 'key result')}; {wish}"
            yield Problem(message, objective.prose.span)
