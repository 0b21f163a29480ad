"""Findings as Reviewdog Diagnostic Format: for review comments on any host.

Source: the reviewdog project, proto/rdf. Lines and columns are 1-based; columns count UTF-8 bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.finding import Finding, Severity
from okrlint.model import Span
from okrlint.report.as_json import to_json
from okrlint.told import Reported, Rules

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """One object with all diagnostics; an empty list of them when there are none."""
    source = {"name": "okrlint", "url": "https://github.com/okrlint/okrlint"}
    found = [_diagnostic(result, finding) for result in results for finding in result.findings]
    return to_json({"source": source, "severity": "WARNING", "diagnostics": found})


def _diagnostic(result: Reported, finding: Finding) -> dict[str, object]:
    advice = "".join(f"\nTry: {s.text}" for s in finding.suggestions)
    suggestions = [
        {"range": _range(result, edit.span), "text": edit.text}
        for suggestion in finding.suggestions
        for edit in suggestion.edits
    ]
    data: dict[str, object] = {
        "message": finding.message + advice,
        "location": {"path": finding.path, "range": _range(result, finding.span)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, "url": finding.url},
    }
    return {**data, "suggestions": suggestions} if suggestions else data


def _range(result: Reported, span: Span) -> dict[str, dict[str, int]]:
    at = result.lines.location(span)
    return {
        "start": {"line": at.line, "column": _bytes(result, at.line, at.column)},
        "end": {"line": at.end_line, "column": _bytes(result, at.end_line, at.end_column)},
    }


def _bytes(result: Reported, line: int, column: int) -> int:
    return len(result.lines.text(line).lstrip("\ufeff")[: column - 1].encode()) + 1
