from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import (
    Bad,
    Context,
    Cycle,
    Document,
    DocumentRule,
    Good,
    Objective,
    Problem,
    Severity,
)
from okrlint_rules.sources import COURSE
from okrlint_rules.words import count

_SEVERAL_TEAMS = 2
"""From so many times the wished number on, the file holds the lists of several teams."""


@dataclass(frozen=True, slots=True)
class ObjectiveLimits:
    """The options of `objective-count`."""

    least: Annotated[int, Meta(ge=0, description="Fewer objectives in a cycle are too few.")] = 3
    most: Annotated[int, Meta(ge=1, description="More objectives in a cycle are too many.")] = 5


class ObjectiveCount(DocumentRule):
    """Three to five objectives are few enough to remember and enough to choose from.

    More, and nothing is a priority; the course asks for a list of three to five. They are counted
    for each cycle, so a file that keeps several quarters is not flagged for its length.
    More than twice as many as wished are the lists of several teams in one file; okrlint cannot
    tell them apart and says nothing. Schools differ: set `least` and `most` to yours.
    """

    name = "objective-count"
    code = "DOC002"
    summary = "too few or too many objectives"
    severity = Severity.WARNING
    criterion = "Brainstorm a list of 3-5 possible objectives that relate to your mission"
    sources = (COURSE,)
    needs_language = False
    options = ObjectiveLimits()
    examples = (
        Bad(
            "# OKRs Q3 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n", where="Be found"
        ),
        Bad(
            "# OKRs Q3 2025\n\n"
            + "".join(
                f"## Objective {n}: Win town {n}\n\n- KR: {n}0 members\n\n" for n in range(1, 7)
            ),
            where="Win town 6",
        ),
        Good(
            "# OKRs Q3 2025\n\n"
            + "".join(
                f"## Objective {n}: Win town {n}\n\n- KR: {n}0 members\n\n" for n in range(1, 4)
            )
        ),
        Good(
            "# Q1 2025\n\n"
            + "".join(
                f"## Objective {n}: Win town {n}\n\n- KR: {n}0 members\n\n" for n in range(1, 4)
            )
            + "# Q2 2025\n\n"
            + "".join(
                f"## Objective {n}: Hold town {n}\n\n- KR: {n}0 members\n\n" for n in range(1, 4)
            )
        ),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        for objectives in _by_cycle(document, context):
            number = len(objectives)
            if number < self.options.least:
                message = f"only {count(number, 'objective')}; {self._wish()}"
                yield Problem(message, objectives[0].prose.span)
            elif self.options.most < number <= self.options.most * _SEVERAL_TEAMS:
                message = (
                    f"{count(number, 'objective')}; {self._wish()}, so that they stay priorities"
                )
                yield Problem(message, objectives[self.options.most].prose.span)

    def _wish(self) -> str:
        return f"have {self.options.least} to {self.options.most} in a cycle"


def _by_cycle(document: Document, context: Context) -> Iterable[Sequence[Objective]]:
    groups: dict[Cycle | None, list[Objective]] = {}
    for objective in document.objectives:
        if not objective.struck:
            groups.setdefault(context.cycle_of(objective), []).append(objective)
    return groups.values()
