"""By when is this due: the nearest that says so wins, from the statement outwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from okrlint import Calendar, Cycle, CycleSource, Document, Due, Prose, parse
from okrlint.model import KeyResult, Objective
from okrlint.reading import Beside, Promise, Reading, When, WhenKind
from okrlint.scope import resolve_dues

JUNE = When(0, 4, WhenKind.DEADLINE, "June", dt.date(2026, 6, 1), dt.date(2026, 6, 30))
JULY = When(5, 9, WhenKind.DEADLINE, "July", dt.date(2026, 7, 1), dt.date(2026, 7, 31))
LAUNCH = When(0, 13, WhenKind.DEADLINE, "before launch", event="launch")
SOON = When(0, 4, WhenKind.DEADLINE, "soon")
WEEKLY = When(0, 6, WhenKind.CADENCE, "weekly")
YEAR = Cycle(dt.date(2026, 1, 1), dt.date(2026, 12, 31), "2026", CycleSource.TITLE)
QUARTER = Cycle(dt.date(2026, 7, 1), dt.date(2026, 9, 30), "Q3 2026", CycleSource.HEADING)
FAIR = Cycle(None, None, "until the fair", CycleSource.INTRO, event="the fair")
FIRM = Cycle(None, dt.date(2027, 1, 31), "January", CycleSource.CONFIGURATION)
ALL_OF_2026 = Due("title", dt.date(2026, 12, 31))


def prose(at: int) -> Prose:
    return Prose("words", tuple(range(at, at + 5)), tuple(range(at + 1, at + 6)))


def due_of(
    *,
    document: Cycle | None = None,
    configured: Cycle | None = None,
    section: Cycle | None = None,
    objective: tuple[When, ...] = (),
    key_result: tuple[When, ...] = (),
    beside: tuple[When, ...] = (),
) -> tuple[Due | None, Due | None]:
    """By when an objective and its key result are due, given what says so."""
    child = KeyResult(prose(10))
    parent = Objective(prose(0), key_results=(child,), cycle=section)
    page = Document("okrs.md", " " * 20, objectives=(parent,), cycle=document)
    around = (Beside("due", "words", 15, 20, whens=beside),) if beside else ()
    readings = {
        parent.prose.span: Reading("words", Promise.OUTCOME, 1.0, whens=objective),
        child.prose.span: Reading("words", Promise.OUTCOME, 1.0, whens=key_result, beside=around),
    }
    dues = resolve_dues(page, readings, configured)
    return dues.get(parent.prose.span), dues.get(child.prose.span)


def test_nothing_says_so() -> None:
    assert due_of() == (None, None)


def test_the_document_then_the_configuration() -> None:
    assert due_of(document=YEAR, configured=FIRM) == (ALL_OF_2026, ALL_OF_2026)
    firm = Due("configuration", dt.date(2027, 1, 31))
    assert due_of(configured=FIRM) == (firm, firm)


def test_the_section_comes_before_the_document() -> None:
    quarter = Due("heading", dt.date(2026, 9, 30))
    assert due_of(document=YEAR, section=QUARTER) == (quarter, quarter)


def test_an_objective_dates_its_key_results() -> None:
    june = Due("objective", dt.date(2026, 6, 30), None, dt.date(2026, 6, 1))
    inherited = Due("objective", dt.date(2026, 6, 30))
    assert due_of(document=YEAR, section=QUARTER, objective=(JUNE,)) == (june, inherited)
    assert due_of(objective=(LAUNCH,)) == (Due("objective", None, "launch"),) * 2


def test_a_key_result_comes_first() -> None:
    found = due_of(document=YEAR, objective=(JUNE,), key_result=(WEEKLY, JULY))
    assert found[1] == Due("key result", dt.date(2026, 7, 31), None, dt.date(2026, 7, 1))


def test_then_the_fields_beside_it() -> None:
    found = due_of(document=YEAR, objective=(JUNE,), key_result=(WEEKLY,), beside=(JULY, JUNE))
    july = Due("field", dt.date(2026, 7, 31), None, dt.date(2026, 7, 1))
    assert found[1] == july


def test_of_several_dates_the_last_counts_wherever_it_stands() -> None:
    july = Due("field", dt.date(2026, 7, 31), None, dt.date(2026, 7, 1))
    assert due_of(key_result=(JUNE,), beside=(JULY,))[1] == july
    own = Due("key result", dt.date(2026, 7, 31), None, dt.date(2026, 7, 1))
    assert due_of(key_result=(JUNE, JULY))[1] == own
    assert due_of(key_result=(JULY, LAUNCH), beside=(JUNE,))[1] == own


def test_what_has_no_date_is_told_in_words() -> None:
    assert due_of(key_result=(LAUNCH,))[1] == Due("key result", None, "launch")
    assert due_of(key_result=(SOON,))[1] == Due("key result", None, "soon")
    assert due_of(document=FAIR)[1] == Due("intro", None, "the fair")
    words = Cycle(None, None, "this year", CycleSource.INTRO)
    assert due_of(document=words)[1] == Due("intro", None, "this year")


def test_a_cadence_paces_it_where_nothing_else_is_said_of_it() -> None:
    assert due_of(document=YEAR, key_result=(WEEKLY,))[1] == Due("key result", None, "weekly")


PAGE = """\
# OKRs

