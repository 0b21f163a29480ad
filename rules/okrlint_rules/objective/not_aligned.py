from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import Bad, Context, Good, Objective, ObjectiveRule, Problem, Severity, Suggestion
from okrlint_rules.sources import COURSE
from okrlint_rules.words import quote

_BAKERY = "# OKRs Q3 2025\n\n**Mission:** Fresh bread for every street of the old town.\n\n"
_CLINIC = "# OKRs Q3 2025\n\n**Mission:** Every child in the valley sees a doctor in time.\n\n"


@dataclass(frozen=True, slots=True)
class Strangeness:
    """The options of `not-aligned`."""

    at_least: Annotated[
        float,
        Meta(ge=0, description="How foreign an objective must be: below 1 is usual, 2 is much."),
    ] = 1.1


class NotAligned(ObjectiveRule):
    """An objective of another subject takes strength from what the team is there for.

    Told by the meaning of the words: flagged is an objective whose words are nearer to some other
    subject than to the mission and to the other objectives of the document. What serves any
    mission (hiring, money, quality, learning, customers) is never foreign. Where the mission or
    the objective says too little, nothing is judged. Two foreign objectives in three go unnoticed.
    Needs a mission in the document.
    """

    name = "not-aligned"
    code = "OB007"
    summary = "objective seems to have nothing to do with the mission"
    severity = Severity.NOTE
    criterion = (
        "Aligned with organizational goals: your objectives should align with the mission you "
        "defined earlier"
    )
    default = False
    needs_language = False
    needs_mission = True
    sources = (COURSE,)
    options = Strangeness()
    examples = (
        Bad(
            f"{_BAKERY}- Objective: Win the national ballet and opera prize\n  - KR: 9 votes\n",
            where="Win the national ballet and opera prize",
        ),
        Bad(f"{_BAKERY}- Objective: Publish science fiction comics and cartoons\n  - KR: 9\n"),
        Bad(f"{_CLINIC}- Objective: Become the leading brewer of wheat beer\n  - KR: 9 inns\n"),
        Bad(f"{_CLINIC}- Objective: Sell diamond jewellery on cruise ships\n  - KR: 40 rings\n"),
        Good(f"{_BAKERY}- Objective: Deliver rolls before breakfast\n  - KR: 90 % by seven\n"),
        Good(f"{_BAKERY}- Objective: Lower the energy bill of the ovens\n  - KR: 20 % less\n"),
        Good(f"{_BAKERY}- Objective: Hire two apprentices and keep them\n  - KR: 2 contracts\n"),
        Good(f"{_BAKERY}- Objective: Buy only grain from certified organic farms\n  - KR: 9\n"),
        Good(f"{_CLINIC}- Objective: Bring the vaccination van to every school\n  - KR: 9\n"),
        Good(f"{_CLINIC}- Objective: Raise enough donations for the new roof\n  - KR: 90,000\n"),
        Good("# OKRs Q3 2025\n\n- Objective: Win the national ballet and opera prize\n  - KR: 9\n"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        strangeness = context.strangeness.get(objective.prose.span)
        mission = context.document.mission
        if strangeness is None or mission is None or strangeness < self.options.at_least:
            return
        help_ = Suggestion(f"say in its words how it serves {quote(mission.text)}, or drop it")
        yield Problem("what has this to do with the mission?", objective.prose.span, (help_,))
