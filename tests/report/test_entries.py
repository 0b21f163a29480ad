"""One defect is one finding, and what many lines have in common is told once, to people."""

from __future__ import annotations

import json

import pytest

from okrlint import Settings, lint_text
from okrlint.place import Place, say_places
from okrlint.registry import load_rules
from okrlint.report import render_findings
from okrlint.result import Result

RULES = load_rules()
TASKS = """\
# OKRs of the bakery

## Objective 1: Be the bakery that the quarter talks about

- KR 1: Launch the new website
- KR 2: 30 % of sales come from pre-orders by June 2025
- KR 3: Write the handbook for new staff
- KR 4: Print the leaflets
- KR 5: Train the staff

## Objective 2: Waste less by June 2025

- KR 1: Unsold loaves fall from 40 to 10 a day
- KR 2: Happier colleagues
"""
TASK_LINES = [5, 7, 8, 9]
ASKED = ("task-like", "no-metric", "missing-mission", "objective-count", "placeholder",
         "vague-wording")  # fmt: skip


def lint(text: str = TASKS, *select: str) -> list[Result]:
    return [lint_text(text, "okrs.md", Settings(select=select or ASKED), RULES)]


def render(output_format: str, text: str = TASKS) -> str:
    return render_findings(output_format, lint(text), RULES)


def test_people_read_one_entry_for_what_many_lines_have_in_common() -> None:
    assert (
        render("text")
        == """\
okrs.md:5:9: error: this reads as a task (own work), and no number says how much [task-like, KR001]
  5 | - KR 1: Launch the new website
    |         ^^^^^^^^^^^^^^^^^^^^^^
    = try: [number] % of those who visit the new website [do what] by [date]
    = alike on 3 more lines: 7-9

okrs.md:14:9: error: no number says when this is reached [no-metric, KR003]
  14 | - KR 2: Happier colleagues
     |         ^^^^^^^^^^^^^^^^^^
     = try: say how much: where the measure stands now and where it will be

okrs.md:3:17: note: no mission says what these objectives are for [missing-mission, DOC001]
    = try: begin with a line such as "**Mission:** ..."

okrs.md:3:17: note: only 2 objectives; have 3 to 5 in a cycle [objective-count, DOC002]

"""
    )


def test_a_comment_on_a_pull_request_has_one_row_for_them() -> None:
    rows = [row.split("|")[1:3] for row in render("markdown").splitlines() if "**" in row[:30]]
    lines = [(row[0].strip(), row[1].split(":")[0].strip()) for row in rows if len(row) == 2]
    assert lines == [("5 and 7-9", "**error"), ("14", "**error"), ("", "**note"), ("", "**note")]


def test_words_that_differ_are_named_with_their_lines() -> None:
    lines = ("Cut TBD queues", "Win TBD shops", "Sell TBD buns", "Sell XX buns", "Sell XX rolls")
    text = TASKS.partition("- KR 1")[0] + "".join(f"- KR: {one} by May 2025\n" for one in lines)
    results = lint(text, "placeholder")
    assert '= alike on 4 more lines: "tbd" on 6 and 7; "xx" on 8 and 9\n' in render_findings(
        "text", results, RULES
    )
    assert '<br>"tbd" on 6 and 7; "xx" on 8 and 9 |' in render_findings("markdown", results, RULES)


def test_machines_are_told_of_every_line() -> None:
    of_json = [r for r in json.loads(render("json")) if r["rule"] == "task-like"]
    assert [row["line"] for row in of_json] == TASK_LINES
    (run,) = json.loads(render("sarif"))["runs"]
    places = [
        one["locations"][0]["physicalLocation"]["region"]["startLine"]
        for one in run["results"]
        if one["ruleId"] == "KR001"
    ]
    assert places == TASK_LINES
    said = [line for line in render("github").splitlines() if "title=task-like" in line]
    assert [int(line.split("line=")[1].split(",")[0]) for line in said] == TASK_LINES
    assert said[0] == (
        "::error file=okrs.md,line=5,endLine=5,col=9,endColumn=31,title=task-like (KR001)::"
        "this reads as a task (own work), and no number says how much%0A"
        "Try: [number] %25 of those who visit the new website [do what] by [date]%0A"
        "https://github.com/okrlint/okrlint/blob/main/rules/task-like.md"
    )


def test_what_is_said_of_the_document_comes_last() -> None:
    rules = [line.split()[-2] for line in render("grouped").splitlines()[1:] if line]
    assert rules[-2:] == ["missing-mission", "objective-count"]


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("Launch the new website", {"task-like"}),
        ("Raise the share of regulars to X %", {"no-metric"}),
        ("Improve the mood of the colleagues", {"no-metric"}),
        ("Raise NPS from TBD to 45", {"placeholder"}),
    ],
)
def test_one_defect_is_one_finding(line: str, rules: set[str]) -> None:
    (result,) = lint(TASKS.replace("Happier colleagues", line))
    assert {one.rule for one in result.findings if result.location(one).line == 14} == rules


def test_what_is_covered_speaks_where_the_other_rule_is_off() -> None:
    (result,) = lint(TASKS, "no-metric")
    assert [result.location(one).line for one in result.findings] == [*TASK_LINES, 14]


def test_a_defect_that_was_accepted_does_not_come_back_under_another_name() -> None:
    accepted = TASKS.replace("leaflets", "leaflets <!-- okrlint-disable-line task-like -->")
    (result,) = lint(accepted)
    assert 8 not in [result.location(one).line for one in result.findings]
    assert result.suppressed == 1


@pytest.mark.parametrize(
    ("lines", "words"),
    [((4,), "4"), ((4, 5), "4 and 5"), ((4, 5, 6), "4-6"), ((1, 4, 5, 6, 9), "1, 4-6 and 9")],
)
def test_lines_in_few_words(lines: tuple[int, ...], words: str) -> None:
    assert say_places([Place("", line) for line in lines]) == words
