from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Source


class UnreadOkrs(DocumentRule):
    """What looks like OKRs and could not be read is said, never passed over.

    A linter that reads nothing finds nothing, and that looks like success. So a place that carries
    the signs of OKRs (a label, a heading, a table's columns) and yields none is reported with the
    reason. `okrlint outline FILE` shows what was read instead.
    """

    name = "unread-okrs"
    code = "DOC004"
    summary = "looks like OKRs but could not be read"
    severity = Severity.WARNING
    criterion = "okrlint's own: never silent about what it could not read"
    sources = (
        Source(
            "okrlint: how Markdown is read",
            "https://github.com/okrlint/okrlint/blob/main/docs/markdown.md",
        ),
    )
    needs_language = False
    examples = (
        Bad("# OKRs Q3 2025\n\n## Objective 1:\n\n## Objective 2:\n"),
        Good("# OKRs Q3 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n"),
        Good("# Handbook\n\nWe review our objectives and key results every quarter.\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        for unread in document.unread:
            yield Problem(unread.reason, unread.span)
