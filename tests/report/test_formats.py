"""Every output format: what it holds, and that an empty report is a valid one."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from sarif_pydantic import Sarif

from okrlint import Settings, lint_text
from okrlint.registry import load_rules
from okrlint.report import FORMATS, choose_format, render_findings
from okrlint.result import Result
from tests.support import BAD, GOOD

RULES = load_rules()
SETTINGS = Settings(select=("no-metric",))
WHERE = "Launch the new website"


def lint(text: str, path: str = "team/okrs.md") -> list[Result]:
    return [lint_text(text, path, SETTINGS, RULES)]


def render(output_format: str, text: str = BAD) -> str:
    return render_findings(output_format, lint(text), RULES)


@pytest.mark.parametrize("output_format", FORMATS)
def test_two_runs_give_the_same_bytes(output_format: str) -> None:
    assert render(output_format) == render(output_format)


@pytest.mark.parametrize("output_format", FORMATS)
def test_hostile_text_stays_text(output_format: str) -> None:
    hostile = "]]> <script> | ` \x1b[31m \u202e %0A ::error:: @everyone & \x0b"
    text = BAD.replace(WHERE, f"Kind words {hostile}")
    report = render_findings(output_format, lint(text, "a b,c:d%.md"), RULES)
    assert "\x1b" not in report
    assert "<script>" not in report or output_format in ("text", "json", "json-lines", "sarif",
                                                         "gitlab", "rdjson")  # fmt: skip
    for line in report.splitlines():
        assert not line.startswith("::error::")


EMPTY = {
    "text": "",
    "concise": "",
    "grouped": "",
    "json": "[]\n",
    "json-lines": "",
    "github": "",
    "gitlab": "[]\n",
    "markdown": "okrlint: no findings.\n",
}


@pytest.mark.parametrize("output_format", EMPTY)
def test_an_empty_report(output_format: str) -> None:
    assert render(output_format, GOOD) == EMPTY[output_format]


def test_grouped() -> None:
    assert render("grouped") == (
        "team/okrs.md\n"
        "  7:9   error    no number says when this is reached  no-metric (KR003)\n"
        "  18:9  error    no number says when this is reached  no-metric (KR003)\n\n"
    )


def test_json_lines_hold_what_json_holds() -> None:
    rows = [json.loads(line) for line in render("json-lines").splitlines()]
    assert rows == json.loads(render("json"))


def test_gitlab() -> None:
    issues = json.loads(render("gitlab"))
    assert issues[0]["check_name"] == "no-metric"
    assert issues[0]["severity"] == "major"
    assert issues[0]["location"] == {"path": "team/okrs.md", "lines": {"begin": 7, "end": 7}}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 2


def test_fingerprints_do_not_change_with_edits_above() -> None:
    def prints(text: str) -> list[str]:
        return [issue["fingerprint"] for issue in json.loads(render("gitlab", text))]

    assert prints(BAD) == prints(BAD.replace("**Mission:**", "A new line.\n\n**Mission:**"))


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    text = BAD.replace("Happier colleagues", WHERE)
    fingerprints = [issue["fingerprint"] for issue in json.loads(render("gitlab", text))]
    assert len(set(fingerprints)) == len(fingerprints) == 2


def test_sarif() -> None:
    log = json.loads(render("sarif"))
    assert Sarif.model_validate(log).version == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert all(rule["helpUri"].endswith(".md") and rule["help"]["markdown"] for rule in rules)
    first = run["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "KR003"
    assert first["level"] == "error"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "team/okrs.md"
    assert place["region"] == {"startLine": 7, "startColumn": 9, "endLine": 7, "endColumn": 31}
    assert first["partialFingerprints"]


def test_sarif_without_findings_has_an_empty_list_of_results() -> None:
    log = json.loads(render("sarif", GOOD))
    assert Sarif.model_validate(log).runs[0].results == []


def test_sarif_carries_fixes() -> None:
    text = GOOD.replace(
        "## Objective 2", "<!-- okrlint-disable-file no-metric -->\n\n## Objective 2"
    )
    settings = Settings(select=("no-metric", "unused-suppression"))
    results = [lint_text(text, "a.md", settings, RULES)]
    (found,) = json.loads(render_findings("sarif", results, RULES))["runs"][0]["results"]
    assert found["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {
        "text": ""
    }


def test_junit() -> None:
    root = ET.fromstring(render("junit"))
    assert (root.get("tests"), root.get("failures")) == ("2", "2")
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == "no number says when this is reached"
    clean = ET.fromstring(render("junit", GOOD))
    assert (clean.get("tests"), clean.get("failures")) == ("1", "0")


def test_a_note_is_no_failure_for_junit() -> None:
    page = "# OKRs Q2 2027\n\n## Objective: Calm moorings\n\n- KR: 30 berths are let by June\n"
    noted = [lint_text(page, "a.md", Settings(select=("objective-count",)), RULES)]
    assert [finding.severity.label for finding in noted[0].findings] == ["note"]
    root = ET.fromstring(render_findings("junit", noted, RULES))
    assert (root.get("tests"), root.get("failures")) == ("1", "0")
    assert root.find("testsuite/testcase/failure") is None
    assert "have 3 to 5" in (root.findtext("testsuite/testcase/system-out") or "")


def test_checkstyle() -> None:
    root = ET.fromstring(render("checkstyle"))
    error = root.find("file/error")
    assert error is not None
    assert (error.get("line"), error.get("column"), error.get("severity")) == ("7", "9", "error")
    assert list(ET.fromstring(render("checkstyle", GOOD))) == []


def test_rdjson_counts_bytes() -> None:
    text = BAD.replace("- KR 1: Launch", "- 🎯 KR 1: Launch")
    first = json.loads(render("rdjson", text))["diagnostics"][0]
    assert first["location"]["range"]["start"] == {"line": 7, "column": 14}
    assert first["code"]["value"] == "no-metric"
    assert json.loads(render("rdjson", GOOD))["diagnostics"] == []


def test_markdown_is_a_table() -> None:
    report = render("markdown")
    assert report.startswith("### okrlint: 2 findings\n\n**team/okrs.md**\n")
    assert "| 7 | **error:** no number says when this is reached<br>*try:*" in report


@pytest.mark.parametrize(
    ("wanted", "environment", "chosen"),
    [
        ("auto", {}, "text"),
        ("auto", {"GITHUB_ACTIONS": "true"}, "github"),
        ("auto", {"GITLAB_CI": "true"}, "gitlab"),
        ("json", {"GITHUB_ACTIONS": "true"}, "json"),
    ],
)
def test_auto(wanted: str, environment: dict[str, str], chosen: str) -> None:
    assert choose_format(wanted, environment) == chosen
