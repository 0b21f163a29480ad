"""How signs add up: the arithmetic of the promise and of what is decided together."""

from __future__ import annotations

import math

import pytest

from okrlint.language.promise import weigh as promise
from okrlint.language.promise.sign import Sign
from okrlint.language.quantity.degrees import degree_end
from okrlint.language.quantity.placeholders import fill_placeholders, says_unknown
from okrlint.language.together import weigh as together
from okrlint.language.together.promise import pool
from okrlint.reading import Promise

WEIGHTS = {"tide": (2.0, 0.5, -1.0), "mast": (-1.0, 0.0, 3.0), "keel": (2.0, 0.5, -1.0)}
TIDE, MAST, KEEL = (Sign(name, 0, 4) for name in ("tide", "mast", "keel"))


def test_shares_are_those_of_the_sums() -> None:
    verdict = promise.weigh((TIDE, MAST, Sign("unheard of", 0, 1)), WEIGHTS)
    pulls = [math.exp(total) for total in (1.0, 0.5, 2.0)]
    assert verdict.shares == pytest.approx([pull / sum(pulls) for pull in pulls])
    assert (verdict.promise, verdict.deciding) == (Promise.TASK, (MAST,))
    assert verdict.confidence == max(verdict.shares)


def test_the_row_of_every_statement_counts_and_decides_nothing() -> None:
    verdict = promise.weigh((), {**WEIGHTS, promise.BIAS: (0.0, 1.0, 0.0)})
    assert verdict.shares == pytest.approx(
        [1 / (2 + math.e), math.e / (2 + math.e), 1 / (2 + math.e)]
    )
    assert verdict.deciding == ()


def test_of_signs_that_spoke_alike_the_first_by_name_stands_first() -> None:
    weights = {**WEIGHTS, "zenith": (9.0, 0.0, 0.0), "null": (0.0, 0.0, 0.0)}
    signs = (TIDE, Sign("null", 0, 1), KEEL, Sign("zenith", 0, 1))
    assert [s.name for s in promise.weigh(signs, weights).deciding] == ["zenith", "keel", "tide"]


def test_sums_of_any_size_are_weighed() -> None:
    verdict = promise.weigh((TIDE,), {"tide": (5000.0, 0.0, -5000.0)})
    assert verdict.shares == (1.0, 0.0, 0.0)


def test_another_eye_may_settle_it() -> None:
    verdict = promise.weigh((MAST, TIDE), WEIGHTS, lambda _: (0.2, 0.7, 0.1))
    assert (verdict.promise, verdict.confidence) == (Promise.OUTPUT, 0.7)
    assert [sign.name for sign in verdict.deciding] == []


def test_each_row_of_the_table_has_a_weight_for_each_promise() -> None:
    assert {len(row) for row in promise.load_weights().values()} == {3}


def test_an_answer_names_what_spoke_most_for_it() -> None:
    weights = together.load_weights()["metric"]
    names = sorted(set(weights) - {together.ALWAYS, together.FROM}, key=lambda name: weights[name])
    signs = {**dict.fromkeys((*names[:5], *names[-5:]), 1.0), "unheard of": 1.0}
    for size, answer in ((1.0, True), (0.0, False)):
        held = {
            n: v * (10 if (weights.get(n, 0) > 0) == answer else size) for n, v in signs.items()
        }
        decision = together.decide("metric", held)
        pulls = {n: weights[n] * held[n] for n in held if n in weights and held[n]}
        sums = weights[together.ALWAYS] + sum(pulls.values())
        assert together.total("metric", held) == pytest.approx(sums)
        assert (decision.answer, decision.question) == (answer, "metric")
        assert decision.share == round(1 / (1 + math.exp(-sums)), 4)
        side = {n: pull for n, pull in pulls.items() if (pull > 0) == answer and pull}
        assert list(decision.reasons) == sorted(side, key=lambda n: (-abs(side[n]), n))[:3]


def test_a_weak_sign_is_told_and_an_unknown_one_is_not() -> None:
    weights = together.load_weights()["vague"]
    names = sorted(set(weights) - {together.ALWAYS, together.FROM}, key=lambda name: weights[name])
    for name in (names[0], names[-1]):
        decision = together.decide("vague", {name: 0.01, "unheard of": 1.0})
        total = weights[together.ALWAYS] + 0.01 * weights[name]
        assert decision.share == round(1 / (1 + math.exp(-total)), 4)
        told = (weights[name] > 0) is decision.answer
        assert decision.reasons == ((name,) if told else ())
    sure = together.decide("vague", {names[-1]: 50.0, "unheard of": 1.0})
    assert (sure.answer, sure.reasons) == (True, (names[-1],))


def test_shares_of_both_eyes_add_up() -> None:
    for own in ((0.8, 0.1, 0.1), (0.0, 0.0, 1.0)):
        shares = pool(own, (0.2, 0.2, 0.6), ())
        assert sum(shares) == pytest.approx(1)
    assert pool((0.9, 0.05, 0.05), (0.9, 0.05, 0.05), ())[0] > 0.5


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Commit 20 boats, stretch 40", 7),
        ("Commit: 20 boats, stretch 40", 8),
        ("Commit 20 boats", 0),
        ("Boats commit 20 boats, stretch 40", 0),
        ("Commit boats 20, stretch 40", 0),
    ],
)
def test_where_a_statement_begins_behind_its_degree(text: str, begins: int) -> None:
    assert degree_end(text) == begins


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Coach X skippers", "Coach 20 skippers"),
        ("Raise $X for the pier, X% of it by May", "Raise $20 for the pier, 20% of it by May"),
        ("Coach 12 skippers", "Coach 12 skippers"),
    ],
)
def test_blanks_are_filled_for_who_learned(text: str, filled: str) -> None:
    assert fill_placeholders(text) == filled


def test_a_baseline_may_be_unknown() -> None:
    assert says_unknown("Raise boat trips from ? to 40")
    assert not says_unknown("Raise boat trips from 20 to 40")
