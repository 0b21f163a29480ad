"""Weights as 8-bit numbers, made into weights when a pass asks for them.

Kept whole as 32-bit numbers they take four times the memory and a tenth of a second to make, and
one statement no less time to judge: so much memory is read for it.
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
"""What rows are looked up in; all else is multiplied with."""


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
class Matrix:
    """What rows are multiplied with. The few rows of the product are scaled, not all weights."""

    numbers: NDArray[np.int8]
    scales: Array
    __array_ufunc__ = None  # NumPy leaves `rows @ matrix` to the matrix

    def __rmatmul__(self, rows: Array) -> Array:
        product: Array = rows @ self.numbers.astype(np.float32).T
        product *= self.scales
        return product

    def whole(self) -> Array:
        """All weights, as rows are multiplied with them."""
        weights: Array = (self.numbers * self.scales[:, None]).transpose()
        return weights


@dataclass(frozen=True, slots=True)
class Packed(Mapping[str, Any]):
    """Weights by name, out of stored numbers and one scale for each row of a matrix."""

    stored: Mapping[str, NDArray[Any]]

    def __getitem__(self, name: str) -> Any:
        numbers = self.stored[name]
        scales = self.stored.get(name + _SCALES)
        if scales is None:
            return numbers
        return (Table if name in _TABLES else Matrix)(numbers, scales)

    def __iter__(self) -> Iterator[str]:
        return (name for name in sorted(self.stored) if not name.endswith(_SCALES))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def unpack(raw: bytes) -> Packed:
    """The weights of an archive of arrays."""
    with np.load(BytesIO(raw), allow_pickle=False) as archive:
        return Packed({name: archive[name] for name in archive.files})
