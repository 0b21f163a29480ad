"""Weights that are stored as 8-bit numbers, and what of okrlint's can be stored with a Doc."""

from __future__ import annotations

import datetime as dt
import io
import pickle

import numpy as np
import pytest
import srsly
from spacy.tokens import Doc
from spacy.vocab import Vocab

from okrlint.dates import Calendar
from okrlint.language.attributes import add_attributes, show_spans
from okrlint.language.learned.model import Judgement
from okrlint.language.learned.packed import Matrix, Packed, Table, unpack
from okrlint.predicate import Form, Predicate
from okrlint.reading import Comparison, Evidence, Measure, Quantity, When, WhenKind

NUMBERS = np.array([[10, -20, 5], [30, 40, -1]], dtype=np.int8)
SCALES = np.array([0.5, 0.25], dtype=np.float32)
WHOLE = [[5, -10, 2.5], [7.5, 10, -0.25]]


@pytest.fixture(scope="module")
def packed() -> Packed:
    held = io.BytesIO()
    stored = {"layer": NUMBERS, "layer.scales": SCALES, "bias": np.array([1.5, 2])}
    np.savez(held, **stored, **{"words": NUMBERS, "words.scales": SCALES})
    return unpack(held.getvalue())


def test_weights_are_named_without_their_scales(packed: Packed) -> None:
    assert (list(packed), len(packed)) == (["bias", "layer", "words"], 3)
    assert packed["bias"].tolist() == [1.5, 2]
    with pytest.raises(KeyError):
        packed["mast"]


def test_a_table_makes_the_rows_that_are_looked_up(packed: Packed) -> None:
    table = packed["words"]
    assert isinstance(table, Table)
    rows = table[np.array([1, 0, 1])]
    assert (rows.dtype, rows.tolist()) == (np.float32, [WHOLE[1], WHOLE[0], WHOLE[1]])
    assert table.whole().tolist() == WHOLE


def test_a_matrix_scales_the_product(packed: Packed) -> None:
    matrix = packed["layer"]
    assert isinstance(matrix, Matrix)
    rows = np.array([[1, 2, 4], [0, 1, 0]], dtype=np.float32)
    assert (rows @ matrix).tolist() == (rows @ np.array(WHOLE).T).tolist()
    assert (rows @ matrix).dtype == np.float32
    assert matrix.whole().tolist() == np.array(WHOLE).T.tolist()


def test_no_code_is_read_with_weights() -> None:
    held = io.BytesIO()
    np.savez(held, layer=np.array([object()]))
    with pytest.raises((ValueError, pickle.UnpicklingError)):
        unpack(held.getvalue())


STORED = (
    Calendar(today=dt.date(2031, 5, 4)),
    Evidence(2, 7, "own work"),
    Predicate(Form.ORDER, "paint", 0, 5, None, (6, 10)),
    Quantity(0, 2, Measure.COUNT, 20.0, "boats", Comparison.AT_LEAST, None, 5.0, 7, 8),
    When(3, 9, WhenKind.DEADLINE, "by May", None, dt.date(2031, 5, 31)),
    Judgement((0.5, 0.25, 0.25), (1.0, 0.0, 0.0), 0.5, 0.25, 0.125, 0.0),
    dt.date(2031, 5, 4),
)


@pytest.mark.parametrize("one", STORED, ids=lambda one: type(one).__name__)
def test_what_components_say_can_be_stored(one: object) -> None:
    stored = srsly.msgpack_dumps({"held": one})
    assert b"okrlint" in stored
    assert b"XX" not in stored
    back = srsly.msgpack_loads(stored)["held"]
    assert (back, type(back)) == (one, type(one))


@pytest.mark.parametrize(
    "plain",
    [
        {"okrlint": "Mast", "data": {}},
        {"okrlint": "date"},
        {"data": 1, "other": 2},
        {"a": [1, "b"]},
    ],
)
def test_what_is_none_of_ours_stays_as_it_is(plain: dict[str, object]) -> None:
    assert srsly.msgpack_loads(srsly.msgpack_dumps(plain)) == plain


def test_an_attribute_that_is_there_keeps_its_default() -> None:
    add_attributes({"harbour_bell": 3})
    add_attributes({"harbour_bell": 4})
    assert Doc(Vocab())._.harbour_bell == 3
    Doc.remove_extension("harbour_bell")


def test_places_are_shown_as_whole_tokens_or_not_at_all() -> None:
    doc = Doc(Vocab(), words=["Paint", "boats", "!"], spaces=[True, False, False])
    show_spans(doc, "work", [(1, 3, "VERB"), (6, 12, "ALL"), (40, 45, "NOWHERE")])
    shown = [(span.text, span.label_) for span in doc.spans["work"]]
    assert shown == [("Paint", "VERB"), ("boats!", "ALL")]
    show_spans(doc, None, [(0, 5, "VERB")])
    assert list(doc.spans) == ["work"]
