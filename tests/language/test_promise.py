"""What statements promise: the shapes of tasks, outputs and outcomes, and the traps between."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest
from spacy.language import Language

from okrlint.language.pipeline import load_pipeline
from okrlint.reading import Evidence, Promise

OUTCOME, OUTPUT, TASK = Promise.OUTCOME, Promise.OUTPUT, Promise.TASK


@dataclass(frozen=True)
class Said:
    """What the rules say of a text, without the learned reader."""

    promise: Promise
    confidence: float
    evidence: tuple[Evidence, ...]


@cache
def _rules() -> Language:
    nlp = load_pipeline()
    nlp.disable_pipe("okr_reader")
    return nlp


@cache
def _reading(text: str) -> Said:
    extras = _rules()(text)._
    return Said(extras.okr_promise, extras.okr_confidence, extras.okr_evidence)


def _cases(promise: Promise, texts: str) -> list[object]:
    lines = [line.strip() for line in texts.strip().splitlines()]
    return [pytest.param(line, promise, id=line) for line in lines]


ORDERS = _cases(
    TASK,
    """
    Launch the tide calendar
    Ship the lighthouse app
    Set up a repair café
    Translate the ferry manual into Danish
    Migrate the ticket archive to Postgres
    Fix the leak in the boiler room
    Build a dashboard that shows six gauges
    Negotiate the lease with the harbour authority
    Find out why parcels get lost
    Improve the onboarding slides
    Writing the safety handbook
    We will open a second kiosk
    By June, rebuild the slipway
    Get the crane certified
    """,
)
DONE_STATES = _cases(
    TASK,
    """
    The tide calendar is live
    The crane manual is translated
    Runbook for power cuts published
    We have a runbook for power cuts
    Ticket archive moved to Postgres
    The ferry contract has been signed
    Audio guide available in Welsh
    """,
)
ARTEFACTS = _cases(
    TASK,
    """
    New harbour website
    Rust driver
    Style guide for signposts
    Evacuation plan for pier 3
    Dark mode for the tide app
    """,
)
OUTPUTS = _cases(
    OUTPUT,
    """
    Publish 5 sailing guides
    Interview 12 dock workers
    Migrate 8 of 11 ticket machines
    Paint 60 % of the railings
    Run a safety drill every month
    Weekly call with the pilots
    30 buoys repaired
    12 workshops held in coastal schools
    5 new tutorials
    Four radio interviews
    We repaired 14 engines
    Each skipper writes one report per week
    Complete 80 % of the inspection list
    Attend three boat shows
    """,
)
OUTCOMES = _cases(
    OUTCOME,
    """
    Raise the satisfaction score from 32 to 45
    Cut fuel cost by 12 %
    Ticket revenue of $2M
    Waiting time below 9 minutes
    No accidents on the pier
    Fewer breakdowns
    Faster boarding
    Passengers trust the timetable
    400 households use the night ferry
    Night ferry used by 400 households
    35 % open rate
    Crew turnover falls from 20 % to 8 %
    Sell 900 season tickets
    Win three charter contracts
    Hire 4 deckhands
    Keep engine failures under 2 a year
    All skippers can read the forecast without help
    Improve passenger satisfaction
    The new pump runs 500 hours without a failure
    """,
)
MIXED = [
    *_cases(OUTCOME, "Launch the night ferry and reach 5,000 passengers"),
    *_cases(TASK, "Build a dashboard to track 7 engine values"),
    *_cases(OUTPUT, "Visit four shipyards and write up what we saw"),
    *_cases(TASK, "Hire a deckhand"),
    *_cases(TASK, "Roll out radar 4 before the regatta"),
]
NOUN_OR_VERB = [
    *_cases(OUTCOME, "Test coverage above 85 %"),
    *_cases(TASK, "Test the sonar"),
    *_cases(OUTPUT, "Release frequency up by 20 %"),
    *_cases(TASK, "Release the sonar driver"),
    *_cases(TASK, "Plan the regatta"),
    *_cases(TASK, "Plan for the regatta"),
    *_cases(OUTCOME, "Support tickets down by 30 %"),
    *_cases(TASK, "Support the harbour choir"),
    *_cases(TASK, "Review process for berth applications"),
    *_cases(OUTCOME, "Boost loyalty among commuters"),
]


@pytest.mark.parametrize(
    ("text", "promise"),
    [*ORDERS, *DONE_STATES, *ARTEFACTS, *OUTPUTS, *OUTCOMES, *MIXED, *NOUN_OR_VERB],
)
def test_promise(text: str, promise: Promise):
    assert _reading(text).promise is promise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Launch the tide calendar", "Launch the tide calendar"),
        ("Publish 5 sailing guides", "Publish 5 sailing guides"),
        ("By June, paint the pier", "paint the pier"),
        ("The tide calendar is live", "calendar is live"),
        ("Fewer breakdowns", "breakdowns"),
    ],
)
def test_evidence_covers_the_words_that_decide(text: str, words: str):
    evidence = _reading(text).evidence
    assert words in [text[e.start : e.end] for e in evidence]
    assert all(e.says for e in evidence)


def test_evidence_says_why():
    (first, *_) = _reading("Publish 5 sailing guides").evidence
    assert first.says == "own work, counted"


@pytest.mark.parametrize("text", ["", " ", "!!!", "42", "—", "🚢", "a" * 400, "und die Fähre"])
def test_odd_texts_are_read_without_harm(text: str):
    reading = _reading(text)
    assert reading.promise in Promise
    assert 0 <= reading.confidence <= 1
    assert all(0 <= e.start < e.end <= len(text) for e in reading.evidence)


def test_title_case_and_lower_case_say_the_same():
    texts = ["Migrate The Ticket Archive To Postgres", "migrate the ticket archive to postgres"]
    assert {_reading(text).promise for text in texts} == {TASK}


def test_confidence_is_lower_where_signs_disagree():
    clear = _reading("Set up a repair café").confidence
    mixed = _reading("Improve the repair café").confidence
    assert mixed < clear
