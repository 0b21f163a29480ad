from __future__ import annotations

from collections.abc import Iterable

from okrlint import (
    Bad,
    Comparison,
    Context,
    Document,
    DocumentRule,
    Good,
    Problem,
    Quantity,
    Reading,
    Severity,
)
from okrlint_rules.history import find_pairs
from okrlint_rules.sources import GOOGLE
from okrlint_rules.words import DOWN, UP

_AT_MOST = (Comparison.AT_MOST, Comparison.LESS_THAN)


class TargetLowered(DocumentRule):
    """A target that is lowered in the middle of a cycle makes the score say nothing.

    Compares each key result with the same one at the revision that `--diff` names. Sometimes
    lowering is right; then the pull request is the place to say why.
    """

    name = "target-lowered"
    code = "KR018"
    summary = "a target became easier than at the revision compared with"
    severity = Severity.WARNING
    criterion = "Aggressive yet realistic"
    sources = (GOOGLE,)
    default = False
    needs_before = True
    examples = (
        Bad(
            "- Raise the renewal rate from 70 % to 80 %",
            before="- Raise the renewal rate from 70 % to 90 %",
            where="80 %",
        ),
        Bad("- 30 farms deliver every week", before="- 50 farms deliver every week"),
        Bad(
            "- Cut the wait for a first visit to 9 days",
            before="- Cut the wait for a first visit to 5 days",
        ),
        Bad("- p95 latency stays below 300 ms", before="- p95 latency stays below 200 ms"),
        Good("- At most 3 complaints a week", before="- At most 5 complaints a week"),
        Good(
            "- 9 of 10 callers reach a nurse within 2 minutes",
            before="- 9 of 10 callers reach a nurse within 5 minutes",
        ),
        Good(
            "- Raise the renewal rate from 75 % to 90 %",
            before="- Raise the renewal rate from 70 % to 90 %",
        ),
        Bad(
            "# Q3 2025\n\n## Objective: Feed us\n\n- KR: Clubs that sign (target: 30)\n",
            where="30",
            before="# Q3 2025\n\n## Objective: Feed us\n\n- KR: Clubs that sign (target: 50)\n",
        ),
        Good("- 30 schools sign a yearly contract", before="- 50 farms deliver every week"),
        Good(
            "# Q4 2025\n\n## Objective: Feed the town\n\n- KR: 30 farms deliver weekly\n",
            before="# Q3 2025\n\n## Objective: Feed the town\n\n- KR: 50 farms deliver weekly\n",
        ),
        Good("- 30 farms deliver every week"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if context.before is None:
            return
        for old, new in find_pairs(context.before.document, document):
            before = [was for was in context.before.reading(old).promised if _counts(was)]
            now = [(is_, span) for is_, span in context.amounts(new) if _counts(is_)]
            for was, (is_, span) in zip(before, now, strict=False):
                if _easier(context.reading(new), was, is_):
                    message = f"the target was {was.value:g} and is now {is_.value:g}"
                    yield Problem(message, span)


def _counts(quantity: Quantity) -> bool:
    return quantity.given and quantity.value is not None


def _easier(reading: Reading, was: Quantity, is_: Quantity) -> bool:
    if was.value is None or is_.value is None or was.measure is not is_.measure:
        return False
    before = reading.text[: is_.start] if is_ in reading.quantities else reading.text
    falling = bool(DOWN.search(before)) and not UP.search(before)
    if is_.baseline is not None:
        falling = is_.value < is_.baseline
    if was.unit and is_.unit and was.unit.casefold() != is_.unit.casefold():
        return False
    change = is_.comparison is Comparison.CHANGE
    wants_less = (falling and not change) or is_.comparison in _AT_MOST
    return is_.value > was.value if wants_less else is_.value < was.value
