"""The spaCy component `okr_quantities`: what a statement measures, and how much.

Sets `doc._.okr_quantities`, and `doc.spans` under `spans_key`. Works on text and shape first, and
on tags where those are trustworthy, because taggers read a title-case imperative ("Migrate 50
customers") as a noun.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, Token

from okrlint.language.attributes import add_attributes, show_spans
from okrlint.language.quantity.amount import Amount, Joined
from okrlint.language.quantity.amounts import find_amounts, find_spelled_durations
from okrlint.language.quantity.baselines import find_baselines
from okrlint.language.quantity.columns import settle_parts, with_worded_baseline
from okrlint.language.quantity.comparisons import read_comparison
from okrlint.language.quantity.context import Context, can_be_verb
from okrlint.language.quantity.joins import join_amounts
from okrlint.language.quantity.placeholders import find_placeholders
from okrlint.language.quantity.sets import find_sets
from okrlint.language.words import load_kind
from okrlint.reading import Measure, Quantity, When, WhenKind


@Language.factory(  # pyright: ignore[reportUntypedFunctionDecorator]
    "okr_quantities",
    assigns=["doc._.okr_quantities", "doc.spans"],
    requires=["token.tag"],
    default_config={"spans_key": "okr_quantities"},
)
def make_quantities(nlp: Language, name: str, spans_key: str | None) -> QuantityFinder:
    """Make the component; without a `spans_key` it makes no spans."""
    del nlp, name
    add_attributes({"okr_quantities": ()})
    return QuantityFinder(spans_key)


class QuantityFinder:
    """Finds the quantities of a statement."""

    def __init__(self, spans_key: str | None) -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.okr_quantities`, and a span for each quantity and each baseline."""
        found = tuple(find_quantities(doc))
        doc._.okr_quantities = found
        show_spans(doc, self.spans_key, _places(found))
        return doc


def _places(found: Sequence[Quantity]) -> Iterator[tuple[int, int, str]]:
    for one in found:
        if one.baseline_start is not None and one.baseline_end is not None:
            yield one.baseline_start, one.baseline_end, "BASELINE"
        yield one.start, one.end, one.measure.name


def find_quantities(doc: Doc) -> Iterator[Quantity]:
    """Yield the quantities of a tagged text in order, without overlaps."""
    context = Context(doc)
    whens = context.whens
    joined = _without_dates(_find_joined(context), whens)
    ahead = _ahead(whens, doc._.okr_cycle if Doc.has_extension("okr_cycle") else None)
    baselines = find_baselines(joined, context.text, ahead)
    settle_parts(baselines, joined, context.parts, context.text)
    made = list(_make_all(joined, baselines, context))
    made = with_worded_baseline(made, context.parts)
    made += _make_rates(whens)
    end = 0
    for quantity in sorted(made, key=lambda q: (q.start, -q.end)):
        if quantity.start >= end:
            yield quantity
            end = quantity.end


def _ahead(
    whens: Sequence[When], cycle: tuple[dt.date, dt.date] | None
) -> tuple[tuple[int, int], ...]:
    """The places that name a time in the cycle, or a deadline: numbers there are stages."""
    return tuple(
        (w.start, w.end)
        for w in whens
        if w.kind is WhenKind.DEADLINE or (cycle and _is_within(w, *cycle))
    )


def _is_within(when: When, first: dt.date, last: dt.date) -> bool:
    """Whether a time is in a cycle, and not one that began before and ends in it ("2026/27")."""
    if when.earliest is None or when.latest is None:
        return False
    begun = when.earliest < first and when.latest < last
    return when.latest >= first and when.earliest <= last and not begun


def _find_joined(context: Context) -> list[Joined]:
    """All amounts of the text, pairs joined, in order; of two that overlap, the first wins."""
    blanks = list(find_placeholders(context.text))
    numbers = [a for a in find_amounts(context) if not any(_meet(a, b) for b in blanks)]
    joined = list(join_amounts(numbers, context))
    sets = [Joined(a) for a in chain(find_spelled_durations(context.text), find_sets(context))]
    kept = [s for s in sets if not any(_meet(s.amount, j.amount) for j in joined)]
    named = context.titles
    told = [j for j in chain(joined, kept) if not any(a < j.amount.start < b for a, b in named)]
    everything = chain(told, (Joined(b) for b in blanks))
    return sorted(everything, key=lambda j: j.amount.start)


