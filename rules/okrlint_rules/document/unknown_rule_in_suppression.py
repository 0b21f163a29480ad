from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Source
from okrlint_rules.words import quote

_HEAD = "# Q3 2025\n\n## Objective: Be found\n\n"
_DOCS = "https://github.com/okrlint/okrlint/blob/main/docs/suppressions.md"


class UnknownRuleInSuppression(DocumentRule):
    """A misspelt rule name switches nothing off, and nobody notices.

    `okrlint rule --all` lists the names and codes.
    """

    name = "unknown-rule-in-suppression"
    code = "OKR002"
    summary = "comment names a rule that does not exist"
    severity = Severity.WARNING
    criterion = "okrlint's own: never silent about what it could not do"
    sources = (Source("okrlint: suppressions", _DOCS),)
    needs_language = False
    after_others = True
    examples = (
        Bad(f"{_HEAD}<!-- okrlint-disable-next-line no-metrics -->\n- KR: Kind words\n"),
        Bad(f"{_HEAD}- KR: Kind words <!-- okrlint-disable-line KR999 -->\n"),
        Bad(f"<!-- okrlint-disable-file nometric -->\n{_HEAD}- KR: Kind words\n"),
        Bad(f"{_HEAD}<!-- okrlint-disable no_metric -->\n\n- KR: Kind words\n"),
        Good(f"{_HEAD}<!-- okrlint-disable-next-line no-metric -->\n- KR: Kind words\n"),
        Good(f"{_HEAD}- KR: Kind words <!-- okrlint-disable-line kr003 -->\n"),
        Good(f"{_HEAD}<!-- okrlint-disable -- all of it is agreed -->\n\n- KR: Kind words\n"),
        Good(f"{_HEAD}<!-- markdownlint-disable no-metrics -->\n\n- KR: Kind words\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        for use in context.suppressions:
            if not use.known:
                yield Problem(f"no rule is called {quote(use.rule or '')}", use.span)
