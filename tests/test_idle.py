"""What is shown as an example is told as a note, its blanks are not told."""

from __future__ import annotations

from okrlint import Settings, Severity, lint_text

MODELS = """# OKR examples for libraries

## Objective: Everybody finds a book they love

- Launch a new catalogue
- Publish 3 lists of books
- Raise loans from {now} to {target}
- Launch {service} for {readers}
- Publish [kind of list] by [date]
- Open a reading room by [date]
- Loans rise from 400 to 500 a week
"""


def found(text: str, certainty: float | None = None) -> list[tuple[int, str, Severity]]:
    settings = Settings() if certainty is None else Settings(min_certainty=certainty)
    result = lint_text(text, "page.md", settings)
    return [(result.place(f).line, f.rule, f.severity) for f in result.findings]


def test_what_an_example_says_is_a_note() -> None:
    assert found(MODELS) == [
        (5, "task-like", Severity.NOTE),
        (6, "activity-count", Severity.NOTE),
        (10, "task-like", Severity.NOTE),
    ]


def test_a_plan_is_told_as_ever() -> None:
    plan = found(MODELS.replace("OKR examples for libraries", "OKRs of the libraries"))
    assert (5, "task-like", Severity.ERROR) in plan
    assert {line for line, _, _ in plan} == {3, 5, 6, 7, 8, 9, 10}


def test_forms_and_missing_dates_of_examples_are_kept_apart() -> None:
    every = found(MODELS, certainty=0)
    assert {(3, "no-deadline"), (7, "no-metric")} <= {(line, rule) for line, rule, _ in every}
    assert {severity for _, _, severity in every} == {Severity.NOTE}
