"""Findings -> diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from okrlint.api import Finding, Severity
from okrlint.lsp.analysis import Analysis
from okrlint.report.safe import make_visible

SOURCE = "okrlint"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def find_diagnostics(analysis: Analysis) -> Iterator[tuple[Finding, types.Diagnostic]]:
    """Yield each finding with its diagnostic."""
    for finding in analysis.result.findings:
        yield (
            finding,
            types.Diagnostic(
                range=analysis.positions.range(finding.span),
                message=_message(finding),
                severity=_SEVERITIES[finding.severity],
                code=finding.rule,
                code_description=types.CodeDescription(finding.url) if finding.url else None,
                source=SOURCE,
            ),
        )


def _message(finding: Finding) -> str:
    """The message, and below it each suggestion: most have no edit and so no code action."""
    tries = (f"try: {make_visible(suggestion.text)}" for suggestion in finding.suggestions)
    return "\n".join((make_visible(finding.message), *tries))
