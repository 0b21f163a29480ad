from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Context,
    Document,
    DocumentRule,
    Good,
    Nature,
    Problem,
    Severity,
    Source,
)


class UnreadOkrs(DocumentRule):
    """What looks like OKRs and could not be read is said, never passed over.

    A linter that reads nothing finds nothing, and that looks like success. So a place that carries
    the signs of OKRs (a label, a heading, a table's columns) and yields none is reported with the
    reason. A form that is not filled in is said once. `okrlint outline FILE` shows what was read
    instead, and each place that was not.
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
    any_language = True
    examples = (
        Bad("# OKRs Q3 2025\n\n## Objective 1:\n\n## Objective 2:\n", where="Objective 1:"),
        Bad(
            "# OKRs Q3 2025\n\n| Objective | Key result |\n|---|---|\n| | |\n",
        ),
        Bad(
            "# OKRs Q3 2025\n\n```\nObjective: Guests come back\nKR1: 30 % of guests book again\n"
            "KR2: 40 reviews a week\n```\n"
        ),
        Bad("# OKRs\n\n- [ ] Objective 1\n  - [ ] KR 1\n  - [ ] KR 2\n"),
        Good("# OKRs Q3 2025\n\n- Objective: Guests come back\n  - KR: 30 % book again\n"),
        Good(
            "# OKRs Q3 2025\n\n| Objective | Key result |\n|---|---|\n"
            "| Guests come back | 30 % book again |\n"
        ),
        Good("# Menu\n\n| Key | Target |\n|---|---|\n| Soup | 40 plates |\n"),
        Good("# Biology, class 7\n\n## Objectives\n\n- Students can name the parts of a flower\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        blanks = [unread for unread in document.unread if unread.blank]
        shown = document.nature is Nature.EXAMPLES  # a form on such a page is there to be copied
        for unread in document.unread:
            if unread in (blanks if shown else blanks[1:]):
                continue
            reason = unread.reason
            if unread.blank and len(blanks) > 1:
                others = "another place is" if len(blanks) == 2 else f"{len(blanks) - 1} others are"
                reason += f"; {others} as empty: a form that is not filled in is not checked"
            yield Problem(reason, unread.span, (), unread.certainty)
