from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from functools import lru_cache

from okrlint import (
    Bad,
    Context,
    Document,
    DocumentRule,
    Good,
    KeyResult,
    Nature,
    Problem,
    Severity,
)
from okrlint_rules.owner import owner_of
from okrlint_rules.sources import GITLAB
from okrlint_rules.words import normal_form, quote

_HEAD = "# OKRs Q3 2025\n\n"


class DuplicateKeyResult(DocumentRule):
    """The same key result twice counts one success twice.

    Often it was copied and one of the two was to be changed. Repeats in another cycle, of another
    team or owner, and on a page of examples are fine.
    """

    name = "duplicate-key-result"
    code = "KR015"
    summary = "the same key result stands twice"
    severity = Severity.WARNING
    needs_english = False
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
        Bad(
            f"{_HEAD}- Objective: Be found\n  - KR1: We win 9 clubs in the north\n"
            "  - KR2: Winning 9 northern clubs\n  - KR3: 9 clubs won\n"
            "  - KR4: In the north, win 9 clubs\n",
            where="In the north, win 9 clubs",
        ),
        Bad(f"{_HEAD}- Objective: Be found\n  - KR1: Win 9 clubs!\n  - KR2: Win 9 clubs\n"),
        Bad(
            f"{_HEAD}- Objective: Be found\n  - KR1: Raise visits from 30 to 50 a day\n"
            "  - KR2: Visits grow from 30 to 50 a day\n"
        ),
        Good(f"{_HEAD}- Objective: Be found\n  - KR: 500 visits a day\n  - KR: 50 calls a day\n"),
        Good(
            f"{_HEAD}- Objective: Be found\n  - KR: 500 calls in Rome\n  - KR: 500 calls in Bari\n"
        ),
        Good(
            f"{_HEAD}- Objective: Be found\n  - KR1: Cut the wait from 40 to 20 minutes\n"
            "  - KR2: Cut the wait from 20 to 40 minutes\n"
        ),
        Good(
            f"{_HEAD}- Objective: Be found\n  - KR1: Cut the calls by 20\n"
            "  - KR2: Cut the calls to 20\n  - KR3: Cut the calls by 20 %\n"
        ),
        Good(f"{_HEAD}- Objective: Be found\n  - KR: Win 9 clubs\n  - ~~KR: Win 9 clubs~~\n"),
        Good(
            "# Example OKRs\n\n- Objective: Be found\n  - KR: 500 visits a day\n"
            "- Objective: Be liked\n  - KR: 500 visits a day\n"
        ),
        Good(
            f"{_HEAD}## Kitchen\n\n- Objective: Be quick\n  - KR: No guest waits an hour\n\n"
            "## Front desk\n\n- Objective: Be kind\n  - KR: No guest waits an hour\n"
        ),
        Good(
            "# Q1 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n\n"
            "# Q2 2025\n\n- Objective: Be found\n  - KR: 500 visits a day\n"
        ),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if document.nature is Nature.EXAMPLES:
            return
        seen: set[tuple[Hashable, ...]] = set()
        for objective, key_result in document.key_results():
            form = _said(key_result)
            team = objective.section if objective else ()
            key = (context.period_of(objective), team, owner_of(key_result, objective), form)
            if key_result.struck or not form or _HIDDEN.fullmatch(key_result.prose.text):
                continue
            if key in seen:
                message = f"{quote(key_result.prose.text)} stands above already"
                yield Problem(message, key_result.prose.span)
            seen.add(key)


_HIDDEN = re.compile(r"\W*(?:redacted|confidential|hidden|private|secret)\W*", re.IGNORECASE)


def _said(key_result: KeyResult) -> frozenset[str]:
    """What it says, however its words are ordered and inflected: its words and all its numbers."""
    words, stems = _own_words(key_result.prose.text)
    wanted = (key_result.field(name) for name in ("baseline", "target", "due"))
    beside = (f"{n}:{normal_form(p.text)}" for n, p in enumerate(wanted) if p)
    order = [word for word in words if word.isdigit()]  # "from 40 to 20" is not "from 20 to 40"
    return frozenset((*stems, *beside, " ".join(order))) if words else frozenset()


@lru_cache(maxsize=4096)
def _own_words(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    text = _THAN.sub("below", text.replace("%", " percent "))
    words = tuple(normal_form(_CHANGE.sub("change", text)).split())
    return words, frozenset(_WAYS.get(stem, stem) for stem in map(_stem, words)) - _SMALL


def _stem(word: str) -> str:
    """A word without the endings of number and tense, which two writers choose apart."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) > _SHORT:
            return word[: -len(ending)]
    return word


_WAYS = {
    **dict.fromkeys("rais ris increas grow lift boost climb higher".split(), "up"),
    **dict.fromkeys("cut cutt reduc decreas lower fall drop shrink under".split(), "below"),
}
"""Stems of words that only say which way a measure goes: "raise renewals", "renewals grow"."""
_THAN = re.compile(r"\b(?:fewer|lower|less)\sthan\b", re.IGNORECASE)
_CHANGE = re.compile(r"\bby(?=\s\W?\d)", re.IGNORECASE)
"""What tells "cut the calls by 4" from "cut the calls to 4"."""
_SHORT = 2
_SMALL = frozenset(
    (*("a", "an", "the", "our", "of", "for", "by", "to", "in", "on", "at", "with"),
     *("and", "we", "be", "is", "ar", "hav", "has", "will"))
)  # fmt: skip
"""Words that two writers of the same key result choose apart."""
