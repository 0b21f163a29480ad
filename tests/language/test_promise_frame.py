"""The bones of statements: form, main verb, and the phrases that belong to it."""

from __future__ import annotations

from functools import cache

import pytest

from okrlint.language.pipeline import load_pipeline
from okrlint.language.promise.component import OkrPromise
from okrlint.language.promise.frame import Frame
from okrlint.predicate import Form


@cache
def _frame(text: str) -> Frame:
    nlp = load_pipeline()
    component = nlp.get_pipe("okr_promise")
    assert isinstance(component, OkrPromise)
    return component.frame(nlp(text))


@pytest.mark.parametrize(
    ("text", "form", "verb"),
    [
        ("Ship v2", Form.ORDER, "Ship"),
        ("Moor 12 barges", Form.ORDER, "Moor"),
        ("Berth 12 barges", Form.ORDER, "Berth"),
        ("To open the lock", Form.ORDER, "open"),
        ("Painting the pier", Form.DOING, "Painting"),
        ("Repaired 14 engines", Form.DONE, "Repaired"),
        ("We have repaired 14 engines", Form.DONE, "repaired"),
        ("We have a repair plan", Form.ORDER, "have"),
        ("The lock is open", Form.CLAUSE, "open"),
        ("Skippers trust the forecast", Form.CLAUSE, "trust"),
        ("The guide has a chapter on knots", Form.CLAUSE, "has"),
        ("Lock gates painted by hand", Form.STATE, "painted"),
        ("Lock gates shut", Form.STATE, "shut"),
        ("Painted lock gates", Form.PHRASE, None),
        ("Test coverage above 85 %", Form.PHRASE, None),
        ("Launch readiness", Form.PHRASE, None),
        ("Launch the barge", Form.ORDER, "Launch"),
        ("Better charts", Form.PHRASE, None),
        ("Fuel use per trip: 40 → 30 litres", Form.PHRASE, None),
        ("Ferries that leave late are announced", Form.CLAUSE, "announced"),
        ("Crew needs for the season are known", Form.CLAUSE, "known"),
    ],
)
def test_form_and_verb(text: str, form: Form, verb: str | None):
    frame = _frame(text)
    assert frame.form is form
    assert (None if frame.verb is None else frame.words[frame.verb].text) == verb


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("By the end of June, open the lock", "open"),
        ("In 2026 open the lock", "open"),
        ("Every month, oil the lock", "oil"),
        ("KR 1.2: open the lock", "open"),
        ("Finally open the lock", "open"),
        ("Ensure that barges pass within an hour", "barges"),
        ("At least 40 barges pass the lock", "least"),
        ("Weekly lock inspection", "Weekly"),
    ],
)
def test_core(text: str, core: str):
    frame = _frame(text)
    assert core in [w.text for w in frame.words[frame.core : frame.core + 2]]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Publish 5 sailing guides", "guides"),
        ("Raise the number of full barges", "number"),
        ("Recruit at least 8 pilots", "pilots"),
        ("Reach out to 40 skippers", "skippers"),
        ("Mail the low-water e-tables each week", "e-tables"),
    ],
)
def test_object_of_an_order(text: str, head: str):
    frame = _frame(text)
    assert frame.object is not None
    assert frame.words[frame.object.head].text == head
