"""One line a finding, as editors and `grep` know it: path:line:column: severity: ..."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.report.safe import make_visible, start_line
from okrlint.told import Reported, Rules


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """One line a finding; nothing when there are none."""
    lines: list[str] = []
    for result in results:
        for finding in result.findings:
            at = result.location(finding)
            lines.append(
                f"{start_line(finding.path or '<text>')}:{at.line}:{at.column}: "
                f"{finding.severity.label}: {finding.code} {finding.rule}: "
                f"{make_visible(finding.message)}\n"
            )
    return "".join(lines)
