"""What the columns of a table hold."""

from __future__ import annotations

from okrlint.beside import name_columns


def names(headers: list[str], *rows: list[str]) -> list[str | None]:
    cells = [list(column) for column in zip(*rows, strict=True)]
    return [column.name for column in name_columns(headers, cells)]


def test_by_their_headers() -> None:
    headers = ["Key result", "From", "To", "Who", "By when"]
    row = ["Waits", "60", "40", "Ruth", "June"]
    assert names(headers, row) == [None, "baseline", "target", "owner", "due"]


def test_a_target_of_dates_is_a_due_date() -> None:
    assert names(["KR", "Target"], ["Test the gate", "Week 4"], ["Hire a crew", "June"])[1] == "due"


def test_a_start_of_dates_is_no_baseline() -> None:
    assert names(["KR", "Start", "End"], ["Test the gate", "May", "June"]) == [None, None, "due"]


def test_a_goal_of_numbers_is_a_target_and_one_of_words_is_not() -> None:
    assert names(["KR", "Goal"], ["Waits", "40 days"], ["Falls", "0"])[1] == "target"
    assert names(["KR", "Goal"], ["Waits", "Serve well"], ["Falls", "Be safe"])[1] is None


def test_a_metric_column_of_names_or_of_measures() -> None:
    assert names(["KR", "Metric"], ["Serve well", "NPS"], ["Be safe", "Falls"])[1] == "metric"
    assert names(["KR", "Metric"], ["Serve well", "≥ 40"], ["Be safe", "Falls = 0"])[1] == "success"


def test_quarters_are_stages_and_beside_a_target_how_it_went() -> None:
    assert names(["KR", "Q1", "Q2"], ["Waits", "60", "50"]) == [None, "q1", "q2"]
    headers = ["KR", "Target", "Q1", "Q2"]
    assert names(headers, ["Waits", "40", "60", "50"]) == [None, "target", "progress", "progress"]


def test_quarters_of_statements_are_no_fields() -> None:
    row = ["Serve well", "30 of 40 letters are answered"]
    assert names(["Objective", "Q1"], row) == [None, None]


def test_two_columns_of_how_things_stood_are_progress() -> None:
    headers = ["KR", "End of Q2", "Current"]
    assert names(headers, ["Waits below 40", "60", "50"]) == [None, "progress", "progress"]


def test_two_columns_of_amounts_in_words_of_ones_own_are_from_and_to() -> None:
    rows = (["Waits at the gate", "60 min", "40 min", "Ruth"], ["Late boats", "9 %", "3%", "Jo"])
    headers = ["What changes", "This spring", "Our promise", "Who"]
    assert names(headers, *rows) == [None, "baseline", "target", "owner"]
    assert names(["What", "Effort", "Cost"], ["Waits at the gate", "9", "3"]) == [None] * 3
    assert names(["What", "Effort", "Cost"], ["Waits at the gate", "9 days", "3 k"]) == [None] * 3
    assert names(["#", "Waits", "Who"], ["1.1", "60 min", "Ruth"]) == [None, None, "owner"]
    assert names(["KR", "Where we are (May)", "Where we want to be"], ["Waits", "60", "40"]) == [
        None,
        "current",
        "target",
    ]


def test_what_one_time_brought_and_a_later_one_is_to_bring() -> None:
    row = ["Waits at the gate", "60", "40"]
    for headers in (["KR", "FY26 actual", "FY27 plan"], ["KR", "Q2 result", "Q3 goal"]):
        assert names(headers, row) == [None, "baseline", "target"]
    assert "baseline" not in names(["KR", "FY27 plan", "FY27 actual"], row)


def test_beside_where_it_starts_stands_where_it_goes() -> None:
    headers = ["What we're committing to", "Starting point", "Finish line", "Who"]
    row = ["Waits at the gate", "60 min", "40 min", "Ruth"]
    assert names(headers, row) == [None, "baseline", "target", "owner"]


def test_without_headers_the_cells_tell() -> None:
    headers = ["KR", "", "", "", ""]
    row = ["Waits", "60 → 40", "by June", "30%", "@ruth"]
    assert names(headers, row) == [None, "success", "due", "progress", "owner"]


def test_a_header_that_is_one_name_short() -> None:
    headers = ["KR", "Target", "Pod", "Due", "Status"]
    rows = [["1.1", "Waits", "40", "North", "2027-06-30"], ["1.2", "Falls", "0", "West", "June"]]
    assert names(headers, *rows) == [None, None, "target", None, "due"]


def test_the_date_in_a_header() -> None:
    by_june, target = name_columns(["By June", "Target (31 May)"], [["40"], ["50"]])
    assert (by_june.name, by_june.due) == ("target", (0, 7))
    assert (target.name, target.due) == ("target", (8, 14))


def test_a_target_called_by_its_period_has_no_date_of_its_own() -> None:
    dates = {
        header: name_columns(["KR", header], [["Waits"], ["40"]])[1].due
        for header in ("Target 2027", "Target FY27", "Target (Q1 2027)", "Target June")
    }
    assert [date for date in dates.values() if date is None] == [None, None]
    assert dates["Target (Q1 2027)"]
    assert dates["Target June"]


def test_no_columns_and_short_rows() -> None:
    assert name_columns([], []) == ()
    assert [c.name for c in name_columns(["Due", "Owner"], [["June"]])] == ["due", "owner"]
