from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Good,
    Objective,
    ObjectiveRule,
    Problem,
    Severity,
    Source,
    Suggestion,
)
from okrlint_rules.words import BUILDING, quote

_ARTEFACT = re.compile(
    r"\b(apps?|applications?|platforms?|dashboards?|portals?|tools?|systems?|web ?sites?|features?"
    r"|apis?|integrations?|pages?|pipelines?|frameworks?|databases?|modules?|services?|bots?"
    r"|chatbots?|plugins?|shops?|software|crm|erp|sdk|infrastructure)\b",
    re.IGNORECASE,
)
_HEAD = "# Q3 2025\n\n## Objective: "
_TAIL = "\n\n- KR: 9 clubs join\n"


class ObjectiveIsSolution(ObjectiveRule):
    """An objective that names the solution closes all other ways.

    "Build a mobile app": perhaps a phone call would have helped more. Name the problem that it
    solves. For a team whose product is the thing itself the objective may be right, so this is off
    by default.
    """

    name = "objective-is-solution"
    code = "OB009"
    summary = "objective prescribes the solution"
    severity = Severity.NOTE
    criterion = "Framed as a problem or an ambition, not as a solution"
    sources = (
        Source("OKR Orca: OKR methodology"),
        Source("Yelp engineering: a checklist for OKRs"),
    )
    default = False
    examples = (
        Bad(f"{_HEAD}Build a mobile app for members{_TAIL}", where="Build a mobile app"),
        Bad(f"{_HEAD}Implement a new CRM{_TAIL}"),
        Bad(f"{_HEAD}Migrate to the new billing platform{_TAIL}"),
        Bad(f"{_HEAD}Launch the customer portal{_TAIL}"),
        Good(f"{_HEAD}Members reach us whenever they like{_TAIL}"),
        Good(f"{_HEAD}Build trust with the southern branches{_TAIL}"),
        Good(f"{_HEAD}Make the app a pleasure to use{_TAIL}"),
        Good(f"{_HEAD}Create a community that helps itself{_TAIL}"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        reading = context.reading(objective)
        predicate = reading.predicate
        if predicate is None or predicate.start is None or predicate.lemma not in BUILDING:
            return
        match = _ARTEFACT.search(reading.text, predicate.start, predicate.start + 60)
        if match:
            words = reading.text[predicate.start : match.end()]
            span = objective.prose.source_span(predicate.start, match.end())
            help_ = Suggestion("which problem does it solve, and for whom?")
            yield Problem(f"{quote(words)} is a solution", span, (help_,))
