"""Findings as one JSON array, for other tools; documented in docs/json.md."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from okrlint.finding import Edit, Finding
from okrlint.report.safe import for_json, without_commands
from okrlint.told import Reported, Rules


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """An array of findings; `[]` when there are none."""
    return to_json([finding_data(r, finding) for r in results for finding in r.findings])


def to_json(data: object) -> str:
    """Indented JSON with a line end."""
    return msgspec.json.format(encode_json(data), indent=2) + "\n"


def encode_json(data: object) -> str:
    """JSON in one line, also of names of files that are not UTF-8."""
    try:
        encoded = msgspec.json.encode(data)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_encodable(data))
    return without_commands(encoded.decode(), lambda char: f"\\u{ord(char):04x}")


def _encodable(data: object) -> object:
    if isinstance(data, str):
        return for_json(data)
    if isinstance(data, dict):
        return {_encodable(key): _encodable(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [_encodable(one) for one in data]
    return data


def finding_data(result: Reported, finding: Finding) -> dict[str, object]:
    """One finding with 1-based lines and columns."""
    at = result.location(finding)
    return {
        "path": finding.path,
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.label,
        "certainty": round(finding.certainty, 2),
        "message": finding.message,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "url": finding.url,
        "suggestions": [
            {
                "text": s.text,
                "edits": [_edit_data(result, edit) for edit in s.edits],
                "rewrite": s.instead is not None,
            }
            for s in finding.suggestions
        ],
    }


def _edit_data(result: Reported, edit: Edit) -> dict[str, object]:
    at = result.lines.location(edit.span)
    return {
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "text": edit.text,
    }
