"""Offsets to lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.lines import LineIndex, Location
from okrlint.model import Span


@pytest.mark.parametrize(
    ("source", "words", "location"),
    [
        ("one", "one", Location(1, 1, 1, 4)),
        ("one\ntwo", "two", Location(2, 1, 2, 4)),
        ("one\r\ntwo", "two", Location(2, 1, 2, 4)),
        ("one\rtwo", "two", Location(2, 1, 2, 4)),
        ("\ufeffone", "one", Location(1, 1, 1, 4)),
        ("🎯 é one", "one", Location(1, 5, 1, 8)),
        ("a one\ntwo b", "one\ntwo", Location(1, 3, 2, 4)),
        ("one\u2028two", "two", Location(1, 5, 1, 8)),
    ],
)
def test_location(source: str, words: str, location: Location) -> None:
    start = source.index(words)
    assert LineIndex(source).location(Span(start, start + len(words))) == location


@given(st.text(alphabet="a\n\r\u2028é🎯", max_size=40))
def test_every_character_is_on_the_line_that_holds_it(source: str) -> None:
    lines = LineIndex(source)
    for offset, char in enumerate(source):
        line = lines.line_at(offset)
        span = lines.line_span(line)
        assert span.start <= offset
        if char not in "\r\n":
            assert offset < span.end
