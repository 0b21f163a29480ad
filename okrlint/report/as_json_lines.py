"""Findings as JSON, one object a line; the keys are those of the JSON array."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.engine import Result
from okrlint.registry import RuleSet
from okrlint.report.as_json import encode_json, finding_data


def render(results: Sequence[Result], rules: RuleSet, *, color: bool) -> str:  # noqa: ARG001
    """One line a finding; nothing when there are none."""
    rows = [finding_data(result, finding) for result in results for finding in result.findings]
    return "".join(encode_json(row) + "\n" for row in rows)
