"""Findings as SARIF 2.1.0, for code scanning.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.finding import Edit, Finding, Severity
from okrlint.lines import Location
from okrlint.place import Place
from okrlint.report.as_json import to_json
from okrlint.report.fingerprint import find_fingerprints
from okrlint.report.rule_class import facts_of
from okrlint.report.rule_page import render_page
from okrlint.report.safe import for_json, for_sarif, for_uri
from okrlint.rule import Rule
from okrlint.told import Reported, Rules

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(results: Sequence[Reported], rules: Rules, *, color: bool) -> str:  # noqa: ARG001
    """One log with one run; the rules are all those there are, in the order of their codes."""
    from okrlint.version import __version__

    every = list(rules)
    index = {rule.name: number for number, rule in enumerate(every)}
    driver = {
        "name": "okrlint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": "https://github.com/okrlint/okrlint",
        "rules": [_rule(rule) for rule in every],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(result, finding, fingerprint, index)
            for result, finding, fingerprint in find_fingerprints(results)
        ],
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: type[Rule]) -> dict[str, object]:
    facts = facts_of(rule)
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.summary[0].upper()}{rule.summary[1:]}."},
        "fullDescription": {"text": facts.why},
        "help": {"text": facts.why, "markdown": render_page(facts)},
        "helpUri": rule.url,
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
        "properties": {"tags": ["okr", rule.name], "criterion": rule.criterion},
    }


def _result(
    result: Reported, finding: Finding, fingerprint: str, index: dict[str, int]
) -> dict[str, object]:
    uri = for_uri(finding.path)
    advice = "".join(f" Try: {s.text}." for s in finding.suggestions)
    at = result.place(finding)
    physical: dict[str, object] = {"artifactLocation": {"uri": uri}}
    location: dict[str, object] = {"physicalLocation": physical}
    if at.line:
        physical["region"] = _region(at)
    if at.name:
        location["logicalLocations"] = [{"fullyQualifiedName": for_json(at.name)}]
    data: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": for_sarif(f"{at.named(finding.message)}.{advice}")},
        "locations": [location],
        "partialFingerprints": {"okrlintFinding/v1": fingerprint},
        "properties": {"certainty": round(finding.certainty, 2)},
    }
    fixes = [_fix(result, uri, s.text, s.edits) for s in finding.suggestions if s.edits]
    return {**data, "fixes": fixes} if fixes else data


def _fix(result: Reported, uri: str, text: str, edits: Sequence[Edit]) -> dict[str, object]:
    replacements = [
        {
            "deletedRegion": _region(result.lines.location(edit.span)),
            "insertedContent": {"text": edit.text},
        }
        for edit in edits
    ]
    change = {"artifactLocation": {"uri": uri}, "replacements": replacements}
    return {"description": {"text": for_sarif(text)}, "artifactChanges": [change]}


def _region(at: Place | Location) -> dict[str, int]:
    """Whole lines where there are no columns."""
    known = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
    }
    return {name: number for name, number in known.items() if number is not None}
