"""A claim: these characters are an objective, or a key result, or the mission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.model import Field, Prose
from okrlint.outline.label import Part

ROW = 10_000
"""What one row of a table adds to the place of a claim."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement with what is known of it."""

    part: Part
    prose: Prose
    """The statement, without label and fields."""
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
    """`place` of the objective that it belongs to, where it belongs to one."""
    certainty: float = 1.0
    """How sure it is that this is one, 0 to 1."""

    @property
    def place(self) -> tuple[int, int]:
        """Its place in reading order."""
        return (self.node, self.row)


def owners_of(claims: Sequence[Claim]) -> dict[tuple[int, int], Claim]:
    """The objective of each key result, by the key result's place; orphans are left out."""
    by_place = {claim.place: claim for claim in claims if claim.part is Part.OBJECTIVE}
    return {
        claim.place: by_place[claim.under]
        for claim in claims
        if claim.part is Part.KEY_RESULT and claim.under in by_place
    }
