"""What a statement says: what it promises, measures, and by when. Plain frozen data.

All offsets here are 0-based character offsets into the statement's own text (`Prose.text`),
half-open; `Prose.source_span` turns them into source offsets.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from okrlint.predicate import Predicate


class Promise(str, Enum):
    """What success of the statement would be.

    >>> [read(s).promise.value for s in ("NPS rises to 45", "Publish 20 posts", "Launch the app")]
    ['outcome', 'output', 'task']
    """

    OUTCOME = "outcome"
    """A changed or reached state that others feel or show."""
    OUTPUT = "output"
    """One's own work, counted or paced."""
    TASK = "task"
    """An activity, step, deliverable or milestone with no number that says how much."""


class Comparison(str, Enum):
    """How the measure must stand to the target.

    >>> read("At least 30 partners sell tickets").quantities[0].comparison
    <Comparison.AT_LEAST: 'at least'>
    """

    EXACTLY = "exactly"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    BETWEEN = "between"
    CHANGE = "change"
    """The number is the change, not the level: "by 20 %", "+15"."""


class Measure(str, Enum):
    """What kind of number a quantity is.

    >>> read("Cut waiting time by 20 %").quantities[0].measure
    <Measure.PERCENT: 'percent'>
    """

    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    DURATION = "duration"
    MULTIPLE = "multiple"
    """Double, halve, 3x."""
    RATIO = "ratio"
    """8 out of 10, 1:4, 4/5."""
    ORDINAL = "ordinal"
    """A second customer, the first ten."""
    ALL = "all"
    """All, every, each, 100 % of a countable set."""
    NONE = "none"
    """Zero, no, none of a countable set."""
    RATE = "rate"
    """How often, by a cadence alone: weekly, every sprint."""
    PLACEHOLDER = "placeholder"
    """X %, TBD, [N]: a number is meant and not given."""
    REDACTED = "redacted"
    """A number hidden on purpose."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One measured amount of a statement.

    >>> (quantity,) = read("Passengers rise from 900 to 1,200").quantities
    >>> quantity.baseline, quantity.value
    (900.0, 1200.0)
    """

    start: int
    end: int
    measure: Measure
    value: float | None
    """The target, or the change, as a plain number: 1.2k is 1200, 20 % is 20, three is 3."""
    unit: str | None = None
    """What is counted, as written ("customers", "%", "USD", "ms"); None when not said."""
    comparison: Comparison = Comparison.EXACTLY
    upper: float | None = None
    """The upper end of a range; None otherwise."""
    baseline: float | None = None
    """Where the measure stands now, when said."""
    baseline_start: int | None = None
    baseline_end: int | None = None

    @property
    def given(self) -> bool:
        """Whether the number can be checked: neither placeholder nor redacted."""
        return self.measure not in (Measure.PLACEHOLDER, Measure.REDACTED)


class WhenKind(str, Enum):
    """What a date or interval of time governs.

    >>> read("Answer within 4 hours").whens[0].kind
    <WhenKind.WINDOW: 'window'>
    """

    DEADLINE = "deadline"
    """The promise: "by June", "before launch", "this quarter"."""
    CADENCE = "cadence"
    """A repeated interval that paces the promise: "weekly", "every sprint"."""
    WINDOW = "window"
    """How fast or how long, as part of the measure: "within 24 hours of a ticket"."""
    ATTRIBUTE = "attribute"
    """A name or a property of a thing: "Q2 renewals", "the 2024 report"."""


