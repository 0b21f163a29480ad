from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Suggestion
from okrlint_rules.history import find_pairs
from okrlint_rules.sources import GOOGLE
from okrlint_rules.words import quote

_HEAD = "# Q3 2025\n\n## Objective: Be found\n\n"
_TWO = f"{_HEAD}- KR: 50 clubs join\n- KR: 500 visits a day\n"
_ONE = f"{_HEAD}- KR: 50 clubs join\n"


class KeyResultRemoved(DocumentRule):
    """A key result that disappears in the middle of a cycle is never scored.

    Compares with the revision that `--diff` names. Strike it through instead: then everybody sees
    that it was dropped, and no rule judges it.
    """

    name = "key-result-removed"
    code = "KR019"
    summary = "a key result of the revision compared with is gone"
    severity = Severity.WARNING
    criterion = "Key results are scored at the end of the cycle, whatever came of them"
    sources = (GOOGLE,)
    default = False
    needs_before = True
    needs_language = False
    examples = (
        Bad(_ONE, before=_TWO, where="Be found"),
        Bad(f"{_HEAD}- KR: 500 visits a day\n", before=_TWO),
        Bad(f"{_HEAD}- KR: 50 clubs join\n- KR: Kind words\n", before=_TWO),
        Bad(_TWO, before=f"{_TWO}- KR: 9 schools sign\n"),
        Good(_TWO, before=_TWO),
        Good(_TWO, before=_ONE),
        Good(f"{_HEAD}- KR: 50 clubs join\n- ~~KR: 500 visits a day~~\n", before=_TWO),
        Good(f"{_HEAD}- KR: 50 clubs join us\n- KR: 600 visits a day\n", before=_TWO),
        Good(_ONE),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if context.before is None or not document.objectives:
            return
        earlier = context.before.document
        kept = {old.prose.span for old, _ in find_pairs(earlier, document)}
        for objective, old in earlier.key_results():
            if old.prose.span in kept or old.struck:
                continue
            text = objective.prose.text if objective else ""
            now = [o for o in document.objectives if o.prose.text == text] or document.objectives
            help_ = Suggestion("strike it through (~~...~~) to show that it was dropped")
            yield Problem(f"{quote(old.prose.text)} is gone", now[0].prose.span, (help_,))
