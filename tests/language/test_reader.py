"""Reading statements in one batch."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from okrlint.dates import Calendar
from okrlint.language import load_reader, read
from okrlint.reading import Promise, WhenKind

TEXTS = ["Launch the barge", "Raise ticket sales from 20 to 30 by June", "Visit 4 docks", ""]


def test_readings_come_in_the_order_of_the_texts():
    readings = load_reader().read(TEXTS)
    assert [r.text for r in readings] == TEXTS
    assert [r.promise for r in readings[:3]] == [Promise.TASK, Promise.OUTCOME, Promise.OUTPUT]


def test_a_reading_holds_all_that_was_found():
    reading = read("Raise ticket sales from 20 to 30 by June")
    assert reading.measurable
    assert reading.baseline
    assert reading.deadline is not None
    assert 0.34 < reading.confidence <= 1


def test_what_is_decided_together_is_in_a_reading():
    text = "Significantly improve the website and launch the barge by June"
    reading = read(text)
    said = {decision.question: decision.answer for decision in reading.decisions}
    assert (said["date"], said["compound"], said["vague"], said["metric"]) == (*[True] * 3, False)
    assert [text[part.start : part.end] for part in reading.vague] == ["Significantly"]
    assert len(reading.compound) == 2
    assert (reading.promise, reading.predicate.lemma) == (Promise.TASK, "improve")  # type: ignore[union-attr]
    assert reading.evidence
    plain = read("Tickets sold by guides")
    assert not {d.question for d in plain.decisions if d.answer} & {"vague", "compound"}
    assert (plain.vague, plain.compound, plain.quantities) == ((), (), ())


def test_what_only_the_learned_reader_sees_counts_for_the_whole():
    reading = read("Sales grow and costs fall")
    assert [(part.start, part.end) for part in (*reading.vague, *reading.compound)] == [(0, 25)] * 2
    assert [when.kind for when in read("Orders fall below 5 each week").whens] == [WhenKind.WINDOW]


def test_the_cycle_settles_the_year():
    cycle = (dt.date(2031, 4, 1), dt.date(2031, 6, 30))
    (reading,) = load_reader().read(["Launch the barge by 15 May"], Calendar(), [cycle])
    assert reading.deadline is not None
    assert reading.deadline.latest == dt.date(2031, 5, 15)


def test_one_cycle_for_each_text():
    with pytest.raises(ValueError, match="2 statements, but 1 cycles"):
        load_reader().read(["a", "b"], Calendar(), [None])


def test_the_same_in_any_company():
    reader = load_reader()
    together = reader.read(TEXTS * 20)
    assert together[: len(TEXTS)] == [reader.read([text])[0] for text in TEXTS]
    assert together == reader.read(TEXTS * 20)


LONG = "Raise ticket sales from 20 to 30 by June, " + "and paint a boat, " * 5000


PAGES = {
    "words": LONG,
    "brackets": "(" * 23000,
    "commas": "a, " * 20000,
    "one long word": "Paint the boats " + "o" * 9000,
    "a long word alone": "o" * 9000,
    "spaces": " " * 9000,
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_a_page_in_one_statement_is_read_from_its_beginning(text: str):
    reading = read(text)
    assert reading.text == text
    assert all(0 <= e.start <= e.end <= len(text) for e in reading.evidence)


def test_the_beginning_of_a_long_statement_ends_with_a_word():
    reading = read(LONG)
    assert (reading.quantities[0].value, reading.quantities[0].baseline) == (30, 20)
    assert reading.deadline is not None
    assert all(LONG[part.end : part.end + 1] in (" ", ",") for part in reading.compound)


def test_reader_is_loaded_once():
    assert load_reader() is load_reader()


def test_importing_the_package_does_not_import_spacy():
    code = "import sys, okrlint, okrlint.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
