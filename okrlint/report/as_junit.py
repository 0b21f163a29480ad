"""Findings as JUnit XML, for CI servers that show test results.

A warning or an error is a failure, and its type holds the severity. A note fails no run unless it
is asked for, so it is a test that passes, with what it says as its output.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from okrlint.finding import Severity
from okrlint.report.safe import for_xml, make_visible, start_line
from okrlint.report.xml import to_xml
from okrlint.told import Reported, Rules


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """A test suite a file; a file without findings is one test that passes."""
    total = sum(max(1, len(r.findings)) for r in results)
    failures = sum(_count_failures(r) for r in results)
    root = ET.Element("testsuites", name="okrlint", tests=str(total), failures=str(failures))
    for result in results:
        _append_suite(root, result)
    return to_xml(root)


def _count_failures(result: Reported) -> int:
    return sum(finding.severity > Severity.NOTE for finding in result.findings)


def _append_suite(root: ET.Element, result: Reported) -> None:
    path = for_xml(result.path)
    number, failures = max(1, len(result.findings)), str(_count_failures(result))
    suite = ET.SubElement(
        root, "testsuite", name=path, tests=str(number), failures=failures, errors="0"
    )
    if not result.findings:
        ET.SubElement(suite, "testcase", name="okrlint", classname=path)
    for finding in result.findings:
        at = result.place(finding)
        name = for_xml(f"{finding.rule} at {make_visible(at.brief)}")
        case = ET.SubElement(suite, "testcase", name=name, classname=path)
        if at.line:
            case.set("line", str(at.line))
        advice = "".join(f"\nTry: {make_visible(s.text)}" for s in finding.suggestions)
        where = f"{start_line(result.path)}:{make_visible(at.brief)}"
        text = for_xml(f"{where}: {make_visible(finding.message)}{advice}\n{finding.url}")
        if finding.severity is Severity.NOTE:
            ET.SubElement(case, "system-out").text = text
            continue
        message, kind = for_xml(finding.message), finding.severity.label
        ET.SubElement(case, "failure", message=message, type=kind).text = text
