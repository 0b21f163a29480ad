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
        Bad("- NPS rises from 32 to 40", before="- NPS rises from 32 to 45", where="40"),
        Bad("- 30 clubs join", before="- 50 clubs join"),
        Bad("- Cut the waiting time to 9 days", before="- Cut the waiting time to 5 days"),
        Bad("- p95 latency below 300 ms", before="- p95 latency below 200 ms"),
        Good("- NPS rises from 32 to 45", before="- NPS rises from 32 to 40"),
        Good("- 50 clubs join", before="- 50 clubs join"),
        Good("- p95 latency below 200 ms", before="- p95 latency below 300 ms"),
        Good("- 30 schools sign a yearly contract", before="- 50 clubs join"),
        Good("- 30 clubs join"),
    )

    def check(self, document: Document, context: Context) -> Iterable[Problem]:
        if context.before is None:
            return
        for old, new in find_pairs(context.before.document, document):
            before, now = context.before.reading(old), context.reading(new)
            for was, is_ in zip(_targets(before), _targets(now), strict=False):
                if _easier(now, was, is_):
                    message = f"the target was {was.value:g} and is now {is_.value:g}"
                    yield Problem(message, new.prose.source_span(is_.start, is_.end))


def _targets(reading: Reading) -> list[Quantity]:
    return [q for q in reading.quantities if q.given and q.value is not None]


def _easier(reading: Reading, was: Quantity, is_: Quantity) -> bool:
    if was.value is None or is_.value is None or was.measure is not is_.measure:
        return False
    before = reading.text[: is_.start]
    falling = bool(DOWN.search(before)) and not UP.search(before)
    if is_.baseline is not None:
        falling = is_.value < is_.baseline
    change = is_.comparison is Comparison.CHANGE
    wants_less = (falling and not change) or is_.comparison in _AT_MOST
    return is_.value > was.value if wants_less else is_.value < was.value
