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
    r"|chatbots?|plugins?|shops?|software|crm|erp|sdk|infrastructure)\b(?!-)",
    re.IGNORECASE,
)
_LEFT_OF = re.compile(r"\s(?:of|in|for|that|which|who|where|into|by|with|so)\s", re.IGNORECASE)
"""What is built stands before these words; behind them stand its users, places and reasons."""
_ACTIVITY = re.compile(r"\b(?:customer|guest|patient|public|member) service\b", re.IGNORECASE)
"""A service that people give, no software."""
_HEAD = "# OKRs Q3 2025\n\n## Objective: "
_TAIL = "\n\n- KR: 30 % of guests book again\n- KR: 8 of 10 rate their stay 5\n"


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
        Bad(f"{_HEAD}Roll out the chatbot to all branches{_TAIL}"),
        Good(f"{_HEAD}Build a team that users of our platform love{_TAIL}"),
        Good(f"{_HEAD}Build the customer service that people talk about{_TAIL}"),
        Good(f"{_HEAD}Create a page-turner{_TAIL}"),
        Good(f"{_HEAD}Set a new standard of service{_TAIL}"),
        Good(f"{_HEAD}Make the app a pleasure to use{_TAIL}"),
    )

    def check(self, objective: Objective, context: Context) -> Iterable[Problem]:
        reading = context.reading(objective)
        predicate = reading.predicate
        if predicate is None or predicate.start is None or predicate.lemma not in BUILDING:
            return
        left = _LEFT_OF.search(reading.text, predicate.start)
        end = left.start() if left else len(reading.text)
        match = _ARTEFACT.search(reading.text, predicate.start, end)
        if match and not _ACTIVITY.search(reading.text, predicate.start, end):
            words = reading.text[predicate.start : match.end()]
            span = objective.prose.source_span(predicate.start, match.end())
            help_ = Suggestion("which problem does it solve, and for whom?")
            yield Problem(f"{quote(words)} is a solution", span, (help_,))
