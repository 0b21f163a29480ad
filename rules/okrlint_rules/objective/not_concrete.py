from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import (
    Bad,
    Context,
    Form,
    Good,
    Objective,
    ObjectiveRule,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import COURSE

_HOW = re.compile(
    r"\b(?:first|better|faster|safer|closer|more|again|together|everywhere|now)\W*$", re.I
)
"""A last word that says how things will be: "Patients first", "Sleep better"."""
_HEAD = "# OKRs Q3 2025\n\n## Objective: "
_TAIL = "\n\n- KR: 30 % of guests book again\n- KR: 8 of 10 rate their stay 5\n"


@dataclass(frozen=True, slots=True)
class Words:
    """The options of `not-concrete`."""

    words: Annotated[int, Meta(ge=1, description="A bare phrase of so few words is flagged.")] = 2


class NotConcrete(ObjectiveRule):
    """One or two bare words leave open what the objective hopes to accomplish.

    "Growth", "Great team": the team may know, a newcomer will not. Short sentences that say what
    to do ("Ship daily") are not flagged.
    """

    name = "not-concrete"
    code = "OB005"
    summary = "objective is a bare label"
    severity = Severity.NOTE
    criterion = (
        "Concrete: Is the objective clearly stated? Would someone else understand what the "
        "objective is hoping to accomplish?"
    )
    default = False
    covers = ("not-action-oriented",)
    sources = (COURSE,)
    options = Words()
    examples = (
        Bad(f"{_HEAD}Growth{_TAIL}", where="Growth"),
        Bad(f"{_HEAD}Great team{_TAIL}"),
        Bad(f"{_HEAD}Customer Satisfaction{_TAIL}"),
        Bad(f"{_HEAD}The brand{_TAIL}"),
        Good(f"{_HEAD}Patients first{_TAIL}"),
        Good(f"{_HEAD}Ship daily{_TAIL}"),
        Good(f"{_HEAD}Win Portugal{_TAIL}"),
        Good(f"{_HEAD}Sleep better{_TAIL}"),
        Good(f"{_HEAD}Growth in the southern towns{_TAIL}"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        reading = context.reading(objective)
        predicate = reading.predicate
        words = [w for w in reading.text.split() if any(c.isalnum() for c in w)]
        if predicate is None or predicate.form is not Form.PHRASE or reading.quantities:
            return
        if _HOW.search(reading.text):
            return
        if len(words) <= self.options.words and words[0].lower() != "be":
            help_ = Suggestion("say in a short sentence what you hope to accomplish, and for whom")
            yield Problem(
                "a bare label: what is to be accomplished?", objective.prose.span, (help_,)
            )
