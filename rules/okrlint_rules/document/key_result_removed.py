from __future__ import annotations

from collections.abc import Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Problem, Severity, Suggestion
from okrlint_rules.history import find_pairs, goes_on
from okrlint_rules.sources import GOOGLE
from okrlint_rules.words import quote

_HEAD = "# Q3 2025\n\n## Objective: Guests come back\n\n"
_ONE = f"{_HEAD}- KR: 30 % of guests book again\n"
_TWO = f"{_ONE}- KR: 8 of 10 rate their stay 5\n"


class KeyResultRemoved(DocumentRule):
    """A key result that disappears in the middle of a cycle is never scored.

    Compares with the revision that `--diff` names. Strike it through instead: then everybody sees
    that it was dropped, and no rule judges it. A document that goes on to another cycle is left
    alone.
    """

    name = "key-result-removed"
    code = "KR019"
    summary = "a key result of the revision compared with is gone"
    severity = Severity.WARNING
    needs_english = False
    criterion = "Key results are scored at the end of the cycle, whatever came of them"
    sources = (GOOGLE,)
    default = False
    needs_before = True
    needs_language = False
    examples = (
        Bad(_ONE, before=_TWO, where="Guests come back"),
        Bad(f"{_ONE}- KR: Breakfast waste falls to 9 kg a day\n", before=_TWO),
        Bad(f"{_ONE}\n## Notes\n\n- 8 of 10 rate their stay 5: not now\n", before=_TWO),
        Bad(
            _TWO, before=f"{_TWO}\n## Objective: Nurses stay with us\n\n- KR: 9 of 10 stay a year\n"
        ),
        Good(f"{_ONE}- ~~KR: 8 of 10 rate their stay 5~~ (moved to Q4)\n", before=_TWO),
        Good(
            f"{_HEAD}- KR: 9 of 10 guests rate their stay 5\n- KR: 35 % of guests book again\n",
            before=_TWO,
        ),
        Good(
            f"{_HEAD}| Key result | Owner |\n|---|---|\n| 30 % of guests book again | Ana |\n"
            "| 8 of 10 rate their stay 5 | Bo |\n",
            before=_TWO,
        ),
        Good(
            "# Q4 2025\n\n## Objective: Nurses stay with us\n\n- KR: 9 of 10 stay a year\n",
            before=_TWO,
        ),
        Good(_TWO, before=_ONE),
        Good(_ONE),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if context.before is None or not document.objectives:
            return
        earlier = context.before.document
        kept = {old.prose.span for old, _ in find_pairs(earlier, document)}
        for objective, old in earlier.key_results():
            if old.prose.span in kept or old.struck or not goes_on(objective, earlier, document):
                continue
            text = objective.prose.text if objective else ""
            now = [o for o in document.objectives if o.prose.text == text] or document.objectives
            help_ = Suggestion("strike it through (~~...~~) to show that it was dropped")
            yield Problem(f"{quote(old.prose.text)} is gone", now[0].prose.span, (help_,))
