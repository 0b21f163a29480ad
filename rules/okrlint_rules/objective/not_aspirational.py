from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Form,
    Good,
    Kind,
    Objective,
    ObjectiveRule,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import COURSE, GOOGLE
from okrlint_rules.words import HOLDING, quote

_REACH = re.compile(
    r"\b(?:better|ahead|more|every|everyone|all|never|no|best|first|last|forever|together|growing|coming)\b",
    re.IGNORECASE,
)
"""Words that make keeping an ambition: "Keep every promise", "Stay ahead of every rival"."""
_HEAD = "# OKRs Q3 2025\n\n## Objective: "
_TAIL = "\n\n- KR: 30 % of guests book again\n- KR: 8 of 10 rate their stay 5\n"


class NotAspirational(ObjectiveRule):
    """An objective that keeps things as they are challenges nobody.

    No machine can tell whether an objective inspires. This rule only knows the plain case: an
    objective that begins with keeping, maintaining or continuing, and asks for no more.
    """

    name = "not-aspirational"
    code = "OB006"
    summary = "objective keeps things as they are"
    severity = Severity.NOTE
    criterion = (
        "Aspirational: Does it ask you to challenge yourself and accomplish something you haven't "
        "before?"
    )
    default = False
    not_for = (Kind.COMMITTED,)
    sources = (COURSE, GOOGLE)
    examples = (
        Bad(f"{_HEAD}Maintain our market position{_TAIL}", where="Maintain"),
        Bad(f"{_HEAD}Continue the work with schools{_TAIL}"),
        Bad(f"{_HEAD}Keep the lights on{_TAIL}"),
        Bad(f"{_HEAD}Sustaining our partnership with the museum{_TAIL}"),
        Good(f"{_HEAD}Keep every promise we make{_TAIL}"),
        Good(f"{_HEAD}Stay ahead of every rival in the south{_TAIL}"),
        Good(f"{_HEAD}Keep guests coming back for more{_TAIL}"),
        Good(f"{_HEAD}Make every promise we keep visible{_TAIL}"),
        Good(f"{_HEAD}Patients stay because they trust us{_TAIL}"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        reading = context.reading(objective)
        predicate = reading.predicate
        if predicate is None or predicate.start is None or predicate.end is None:
            return
        orders = predicate.form in (Form.ORDER, Form.DOING)
        if orders and predicate.lemma in HOLDING and not _REACH.search(reading.text):
            words = reading.text[predicate.start : predicate.end]
            span = objective.prose.source_span(predicate.start, predicate.end)
            help_ = Suggestion("what would you be proud to have reached at the end of the cycle?")
            yield Problem(f"{quote(words)} asks for no change", span, (help_,))
