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

_HEAD = "# Q3 2025\n\n## Objective: Guests come back\n\n"
_SOUND = "- KR: 30 % of guests book again\n"
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
        Bad(
            f"{_HEAD}<!-- okrlint-disable-next-line no-metric -->\n{_SOUND}",
            where="<!-- okrlint-disable-next-line no-metric -->",
        ),
        Bad(f"{_HEAD}- KR: 30 % of guests book again <!-- okrlint-disable-line KR003 -->\n"),
        Bad(f"<!-- okrlint-disable-file unread-okrs -->\n\n{_HEAD}{_SOUND}"),
        Bad(
            f"{_HEAD}<!-- okrlint-disable-next-line no-metric -->\n\n- KR: Guests feel at home\n",
        ),
        Bad(
            f"{_HEAD}<!-- okrlint-disable no-metric -->\n\n{_SOUND}\n"
            "<!-- okrlint-enable no-metric -->\n\n- KR: Guests feel at home\n"
        ),
        Good(
            f"{_HEAD}<!-- okrlint-disable no-metric -->\n\n{_SOUND}- KR: Guests feel at home\n",
        ),
        Good(f"{_HEAD}- KR: Guests feel at home <!-- okrlint-disable-line KR003 -- agreed -->\n"),
        Good(f"{_HEAD}<!-- okrlint: score these in October -->\n\n{_SOUND}"),
        Good(f"{_HEAD}```\n<!-- okrlint-disable-file -->\n```\n\n{_SOUND}"),
        Good(f"{_HEAD}<!-- okrlint-disable-next-line no-metrics -->\n{_SOUND}"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        for use in context.suppressions:
            if use.known and use.judged and not use.used:
                what = quote(use.rule) if use.rule else "no rule"
                verb = "finds nothing" if use.rule else "finds anything"
                removal = Suggestion("remove the comment", (Edit(use.span, ""),))
                yield Problem(f"{what} {verb} here", use.span, (removal,))
