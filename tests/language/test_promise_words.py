"""What okrlint's lexicon says of single words, in the list and by their shape."""

from __future__ import annotations

import pytest

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.promise.sign import Sign
from okrlint.language.promise.weigh import load_weights, weigh
from okrlint.language.words import load_entries
from okrlint.reading import Promise


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("build", "build", "base"),
        ("builds", "build", "s"),
        ("building", "build", "ing"),
        ("built", "build", "ed"),
        ("shipped", "ship", "ed"),
        ("shipping", "ship", "ing"),
        ("migrated", "migrate", "ed"),
        ("applies", "apply", "s"),
        ("certified", "certify", "ed"),
    ],
)
def test_verb_forms(word: str, lemma: str, form: str):
    verb = load_lexicon().verb(word)
    assert verb is not None
    assert (verb.lemma, verb.form) == (lemma, form)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("dashboards", "artefact"),
        ("sign-ups", "effect"),
        ("policies", "artefact"),
        ("companies", "people"),
        ("uptime", "measure"),
        ("workshop", "activity"),
        ("open-rate", "measure"),
        ("sturdiness", "quality"),
        ("machinist", "people"),
        ("zzz", None),
    ],
)
def test_noun_classes(word: str, kind: str | None):
    assert load_lexicon().noun(word) == kind


@pytest.mark.parametrize("name", ["verbs", "nouns", "phrasal", "endings", "irregular", "states"])
def test_lists_hold_each_word_once(name: str):
    words = [entry.text for entry in load_entries(name)]
    assert len(words) == len(set(words))
    assert all(entry.fields for entry in load_entries(name))


def test_weights_decide_and_name_what_decided():
    weights = {
        "always": (0.0, 0.0, 0.0),
        "left": (2.0, 0.0, 0.0),
        "right": (0.0, 0.0, 1.0),
    }
    verdict = weigh([Sign("left", 0, 4), Sign("right", 5, 9), Sign("unknown", 0, 1)], weights)
    assert verdict.promise is Promise.OUTCOME
    assert [sign.name for sign in verdict.deciding] == ["left"]
    assert 0.6 < verdict.confidence < 0.7


def test_weights_table_is_whole():
    weights = load_weights()
    assert "always" in weights
    assert len(weights) > 1000
