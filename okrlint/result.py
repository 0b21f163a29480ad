"""What linting one text gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from okrlint.context import Context
from okrlint.finding import Finding
from okrlint.lines import LineIndex, Location
from okrlint.model import Document
from okrlint.place import Place, PlaceIndex
from okrlint.runner import Crash


@dataclass(frozen=True, slots=True)
class Result:
    """What linting one text gave.

    >>> result = lint_text(PAGE, "q3.md")
    >>> result.path, result.location(result.findings[0]).line
    ('q3.md', 7)
    """

    document: Document
    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...] = ()
    suppressed: int = 0
    """How many findings the author's comments hid."""
    unsure: tuple[Finding, ...] = ()
    """The findings that are left out because they are not sure enough (`min-certainty`)."""
    seconds: Mapping[str, float] = field(default_factory=dict, repr=False, compare=False)
    """Where the time went: "markdown", "language", and each rule by name."""
    lines: LineIndex = field(default_factory=lambda: LineIndex(""), repr=False, compare=False)
    context: Context | None = field(default=None, repr=False, compare=False)
    """What the rules were told of the document, for reports that tell more than findings; None
    where there was nothing to judge."""

    @property
    def path(self) -> str:
        """The path as given."""
        return self.document.path

    def location(self, finding: Finding) -> Location:
        """1-based lines and columns of a finding, in the text that was read (`document.source`)."""
        return self.lines.location(finding.span)

    def place(self, finding: Finding) -> Place:
        """Where a finding stands in its file: what people and other tools are told."""
        return self.places.place(finding.span)

    @property
    def places(self) -> PlaceIndex:
        """The places of the document."""
        return PlaceIndex(self.lines, self.document.places)

    def narrowed(self, findings: tuple[Finding, ...]) -> Result:
        """The same with these findings only."""
        return replace(self, findings=findings)
