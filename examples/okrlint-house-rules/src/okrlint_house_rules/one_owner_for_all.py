"""A rule about a document as a whole."""

from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Suggestion

_MANY = 3
"""With fewer key results one owner is nothing special."""


def _page(*owners: str) -> str:
    rows = [f"- KR: {30 + n} shops sell bread (Owner: {who})" for n, who in enumerate(owners)]
    return "\n".join(["# OKRs Q3 2026", "", "## Objective: Be the bakery of choice", "", *rows])


class OneOwnerForAll(DocumentRule):
    """Who owns everything has no time for any of it."""

    name = "one-owner-for-all"
    code = "HSE003"
    summary = "one person owns every key result"
    severity = Severity.WARNING
    criterion = "our house style"
    needs_language = False
    examples = (
        Bad(_page("Ann", "Ann", "Ann")),
        Good(_page("Ann", "Bo", "Ann")),
        Good(_page("Ann", "Ann")),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        """Yield a problem where all key results have an owner, and it is the same one."""
        del context
        owners = [one.field("owner") for _, one in document.key_results() if not one.struck]
        named = [owner for owner in owners if owner is not None]
        if len(named) < _MANY or len(named) < len(owners):
            return
        if len({owner.text.casefold() for owner in named}) == 1:
            help_ = Suggestion("share the key results out")
            yield Problem(f"{named[0].text} owns all key results", named[0].span, (help_,))
