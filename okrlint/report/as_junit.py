"""Findings as JUnit XML, for CI servers that show test results.

JUnit knows only failures: a finding of any severity is one, and its type holds the severity.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from okrlint.report.safe import for_xml, make_visible, start_line
from okrlint.report.xml import to_xml
from okrlint.told import Reported, Rules


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """A test suite a file; a file without findings is one test that passes."""
    total = sum(max(1, len(r.findings)) for r in results)
    failures = sum(len(r.findings) for r in results)
    root = ET.Element("testsuites", name="okrlint", tests=str(total), failures=str(failures))
    for result in results:
        _append_suite(root, result)
    return to_xml(root)


def _append_suite(root: ET.Element, result: Reported) -> None:
    path = for_xml(result.path)
    number = len(result.findings)
    suite = ET.SubElement(
        root, "testsuite", name=path, tests=str(max(1, number)), failures=str(number), errors="0"
    )
    if not result.findings:
        ET.SubElement(suite, "testcase", name="okrlint", classname=path)
    for finding in result.findings:
        at = result.location(finding)
        name = f"{finding.rule} at {at.line}:{at.column}"
        case = ET.SubElement(suite, "testcase", name=name, classname=path, line=str(at.line))
        failure = ET.SubElement(
            case, "failure", message=for_xml(finding.message), type=finding.severity.label
        )
        advice = "".join(f"\nTry: {make_visible(s.text)}" for s in finding.suggestions)
        where = f"{start_line(result.path)}:{at.line}:{at.column}"
        text = f"{where}: {make_visible(finding.message)}{advice}\n{finding.url}"
        failure.text = for_xml(text)
