"""What people are asked about a document, an objective and a key result.

okrlint answers what a text can answer; the rest is asked. What it found settles which question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from okrlint.api import Document, Due, Objective, Promise, Reading
from okrlint.language.words import parse_entries

_LONGEST = 200
"""Characters of a mission that are quoted beside each objective."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question for people, and the criterion of the course that it is asked for."""

    criterion: str
    text: str


@cache
def load_questions() -> Mapping[str, Question]:
    """Load the questions by their keys."""
    path = resources.files("okrlint.review") / "data" / "questions.txt"
    entries = parse_entries(path.read_text(encoding="utf-8"))
    return {entry.text: Question(*entry.fields) for entry in entries}


def ask_of_document(document: Document) -> Iterator[Question]:
    """Yield what to ask before the objectives are looked at."""
    yield load_questions()["why-still" if document.mission else "why"]
    yield load_questions()["choice"]


def ask_of_objective(objective: Objective, document: Document) -> Iterator[Question]:
    """Yield what to ask about an objective as a whole."""
    questions = load_questions()
    yield questions["aspirational"]
    if document.mission:
        aligned = questions["aligned"]
        words = document.mission.text
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"  # each objective asks
        named = aligned.text.format(mission=f"“{short}”")
        yield replace(aligned, text=named)
    else:
        yield questions["aligned-unknown"]
    for key in ("action", "concrete", "significant"):
        yield questions[key]
    yield questions["enough" if objective.key_results else "none-yet"]


def ask_of_key_result(reading: Reading, due: Due | None) -> Iterator[Question]:
    """Yield what to ask about a key result: of what okrlint could not find, or cannot know."""
    questions = load_questions()
    if reading.judged:
        yield questions[reading.promise.value]
    if not reading.measurable:
        yield questions["number"]
    else:
        if reading.judged and not reading.baseline and reading.promise is Promise.OUTCOME:
            yield questions["start"]
        yield questions["source"]
    yield questions["specific" if due else "when"]
    yield questions["stretch"]
