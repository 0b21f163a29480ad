from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Form,
    Good,
    KeyResult,
    KeyResultRule,
    Kind,
    Measure,
    Problem,
    Severity,
    Suggestion,
)
from okrlint_rules.sources import GITLAB, GOOGLE
from okrlint_rules.words import HOLDING, quote

_HEALTH = ("health", "guardrail", "guard rail", "counter")
_LIMIT = re.compile(
    r"\b(within|below|under|above|over|at least|at most|no more than)\b", re.IGNORECASE
)


class BusinessAsUsual(KeyResultRule):
    """What goes on anyway needs no key result.

    "Continue the newsletter", "Maintain our market position": the quarter would look the same
    without the OKR. A guardrail is different: it names the limit that must hold while something
    else is changed ("keep the error rate below 1 %"), and is never flagged.
    """

    name = "business-as-usual"
    code = "KR008"
    summary = "key result keeps things as they are"
    severity = Severity.WARNING
    criterion = "Aggressive yet realistic: Do the stated results stretch you?"
    sources = (GOOGLE, GITLAB)
    not_for = (Kind.COMMITTED, Kind.HEALTH)
    default = False
    examples = (
        Bad("- Continue the monthly newsletter", where="Continue"),
        Bad("- Maintain current staffing in the clinic"),
        Bad("- Sustaining our partnership with the museum"),
        Bad("- Stay the leader in organic feed"),
        Bad("- Keep supporting the regional branches"),
        Good("- Keep the error rate below 1 %"),
        Good("- Keep incidents within the agreed limits"),
        Good("- Guardrail: keep the regional branches open"),
        Good("- KR2 (committed): Keep our certificate for organic milk"),
        Good("- Keep every volunteer who joined in spring"),
        Good("- 80 % of visitors keep their subscription"),
        Good("- Kept promises rise from 70 % to 90 %"),
    )

    def check(self, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        reading = context.reading(key_result)
        predicate = reading.predicate
        if predicate is None or predicate.start is None or predicate.end is None:
            return
        orders = predicate.form in (Form.ORDER, Form.DOING)
        limits = any(q.given and q.measure is not Measure.RATE for q in reading.promised)
        if not orders or predicate.lemma not in HOLDING or limits:
            return
        said = f"{key_result.label or ''} {reading.text}".lower()
        if any(word in said for word in _HEALTH) or _LIMIT.search(said):
            return
        words = reading.text[predicate.start : predicate.end]
        span = key_result.prose.source_span(predicate.start, predicate.end)
        help_ = Suggestion("say what will be better, or name the limit that must hold")
        yield Problem(f"{quote(words)} asks for no change", span, (help_,))
