"""What a sheet is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet."""

    number: int
    """1-based."""
    cells: tuple[str, ...]
    """Plain text, trimmed; from column A."""
    line: int | None = None

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(map(bool, self.cells))
