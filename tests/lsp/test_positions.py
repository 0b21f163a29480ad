"""Positions: code units of three encodings, three line ends."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from okrlint.lsp.positions import Positions
from okrlint.model import Span

CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}

texts = st.text(st.sampled_from("ab é日🎯👩\u200d\u0301\u2028\x0c\n\r"), max_size=40)


@given(texts, st.sampled_from(sorted(CODECS)))
def test_every_character_is_found_where_it_stands(text: str, encoding: str) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] == "\r\n":
            continue  # no position stands inside a line end
        before = re.split(r"\r\n|\n|\r", text[:offset])
        units = len(before[-1].encode(CODECS[encoding])) // WIDTHS[encoding]
        at = positions.position(offset)
        assert (at.line, at.character) == (len(before) - 1, units)
        assert positions.offset(at) == offset


def test_the_encoding_is_utf_16_unless_agreed() -> None:
    assert Positions("🎯 x").position(2) == types.Position(0, 3)


@pytest.mark.parametrize("encoding", sorted(CODECS))
def test_a_position_outside_the_text_is_at_its_nearest_end(encoding: str) -> None:
    positions = Positions("ab\r\nc", encoding)
    assert positions.offset(types.Position(0, 99)) == 2
    assert positions.offset(types.Position(99, 0)) == 5


def test_half_a_surrogate_pair_is_its_character() -> None:
    assert Positions("a🎯b").offset(types.Position(0, 2)) == 1


def test_a_range_with_swapped_ends() -> None:
    swapped = types.Range(types.Position(0, 2), types.Position(0, 1))
    assert Positions("abc").span(swapped) == Span(1, 2)
