"""A rule about one objective, with an option."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import Bad, Context, Good, Objective, ObjectiveRule, Problem, Severity, Suggestion


@dataclass(frozen=True, slots=True)
class Length:
    """The options of `long-objective`; each needs a default and a description."""

    words: Annotated[int, Meta(ge=1, description="The most words an objective may have.")] = 12


def _page(objective: str) -> str:
    return f"# OKRs Q3 2026\n\n## Objective: {objective}\n\n- KR: 30 shops sell our bread\n"


class LongObjective(ObjectiveRule):
    """An objective that fits into one breath is remembered."""

    name = "long-objective"
    code = "HSE002"
    summary = "objective has too many words"
    severity = Severity.NOTE
    criterion = "our house style"
    needs_language = False  # no reading is asked for, so spaCy need not be loaded
    examples = (
        Bad(_page("Be the bakery that all in our town and the next one talk about every day")),
        Good(_page("Be the bakery that everybody talks about")),
    )
    options = Length()

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        """Yield a problem for more words than the option allows."""
        del context
        count = len(objective.prose.text.split())
        if count > self.options.words:
            help_ = Suggestion(f"say it in {self.options.words}")
            yield Problem(f"{count} words are hard to remember", objective.prose.span, (help_,))
