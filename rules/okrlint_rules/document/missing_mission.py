from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Suggestion
from okrlint_rules.complete import is_complete
from okrlint_rules.sources import COURSE


class MissingMission(DocumentRule):
    """A mission says why, and shows which objectives belong.

    The course begins with it: first the "why", then the "what". One line is enough. Many teams
    keep their mission elsewhere, so this is only a note; switch it off when yours is. A check-in,
    a page of examples and a part of a larger page need none.
    """

    name = "missing-mission"
    code = "DOC001"
    summary = "document states no mission"
    severity = Severity.NOTE
    criterion = 'Define your "why": before you start on your objectives, consider your mission'
    sources = (COURSE,)
    needs_language = False
    whole = True
    examples = (
        Bad(
            "# OKRs Q3 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n", where="Be found"
        ),
        Bad(
            "# Purchasing OKRs 2026\n\n## Objective: Our missions to suppliers pay off\n\n"
            "- KR: 9 of 12 visits end in a contract\n",
            where="Our missions to suppliers pay off",
        ),
        Bad(
            "| Objective | Key result |\n|---|---|\n| Shorter waits | Seen within 20 minutes |\n",
            where="Shorter waits",
        ),
        Bad("# Choir, spring 2026\n\n**Mission:**\n\n- Objective: Sing out\n  - KR: 3 concerts\n"),
        Good(
            "# OKRs Q3 2025\n\n**Mission:** Fresh bread for every street.\n\n"
            "- Objective: Be found\n  - KR: 500 visits a day\n"
        ),
        Good("# Notes\n\nNothing about goals here.\n"),
        Good(
            "# Allotment club 2026\n\nOur mission is a green roof on every shed.\n\n"
            "## Objective: Grow up\n\n- KR: 12 sheds with a green roof\n"
        ),
        Good(
            "# Weekly check-in, 12 May\n\n## Objective: Sell out the hall\n\n"
            "- KR: 400 tickets sold (0.6)\n"
        ),
        Good(
            "# Example OKRs to choose from\n\n## Objective: Sell out the hall\n\n"
            "- KR: 400 tickets sold\n"
        ),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if document.mission is not None or document.nature is not None:
            return
        if document.objectives and is_complete(document):
            help_ = Suggestion('begin with a line such as "**Mission:** ..."')
            span = document.objectives[0].prose.span
            yield Problem("no mission says what these objectives are for", span, (help_,))
