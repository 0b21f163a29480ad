from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from okrlint import (
    Bad,
    Context,
    Evidence,
    Good,
    KeyResult,
    KeyResultRule,
    Kind,
    Problem,
    Promise,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import COURSE, DOERR, GITLAB


@dataclass(frozen=True, slots=True)
class Sureness:
    """The options of `task-like` and its like."""

    confidence: Annotated[
        float, Meta(ge=0, le=1, description="How sure okrlint must be, 0 to 1, to speak up.")
    ] = 0.85
    """Where 95 of 100 findings are right on real documents; docs/trust.md has the figures."""


class TaskLike(KeyResultRule):
    """A key result says what will be different, not what will be done.

    A task can be finished without anything getting better: the portal is live and nobody uses it.
    Then the objective is missed and every box is ticked. A result leaves the way open and tells
    whether the way was right. Tasks come in three shapes, and all are found: the order
    ("Launch the portal"), the finished state ("The portal is live") and the bare thing
    ("New portal"). What stands beside it counts: a row of a table that names
    a metric and gives its target in a column of its own is no task: "Damaged parcels | 6.1 | 3.0".
    """

    name = "task-like"
    code = "KR001"
    summary = "key result reads as a task"
    severity = Severity.ERROR
    rewritten = True
    criterion = (
        "Results-oriented, not a task: Do the key results state the overall outcome, rather than "
        "individual steps to get there?"
    )
    sources = (COURSE, DOERR, GITLAB)
    not_for = (Kind.LEARNING,)
    examples = (
        Bad("- Launch the new customer portal", where="Launch the new customer portal"),
        Bad("- Write a hiring plan and get it approved"),
        Bad("- The incident runbook is published"),
        Bad("- New landing page"),
        Bad("- Build a dashboard for the branch managers"),
        Good("- 40 % of support requests are solved in the customer portal"),
        Good("- Launch the beta and win 200 weekly users"),
        Good("- Test coverage of the billing code stays above 85 %"),
        Good("- Launch readiness score rises from 6 to 9"),
        Good("- Publish 12 case studies"),
        Good("- KR1 (learning): Find out why guests leave after the first visit"),
        Good(
            "| Key result | Start | Target |\n|---|---|---|\n| Accidents on the ramp | 7 | 0 |",
        ),
    )
    options = Sureness()

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        if reading.promise is not Promise.TASK or reading.confidence < self.options.confidence:
            return
        prose = key_result.prose
        span = prose.span
        message = "this reads as a task: it says what will be done, not what will be different"
        telling = [e for e in reading.evidence if _tells(e)]
        if telling:
            span = prose.source_span(telling[0].start, telling[0].end)
            message = f"this reads as a task ({telling[0].says})"
        yield Problem(message, span, (Suggestion(_question(key_result, context)),))


_TELLING = ("own work", "a deliverable")


def _tells(evidence: Evidence) -> bool:
    """Whether it tells people why; other signs tip the scales, and "counted" speaks against."""
    says = evidence.says
    return (says.startswith(_TELLING) and "counted" not in says) or ": done" in says


def _question(key_result: KeyResult, context: Context) -> str:
    """The question that leads to the outcome."""
    due = context.due(key_result)
    by = f" by {due.date.isoformat()}" if due and due.date else ""
    return f"what will be different once this is done? E.g. who does what, from … to …{by}"
