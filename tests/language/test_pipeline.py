"""Loading pipelines: the default one, others, and those that lack something."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy

from okrlint.errors import PipelineError
from okrlint.language.pipeline import (
    COMPONENTS,
    DEFAULT_PIPELINE,
    STAND_INS,
    add_components,
    load_pipeline,
)
from okrlint.reading import Promise

PACKAGE = STAND_INS[DEFAULT_PIPELINE][0]


def test_default_pipeline_has_the_components_in_order():
    names = load_pipeline().pipe_names
    assert [n for n in names if n.startswith("okr_")] == [component for component, _ in COMPONENTS]
    assert "ner" not in names


def test_the_components_are_these_and_show_nothing_here():
    nlp = load_pipeline()
    own = ["reader", "dates", "quantities", "promise", "compound", "vague"]
    assert [name for name in nlp.pipe_names if name.startswith("okr_")] == [
        f"okr_{name}" for name in own
    ]
    doc = nlp("Repair 12 buoys by June")
    assert dict(doc.spans) == {}
    assert (doc._.okr_promise, doc._.okr_whens[0].text) == (Promise.OUTPUT, "June")


def test_what_okrlint_never_asks_is_left_out(tmp_path: Path):
    stock = spacy.load(PACKAGE, exclude=["ner"])
    stock.add_pipe("entity_ruler")
    stock.add_pipe("sentencizer")
    stock.to_disk(tmp_path / "own")
    names = load_pipeline(str(tmp_path / "own")).pipe_names
    assert "entity_ruler" not in names
    assert "sentencizer" in names


def test_all_that_is_missing_is_named_with_what_gives_it(tmp_path: Path):
    without = ["tagger", "attribute_ruler", "lemmatizer", "ner"]
    spacy.load(PACKAGE, exclude=without).to_disk(tmp_path / "part")
    with pytest.raises(PipelineError) as caught:
        load_pipeline(str(tmp_path / "part"))
    assert str(caught.value).endswith(
        "gives no fine-grained part-of-speech tags, parts of speech, lemmas; "
        "use a pipeline with the components 'tagger', 'attribute_ruler', 'lemmatizer'"
    )


def test_a_pipeline_that_breaks_while_it_is_loaded_is_told(tmp_path: Path):
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 5 5\n", encoding="utf-8")
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(PipelineError, match=r"cannot be loaded \(\w+: "):
        load_pipeline(str(tmp_path))


def test_components_that_are_there_are_not_added_again():
    nlp = spacy.load(PACKAGE)
    nlp.add_pipe("okr_dates", config={"spans_key": "times"})
    add_components(nlp)
    assert nlp.pipe_names.count("okr_dates") == 1
    doc = nlp("Repair 12 buoys by June")
    assert [span.text for span in doc.spans["times"]] == ["June"]


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
