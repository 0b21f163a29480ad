"""Findings as Checkstyle XML, which many CI servers read."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from okrlint.finding import Severity
from okrlint.report.safe import for_xml
from okrlint.report.xml import to_xml
from okrlint.told import Reported, Rules

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """A file element for each file with findings; an empty document when there are none."""
    root = ET.Element("checkstyle", version="4.3")
    for result in results:
        if not result.findings:
            continue
        file = ET.SubElement(root, "file", name=for_xml(result.path))
        for finding in result.findings:
            at = result.location(finding)
            advice = "".join(f" Try: {s.text}." for s in finding.suggestions)
            ET.SubElement(
                file,
                "error",
                line=str(at.line),
                column=str(at.column),
                severity=_SEVERITIES[finding.severity],
                message=for_xml(f"{finding.message}.{advice} {finding.url}"),
                source=f"okrlint.{finding.rule}",
            )
    return to_xml(root)
