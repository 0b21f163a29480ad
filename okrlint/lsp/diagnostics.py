"""Marks -> diagnostics of the protocol."""

from __future__ import annotations

from lsprotocol import types

from okrlint.api import Severity
from okrlint.lsp.marks import Mark

SOURCE = "okrlint"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def make_diagnostic(mark: Mark) -> types.Diagnostic:
    """The diagnostic of a mark."""
    return types.Diagnostic(
        range=types.Range(types.Position(*mark.start), types.Position(*mark.end)),
        message=mark.message,
        severity=_SEVERITIES[mark.severity],
        code=mark.rule,
        code_description=types.CodeDescription(mark.url) if mark.url else None,
        source=SOURCE,
    )
