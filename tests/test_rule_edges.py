"""What rules do at their edges, beside their own examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from okrlint import Finding, Settings, lint_text
from okrlint.dates import Calendar
from okrlint.reading import Evidence
from okrlint.registry import load_rules

HEAD = "# OKRs Q3 2026\n\n## Objective 1: Be found\n\n"
NEXT = "\n## Objective 2: Be loved\n\n- KR 1: 5 visits\n"


def found(text: str, rule: str, before: str | None = None) -> tuple[Finding, ...]:
    settings = Settings(select=(rule,), min_certainty=0)
    return lint_text(text, "okrs.md", settings, before=before).findings


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("Cut the wait to 5 days", "Cut the wait to 9 days", 1),
        ("Cut the wait to 5 days", "Cut the wait to 9 weeks", 0),
        ("Sell 50 of the loaves", "Sell 30 % of the loaves", 0),
    ],
)
def test_targets_are_compared_in_one_unit(was: str, now: str, told: int) -> None:
    before, after = (f"{HEAD}- KR 1: {one}\n" for one in (was, now))
    assert len(found(after, "target-lowered", before)) == told


def test_a_page_that_begins_in_the_middle_is_not_counted() -> None:
    page = f"{HEAD}- KR 1: 30 towns\n"
    assert found(page, "objective-count")
    assert not found(page.replace("Objective 1", "Objective 2"), "objective-count")


@pytest.mark.parametrize(
    ("page", "sure"),
    [
        (f"{HEAD}{NEXT}", True),
        (f"{HEAD}Initiatives:\n\n- call Ben\n", True),
        (f"{HEAD}## Links\n\n- [a](http://a.b)\n{NEXT}", False),
        (f"{HEAD}| Who | What |\n|---|---|\n| Ben | flour |\n", False),
        ("# OKRs\n\n| Objective 1: Be found | Objective 2: Be loved |\n|---|---|\n| | |\n", False),
    ],
)
def test_what_stands_below_unread_may_be_key_results(page: str, sure: bool) -> None:
    first = found(page, "objective-without-key-results")[0]
    assert (first.certainty > 0.9) is sure


def test_a_long_statement_is_quoted_short() -> None:
    words = "Raise the number of visitors of the new shop who come back within a month to 90"
    (one,) = found(f"{HEAD}- KR 1: {words}\n- KR 2: {words}\n", "duplicate-key-result")
    assert one.message.startswith('"Raise the number of visitors of the new shop who come back …"')


def test_a_compound_that_no_words_show() -> None:
    result = lint_text(
        f"{HEAD}- KR 1: Raise visits from 5 to 9\n", "", Settings(select=("compound",))
    )
    assert result.context
    ((_, key_result),) = result.document.key_results()
    reading = result.context.reading(key_result)
    whole = replace(reading, compound=(Evidence(0, len(reading.text), "more than one"),))
    context = replace(result.context, readings={key_result.prose.span: whole})
    (problem,) = load_rules().find("compound")().check(key_result, context)
    assert problem.message == "this asks for more than one result"
    assert problem.span == key_result.prose.span


def test_an_objective_that_was_dropped_is_no_repeat() -> None:
    page = f"{HEAD}- KR 1: 30 towns\n\n## OTHER\n\n- KR 1: 9 shops\n"
    assert found(page.replace("OTHER", "Objective 2: Be found"), "duplicate-objective")
    assert not found(page.replace("OTHER", "~~Objective 2: Be found~~"), "duplicate-objective")


def test_a_revision_that_stated_no_cycle_is_compared_too() -> None:
    before, after = f"{HEAD}- KR 1: Win 50 towns\n", f"{HEAD}- KR 1: Win 30 towns\n"
    assert found(after, "target-lowered", before.replace(" Q3 2026", ""))


def test_what_is_over_is_not_late() -> None:
    settings = Settings(select=("deadline-passed",), calendar=Calendar(today=date(2026, 9, 1)))
    page = (
        f"{HEAD}| Key result | Due | Status |\n|---|---|---|\n| 30 towns | 2026-08-01 | STATUS |\n"
    )
    told = [
        len(lint_text(page.replace("STATUS", status), "", settings).findings)
        for status in ("on track", "cancelled")
    ]
    assert told == [1, 0]


def test_a_status_in_a_language_that_is_not_read_may_close() -> None:
    settings = Settings(select=("deadline-passed",), calendar=Calendar(today=date(2026, 9, 1)))
    page = f"{HEAD}| Key result | Due | Status |\n|---|---|---|\n| TEXT | 2026-08-01 | fertig |\n"
    told = [
        len(lint_text(page.replace("TEXT", text), "", settings).findings)
        for text in ("30 towns", "Unsere Kunden kommen jeden Monat wieder in den Laden")
    ]
    assert told == [1, 0]


def test_objectives_of_different_depth_share_no_key_results() -> None:
    page = (
        "# OKRs Q3 2027\n\n### Objective 1: Guests come back to the pier\n\n"
        "## Objective 2: Crews stay for a second summer\n\n"
        "- KR: 30 of 40 sailors sign on again by 30 September\n"
    )
    assert len(found(page, "objective-without-key-results")) == 1


def test_an_objective_without_a_verb_is_not_judged_by_it() -> None:
    assert not found("# OKRs Q3 2026\n\n## Objective 1: 2026!\n", "not-aspirational")


def test_the_rest_of_a_row_may_say_how() -> None:
    page = (
        "# OKRs Q3 2026\n\n| Objective | Key result | Note |\n|---|---|---|\n"
        "| Be known | 30 towns | |\n| Be found | | |\n| Be loved | | soon |\n"
    )
    first, second = found(page, "objective-without-key-results")
    assert first.certainty > second.certainty


TWO = "# OKRs\n\n## Objective 1: Be found\n\n- KR 1: 500 visits a day\n" + NEXT
GERMAN = (
    "# OKRs\n\n## Ziel 1: Wir werden in der ganzen Stadt gefunden\n\n"
    "- SE 1: Die Zahl der Besuche steigt von 5 auf 9\n"
)


def test_what_is_due_nowhere_in_a_document_is_told_once() -> None:
    (one,) = found(TWO, "no-deadline")
    assert one.message == "no deadline: nothing says by when 2 key results here are due"
    assert one.statement == "Be found"
    dated = TWO.replace("500 visits a day", "500 visits a day by June 2026")
    assert [one.statement for one in found(dated, "no-deadline")] == ["5 visits"]


def test_many_key_results_without_an_objective_are_told_of_once() -> None:
    page = "# OKRs\n\n" + "".join(f"- KR{n}: Hall {n} sells 40 seats a day\n" for n in range(1, 6))
    assert len(lint_text(page, "okrs.md").document.orphans) == 5
    (one,) = found(page, "no-deadline")
    assert "by when 5 key results without an objective are due" in one.message


@pytest.mark.parametrize("said", ["+4 pp over the baseline", "3 days faster than the baseline"])
def test_a_gain_over_the_baseline_is_no_blank(said: str) -> None:
    page = f"{HEAD}- KR 1: Accuracy of the count rises {said}\n"
    assert not found(page, "placeholder")
    assert not any("holds the place" in one.message for one in found(page, "no-metric"))


def test_words_about_a_deadline_count_in_the_language_of_the_document() -> None:
    assert len(found(GERMAN, "no-deadline")) == 1
    assert found(GERMAN.replace("# OKRs", "# OKRs Q3 2026"), "no-deadline") == ()


def test_examples_to_learn_from_are_not_counted() -> None:
    page = "# OKR examples\n\n## Objective: Be found\n\n- KR: 500 visits a day\n"
    assert not found(page, "objective-count")
    assert found(page.replace("OKR examples", "OKRs Q3 2026"), "objective-count")


def test_what_holds_no_statement_is_not_counted() -> None:
    page = "# OKRs Q3 2026\n\n## Objective 1:\n\n## Objective 2:\n"
    assert found(page, "unread-okrs")
    assert not found(page, "objective-count")
