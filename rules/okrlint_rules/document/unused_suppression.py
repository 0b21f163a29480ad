from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Document,
    DocumentRule,
    Edit,
    Good,
    Problem,
    Severity,
    Source,
    Suggestion,
)
from okrlint_rules.words import quote

_HEAD = "# Q3 2025\n\n## Objective: Be found\n\n"
_DOCS = "https://github.com/okrlint/okrlint/blob/main/docs/suppressions.md"


class UnusedSuppression(DocumentRule):
    """A comment that hides nothing misleads: the reader looks for a problem that is gone.

    Only comments for rules that ran are judged. They may be there for another rule set, so this
    is a note.
    """

    name = "unused-suppression"
    code = "OKR001"
    summary = "comment switches off a rule that finds nothing there"
    severity = Severity.NOTE
    criterion = "okrlint's own: what is switched off stays true"
    sources = (Source("okrlint: suppressions", _DOCS),)
    after_others = True
    examples = (
        Bad(f"{_HEAD}<!-- okrlint-disable-next-line no-metric -->\n- KR: 9 clubs\n"),
        Bad(f"{_HEAD}- KR: 9 clubs <!-- okrlint-disable-line KR003 -->\n"),
        Bad(f"<!-- okrlint-disable-file no-metric -->\n{_HEAD}- KR: 9 clubs join\n"),
        Bad(f"{_HEAD}<!-- okrlint-disable no-metric -->\n\n- KR: 9 clubs\n"),
        Good(f"{_HEAD}<!-- okrlint-disable-next-line no-metric -->\n- KR: Kind words\n"),
        Good(f"{_HEAD}- KR: Kind words <!-- okrlint-disable-line KR003 -- agreed -->\n"),
        Good(f"{_HEAD}<!-- a comment of another kind -->\n\n- KR: 9 clubs\n"),
        Good(f"{_HEAD}```\n<!-- okrlint-disable-file -->\n```\n\n- KR: 9 clubs\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        for use in context.suppressions:
            if use.known and use.judged and not use.used:
                what = quote(use.rule) if use.rule else "no rule"
                verb = "finds nothing" if use.rule else "finds anything"
                removal = Suggestion("remove the comment", (Edit(use.span, ""),))
                yield Problem(f"{what} {verb} here", use.span, (removal,))
