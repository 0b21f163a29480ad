"""Findings as GitLab reads them: the Code Quality report of a merge request."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from okrlint.files import real_path
from okrlint.finding import Severity
from okrlint.report.as_json import to_json
from okrlint.report.fingerprint import find_fingerprints
from okrlint.told import Reported, Rules

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """An array of issues; `[]` when there are none."""
    issues: list[dict[str, object]] = []
    for result, finding, fingerprint in find_fingerprints(results):
        at = result.location(finding)
        advice = "".join(f" Try: {s.text}." for s in finding.suggestions)
        issues.append(
            {
                "description": f"{finding.message}.{advice}",
                "check_name": finding.rule,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "categories": ["Clarity"],
                "content": {"body": f"[{finding.rule} ({finding.code})]({finding.url})"},
                "location": {
                    "path": _from_top(finding.path),
                    "lines": {"begin": at.line, "end": at.end_line},
                },
            }
        )
    return to_json(issues)


def _from_top(path: str) -> str:
    """A path from the top of the repository, as GitLab looks it up, wherever the command ran."""
    file = real_path(Path(path).absolute().parent) / Path(path).name
    named = os.environ.get("CI_PROJECT_DIR")
    tops = [real_path(named)] if named else []
    tops += (folder for folder in file.parents if os.path.lexists(folder / ".git"))
    top = next((folder for folder in tops if file.is_relative_to(folder)), None)
    return (file.relative_to(top) if top else Path(path)).as_posix()
