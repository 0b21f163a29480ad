"""By when is this due? Looked for outwards, from the statement to the configuration.

Real key results seldom repeat a date; the quarter stands in the title. So the statement comes
first, its words and the fields beside it, then its objective, its section, the document, the
configuration.
What a statement itself says is `Reading.deadline`'s answer: of several dates the last.
"""

from __future__ import annotations

from collections.abc import Mapping

from okrlint.beside import Time, whens_beside
from okrlint.context import Due
from okrlint.dates import Calendar
from okrlint.model import Cycle, Document, KeyResult, Objective, Span
from okrlint.reading import Reading, When, last_due


def resolve_dues(
    document: Document,
    readings: Mapping[Span, Reading],
    configured: Cycle | None = None,
    calendar: Calendar = Calendar(),
) -> dict[Span, Due]:
    """By when each statement of the document is due; a statement that nothing dates is left out.

    Keyed by the source span of the statement's prose, as `readings` are.
    """
    around = document.cycle or configured
    whole = _of_cycle(around)
    dues: dict[Span, Due] = {}
    for objective in document.objectives:
        section = _of_cycle(objective.cycle) or whole
        own = _of_statement(objective, readings, calendar, objective.cycle or around)
        dues |= _entry(objective, own or section)
        inherited = (own and Due("objective", own.date, own.event)) or section
        for key_result in objective.key_results:
            due = _of_statement(key_result, readings, calendar, objective.cycle or around)
            dues |= _entry(key_result, due or inherited)
    for orphan in document.orphans:
        dues |= _entry(orphan, _of_statement(orphan, readings, calendar, around) or whole)
    return dues


def _entry(statement: KeyResult | Objective, due: Due | None) -> dict[Span, Due]:
    return {statement.prose.span: due} if due else {}


def _of_statement(
    statement: KeyResult | Objective,
    readings: Mapping[Span, Reading],
    calendar: Calendar,
    cycle: Cycle | None,
) -> Due | None:
    reading = readings.get(statement.prose.span)
    if reading is None:
        around = (cycle.start, cycle.end) if cycle and cycle.start and cycle.end else None
        fields = [when for _, when in whens_beside(statement.fields, Time(calendar, around))]
        found = last_due(fields)
        return _of_when("field", found) if found else None
    when = reading.deadline
    if when is None:
        return None
    own = any(when is one for one in reading.whens)
    return _of_when(_name(statement) if own else "field", when)


def _name(statement: KeyResult | Objective) -> str:
    return "key result" if isinstance(statement, KeyResult) else "objective"


def _of_when(source: str, when: When) -> Due:
    return Due(
        source, when.latest, None if when.latest else (when.event or when.text), when.earliest
    )


def _of_cycle(cycle: Cycle | None) -> Due | None:
    if cycle is None:
        return None
    return Due(cycle.found.value, cycle.end, None if cycle.end else (cycle.event or cycle.words))
