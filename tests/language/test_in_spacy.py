"""okrlint's components in somebody else's pipeline: attributes, spans, storing, processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from okrlint import Measure, Promise, WhenKind
from okrlint.language.pipeline import DEFAULT_PIPELINE, STAND_INS

PAGE = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")
NAMES = ("okr_dates", "okr_quantities", "okr_promise")
TEXT = "Raise ticket sales from 20 % to 30 % by June, counted every week"


@pytest.fixture(scope="module")
def nlp() -> Language:
    stock = spacy.load(STAND_INS[DEFAULT_PIPELINE][0])
    for name in NAMES:
        stock.add_pipe(name)
    return stock


def spans(doc: Doc, key: str) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[key]]


def test_spans_show_what_was_found(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert spans(doc, "okr_quantities")[:2] == [("20 %", "BASELINE"), ("30 %", "PERCENT")]
    assert ("June", "DEADLINE") in spans(doc, "okr_dates")
    assert {label for _, label in spans(doc, "okr_promise")} == {"OUTCOME"}
    for key in NAMES:
        assert displacy.render(doc, style="span", options={"spans_key": key}, jupyter=False)


def test_a_blank_pipeline_will_do() -> None:
    blank = spacy.blank("en")
    for name in NAMES:
        blank.add_pipe(name)
    doc = blank("Publish 5 sailing guides by June")
    assert [spans(doc, key)[0] for key in NAMES[:2]] == [("June", "DEADLINE"), ("5", "COUNT")]
    assert doc._.okr_promise == Promise.OUTPUT


def test_a_number_inside_a_token_takes_the_token(nlp: Language) -> None:
    assert all(text for text, _ in spans(nlp("Throughput of 40ms and 3x more"), "okr_quantities"))


@pytest.mark.parametrize(
    "text",
    ["Win 6 bakeries at mo\u017ft", "At lea\u017ft 6 mills by Apr\u0131l", "5 OR LE\u017fS"],
)
def test_letters_that_pass_for_others_are_read_in_any_pipeline(nlp: Language, text: str) -> None:
    assert nlp(text)._.okr_quantities


def test_a_text_of_nothing(nlp: Language) -> None:
    doc = nlp("")
    assert all(not doc.spans[key] for key in NAMES)


def test_the_group_may_have_another_name_or_none() -> None:
    other = spacy.load(STAND_INS[DEFAULT_PIPELINE][0])
    other.add_pipe("okr_quantities", config={"spans_key": "amounts"})
    other.add_pipe("okr_promise", config={"spans_key": None})
    doc = other("Sell 30 boats")
    assert spans(doc, "amounts") == [("30", "COUNT")]
    assert list(doc.spans) == ["amounts"]
    assert doc._.okr_promise == "outcome"


def test_docs_can_be_stored(nlp: Language, tmp_path: Path) -> None:
    doc = nlp(TEXT)
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "docs")
    (back,) = DocBin().from_disk(tmp_path / "docs").get_docs(nlp.vocab)
    for name in ("okr_quantities", "okr_whens", "okr_evidence"):
        assert list(back._.get(name)) == list(doc._.get(name))
    assert back._.okr_predicate == doc._.okr_predicate
    assert back._.okr_promise == Promise.OUTCOME
    assert spans(back, "okr_dates") == spans(doc, "okr_dates")


def test_several_processes_read(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT, "Publish 5 guides"], n_process=2, batch_size=1))
    assert [doc._.okr_promise for doc in docs] == ["outcome", "output"]
    assert docs[1]._.okr_quantities[0].measure is Measure.COUNT


def test_a_pipeline_with_the_components_is_written_and_loaded(
    nlp: Language, tmp_path: Path
) -> None:
    nlp.to_disk(tmp_path / "own")
    doc = spacy.load(tmp_path / "own")(TEXT)
    assert spans(doc, "okr_dates") == spans(nlp(TEXT), "okr_dates")


def test_the_page_names_every_label() -> None:
    for kind in (Measure, WhenKind, Promise):
        assert all(f"`{one.name}`" in PAGE for one in kind)


@pytest.mark.parametrize(
    ("text", "shown", "promise", "confidence"),
    [
        ("Double our publishing frequency", [("frequency", "OUTPUT")], Promise.OUTPUT, 0.9),
        (
            "Give a harbour talk that wins 40 members",
            [("that wins", "OUTCOME")],
            Promise.OUTCOME,
            0.9,
        ),
    ],
)
def test_what_is_settled_is_as_sure_as_it_says(
    nlp: Language, text: str, shown: list[tuple[str, str]], promise: Promise, confidence: float
) -> None:
    doc = nlp(text)
    assert spans(doc, "okr_promise") == shown
    assert (doc._.okr_promise, doc._.okr_confidence) == (promise, confidence)


_ALONE = """
import spacy
from okrlint.language.pipeline import COMPONENTS, add_components
from spacy.tokens import Doc
nlp = spacy.load({package!r})
for name, _ in COMPONENTS:
    nlp.add_pipe(name)
    print(name, sorted(Doc(nlp.vocab)._._extensions), nlp.get_pipe_meta(name).assigns)
doc = nlp.make_doc("Weigh 5 crates weekly")
for name in sorted(doc._._extensions):
    print(name, repr(doc._.get(name)))
doc = nlp(doc)
print(doc._.okr_promise.value, len(doc._.okr_quantities), doc._.okr_whens[0].kind.value)
add_components(nlp)
print(nlp.pipe_names)
"""


def test_each_component_brings_its_attributes_in_a_process_of_its_own() -> None:
    script = _ALONE.format(package=STAND_INS[DEFAULT_PIPELINE][0])
    run = [sys.executable, "-c", script]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert not done.returncode, done.stderr
    reads = "'okr_calendar', 'okr_cycle'"
    assert lines.pop(0) == "okr_reader ['okr_judgement'] ['doc._.okr_judgement']"
    assert lines[0].startswith(f"okr_dates [{reads}, 'okr_judgement', 'okr_whens'] ")
    assert lines[1].endswith("['doc._.okr_quantities', 'doc.spans']")
    promise = ("okr_promise", "okr_confidence", "okr_evidence", "okr_predicate")
    assert lines[2].endswith(str([*(f"doc._.{name}" for name in promise), "doc.spans"]))
    assert [line.split(" ", 1)[0] for line in lines[3:5]] == ["okr_compound", "okr_vague"]
    assert lines[5:16] == [
        "okr_calendar None",
        "okr_compound ()",
        "okr_confidence 0.0",
        "okr_cycle None",
        "okr_evidence ()",
        "okr_judgement None",
        "okr_predicate None",
        "okr_promise None",
        "okr_quantities ()",
        "okr_vague ()",
        "okr_whens ()",
    ]
    assert lines[16] == "output 2 cadence"
    assert lines[17].count("okr_") == 6
