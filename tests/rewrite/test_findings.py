"""Where rewrites are told: once for each key result, in every format, in place of other advice."""

from __future__ import annotations

import json

from okrlint import Settings, lint_text
from okrlint.fix import apply_edits
from okrlint.registry import load_rules
from okrlint.report import render_findings

PAGE = """\
# OKRs Q3 2027

## Objective: Be good hosts

- KR: Launch the guests' portal
- KR: Raise NPS from 32 to 45
- KR: Buy a van
"""
ANEW = "[number] [people] use the guests' portal by 30 September"


def told(page: str, *rules: str) -> list[tuple[str, str]]:
    result = lint_text(page, "okrs.md", Settings(select=rules or ("task-like", "no-metric")))
    return [(f.rule, s.text) for f in result.findings for s in f.suggestions if s.instead]


def test_one_finding_of_a_key_result_has_it() -> None:
    assert told(PAGE) == [("task-like", ANEW)]
    assert told(PAGE, "no-metric") == [("no-metric", ANEW)]
    assert told(PAGE, "business-as-usual") == []


def test_it_stands_in_place_of_the_question() -> None:
    first, *_ = lint_text(PAGE, "okrs.md", Settings(select=("task-like",))).findings
    assert [s.text for s in first.suggestions] == [ANEW]
    assert PAGE[first.suggestions[0].instead.start :].startswith("Launch")  # type: ignore[union-attr]


def test_what_has_a_target_beside_it_has_none() -> None:
    page = (
        "# OKRs Q3 2027\n\n## Objective: Be good hosts\n\n"
        "| Key result | Target |\n|---|---|\n"
        "| Launch the guests' portal | 40 % of guests use it |\n"
    )
    assert told(page, "task-like", "activity-count") == []
    assert told(page.replace("40 % of guests use it", " "), "task-like") == [("task-like", ANEW)]


def test_a_suppressed_finding_leaves_it_to_the_next() -> None:
    comment = "<!-- okrlint-disable-next-line task-like -- agreed -->"
    page = PAGE.replace(" Q3 2027", "").replace("- KR: Launch", f"{comment}\n- KR: Launch")
    page = page.replace("45", "45 by 30 June").replace("van", "van by 30 June")
    anew = ANEW.replace("30 September", "[date]")
    rules = ("task-like", "no-metric", "no-deadline")
    assert told(page.replace(comment, ""), *rules) == [("task-like", anew)]
    assert told(page, *rules) == [("no-deadline", anew)]
    assert told(page) == []  # that it has no number was accepted with the task


def test_fix_writes_no_blanks() -> None:
    result = lint_text(PAGE, "okrs.md", Settings(select=("task-like",)))
    assert apply_edits(PAGE, result.findings) == (PAGE, 0)


def test_every_format_tells_it() -> None:
    rules = load_rules()
    results = [lint_text(PAGE, "okrs.md", Settings(select=("task-like",)))]

    def shown(form: str) -> str:
        return render_findings(form, results, rules)

    assert f"= try: {ANEW}\n" in shown("text")
    assert f"Try: {ANEW}%0A" in shown("github")
    (first, _) = json.loads(shown("json"))
    assert first["suggestions"] == [{"text": ANEW, "edits": [], "rewrite": True}]
    sarif = json.loads(shown("sarif"))["runs"][0]["results"][0]
    assert r"Try: \[number\] \[people\] use the guests' portal" in sarif["message"]["text"]
    assert "fixes" not in sarif
    assert r"\[number\] \[people\] use" in shown("markdown")
