"""A mapping that nobody can change and that can be pickled, as none of the standard library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class FrozenDict(Mapping[_Key, _Value]):
    """What a mapping holds now, whatever becomes of that."""

    __slots__ = ("_held",)

    def __init__(self, held: Mapping[_Key, _Value] | None = None) -> None:
        self._held = dict(held or {})

    def __getitem__(self, key: _Key) -> _Value:
        return self._held[key]

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __repr__(self) -> str:
        return repr(self._held)
