"""What a rule may ask beside the thing it checks: readings, deadlines, an earlier revision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from okrlint.kind import Kind, kind_of
from okrlint.model import Cycle, Document, KeyResult, Objective, Prose, Span
from okrlint.reading import Beside, Quantity, Reading, When, WhenKind


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is due, and what said so.

    >>> Due("document", dt.date(2026, 9, 30)).source
    'document'
    """

    source: str
    """"key result", "field", "objective", "section", "document", "configuration", ..."""
    date: dt.date | None = None
    event: str | None = None
    """The event or cadence, when no date is known."""
    earliest: dt.date | None = None
    """The first day of what the words name: 1 June for "June"; None when not known."""


@dataclass(frozen=True, slots=True)
class SuppressionUse:
    """A comment that switches rules off, and what came of it.

    >>> SuppressionUse(Span(0, 40), "no-metric", known=True, judged=True, used=False).rule
    'no-metric'
    """

    span: Span
    """The comment."""
    rule: str | None
    """The rule as written; None for all."""
    known: bool
    """Whether there is such a rule."""
    judged: bool
    """Whether the rule ran, so that it could have found something."""
    used: bool
    """Whether it hid a finding."""


@dataclass(frozen=True, slots=True)
class Before:
    """The same document at an earlier revision.

    >>> len(Before(parse(PAGE), {}).document.objectives)
    1
    """

    document: Document
    readings: Mapping[Span, Reading]

    def reading(self, statement: KeyResult | Objective) -> Reading:
        """What a statement of the earlier document said."""
        return self.readings[statement.prose.span]


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may ask beside the thing it checks; the engine makes it.

    >>> context = Linter().look_into(parse(PAGE))
    >>> context.due(context.document.objectives[0]).date
    datetime.date(2026, 9, 30)
    """

    document: Document
    readings: Mapping[Span, Reading] = field(default_factory=dict)
    dues: Mapping[Span, Due] = field(default_factory=dict)
    cycle: Cycle | None = None
    """The document's cycle, else the configured one."""
    today: dt.date | None = None
    """The day to judge from; None when nobody said, and then no rule may guess."""
    suppressions: tuple[SuppressionUse, ...] = ()
    """For rules with `after_others`: the suppressions of the document."""
    before: Before | None = None
    """The document at the revision that `--diff` names; None without one."""

    foreign: Mapping[Span, str] = field(default_factory=dict)
    """The statements that are not in English, by the span of their prose, with their language.
    Rules about one statement are never shown them; of a document that holds no others, only rules
    with `any_language` are asked. Both hold for rules that need English (`Rule.needs_english`), and
    for all in a language that okrlint has no words for."""
    closed: AbstractSet[Span] = frozenset()
    """The statements that are done, missed, dropped or graded, by the span of their prose."""
    pipeline: str | None = None
    """The spaCy pipeline that reads statements; None for the one that comes with okrlint."""
    strangeness: Mapping[Span, float] = field(default_factory=dict)
    """How foreign the objectives are to the mission, by the span of their prose: below 1 for those
    that serve it; none where it cannot be judged. Only for rules with `needs_mission`."""

    def reading(self, statement: KeyResult | Objective) -> Reading:
        """What the statement says where it stands, with the fields beside it."""
        return self.readings[statement.prose.span]

    def deadlines(self, statement: KeyResult | Objective) -> Iterator[tuple[When, Span]]:
        """The dates by which the statement is due, with their place: its own, and beside it."""
        reading = self.reading(statement)
        for when in reading.whens:
            if when.kind is WhenKind.DEADLINE:
                yield when, statement.prose.source_span(when.start, when.end)
        for beside, value in _values(statement, reading):
            for when in beside.whens:
                yield when, value.source_span(when.start, when.end)

    def amounts(self, statement: KeyResult | Objective) -> Iterator[tuple[Quantity, Span]]:
        """The amounts that the statement promises, with their place: its own, and beside it."""
        reading = self.reading(statement)
        for quantity in reading.quantities:
            yield quantity, statement.prose.source_span(quantity.start, quantity.end)
        for beside, value in _values(statement, reading):
            for quantity in beside.quantities:
                yield quantity, value.source_span(quantity.start, quantity.end)

    def kind(self, statement: KeyResult | Objective) -> Kind | None:
        """What the author marked a statement as; a key result may have it from its objective."""
        parents = (o for o, k in self.document.key_results() if k is statement)
        return kind_of(statement, next(parents, None))

    def is_closed(self, statement: KeyResult | Objective) -> bool:
        """Whether nothing is left to do: it is ticked, done, missed, dropped or graded."""
        return statement.prose.span in self.closed

    def due(self, statement: KeyResult | Objective) -> Due | None:
        """By when the statement is due, looked for outwards; None when nothing says."""
        return self.dues.get(statement.prose.span)

    def cycle_of(self, objective: Objective | None) -> Cycle | None:
        """The cycle that holds for an objective: its section's, else the document's."""
        return (objective.cycle if objective else None) or self.cycle

    def period_of(self, objective: Objective | None) -> Hashable:
        """What objectives of the same cycle have in common, however the cycle is worded."""
        cycle = self.cycle_of(objective)
        return cycle.period if cycle else None


def _values(statement: KeyResult | Objective, reading: Reading) -> Iterator[tuple[Beside, Prose]]:
    """What each field adds to a statement, with the text of its value."""
    values = {field.prose.span: field.prose for field in statement.fields}
    for beside in reading.beside:
        yield beside, values[Span(beside.start, beside.end)]
