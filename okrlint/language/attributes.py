"""What okrlint's components put on a Doc: attributes that can be stored, and spans to be shown.

spaCy writes a Doc with msgpack, for other processes (`nlp.pipe(n_process=2)`) and for files. It
does not know okrlint's data, so it is told here how to write and read it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
import srsly.msgpack  # type: ignore[import-untyped]  # spaCy brings it
from spacy.tokens import Doc

from okrlint.dates import Calendar
from okrlint.language.learned.model import Judgement
from okrlint.predicate import Predicate
from okrlint.reading import Evidence, Quantity, When

_MARK = "okrlint"
_TYPES: Mapping[str, type[Any]] = {
    one.__name__: one for one in (Calendar, Evidence, Judgement, Predicate, Quantity, When, dt.date)
}
_Chain = Callable[[Any], Any] | None


def add_attributes(defaults: Mapping[str, object]) -> None:
    """Let every Doc have these attributes, `doc._.NAME`."""
    for name, default in defaults.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def show_spans(doc: Doc, key: str | None, places: Iterable[tuple[int, int, str]]) -> None:
    """Put places (characters, half-open, and a label) into `doc.spans[key]`, as whole tokens."""
    if key is None:
        return
    spans = (
        doc.char_span(start, end, label=label, alignment_mode="expand")
        for start, end, label in places
    )
    doc.spans[key] = [span for span in spans if span is not None]


def _encode(obj: Any, chain: _Chain = None) -> Any:
    name = type(obj).__name__
    if _TYPES.get(name) is type(obj):
        return {_MARK: name, "data": msgspec.to_builtins(obj)}
    return obj if chain is None else chain(obj)


def _decode(obj: Any, chain: _Chain = None) -> Any:
    if isinstance(obj, dict) and obj.keys() == {_MARK, "data"} and obj[_MARK] in _TYPES:
        return msgspec.convert(obj["data"], _TYPES[obj[_MARK]])
    return obj if chain is None else chain(obj)


srsly.msgpack.msgpack_encoders.register(_MARK, func=_encode)
srsly.msgpack.msgpack_decoders.register(_MARK, func=_decode)