## Objective 1: Be found

- KR 1: Visits rise from 5 to 9 (due: 1 July{year})
- KR 2: Visitors stay
"""


def of_page(text: str, configured: Cycle | None, calendar: Calendar) -> list[Due | None]:
    """Of a page whose words nobody read, as where they are in no language that is read."""
    document = parse(text)
    dues = resolve_dues(document, {}, configured, calendar)
    return [dues.get(one.prose.span) for _, one in document.key_results()]


@pytest.mark.parametrize("day_first", [True, False])
def test_fields_count_without_a_reading(day_first: bool) -> None:
    text = PAGE.replace("1 July{year}", "3/7/2026")
    first, second = of_page(text, None, Calendar(day_first=day_first))
    assert first is not None
    assert first.source == "field"
    assert first.date == (dt.date(2026, 7, 3) if day_first else dt.date(2026, 3, 7))
    assert second is None


def test_and_take_their_year_from_what_is_around() -> None:
    first, second = of_page(PAGE.format(year=""), YEAR, Calendar())
    assert first is not None
    assert first.date == dt.date(2026, 7, 1)
    assert second == ALL_OF_2026
    for open_cycle in (None, FAIR, Cycle(dt.date(2026, 1, 1), None, "", CycleSource.INTRO)):
        first, _ = of_page(PAGE.format(year=""), open_cycle, Calendar())
        assert first is not None
        assert first.source == "field"
        assert first.date is None
        assert first.event == "1 July"


def test_an_objective_in_a_section_takes_its_year_from_that() -> None:
    text = PAGE.format(year="").replace("Be found", "Be found (due: 1 July)")
    document = parse(text)
    section = Cycle(dt.date(2025, 1, 1), dt.date(2025, 12, 31), "2025", CycleSource.HEADING)
    objective = replace(document.objectives[0], cycle=section)
    dues = resolve_dues(replace(document, objectives=(objective,)), {}, YEAR)
    found = [dues[one.prose.span] for one in (objective, *objective.key_results)]
    assert [due.date for due in found] == [dt.date(2025, 7, 1)] * 3


def test_key_results_without_an_objective() -> None:
    orphan, other = KeyResult(prose(0)), KeyResult(prose(10))
    page = Document("okrs.md", " " * 20, orphans=(orphan, other), cycle=YEAR)
    readings = {orphan.prose.span: Reading("words", Promise.OUTCOME, 1.0, whens=(JUNE,))}
    assert resolve_dues(page, readings) == {
        orphan.prose.span: Due("key result", dt.date(2026, 6, 30), None, dt.date(2026, 6, 1)),
        other.prose.span: ALL_OF_2026,
    }
