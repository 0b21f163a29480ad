from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from okrlint import (
    Bad,
    Context,
    Document,
    DocumentRule,
    Good,
    KeyResult,
    Objective,
    Problem,
    Severity,
)
from okrlint_rules.sources import COURSE

_NUMBER = re.compile(r"(\d+)(?!.*\d)")
_HEAD = "# Q3 2025\n\n"
_GUESTS = "O1: Guests come back\n\n- KR1: 30 % of guests book again\n"
_NURSES = "Nurses stay with us\n\n- KR1: 9 of 10 stay a year\n"


class InconsistentNumbering(DocumentRule):
    """Two key results with the same label cannot be told apart in a review.

    A label that stands twice, or a number that is left out, usually means that lines were copied
    or moved. Numbers may begin anew under each objective and for each team, or run through.
    """

    name = "inconsistent-numbering"
    code = "DOC006"
    summary = "labels repeat or skip a number"
    severity = Severity.NOTE
    needs_english = False
    criterion = "Concrete: Would someone else understand?"
    default = False
    sources = (COURSE,)
    needs_language = False
    examples = (
        Bad(
            f"{_HEAD}## {_GUESTS}- KR1: 8 of 10 rate their stay 5\n",
            where="8 of 10 rate their stay 5",
        ),
        Bad(f"{_HEAD}## {_GUESTS}- KR3: 8 of 10 rate their stay 5\n"),
        Bad(f"{_HEAD}## {_GUESTS}\n## O1: {_NURSES}", where="Nurses stay with us"),
        Bad(
            f"{_HEAD}| Objective | Key result |\n|---|---|\n"
            "| O1 Guests come back | KR 1.1: 30 % book again |\n| | KR 1.1: 40 reviews a week |\n"
        ),
        Good(f"{_HEAD}## Hotel\n\n### {_GUESTS}\n## Clinic\n\n### O1: {_NURSES}"),
        Good(
            f"{_HEAD}## {_GUESTS}- ~~KR2: 40 reviews a week~~\n- KR3: 8 of 10 rate their stay 5\n"
        ),
        Good(
            f"{_HEAD}## O1: Guests come back\n\n- KR 1.9: 30 % book again\n"
            "- KR 1.10: 40 reviews a week\n"
        ),
        Good(f"{_HEAD}## {_GUESTS}- KR2a: 40 reviews a week\n- KR2b: 8 of 10 rate their stay 5\n"),
        Good(f"{_HEAD}## {_GUESTS}\n## O2: {_NURSES.replace('KR1', 'KR2')}"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        groups: dict[object, list[Objective]] = {}
        for objective in document.objectives:
            key = (context.period_of(objective), objective.section)
            groups.setdefault(key, []).append(objective)
        for objectives in groups.values():
            yield from _find_repeats(objectives)
        for objective in document.objectives:
            yield from _find_repeats(objective.key_results)
            yield from _find_gaps(objective.key_results)


def _find_repeats(statements: Sequence[KeyResult | Objective]) -> Iterator[Problem]:
    seen: set[str] = set()
    for statement in statements:
        label = (statement.label or "").lower()
        if not _NUMBER.search(label):
            continue
        if label in seen:
            yield Problem(f"the label {statement.label} stands twice", statement.prose.span)
            return  # one is enough: where tables begin anew, all labels repeat
        seen.add(label)


def _find_gaps(key_results: Sequence[KeyResult]) -> Iterator[Problem]:
    previous: int | None = None
    for key_result in key_results:
        match = _NUMBER.search(key_result.label or "")
        if not match or not (key_result.label or "").endswith(match[0]):
            return
        number = int(match[0])
        if previous is not None and number > previous + 1:
            message = f"{key_result.label} follows number {previous}: is one missing?"
            yield Problem(message, key_result.prose.span)
        previous = number
