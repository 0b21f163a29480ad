"""What is closed: done, dropped, graded, over, or only reported on. It is told as a note."""

from __future__ import annotations

import pytest

from okrlint import Settings, Severity, lint_text

PAGE = "# OKRs Q4 2026\n\n## Objective: Guests love our island\n\n{}\n"
CLOSED = "; this one is closed or scored, so for the next cycle"


def told(text: str, path: str = "okrs.md") -> list[tuple[int, Severity, bool]]:
    """The lines of tasks, how much each matters, and whether it is said to be closed."""
    result = lint_text(text, path)
    return [
        (result.place(f).line, f.severity, f.message.endswith(CLOSED))
        for f in result.findings
        if f.rule == "task-like"
    ]


@pytest.mark.parametrize(
    "beside",
    [
        *("(done)", "— Status: Dropped", "— Score: 0.7", "— Score: 0,7", "— Progress: 100 %"),
        *("— Status: ✅", "— Status: ✔", "— Status: ✔️", "[met]"),
    ],
)
def test_what_is_closed_fails_no_commit(beside: str) -> None:
    line = f"- Launch the new booking site {beside}"
    assert told(PAGE.format(line)) == [(5, Severity.NOTE, True)]


@pytest.mark.parametrize(
    "beside",
    ["— Score: 0.0", "— Progress: 60 %", "— Status: not done", "— Status: partially done", ""],
)
def test_what_is_open_is_told_as_ever(beside: str) -> None:
    line = f"- Launch the new booking site {beside}"
    assert told(PAGE.format(line)) == [(5, Severity.ERROR, False)]


def test_confidence_closes_nothing() -> None:
    line = "Confidence is out of 10.\n\n- Launch the new booking site – 7/10"
    assert told(PAGE.format(line)) == [(7, Severity.ERROR, False)]


def test_a_ticked_box_closes() -> None:
    boxes = "- [x] Launch the new booking site\n- [ ] Hire a gardener for the cottage"
    assert told(PAGE.format(boxes)) == [(5, Severity.NOTE, True), (6, Severity.ERROR, False)]


def test_a_grade_on_the_way_closes_nothing() -> None:
    table = (
        "| Key result | Score | Status |\n|---|---|---|\n"
        "| Launch the new booking site | 0.7 | On track |\n"
    )
    assert told(PAGE.format(table)) == [(7, Severity.ERROR, False)]


def test_a_graded_objective_is_closed_with_its_key_results() -> None:
    page = (
        "# OKRs 2026\n\n## Objective: Guests love our island (7/10)\n\n"
        "- Launch the new booking site\n\n## Objective: Guests come back\n\n- Print a new map\n"
    )
    assert told(page) == [(5, Severity.NOTE, True), (9, Severity.ERROR, False)]
    going = page.replace("booking site", "booking site — Status: On track")
    assert told(going) == [(5, Severity.ERROR, False), (9, Severity.ERROR, False)]


@pytest.mark.parametrize(
    ("status", "closed"),
    [
        ("✅ march", True),
        ("✅ the red one", True),
        ("✅ on track", False),
        ("✅ going well", False),
    ],
)
def test_a_tick_with_words_closes_but_for_what_goes_on(status: str, closed: bool) -> None:
    assert told(PAGE.format(f"- Launch the new booking site {status}"))[0][2] is closed


def test_a_cell_that_says_done_closes() -> None:
    table = "\n\n| Key result | Now | Due |\n|---|---|---|\n| Print a map | done, late | May |\n"
    assert told(f"# OKRs Q4 2026\n\n## Objective: Be found\n{table}")[0][2]


def test_a_zero_is_a_grade_where_others_are_graded() -> None:
    lines = "- Launch the new booking site — Score: 0.0\n- Print a new map — Score: 0.8"
    assert [severity for _, severity, _ in told(PAGE.format(lines))] == [Severity.NOTE] * 2


ROWS = "\n\n| Key result | Status |\n|---|---|\n| Launch the new booking site | 🟨 40% |\n"
SECOND = "\n\n| Key result | Status |\n|---|---|\n| Print a new map | not started |\n"