def _meet(one: Amount, other: Amount) -> bool:
    return one.start < other.end and other.start < one.end


def _without_dates(joined: Sequence[Joined], whens: Sequence[When]) -> list[Joined]:
    """Leave out numbers that belong to a deadline, a cadence or the name of a time."""
    dated = [w for w in whens if w.kind is not WhenKind.WINDOW]
    return [
        j
        for j in joined
        if not any(j.amount.start < w.end and w.start < j.amount.end for w in dated)
    ]


def _make_all(
    joined: Sequence[Joined], baselines: dict[int, int | None], context: Context
) -> Iterator[Quantity]:
    """Make quantities of the targets, each with its baseline."""
    standing = {target: index for index, target in baselines.items() if target is not None}
    for index, item in enumerate(joined):
        if index not in baselines:
            if _is_known_set(item.amount, context):
                continue
            base = joined[standing[index]].amount if index in standing else None
            if base is not None and base.value is None:
                yield _make(Joined(base), None, context)
                base = None
            yield _make(item, base, context)
        elif baselines[index] is None:
            limit = _LIMIT.search(context.text[: item.amount.start])
            yield _make(item, item.amount, context) if limit else _make_targetless(item.amount)


def _is_known_set(amount: Amount, context: Context) -> bool:
    """Whether the number only names a set that is known: "the three studio heads", "per 1,000"."""
    if amount.measure is not Measure.COUNT or amount.unit is not None or amount.plus:
        return False
    word = context.adjacent(amount.start)
    if word is None:
        return False
    if word.lower_ == "per":
        return True
    if not (word.tag_ in ("POS", "PRP$") or word.lower_ in load_kind("quantity", "definite")):
        return False
    if _is_worked_on(word, amount, context):
        return False
    worded = context.text[amount.start].isalpha()
    return worded or word.tag_ == "POS" or (amount.value is not None and amount.value < 10)


def _is_worked_on(determiner: Token, amount: Amount, context: Context) -> bool:
    """Whether something is to be done to each of the set: "train our nine assistants"."""
    verb = context.before(determiner.idx)
    if verb is None or determiner.tag_ == "POS" or not context.counted(amount.end).plural:
        return False
    alone = verb.lower_ not in load_kind("quantity", "gather")
    return alone and context.is_opening(verb) and can_be_verb(verb)


def _make(item: Joined, base: Amount | None, context: Context) -> Quantity:
    amount = item.amount
    return Quantity(
        start=amount.start,
        end=amount.end,
        measure=_measure(amount),
        value=_signed(amount),
        unit=amount.unit or _counted_unit(amount, context),
        comparison=read_comparison(amount, context.text, between=item.between),
        upper=amount.upper,
        baseline=base.value if base else None,
        baseline_start=base.start if base else None,
        baseline_end=base.end if base else None,
    )


_LIMIT = re.compile(
    r"\b(?:above|below|over|under|exceeds?|exceeding|than|beyond|within)\s(?:(?:the|our|its)\s)?"
    r"(?:current|present|existing)\s$",
    re.IGNORECASE,
)
"""The level of today is the limit as well: "does not go above the current 11 %"."""


def _make_targetless(amount: Amount) -> Quantity:
    """A baseline whose target nobody names: a number is meant and not given."""
    return Quantity(
        start=amount.start,
        end=amount.end,
        measure=Measure.PLACEHOLDER,
        value=None,
        unit=amount.unit,
        baseline=amount.value,
        baseline_start=amount.start,
        baseline_end=amount.end,
    )


def _measure(amount: Amount) -> Measure:
    if amount.value == 0 and amount.measure is Measure.COUNT:
        return Measure.NONE
    return amount.measure


def _signed(amount: Amount) -> float | None:
    if amount.value is not None and amount.sign == "-":
        return -amount.value
    return amount.value


def _counted_unit(amount: Amount, context: Context) -> str | None:
    if amount.measure not in (Measure.COUNT, Measure.NONE):
        return None
    head = context.counted(amount.end).head
    return head.text if head is not None else None


def _make_rates(whens: Sequence[When]) -> Iterator[Quantity]:
    """Yield a rate for a cadence that paces the promise.

    "A newsletter every Friday" can be checked: so many in so many weeks.
    """
    for when in whens:
        if when.kind is WhenKind.CADENCE:
            yield Quantity(when.start, when.end, Measure.RATE, 1.0, when.text)
