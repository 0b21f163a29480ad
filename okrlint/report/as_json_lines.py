"""Findings as JSON, one object a line; the keys are those of the JSON array."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.report.as_json import encode_json, finding_data
from okrlint.told import Reported, Rules


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """One line a finding; nothing when there are none."""
    rows = [finding_data(result, finding) for result in results for finding in result.findings]
    return "".join(encode_json(row) + "\n" for row in rows)
