from __future__ import annotations

from collections.abc import Hashable, Iterable

from okrlint import Bad, Context, Document, DocumentRule, Good, Nature, Problem, Severity
from okrlint_rules.sources import GITLAB
from okrlint_rules.words import normal_form, quote

_HEAD = "# OKRs Q3 2025\n\n"


class DuplicateKeyResult(DocumentRule):
    """The same key result twice counts one success twice.

    Often it was copied and one of the two was to be changed. Repeats in another cycle are fine,
    and so are repeats on a page of examples.
    """

    name = "duplicate-key-result"
    code = "KR015"
    summary = "the same key result stands twice"
    severity = Severity.WARNING
    criterion = "Key results are mutually exclusive and collectively exhaustive (GitLab handbook)"
    sources = (GITLAB,)
    needs_language = False
    examples = (
        Bad(
            f"{_HEAD}- Objective: Be found\n  - KR: 500 visits a day\n  - KR: 500 visits a day\n",
            where="500 visits a day",
        ),
        Bad(
            f"{_HEAD}- Objective: Be found\n  - KR: 500 visits a day\n"
            "- Objective: Be liked\n  - KR: 500 visits a day.\n"
        ),
        Bad(f"{_HEAD}- Objective: Be found\n  - KR1: Win 9 clubs\n  - KR2: win **9** clubs\n"),
        Bad(f"{_HEAD}- Objective: Be found\n  - KR1: Win 9 clubs!\n  - KR2: Win 9 clubs\n"),
        Good(f"{_HEAD}- Objective: Be found\n  - KR: 500 visits a day\n  - KR: 50 calls a day\n"),
        Good(
            f"{_HEAD}- Objective: Be found\n  - KR: 500 calls in Rome\n  - KR: 500 calls in Bari\n"
        ),
        Good(f"{_HEAD}- Objective: Be found\n  - KR: Win 9 clubs\n  - ~~KR: Win 9 clubs~~\n"),
        Good(
            "# Example OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day\n"
            "- Objective: Be liked\n  - KR: 500 visits a day\n"
        ),
        Good(
            "# Q1 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n\n"
            "# Q2 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n"
        ),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if document.nature is Nature.EXAMPLES:
            return
        seen: set[tuple[Hashable, str]] = set()
        for objective, key_result in document.key_results():
            form = normal_form(key_result.prose.text)
            key = (context.period_of(objective), form)
            if key_result.struck or not form:
                continue
            if key in seen:
                message = f"{quote(key_result.prose.text)} stands above already"
                yield Problem(message, key_result.prose.span)
            seen.add(key)
