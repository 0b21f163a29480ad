"""What is taken for a statement in a look of its own has to be surer than the others."""

from __future__ import annotations

import numpy as np

from okrlint.outline.decode import KEY_RESULT, LABELS, OBJECTIVE
from okrlint.outline.looks import doubt_others

HEADING, LINE = ("heading", 2), ("line", False, True)


def lowered(*units: tuple[tuple[object, ...], bool, float]) -> list[bool]:
    """Which of some objectives lose, of each: its look, whether it is labelled, and its margin."""
    scores = np.zeros((len(units), len(LABELS)))
    scores[:, OBJECTIVE] = [margin for *_, margin in units]
    looks = [(look, called) for look, called, _ in units]
    after = doubt_others(looks, scores, [OBJECTIVE] * len(units))
    if after is None:
        return [False] * len(units)
    assert (after[:, KEY_RESULT] == scores[:, KEY_RESULT]).all()
    return list(after[:, OBJECTIVE] < scores[:, OBJECTIVE])


def test_an_unsure_one_in_another_look_loses() -> None:
    sure = (HEADING, False, 3.0)
    assert lowered(sure, sure, sure, (LINE, False, 0.5)) == [False, False, False, True]


def test_what_is_sure_or_has_a_label_stays() -> None:
    sure = (HEADING, False, 3.0)
    assert lowered(sure, sure, sure, (LINE, False, 2.5)) == [False] * 4
    assert lowered(sure, sure, sure, (LINE, True, 0.5)) == [False] * 4


def test_one_alone_is_no_look_of_a_page() -> None:
    assert lowered((HEADING, False, 9.0), (LINE, False, 0.5)) == [False, False]
    assert lowered((HEADING, False, 1.0), (LINE, False, 0.5)) == [False, False]
