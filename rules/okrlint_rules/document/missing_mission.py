from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Suggestion
from okrlint_rules.complete import is_complete
from okrlint_rules.sources import COURSE


class MissingMission(DocumentRule):
    """A mission says why, and shows which objectives belong.

    The course begins with it: first the "why", then the "what". One line is enough. A vision, a
    purpose or the reason why that has a heading or a label of its own will do. Many teams keep
    their mission elsewhere, so the rule is off by default. A check-in, a page of examples and a
    part of a larger page need none.
    """

    name = "missing-mission"
    code = "DOC001"
    summary = "document states no mission"
    severity = Severity.NOTE
    criterion = 'Define your "why": before you start on your objectives, consider your mission'
    sources = (COURSE,)
    default = False
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
            "# Choir OKRs, spring 2026\n\n## Why we sing\n\nThe hall was full once.\n\n"
            "## Objective: Sing out\n\n- KR: 3 concerts\n"
        ),
        Good(
            "# Choir OKRs, spring 2026\n\n## Objective: Sing out\n\n"
            "**Purpose:** The hall was full once.\n\n- KR: 3 concerts\n"
        ),
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
        if document.objectives and is_complete(document) and not _says_why(document):
            help_ = Suggestion('begin with a line such as "**Mission:** ..."')
            span = document.objectives[0].prose.span
            yield Problem("no mission says what these objectives are for", span, (help_,))


_WHY = r"(?:vision|mission|purpose|why|rationale|motivation|north[ -]star)"
_LABELLED = re.compile(
    rf"^\W*\b(?!objective|goal|key result)(?:[\w'’&-]+[ ]){{0,3}}{_WHY}\b[^\n]{{0,40}}?"
    r"[:.][*_]*[ ]*\w[^\n]{8,}",
    re.IGNORECASE | re.MULTILINE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|\{/\*.*?\*/\}", re.DOTALL)
_HEADED = re.compile(
    rf"^#+[ ](?![^\n]*\b(?:objective|okr)s?\b)[^\n]*\b{_WHY}\b[^\n]*\n\s*(?![#|])[^\n]*\w",
    re.IGNORECASE | re.MULTILINE,
)


def _says_why(document: Document) -> bool:
    """Whether a label or a heading in the document names the reason, and something stands there."""
    text = _COMMENT.sub(" ", document.glossed or document.source)
    return bool(_LABELLED.search(text) or _HEADED.search(text))
