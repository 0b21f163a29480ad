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


class InconsistentNumbering(DocumentRule):
    """Two key results with the same label cannot be told apart in a review.

    A label that stands twice, or a number that is left out, usually means that lines were copied
    or moved. Numbers may begin anew under each objective, or run through.
    """

    name = "inconsistent-numbering"
    code = "DOC006"
    summary = "labels repeat or skip a number"
    severity = Severity.NOTE
    criterion = "Concrete: Would someone else understand?"
    default = False
    sources = (COURSE,)
    needs_language = False
    examples = (
        Bad(f"{_HEAD}## O1: Be found\n\n- KR1: 500 visits\n- KR1: 20 calls\n", where="20 calls"),
        Bad(f"{_HEAD}## O1: Be found\n\n- KR1: 500 visits\n- KR3: 20 calls\n"),
        Bad(f"{_HEAD}## O1: Be found\n\n- KR1: 500\n\n## O1: Be liked\n\n- KR1: 20 calls\n"),
        Bad(f"{_HEAD}## O1: Be found\n\n- KR 1.1: 500 visits\n- KR 1.1: 20 calls\n"),
        Good(f"{_HEAD}## O1: Be found\n\n- KR1: 500\n- KR2: 9\n\n## O2: Be liked\n\n- KR1: 20\n"),
        Good(f"{_HEAD}## O1: Be found\n\n- KR1: 500\n- KR2: 9\n\n## O2: Be liked\n\n- KR3: 20\n"),
        Good(f"{_HEAD}## Objective: Be found\n\n- KR: 500 visits\n- KR: 20 calls\n"),
        Good(f"{_HEAD}## O1: Be found\n\n- KR1a: 500 visits\n- KR1b: 20 calls\n"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        groups: dict[object, list[Objective]] = {}
        for objective in document.objectives:
            groups.setdefault(context.cycle_of(objective), []).append(objective)
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
