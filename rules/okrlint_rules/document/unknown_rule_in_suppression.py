from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Source
from okrlint_rules.words import quote

_HEAD = "# Q3 2025\n\n## Objective: Guests come back\n\n"
_WISH = re.compile(r"okrlint\s*[-: ]\s*(?:disable|enable|ignore|off|skip|noqa)\b", re.IGNORECASE)
_FORM = re.compile(
    r"okrlint-(?:disable(?:-next-line|-line|-file)?|enable)(?![\w-])|okrlint:\s*ignore(?![\w-])"
)
_DOCS = "https://github.com/okrlint/okrlint/blob/main/docs/suppressions.md"


class UnknownRuleInSuppression(DocumentRule):
    """A misspelt rule name switches nothing off, and nobody notices.

    `okrlint rule --all` lists the names and codes. A comment in a form that okrlint does not know,
    such as `okrlint: disable=no-metric`, is told too.
    """

    name = "unknown-rule-in-suppression"
    code = "OKR002"
    summary = "comment names a rule that does not exist"
    severity = Severity.WARNING
    needs_english = False
    criterion = "okrlint's own: never silent about what it could not do"
    sources = (Source("okrlint: suppressions", _DOCS),)
    needs_language = False
    after_others = True
    examples = (
        Bad(
            f"{_HEAD}<!-- okrlint-disable-next-line no-metrics -->\n- KR: Guests feel at home\n",
            where="<!-- okrlint-disable-next-line no-metrics -->",
        ),
        Bad(f"{_HEAD}- KR: Guests feel at home <!-- okrlint-disable-line KR999 -->\n"),
        Bad(
            f"{_HEAD}<!-- okrlint-disable-next-line no-metric because we agreed -->\n"
            "- KR: Guests feel at home\n"
        ),
        Bad(f"<!-- okrlint-disable-file no_metric -->\n\n{_HEAD}- KR: Guests feel at home\n"),
        Bad(f"{_HEAD}<!-- okrlint: disable=no-metric -->\n- KR: Guests feel at home\n"),
        Good(f"{_HEAD}<!-- okrlint runs on this file -->\n- KR: Guests feel at home\n"),
        Good(
            f"{_HEAD}<!-- okrlint-disable-next-line no-metric -- no-metrics day, says Ana -->\n"
            "- KR: Guests feel at home\n"
        ),
        Good(f"{_HEAD}- KR: Guests feel at home <!-- okrlint-disable-line kr003 -->\n"),
        Good(f"{_HEAD}<!-- markdownlint-disable no-metrics -->\n\n- KR: Guests feel at home\n"),
        Good(
            f"{_HEAD}```\n<!-- okrlint-disable-line no-metrics -->\n```\n\n"
            "- KR: Guests feel at home\n"
        ),
        Good(f"{_HEAD}<!-- okrlint-disable -- from the slides -->\n\n- KR: Guests feel at home\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        for use in context.suppressions:
            if not use.known:
                yield Problem(f"no rule is called {quote(use.rule or '')}", use.span)
        for comment in document.comments:
            if _WISH.match(comment.text) and not _FORM.match(comment.text):
                message = "this comment switches nothing off; write okrlint-disable-next-line RULE"
                yield Problem(message, comment.span)
