"""`okrlint review`: the checklist for the meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from markdown_it import MarkdownIt

from okrlint import Settings, lint_text
from okrlint.engine import context_of
from okrlint.review.questions import load_questions
from okrlint.review.render import render_review
from tests.support import Outcome, steps

Run = Callable[..., Outcome]
PAGE = """\
# OKRs Q3 2025

## Objective: Be the bakery that the quarter talks about

- KR 1: Launch the new website
- KR 2: Regular customers rise from 120 to 200 (owner: Ada)
- ~~KR 3: No bins~~
"""


def test_what_is_known_is_filled_in_and_the_rest_is_asked(okrlint: Run, folder: Path) -> None:
    Path("one.md").write_text(PAGE, encoding="utf-8")
    code, out = (done := okrlint("review", "one.md")).code, done.out
    assert (code, done.err) == (0, "")
    assert out.startswith("# Review of one.md\n")
    assert "- Mission: not written\n- Cycle: Q3 2025, until 2025-09-30\n" in out
    assert "## Objective 1: Be the bakery that the quarter talks about (line 3)\n" in out
    task, result, dropped = out.split("\n### ")[1:]
    assert task.startswith("KR 1: Launch the new website (line 5)\n\n- Promise: task (")
    assert "- Metric and target: none that could be checked\n" in task
    assert "- Due: 2025-09-30 (said by: title)\n" in task
    assert "- okrlint, line 5: **error**: this reads as a task" in task
    assert r"  - Said anew: \[number\] % of those who visit the new website" in task
    assert "- Metric and target: “200”\n- Baseline: “120”\n" in result
    assert "okrlint, line" not in result
    assert dropped.endswith("Struck through: dropped.\n")
    questions = load_questions()
    for key in ("why", "choice", "aspirational", "aligned-unknown", "significant", "enough"):
        assert f"- [ ] **{questions[key].criterion}:** {questions[key].text}" in out
    assert questions["task"].text in task
    assert questions["number"].text in task
    assert questions["outcome"].text in result
    assert questions["source"].text in result


def test_a_number_is_said_once_and_only_as_what_it_is(okrlint: Run, folder: Path) -> None:
    page = (
        "# OKRs Q3 2025\n\n| Objective | Key result | Target |\n|---|---|---|\n"
        "| Be found | Publish 12 guides | 12 |\n| | Plan for 12 weeks is written | |\n"
    )
    Path("one.md").write_text(page, encoding="utf-8")
    said = [row for row in okrlint("review", "one.md").out.split("\n") if "and target" in row]
    assert said[0] == "- Metric and target: “12”"
    assert said[1] == "- Metric and target: none that could be checked; “12 weeks” is no target"


def test_a_mission_is_asked_about_in_its_words(okrlint: Run, folder: Path) -> None:
    out = okrlint("review", "good.md").out
    assert "How does it serve “Fresh bread for every street.”?" in out


def test_the_words_of_a_document_are_words_in_the_checklist(okrlint: Run, folder: Path) -> None:
    text = PAGE.replace(
        "the new website", "<img src=x onerror=alert(1)> [a](http://evil.example) @ada"
    )
    Path("<b>.md").write_text(text.replace("quarter", "`quarter` {0} #"), encoding="utf-8")
    html = MarkdownIt("commonmark").render(okrlint("review", "./<b>.md").out)
    assert "<img" not in html
    assert "<b>" not in html
    assert 'href="http://evil' not in html
    assert "\x1b" not in html


def test_several_files_and_one_that_cannot_be_read(okrlint: Run, folder: Path) -> None:
    Path("notes.md").write_text("# Lunch\n", encoding="utf-8")
    done = okrlint("review", "good.md", "notes.md", "missing.md")
    assert done.code == 2
    assert done.out.count("# Review of ") == 2
    assert "okrlint reads no OKRs here.\n" in done.out
    assert "missing.md" in done.err


def test_key_results_of_no_objective_are_asked_about_too(okrlint: Run, folder: Path) -> None:
    page = "# OKRs Q3 2025\n\n## Key results\n\n- KR 1: Raise NPS from 32 to 45\n- KR 2: 20 clubs\n"
    Path("orphans.md").write_text(page, encoding="utf-8")
    out = okrlint("review", "orphans.md").out
    assert "Raise NPS from 32 to 45 (line 5)" in out


def test_the_effort_grows_with_the_document() -> None:
    def effort(size: int) -> int:
        settings = Settings(select=("objective-without-key-results",))
        text = "# OKRs Q3\n" + "".join(f"\n## Objective: Open shop {n}\n" for n in range(size))
        result = lint_text(text, "okrs.md", settings)
        one, *_ = result.findings
        places = [objective.prose.span for objective in result.document.objectives]
        many = replace(result, findings=tuple(replace(one, span=place) for place in places))
        context = context_of(result.document, {}, settings)
        assert render_review(many, context).count("okrlint, line") == size
        return steps(lambda: render_review(many, context))

    assert effort(120) < 2.2 * effort(60)


def test_a_long_mission_is_quoted_short(okrlint: Run, folder: Path) -> None:
    text = PAGE.replace("## O", f"**Mission:** Bread {'for all ' * 60}people\n\n## O", 1)
    Path("one.md").write_text(text, encoding="utf-8")
    out = okrlint("review", "one.md").out
    assert out.count("for all " * 50) == 1
    assert "…”" in out
