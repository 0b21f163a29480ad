"""What a rule says (Problem) and what a reader is told (Finding)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from okrlint.span import Span


class Severity(IntEnum):
    """How much a finding matters; ordered.

    >>> Severity.ERROR > Severity.NOTE, Severity.WARNING.label
    (True, 'warning')
    """

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word in reports and configuration: "note", "warning", "error"."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the source characters of `span` by `text`.

    >>> Edit(Span(0, 5), "Plan").text
    'Plan'
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Help towards a better statement, for people; `edits` only where nothing can go wrong.

    >>> Suggestion("say how many").edits
    ()
    """

    text: str
    edits: tuple[Edit, ...] = ()
    """A mechanical change that cannot alter the meaning; `--fix` applies nothing else."""
    instead: Span | None = None
    """Where the text could stand: it is a whole statement said anew, with blanks for its writer.
    None for advice in other words."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: the words, why, and what would help.

    >>> Problem("no number", Span(3, 20)).certainty
    1.0
    """

    message: str
    span: Span
    suggestions: tuple[Suggestion, ...] = ()
    certainty: float = 1.0
    """How sure the rule is that this is true, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with all that a report needs; only the engine makes these.

    >>> finding = lint_text(PAGE, "q3.md").findings[0]
    >>> finding.code, finding.severity.label, PAGE[finding.span.start : finding.span.end]
    ('KR001', 'error', 'Launch the new timetable')
    """

    path: str
    rule: str
    code: str
    severity: Severity
    message: str
    span: Span
    url: str
    suggestions: tuple[Suggestion, ...] = ()
    statement: str = ""
    """The plain text of the statement concerned; empty for the document as a whole."""
    about: Span | None = None
    """Where the statement concerned stands; None for the document as a whole."""
    certainty: float = 1.0
    """How sure okrlint is that this is true, 0 to 1: of the statement, and of what it says."""
