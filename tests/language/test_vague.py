"""Vague statements: words on which the claim rests, and where they are plain or settled."""

from __future__ import annotations

from functools import cache

import pytest

from okrlint.language.pipeline import load_pipeline
from okrlint.language.words import load_entries


@cache
def _pipeline():
    return load_pipeline()


def _words(text: str) -> list[str]:
    return [text[e.start : e.end] for e in _pipeline()(text)._.okr_vague]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Improve the harbour guide", ["Improve"]),
        ("Better coffee in the canteen", ["Better"]),
        ("Write a robust plan for storms", ["robust"]),
        ("Skippers feel welcome at the pier", ["feel"]),
        ("Significantly fewer leaks", ["Significantly", "fewer"]),
        ("Strengthen ties with the yard", ["Strengthen"]),
        ("The booking form is easier to fill in", ["easier"]),
        ("Reduce noise at the pier", ["Reduce"]),
        ("Become a more attractive port", ["Become", "more", "attractive"]),
        ("The pier rules set clear limits", ["clear"]),
        ("The pier rules are clearly documented", ["clearly"]),
    ],
)
def test_vague(text: str, words: list[str]) -> None:
    found = _words(text)
    assert found[: len(words)] == words


@pytest.mark.parametrize(
    "text",
    [
        "Launch the billing page",
        "Skippers learn more about the reef",
        "Open the course to broader circles",
        "Rent berths to smaller clubs",
        "Clear the loading bay",
        "Open the new pier",
        "Delete the noisy alarms",
        "Hang a banner for improved sales",
        "Find out why skippers prefer the old form",
        "Understand how locks work",
        "Crews understand the new rota",
        "Draw a strategic plan of the marina",
        "Book a stand at the trade fair",
        'Rewrite the page "Better boating"',
        "Hang the Good Neighbour plaque",
        "The old crane is no longer in use",
        "Improve the score from 32 to 45",
        "Significantly lift sales to 40 boats",
        "Raise retention to X%",
        "Publish the good-luck card",
        "Break down guest satisfaction by season",
    ],
)
def test_plain_or_settled(text: str) -> None:
    assert _words(text) == []


def test_every_word_has_a_kind_that_is_explained() -> None:
    from okrlint.language.vague import _SAYS

    assert {entry.fields[0] for entry in load_entries("vague-words")} <= set(_SAYS)
