"""The spaCy component `okr_dates`: date words of a statement, and what each of them governs.

It sets `doc._.okr_whens`, and `doc.spans` under `spans_key`. Before the pipeline runs,
`doc._.okr_calendar` and `doc._.okr_cycle` may say how dates are written and what the cycle is; both
may stay None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from okrlint.dates import Calendar, DateWords, find_dates
from okrlint.language.attributes import add_attributes, show_spans
from okrlint.language.when.cadence import find_cadences
from okrlint.language.when.count import counts_things
from okrlint.language.when.dates import find_dated
from okrlint.language.when.due import read_due_parts
from okrlint.language.when.durations import find_durations
from okrlint.language.when.events import find_events
from okrlint.language.when.words import words_of
from okrlint.reading import When, WhenKind

Cycle = tuple[dt.date, dt.date]
"""First and last day."""


@Language.factory(  # pyright: ignore[reportUntypedFunctionDecorator]
    "okr_dates",
    assigns=["doc._.okr_whens", "doc.spans"],
    requires=["token.pos", "token.dep"],
    default_config={"spans_key": "okr_dates"},
)
def create_okr_dates(nlp: Language, name: str, spans_key: str | None) -> DateFinder:
    """Make the component; any English pipeline with a tagger and a parser will do.

    Without a `spans_key` it makes no spans.
    """
    del nlp, name
    add_attributes({"okr_calendar": None, "okr_cycle": None, "okr_whens": ()})
    return DateFinder(spans_key)


class DateFinder:
    """Finds the date words of a statement."""

    def __init__(self, spans_key: str | None) -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.okr_whens` from the text and its parse, and a span for each."""
        found = read_whens(doc, doc._.okr_calendar or Calendar(), doc._.okr_cycle)
        doc._.okr_whens = found
        places = ((when.start, when.end, when.kind.name) for when in found)
        show_spans(doc, self.spans_key, places)
        return doc


def read_whens(doc: Doc, calendar: Calendar, cycle: Cycle | None = None) -> tuple[When, ...]:
    """The date words of a parsed statement in order, without overlaps."""
    dates = tuple(d for d in find_dates(doc.text, calendar, cycle) if not counts_things(doc, d))
    cadences = tuple(find_cadences(doc))
    durations = tuple(find_durations(doc, dates))
    dated = tuple(find_dated(doc, _apart(dates, (*cadences, *durations))))
    events = tuple(find_events(doc, dates))
    found = sorted((*cadences, *dated, *events, *durations), key=_rank)
    return read_due_parts(doc.text, _without_overlaps(found))


def _rank(when: When) -> int:
    """Which of two whens that claim the same words says more; the sort keeps the order else."""
    if when.kind is WhenKind.CADENCE:
        return 2 if when.text.lower() in words_of("often") else 0
    return 1 if when.kind is WhenKind.DEADLINE else 3


def _apart(dates: Iterable[DateWords], others: Iterable[When]) -> tuple[DateWords, ...]:
    """The dates that touch none of the intervals, which say more than the date in them."""
    spans = [(when.start, when.end) for when in others]
    return tuple(d for d in dates if all(d.end <= s or d.start >= e for s, e in spans))


def _without_overlaps(found: Iterable[When]) -> tuple[When, ...]:
    """Of words that overlap, the first stay."""
    kept: list[When] = []
    for when in found:
        if when.event and any(_goes_on(other, when) for other in kept):
            continue
        if all(when.end <= other.start or when.start >= other.end for other in kept):
            kept.append(when)
    return tuple(sorted(kept, key=lambda when: when.start))


def _goes_on(cadence: When, event: When) -> bool:
    """Whether the event only says at what time the interval comes: "every morning before work"."""
    follows = 0 <= event.start - cadence.end <= 1
    return cadence.kind is WhenKind.CADENCE and follows and event.text.startswith("before")
