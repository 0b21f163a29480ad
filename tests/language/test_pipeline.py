"""Loading pipelines: the default one, others, and those that lack something."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy

from okrlint.errors import PipelineError
from okrlint.language.pipeline import COMPONENTS, DEFAULT_PIPELINE, STAND_INS, load_pipeline
from okrlint.reading import Promise

PACKAGE = STAND_INS[DEFAULT_PIPELINE][0]


def test_default_pipeline_has_the_components_in_order():
    names = load_pipeline().pipe_names
    assert [n for n in names if n.startswith("okr_")] == [component for component, _ in COMPONENTS]
    assert "ner" not in names


def test_a_pipeline_may_be_named_or_be_a_folder(tmp_path: Path):
    spacy.load(PACKAGE, exclude=["ner"]).to_disk(tmp_path / "own")
    for name in (PACKAGE, str(tmp_path / "own")):
        doc = load_pipeline(name)("Repair 12 buoys")
        assert doc._.okr_promise is Promise.OUTPUT


def test_missing_pipeline_says_what_to_do():
    with pytest.raises(PipelineError, match="'en_core_web_none': is not installed; install"):
        load_pipeline("en_core_web_none")


def test_other_languages_are_refused(tmp_path: Path):
    spacy.blank("de").to_disk(tmp_path / "deutsch")
    with pytest.raises(PipelineError, match="reads 'de'; okrlint needs an English pipeline"):
        load_pipeline(str(tmp_path / "deutsch"))


@pytest.mark.parametrize(
    ("without", "named"),
    [
        (("parser",), "dependencies"),
        (("lemmatizer",), "lemmas"),
        (("tagger", "attribute_ruler", "lemmatizer"), "part-of-speech tags"),
    ],
)
def test_a_pipeline_that_lacks_something_is_named(
    tmp_path: Path, without: tuple[str, ...], named: str
):
    spacy.load(PACKAGE, exclude=[*without, "ner"]).to_disk(tmp_path / "part")
    with pytest.raises(PipelineError, match=named) as caught:
        load_pipeline(str(tmp_path / "part"))
    assert without[0] in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_components_stand_alone_in_a_stock_pipeline():
    nlp = spacy.load(PACKAGE)
    for name in ("okr_dates", "okr_quantities", "okr_promise"):
        nlp.add_pipe(name)
    doc = nlp("Repair 12 buoys by June")
    assert doc._.okr_promise is Promise.OUTPUT
    assert [q.value for q in doc._.okr_quantities] == [12]
    assert doc._.okr_evidence


def test_promise_alone_needs_no_other_component():
    nlp = spacy.load(PACKAGE)
    nlp.add_pipe("okr_promise")
    assert nlp("Repair the buoy")._.okr_promise is Promise.TASK