@dataclass(frozen=True, slots=True)
class When:
    """Date words of a statement, and what they govern.

    >>> (when,) = read("NPS rises to 45 by 30 June 2026").whens
    >>> when.text, when.latest
    ('30 June 2026', datetime.date(2026, 6, 30))
    """

    start: int
    end: int
    kind: WhenKind
    text: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    """The last day of what the words name: 30 June for "by June"; None when not known."""
    event: str | None = None
    """The named event, when no date: "launch"."""
    impossible: bool = False
    """No calendar has this date: "31 June"."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that decided a judgement, and what they say.

    >>> read("Launch the app").evidence[0].says
    'own work, without a number'
    """

    start: int
    end: int
    says: str
    """A short phrase for people: "imperative of own work", "count of a behaviour"."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a field beside a statement adds to it: a column, a sub-bullet, a tail.

    >>> page = parse(PAGE.replace("owner: Mia", "due: 1 July 2026"))
    >>> reading = Linter().look_into(page).reading(page.objectives[0].key_results[0])
    >>> [(one.field, one.text) for one in reading.beside]
    [('due', '1 July 2026')]
    """

    field: str
    """Its canonical name: "target", "due"."""
    text: str
    """Its value. Offsets of `quantities` and `whens` are into this text."""
    start: int
    end: int
    """Where the value stands in the source: 0-based character offsets."""
    quantities: tuple[Quantity, ...] = ()
    """The amounts that it promises; none for fields that promise nothing."""
    whens: tuple[When, ...] = ()
    """The dates by which the promise is due."""
    baseline: bool = False
    """Whether it says where the measure stands now."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What rules and the learned reader together answer to one question about a statement.

    >>> {d.question: d.answer for d in read("Launch the app").decisions}["metric"]
    False
    """

    question: str
    """metric, baseline, date, cadence, compound or vague."""
    answer: bool
    share: float
    """How likely yes is, 0 to 1; from where on it is the answer differs by question."""
    reasons: tuple[str, ...] = ()
    """What spoke most for the answer, for people; strongest first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one statement says.

    >>> reading = read("NPS rises from 32 to 45 by June")
    >>> reading.promise.value, len(reading.quantities), reading.whens[0].text
    ('outcome', 1, 'June')
    """

    text: str
    promise: Promise
    confidence: float
    """How sure the promise is, 0 to 1; 0 where it was not judged."""
    evidence: tuple[Evidence, ...] = ()
    """The words that decided the promise."""
    quantities: tuple[Quantity, ...] = ()
    whens: tuple[When, ...] = ()
    compound: tuple[Evidence, ...] = ()
    """The parts that could succeed separately: two or more, the whole statement once when it is
    compound and the parts cannot be told apart, or none."""
    vague: tuple[Evidence, ...] = ()
    """The undefined degrees and qualities on which the claim rests."""
    predicate: Predicate | None = None
    """Verb, subject and object; None when the pipeline does not find them."""
    decisions: tuple[Decision, ...] = ()
    """What was decided by rules and learned reader together; without it the rules alone count."""
    beside: tuple[Beside, ...] = ()
    """What the fields beside it add, for a statement that is read where it stands."""

    @property
    def judged(self) -> bool:
        """Whether its words were judged; in another language only numbers and dates are read."""
        return self.confidence > 0

    @property
    def promised(self) -> tuple[Quantity, ...]:
        """The amounts of the statement, then those of the fields beside it."""
        return (*self.quantities, *(q for beside in self.beside for q in beside.quantities))

    @property
    def measurable(self) -> bool:
        """Whether a quantified target is given that could be checked, here or beside."""
        own = self._decided("metric", any(q.given for q in self.quantities))
        return own or any(q.given for beside in self.beside for q in beside.quantities)

    @property
    def baseline(self) -> bool:
        """Whether it says where a measure stands now, here or beside."""
        found = any(q.baseline_start is not None for q in self.quantities)
        return self._decided("baseline", found) or any(beside.baseline for beside in self.beside)

    def certainty(self, question: str) -> float:
        """How sure the answer to a question is, 0 to 1; 1 where nothing was decided.

        The questions are those of `Decision`.
        """
        shares = (
            d.share if d.answer else 1 - d.share for d in self.decisions if d.question == question
        )
        return next(shares, 1.0)

    def _decided(self, question: str, found: bool) -> bool:
        """The answer to a question, or what the rules found where nothing was decided."""
        return next((d.answer for d in self.decisions if d.question == question), found)

    @property
    def deadline(self) -> When | None:
        """The date or event by which the promise is due, here or beside, else its cadence.

        Of several dates the last counts: "20 schools by April, 40 by June" is due in June.
        """
        return last_due((*self.whens, *(when for beside in self.beside for when in beside.whens)))


def last_due(whens: Sequence[When]) -> When | None:
    """The last date of some, else their first event, else their first cadence; None for none."""
    deadlines = [when for when in whens if when.kind is WhenKind.DEADLINE]
    dated = [(when.latest, when) for when in deadlines if when.latest is not None]
    if dated:
        return max(dated, key=lambda pair: pair[0])[1]
    cadences = [when for when in whens if when.kind is WhenKind.CADENCE]
    return next(iter((*deadlines, *cadences)), None)
