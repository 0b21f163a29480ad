"""Weights as 8-bit numbers, made into weights when a pass asks for them.

Kept whole as 32-bit numbers they take four times the memory and a tenth of a second to make;
making one matrix anew costs a twentieth of the products that it is used for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
_SCALES = ".scales"
_TABLES = ("words", "places")
"""What rows are looked up in; all else is multiplied with, laid the other way."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that are made when they are looked up."""

    numbers: NDArray[np.int8]
    scales: Array

    def __getitem__(self, rows: NDArray[np.intp]) -> Array:
        found = self.numbers[rows].astype(np.float32)
        found *= self.scales[rows, None]
        return found

    def whole(self) -> Array:
        """All rows."""
        return self[np.arange(len(self.numbers))]


@dataclass(frozen=True, slots=True)
class Packed(Mapping[str, Any]):
    """Weights by name, out of stored numbers and one scale for each row of a matrix."""

    stored: Mapping[str, NDArray[Any]]

    def __getitem__(self, name: str) -> Any:
        numbers = self.stored[name]
        scales = self.stored.get(name + _SCALES)
        if scales is None:
            return numbers
        if name in _TABLES:
            return Table(numbers, scales)
        value = numbers.astype(np.float32)
        value *= scales[:, None]
        return value.T

    def __iter__(self) -> Iterator[str]:
        return (name for name in sorted(self.stored) if not name.endswith(_SCALES))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def unpack(raw: bytes) -> Packed:
    """The weights of an archive of arrays."""
    with np.load(BytesIO(raw), allow_pickle=False) as archive:
        return Packed({name: archive[name] for name in archive.files})
