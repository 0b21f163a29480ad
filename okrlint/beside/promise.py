"""What a statement promises together with its target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from okrlint.reading import Comparison, Evidence, Measure, Promise, Quantity, Reading


def joined_promise(own: Reading, joined: Reading, amounts: Sequence[Quantity]) -> Reading:
    """The reading with the promise that the statement and its target make together.

    `joined`: the reading of both as one sentence, which begins with the statement; `amounts`:
    what the target says in numbers.
    """
    vague = () if amounts else own.vague
    if amounts and _is_own_work(own) and _counts(own, joined, amounts[0]):
        counted = tuple(replace(e, says=e.says.removesuffix(_UNCOUNTED)) for e in own.evidence)
        return replace(own, promise=Promise.OUTPUT, evidence=counted, vague=vague)
    promise = joined.promise
    if amounts and promise is Promise.TASK:
        promise = Promise.OUTPUT  # a number says how much
    evidence = own.evidence if promise is own.promise else _within(joined.evidence, own.text)
    return replace(
        own, promise=promise, confidence=joined.confidence, evidence=evidence, vague=vague
    )


def ranged_promise(own: Reading, kind: str) -> Reading:
    """The reading of what its author calls a range: a level that is held is no counted work."""
    held = next((q for q in own.quantities if q.comparison is Comparison.BETWEEN), None)
    if held is None or own.promise is not Promise.OUTPUT or "range" not in kind.lower().split():
        return own
    says = Evidence(held.start, held.end, "a level that is held")
    return replace(own, promise=Promise.OUTCOME, evidence=(says,))


_UNCOUNTED = ", without a number"


def _counts(own: Reading, joined: Reading, amount: Quantity) -> bool:
    """Whether the target only says how much of one's own work is done: "100%", "4/4", "15+"."""
    whole = (
        amount.measure is Measure.ALL
        or (amount.measure is Measure.PERCENT and amount.value == 100)
        or (amount.measure is Measure.RATIO and amount.value == 1)
    )
    counted = (
        amount.measure is Measure.COUNT
        and amount.comparison in (Comparison.EXACTLY, Comparison.AT_LEAST)
        and joined.promise is Promise.OUTCOME
        and not any(evidence.says.startswith("people who") for evidence in joined.evidence)
        and any(": done" in evidence.says for evidence in own.evidence)
    )
    return whole or counted


def _is_own_work(own: Reading) -> bool:
    """Whether a statement without its target is a task, by words that say so."""
    says = [evidence.says for evidence in own.evidence]
    work = any(s.startswith(_OWN) or ": done" in s for s in says)
    return own.promise is Promise.TASK and work and not any("others" in s for s in says)


_OWN = ("own work", "a deliverable", "a thing")


def _within(evidence: Sequence[Evidence], text: str) -> tuple[Evidence, ...]:
    """The words of the joined sentence that stand in the statement itself."""
    return tuple(e for e in evidence if e.end <= len(text.rstrip(" .;:,")))
