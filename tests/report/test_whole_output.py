"""One page in full as people and tools see it: in text, on GitHub, as SARIF and in an editor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from okrlint import Settings, lint_text
from okrlint.registry import load_rules
from okrlint.report import render_findings
from tests.lsp.client import Client

RULES = load_rules()
PAGE = """\
# OKRs of the ferry, Q4 2026

## Objective 1: Passengers know when their boat comes

- KR 1: Launch the timetable app
- KR 2: Print new signs
- KR 3: Publish 12 guides
- KR 4: Paint the piers
- KR 5: Complaints about waiting, currently 40 a month
- KR 6: Passengers who got a message before a delay rise from 20 % to 70 %
- KR 7: Write to the harbour

## Objective 2:

## Objective 3:
"""
TASK = "this reads as a task (own work), and no number says how much"
ASKED = "what will be different once this is done? E.g. who does what, from … to … by 2026-12-31"
COUNT = "this counts own work, not what the work changes"
STANDS = '"40" is where it stands: no number says where it will be'
FORM = (
    'no statement stands behind the label "Objective 2"; another place is as empty:'
    " a form that is not filled in is not checked"
)
APP = "[number] [people] use the timetable app by 31 December"
GUIDES = "[number] % of [readers] find what they need in the 12 guides by 31 December"
FOUND = [
    ("KR001", 5, 9, 33, "error", TASK, APP),
    ("KR001", 6, 9, 24, "error", TASK, ASKED),
    ("KR002", 7, 9, 26, "warning", COUNT, GUIDES),
    ("KR001", 8, 9, 24, "error", TASK, ASKED),
    ("KR003", 9, 45, 47, "error", STANDS, "say where the measure will be"),
    ("KR001", 11, 9, 29, "error", TASK, ASKED),
    ("DOC004", 13, 4, 16, "warning", FORM, ""),
]
TEXT = f"""\
ferry.md:5:9: error: {TASK} [task-like, KR001]
  5 | - KR 1: Launch the timetable app
    |         ^^^^^^^^^^^^^^^^^^^^^^^^
    = try: {APP}
    = alike on 3 more lines: 6, 8 and 11

ferry.md:9:45: error: {STANDS} [no-metric, KR003]
  9 | - KR 5: Complaints about waiting, currently 40 a month
    |                                             ^^
    = try: say where the measure will be

ferry.md:7:9: warning: {COUNT} [activity-count, KR002, 87% sure]
  7 | - KR 3: Publish 12 guides
    |         ^^^^^^^^^^^^^^^^^
    = try: {GUIDES}

ferry.md:13:4: warning: {FORM} [unread-okrs, DOC004]
  13 | ## Objective 2:
     |    ^^^^^^^^^^^^

"""


@pytest.fixture(scope="module")
def reports() -> dict[str, str]:
    results = [lint_text(PAGE, "ferry.md", Settings(), RULES)]
    return {name: render_findings(name, results, RULES) for name in ("text", "github", "sarif")}


def test_text(reports: dict[str, str]) -> None:
    assert reports["text"] == TEXT


def test_github(reports: dict[str, str]) -> None:
    names = {rule.code: (rule.name, rule.url) for rule in RULES}
    wanted = [
        f"::{level} file=ferry.md,line={line},endLine={line},col={start},endColumn={end},"
        f"title={names[code][0]} ({code})::{message}"
        + (f"%0ATry: {advice.replace('%', '%25')}" if advice else "")
        + f"%0A{names[code][1]}"
        for code, line, start, end, level, message, advice in FOUND
    ]
    assert reports["github"].splitlines() == wanted


def test_sarif(reports: dict[str, str]) -> None:
    (run,) = json.loads(reports["sarif"])["runs"]
    told = []
    for one in run["results"]:
        place = one["locations"][0]["physicalLocation"]
        region = place["region"]
        told.append(
            (one["ruleId"], region["startLine"], region["startColumn"], region["endColumn"],
             one["level"], one["message"]["text"])
        )  # fmt: skip
        assert place["artifactLocation"]["uri"] == "ferry.md"
        assert 0.77 <= one["properties"]["certainty"] <= 1
    assert told == [
        (code, line, start, end, level, _sentence(message, advice))
        for code, line, start, end, level, message, advice in FOUND
    ]


def _sentence(message: str, advice: str) -> str:
    said = f"{message}. Try: {advice}." if advice else f"{message}."
    return said.replace("[", r"\[").replace("]", r"\]")


def test_editor(tmp_path: Path) -> None:
    client = Client(tmp_path, options={"isolated": True})
    client.open("ferry.md", PAGE)
    told = [
        (one["code"], one["range"]["start"], one["range"]["end"], one["severity"], one["message"])
        for one in client.diagnostics("ferry.md", rule="task-like")
    ]
    assert client.stop() == 0
    names = {rule.code: rule.name for rule in RULES}
    assert told == [
        (names[code], {"line": line - 1, "character": start - 1},
         {"line": line - 1, "character": end - 1}, 1 if level == "error" else 2,
         f"{message}\ntry: {advice}" if advice else message)
        for code, line, start, end, level, message, advice in FOUND
    ]  # fmt: skip
