"""A claim: these characters are an objective, or a key result, or the mission."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from okrlint.markdown.outline.label import Part
from okrlint.model import Field, Prose, Unread


class Explicitness(IntEnum):
    """How plainly the author said what a statement is; the plainer claim wins."""

    SHAPE = 1
    """Inferred: a list under a heading in a document of OKRs."""
    TABLE = 2
    """It stands in a column, or in a row, whose header says so."""
    HEADED = 3
    """It stands under a heading that says so: "Key results"."""
    LABELLED = 4
    """It carries a label of its own: "KR 1.2"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One recogniser's view of some characters."""

    part: Part
    prose: Prose
    """The statement, without label and fields."""
    how: Explicitness
    node: int
    """The index of the outline node that it stands in or under."""
    row: int = 0
    """Its place inside the node, for rows of a table."""
    label: str | None = None
    number: tuple[str, ...] = ()
    """The numbers of the label, the objective's first."""
    fields: tuple[Field, ...] = ()
    checked: bool | None = None
    struck: bool = False
    under: tuple[int, int] | None = None
    """`place` of the objective that it belongs to, where the recogniser knows it."""

    @property
    def place(self) -> tuple[int, int]:
        """Its place in reading order."""
        return (self.node, self.row)


@dataclass(frozen=True, slots=True)
class Found:
    """What one recogniser yields."""

    claims: tuple[Claim, ...] = ()
    unread: tuple[Unread, ...] = ()
