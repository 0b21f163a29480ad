"""Findings as workflow commands: GitHub Actions shows them on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from okrlint.finding import Severity
from okrlint.report.safe import for_workflow, for_workflow_property
from okrlint.told import Reported, Rules

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """One workflow command a finding; nothing when there are none."""
    lines: list[str] = []
    for result in results:
        for finding in result.findings:
            at = result.location(finding)
            where = f"line={at.line},endLine={at.end_line}"
            if at.line == at.end_line:
                where += f",col={at.column},endColumn={at.end_column}"
            help_lines = [f"Try: {s.text}" for s in finding.suggestions]
            message = "\n".join([finding.message, *help_lines, finding.url])
            path = for_workflow_property(PurePath(finding.path).as_posix())
            title = for_workflow_property(f"{finding.rule} ({finding.code})")
            command = f"::{_COMMANDS[finding.severity]} file={path},{where},title={title}"
            lines.append(f"{command}::{for_workflow(message)}\n")
    return "".join(lines)
