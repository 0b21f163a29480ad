from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Evidence,
    Good,
    KeyResult,
    KeyResultRule,
    Kind,
    Measure,
    Problem,
    Promise,
    Reading,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import COURSE, DOERR, GITLAB


class TaskLike(KeyResultRule):
    """A key result says what will be different, not what will be done.

    A task can be finished without anything getting better: the portal is live and nobody uses it.
    Then the objective is missed and every box is ticked. A result leaves the way open and tells
    whether the way was right. That a task has no number is part of it, and is told with it. Tasks
    come in three shapes, and all are found: the order ("Launch the portal"), the finished state
    ("The portal is live") and the bare thing ("New portal"). What stands beside it counts: a row of
    a table that names a metric and gives its target in a column of its own is no task: "Damaged
    parcels | 6.1 | 3.0".
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
    covers = (
        "activity-count", "business-as-usual", "no-baseline", "no-metric", "vague-wording",
    )  # fmt: skip
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

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        if reading.promise is not Promise.TASK or _is_to_be_counted(reading):
            return
        prose = key_result.prose
        span = prose.span
        message = "this reads as a task: it says what will be done, not what will be different"
        telling = [e for e in reading.evidence if _tells(e)]
        if telling:
            span = prose.source_span(telling[0].start, telling[0].end)
            says = telling[0].says.removesuffix(", without a number")
            message = f"this reads as a task ({_WORDS.get(says, says)})"
        if not (reading.measurable or any(quantity.given for quantity in reading.promised)):
            message += ", and no number says how much"
        help_ = Suggestion(_question(key_result, context))
        yield Problem(message, span, (help_,), reading.confidence)


def _is_to_be_counted(reading: Reading) -> bool:
    """Whether a number is meant and not given yet: "X people trained". That is `no-metric`'s."""
    return any(quantity.measure is Measure.PLACEHOLDER for quantity in reading.promised)


_WORDS = {
    "a deliverable: done": "a deliverable that is done",
    "a deliverable is there": "a deliverable that is there",
    "a thing: done": "something that is done",
}
"""What a reading says of such words, as a part of a sentence."""
_TELLING = ("own work", "a deliverable")


def _tells(evidence: Evidence) -> bool:
    """Whether it tells people why; other signs tip the scales, and "counted" speaks against."""
    says = evidence.says
    return (says.startswith(_TELLING) and "counted" not in says) or says == "a thing: done"


def _question(key_result: KeyResult, context: Context) -> str:
    """The question that leads to the outcome."""
    due = None if context.is_closed(key_result) else context.due(key_result)
    by = f" by {due.date.isoformat()}" if due and due.date else ""
    return f"what will be different once this is done? E.g. who does what, from … to …{by}"
