"""The signs that numbers and times carry, or the lack of them."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.language.promise.facts import Facts, chunk_noun
from okrlint.language.promise.sign import Sign, sign_of_number, sign_of_word
from okrlint.reading import Comparison, Measure, Quantity, WhenKind

_LEVEL_MARKS = ("<", ">", "≤", "≥", "→")
_SIZES = ((12, "few"), (99, "dozens"), (999, "hundreds"))
"""Up to which number a count is of which size. Hundreds of things are seldom one's own work."""


def find_number_signs(facts: Facts) -> Iterator[Sign]:
    """Yield the signs of quantities, bounds and intervals."""
    main = facts.main()
    for quantity in facts.quantities:
        yield from _find_amount(facts, quantity, main=quantity in main)
        yield from _find_bounds(facts, quantity)
    if all(q.measure is Measure.ALL for q in main):
        yield from _find_lack(facts)
    yield from _find_level_words(facts)
    yield from _find_times(facts)


def _find_amount(facts: Facts, quantity: Quantity, *, main: bool) -> Iterator[Sign]:
    kind = "count" if quantity.measure is Measure.REDACTED else quantity.measure.value
    kind = "share" if facts.is_share(quantity) else kind
    where = _where(facts, quantity) if main else _aside(facts, quantity)
    names = [f"amount={where}:{kind}", f"amount={where}:{kind}:{facts.shape}"]
    if main:
        noun = facts.counted(quantity)
        names += [
            f"amount+noun={kind}:{where}:{noun}",
            f"amount+verb={kind}:{facts.shape}:{facts.verb}",
            f"amount+head={kind}:{facts.shape}:{chunk_noun(facts.frame, facts.head)}",
        ]
        if kind == "count" and quantity.value is not None:
            size = next((name for most, name in _SIZES if quantity.value <= most), "thousands")
            names += [f"amount-size={size}", f"amount-size={size}:{noun}"]
            names.append(f"amount+verb+noun={facts.verb}:{noun}")
            if quantity.value == 1:
                names.append("amount-one")
    for name in names:
        yield sign_of_number(name, quantity)


def _where(facts: Facts, quantity: Quantity) -> str:
    index = facts.index(quantity.start)
    for role, chunk in (("subject", facts.frame.subject), ("object", facts.frame.object)):
        if chunk is not None and chunk.start <= index < chunk.end:
            return role
    return "rest"


def _aside(facts: Facts, quantity: Quantity) -> str:
    """Where a number stands that is not of the main claim."""
    if facts.index(quantity.start) < facts.side:
        return "attribute"
    return "purpose" if facts.words[facts.side].low == "to" else "side"


def _find_bounds(facts: Facts, quantity: Quantity) -> Iterator[Sign]:
    if quantity.comparison in (Comparison.AT_MOST, Comparison.LESS_THAN):
        yield sign_of_number("amount-at-most", quantity)
    if quantity.comparison in (Comparison.AT_LEAST, Comparison.MORE_THAN):
        yield sign_of_number("amount-at-least", quantity)
    if quantity.baseline_start is not None:
        end = quantity.baseline_end or quantity.end
        yield Sign("baseline", quantity.baseline_start, end)
        noun = chunk_noun(facts.frame, facts.head)
        yield Sign(f"baseline:{noun}", quantity.baseline_start, end)


def _find_lack(facts: Facts) -> Iterator[Sign]:
    """The signs of a main claim without a number."""
    frame, words = facts.frame, facts.words
    verb = frame.verb if frame.verb is not None else frame.core
    head = facts.head.head if facts.head is not None else frame.core
    yield sign_of_word("no-amount", words, frame.core)
    yield sign_of_word(f"no-amount:{facts.shape}", words, frame.core)
    yield sign_of_word(f"no-amount:{facts.shape}:{facts.verb}", words, verb)
    noun = chunk_noun(frame, facts.head)
    yield sign_of_word(f"no-amount:{facts.shape}:{noun}", words, head)


def _find_level_words(facts: Facts) -> Iterator[Sign]:
    words = facts.words
    for i in range(facts.frame.core, min(facts.side, len(words))):
        word, later = words[i], words[i + 1 : i + 3]
        level = word.is_a("level") or word.low in _LEVEL_MARKS
        if level and any(w.amount is not None for w in later):
            yield sign_of_word(f"bound={word.low}", words, i)
            yield sign_of_word(f"bound:{facts.shape}", words, i)
        if word.low == "from" and any(w.low == "to" for w in words[i + 1 : i + 7]):
            yield sign_of_word("from-to", words, i)


def _find_times(facts: Facts) -> Iterator[Sign]:
    for when in facts.whens:
        if when.kind is WhenKind.WINDOW:
            yield Sign("window", when.start, when.end)
        if when.kind is not WhenKind.CADENCE:
            continue
        names = ["cadence", f"cadence:{facts.shape}", f"cadence:{facts.shape}:{facts.verb}"]
        if facts.head is not None:
            names.append(f"cadence:{chunk_noun(facts.frame, facts.head)}")
        for name in names:
            yield Sign(name, when.start, when.end)
