"""Lint a pandas data frame of OKR texts: a row for each text in, a row for each finding out.

A text that cannot be linted gives a row with its `fault` instead, and never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pandas as pd

from okrlint import Finding, Linter, Result, Settings

COLUMNS = {
    "id": "string",
    "fault": "string",  # why a text could not be linted; null in a row that is a finding
    "rule": "string",
    "code": "string",
    "severity": "string",
    "certainty": "Float64",
    "message": "string",
    "suggestion": "string",
    "words": "string",
    "line": "Int64",
    "column": "Int64",
    "end_line": "Int64",
    "end_column": "Int64",
}
"""The columns that come out, with their types in pandas."""


@cache
def make_linter() -> Linter:
    """What lints every text, made once in each process; put the settings of your house here.

    A text that takes as long as the command would give it is a fault.
    """
    return Linter(Settings(), patience=1.0)


def lint_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """The findings and faults of a frame with the columns `id` and `text` (Markdown)."""
    rows = [
        row
        for name, text in zip(frame["id"], frame["text"], strict=True)
        for row in lint_row(str(name), text)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def lint_row(name: str, text: object) -> Iterator[dict[str, object]]:
    """The rows that one text gives."""
    if not isinstance(text, str):
        yield {"id": name, "fault": "there is no text"}
        return
    try:
        result = make_linter().lint_text(text)
        rows = [make_row(name, text, finding, result) for finding in result.findings]
        rows += [{"id": name, "fault": str(crash)} for crash in result.crashes]
    except Exception as error:  # noqa: BLE001  (one text must not stop a million others)
        rows = [{"id": name, "fault": f"{type(error).__name__}: {error}"}]
    yield from rows


def make_row(name: str, text: str, finding: Finding, result: Result) -> dict[str, object]:
    """A finding as a row; lines and columns are 1-based."""
    place = result.location(finding)
    return {
        "id": name,
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity.label,
        "certainty": finding.certainty,
        "message": finding.message,
        "suggestion": finding.suggestions[0].text if finding.suggestions else None,
        "words": text[finding.span.start : finding.span.end],
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
