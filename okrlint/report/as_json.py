"""Findings as one JSON array, for other tools; documented in docs/json.md."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from okrlint.engine import Result
from okrlint.finding import Edit, Finding
from okrlint.registry import RuleSet


def render(results: Sequence[Result], rules: RuleSet, *, color: bool) -> str:  # noqa: ARG001
    """An array of findings; `[]` when there are none."""
    return to_json([finding_data(r, finding) for r in results for finding in r.findings])


def to_json(data: object) -> str:
    """Indented JSON with a line end; lone surrogates cannot occur in text read as UTF-8."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def finding_data(result: Result, finding: Finding) -> dict[str, object]:
    """One finding with 1-based lines and columns."""
    at = result.location(finding)
    return {
        "path": finding.path,
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.label,
        "message": finding.message,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "url": finding.url,
        "suggestions": [
            {"text": s.text, "edits": [_edit_data(result, edit) for edit in s.edits]}
            for s in finding.suggestions
        ],
    }


def _edit_data(result: Result, edit: Edit) -> dict[str, object]:
    at = result.lines.location(edit.span)
    return {
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "text": edit.text,
    }
