from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Suggestion
from okrlint_rules.sources import COURSE


class MissingMission(DocumentRule):
    """A mission says why, and shows which objectives belong.

    The course begins with it: first the "why", then the "what". One line is enough. Many teams
    keep their mission elsewhere, so this is only a note; switch it off when yours is.
    """

    name = "missing-mission"
    code = "DOC001"
    summary = "document states no mission"
    severity = Severity.NOTE
    criterion = 'Define your "why": before you start on your objectives, consider your mission'
    sources = (COURSE,)
    needs_language = False
    examples = (
        Bad(
            "# OKRs Q3 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n", where="Be found"
        ),
        Good(
            "# OKRs Q3 2025\n\n**Mission:** Fresh bread for every street.\n\n"
            "- Objective: Be found\n  - KR: 500 visits a day\n"
        ),
        Good("# Notes\n\nNothing about goals here.\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if document.mission is None and document.objectives:
            help_ = Suggestion('begin with a line such as "**Mission:** ..."')
            span = document.objectives[0].prose.span
            yield Problem("no mission says what these objectives are for", span, (help_,))
