"""Where the learned reader may decide alone, and where it may not."""

from __future__ import annotations

import pytest

from okrlint.language import read
from okrlint.language.learned import load_model
from okrlint.language.together import COMPOUND_ALONE


def test_learned_reader_finds_a_second_result() -> None:
    reading = read("Call at least 30 members once, and 12 members twice")
    assert [(e.start, e.end) for e in reading.compound] == [(0, len(reading.text))]


@pytest.mark.parametrize("text", ["Move the archive by scanning boxes and hiring two students"])
def test_joined_means_are_no_second_result_however_sure(text: str) -> None:
    assert load_model().predict([text])[0].compound >= COMPOUND_ALONE
    assert not read(text).compound