def test_a_cycle_before_another_is_over_once_it_is_told_how_it_went() -> None:
    first = f"## Q1 2027\n\n### Objective: Be found\n{ROWS}"
    second = f"\n## Q2 2027\n\n### Objective: Be loved\n{SECOND}"
    assert told(f"# OKRs\n\n{first}{second}")[0] == (10, Severity.NOTE, True)
    shares = f"# OKRs\n\n{first}{second}".replace(" Status |", " Progress |").replace(
        "🟨 40%", "40 %"
    )
    assert told(shares)[0] == (10, Severity.NOTE, True)
    together = f"# OKRs\n\n{first}{second.replace('Q2 2027', 'Q1 2027')}"
    assert told(together)[0] == (10, Severity.ERROR, False)
    plan = f"# OKRs\n\n{first}{second}".replace(" Status |", " Owner |").replace("🟨 40%", "Ann")
    assert told(plan)[0] == (10, Severity.ERROR, False)


def test_a_heading_of_past_okrs_closes_what_stands_below() -> None:
    page = "# OKRs Q3 2027\n\n## {}\n\n### Objective: Be found\n\n- KR: Launch a new catalogue\n"
    assert told(page.format("This quarter")) == [(7, Severity.ERROR, False)]
    assert told(page.format("Past OKRs")) == [(7, Severity.NOTE, True)]


def test_a_check_in_and_an_archive_only_report() -> None:
    page = PAGE.format("- Launch the new booking site")
    for path in ("archive/okrs.md", "Archives/2027/okrs.md", "archived/okrs.md"):
        assert told(page, path) == [(5, Severity.NOTE, True)]
    for path in ("okrs.md", "archive.md", "archive/of/all/okrs.md"):
        assert told(page, path) == [(5, Severity.ERROR, False)]
    report = page.replace("OKRs Q4 2026", "OKR review Q4 2026")
    (finding,) = [f for f in lint_text(report, "okrs.md").findings if f.rule == "task-like"]
    assert finding.severity is Severity.NOTE
    assert finding.message.endswith("; this page only reports on it, so for the next cycle")


@pytest.mark.parametrize(
    ("heading", "severity"),
    [
        ("Next quarter's OKRs", Severity.ERROR),
        ("5. New set, January to March 2027", Severity.ERROR),
        ("Draft for the coming quarter", Severity.ERROR),
        ("Newcomers", Severity.NOTE),
    ],
)
def test_a_review_may_hold_the_set_that_comes_next(heading: str, severity: Severity) -> None:
    page = (
        "# OKR review Q4 2026\n\n## What we had set\n\n### Objective: Guests love our island\n\n"
        "- KR: Launch the new booking site\n- KR: Paint the pier\n\n"
        f"## {heading}\n\n### Objective: Guests come back\n\n"
        "- KR: Print a new map\n- KR: 40 % of guests book again\n"
    )
    assert [(line, found) for line, found, _ in told(page)] == [
        (7, Severity.NOTE),
        (8, Severity.NOTE),
        (14, severity),
    ]


@pytest.mark.parametrize(("second", "closed"), [("(done)", True), ("", False)])
def test_an_objective_is_closed_with_the_last_of_its_key_results(second: str, closed: bool) -> None:
    page = (
        "# OKRs Q4 2026\n\n## Objective: Win 40 guests a night\n\n"
        f"- 500 visits a day (missed)\n- 40 guests a night {second}\n"
    )
    settings = Settings(select=("metric-in-objective",))
    (finding,) = lint_text(page, "okrs.md", settings).findings
    assert finding.message.endswith(CLOSED) is closed


def test_nobody_is_asked_by_when_of_what_is_closed() -> None:
    page = "# OKRs\n\n## Objective: Be found\n\n- 500 visits a day {}\n- 40 guests a night {}\n"
    assert [f.rule for f in lint_text(page.format("", ""), "a.md").findings] == ["no-deadline"]
    assert lint_text(page.format("(Score: 0.4)", "(Score: 0.6)"), "a.md").findings == ()


@pytest.mark.parametrize("statement", ["Improve NPS", "Raise renewals by 30 November"])
def test_a_way_out_of_what_is_over_asks_for_another_day(statement: str) -> None:
    """The day of a cycle that is over is none of the next one, the page's or the line's own."""
    for beside, ends in (("", "ember"), (" — Status: done", " by [date]")):
        result = lint_text(PAGE.format(f"- {statement}{beside}"), "okrs.md")
        (way,) = [one.text for f in result.findings for one in f.suggestions if one.instead]
        assert way.endswith(ends)


def test_no_question_names_a_day_that_is_over() -> None:
    for beside, named in (("", True), (" — Status: done", False)):
        result = lint_text(PAGE.format(f"- Paint the boathouse{beside}"), "okrs.md")
        (way,) = [f.suggestions[0].text for f in result.findings if f.rule == "task-like"]
        assert ("2026-12-31" in way) is named
