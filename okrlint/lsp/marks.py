"""Findings as marks at positions: all that diagnostics are made of, without the protocol's types.

The process that reads documents makes marks and the server makes diagnostics of them: so the
first answer does not wait for two processes to import the protocol, a quarter of a second each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from okrlint.api import Finding, Severity
from okrlint.lsp.analysis import Analysis
from okrlint.report.safe import make_visible


@dataclass(frozen=True, slots=True)
class Mark:
    """What is underlined, and what is said of it."""

    start: tuple[int, int]
    """Line and character, as the protocol counts them."""
    end: tuple[int, int]
    message: str
    severity: Severity
    rule: str
    url: str


def find_marks(analysis: Analysis) -> Iterator[tuple[Finding, Mark]]:
    """Yield each finding with its mark."""
    place = analysis.positions.place
    for finding in analysis.result.findings:
        start, end = place(finding.span.start), place(finding.span.end)
        message = _message(finding)
        yield finding, Mark(start, end, message, finding.severity, finding.rule, finding.url)


def _message(finding: Finding) -> str:
    """The message, and below it each suggestion: most have no edit and so no code action."""
    tries = (f"try: {make_visible(suggestion.text)}" for suggestion in finding.suggestions)
    return "\n".join((make_visible(finding.message), *tries))
