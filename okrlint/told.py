"""What a report tells of one file: findings and counts, without the document they came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from typing_extensions import Self

from okrlint.finding import Finding
from okrlint.lines import LineIndex, Location
from okrlint.place import Place, PlaceIndex
from okrlint.span import Places

if TYPE_CHECKING:
    from okrlint.rule import Rule

Kind = TypeVar("Kind", bound="Reported")


class Reported(Protocol):
    """What every report of findings needs of a file."""

    @property
    def path(self) -> str:
        """The path as given."""
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told, in the order of the text."""
        ...

    @property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        ...

    @property
    def places(self) -> PlaceIndex:
        """Where the parts of the text stand in the file."""
        ...

    def location(self, finding: Finding) -> Location:
        """1-based lines and columns of a finding, in the text that was read."""
        ...

    def place(self, finding: Finding) -> Place:
        """Where a finding stands in its file: what people and other tools are told."""
        ...

    def narrowed(self, findings: tuple[Finding, ...]) -> Self:
        """The same with these findings only."""
        ...


class Rules(Protocol):
    """The rules of a run, as far as a report asks for them."""

    @property
    def whole(self) -> frozenset[str]:
        """The names of those that judge whole documents."""
        ...

    def __iter__(self) -> Iterator[type[Rule]]:
        """All of them, ordered by code."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in a text, as it is kept between runs."""

    findings: tuple[Finding, ...] = ()
    unsure: tuple[float, ...] = ()
    """How sure the findings are that were left out."""
    suppressed: int = 0
    objectives: int = 0
    key_results: int = 0
    has_okrs: bool = False
    empty: bool = False
    """Whether the text holds nothing but blanks."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was found in one file of a run."""

    path: str
    answer: Answer
    source: str = field(default="", repr=False)
    """The text; "" where there is no finding, so that a long run keeps little."""
    parts: Places | None = field(default=None, repr=False)
    """Where its parts stand, in a file that is no Markdown; None where there is no finding."""
    crashes: tuple[str, ...] = ()
    """What kept it from being judged whole, in sentences."""
    seconds: Mapping[str, float] = field(default_factory=dict, repr=False)
    """Where the time went, by step and rule."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told, in the order of the text."""
        return self.answer.findings

    @property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return _lines(self.source)

    @property
    def places(self) -> PlaceIndex:
        """Where the parts of the text stand in the file."""
        return PlaceIndex(self.lines, self.parts)

    def location(self, finding: Finding) -> Location:
        """1-based lines and columns of a finding, in the text that was read."""
        return self.lines.location(finding.span)

    def place(self, finding: Finding) -> Place:
        """Where a finding stands in its file: what people and other tools are told."""
        return self.places.place(finding.span)

    def narrowed(self, findings: tuple[Finding, ...]) -> Told:
        """The same with these findings only."""
        return replace(self, answer=replace(self.answer, findings=findings))


@lru_cache(maxsize=1)
def _lines(source: str) -> LineIndex:
    """The lines of the text that is being told of: each finding asks for them several times."""
    return LineIndex(source)
