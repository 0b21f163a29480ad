"""The team's own words: what they change, and that they change nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from okrlint import Document, Promise, Reading, Settings, lint_text, parse
from okrlint.config import forget_settings, load_settings
from okrlint.readings import read_documents
from okrlint.registry import load_rules

PAGE = """\
# OKRs Q3 2026

**Mission:** Fresh bread for every street.

## Objective 1: Be the first bakery that people name

- KR 1: {statement}
"""


def settings(folder: Path, text: str) -> Settings:
    (folder / "okrlint.toml").write_text(text, encoding="utf-8")
    forget_settings()
    return load_settings(folder, load_rules()).settings


def read(statement: str, chosen: Settings) -> tuple[Document, Reading]:
    """The page with one key result, and what that says."""
    document = parse(PAGE.format(statement=statement), "okrs.md", chosen)
    (readings,) = read_documents([(document, chosen)])
    (key_result,) = document.objectives[0].key_results
    return document, readings[key_result.prose.span]


def amounts(reading: Reading) -> list[tuple[str, float | None, str | None]]:
    return [(reading.text[q.start : q.end], q.value, q.unit) for q in reading.quantities]


FOUND = {
    'accept = ["20 Minutes"]': ("Guests know our menu 20 Minutes", "", "no-metric"),
    'task-verbs = ["befriend"]': ("Befriend 5 harbours", "", "activity-count"),
    'metrics = ["experiment"]': ("Run 30 experiments", "activity-count", ""),
    'units = ["XK"]': ("Ovens reach 12 XK", "placeholder", ""),
    "leave-alone = ['\\{\\{.*\\}\\}']": ("30 shops sell buns {{ note }}", "placeholder", ""),
    'columns = { target = ["Zielwert"] }': ("Sold loaves\n  - Zielwert: 300", "no-metric", ""),
}
"""A key -> a statement, what is found in it without the key, and with it."""


@pytest.mark.parametrize("key", FOUND)
def test_every_key_changes_what_is_found(tmp_path: Path, key: str) -> None:
    statement, *expected = FOUND[key]
    chosen = 'select = ["no-metric", "task-like", "activity-count", "placeholder"]\n'
    text = PAGE.format(statement=statement)
    for table, rule in zip(("", f"[vocabulary]\n{key}\n"), expected, strict=True):
        found = lint_text(text, "", settings(tmp_path, chosen + table)).findings
        assert [one.rule for one in found] == rule.split()


class TestAccept:
    def test_numbers_and_dates_in_names_are_not_read(self, tmp_path: Path) -> None:
        own = settings(tmp_path, '[vocabulary]\naccept = ["Plan 2030", "March Market"]\n')
        statement = "300 guests of the March Market know Plan 2030 by June"
        _, before = read(statement, Settings())
        _, after = read(statement, own)
        assert "June" in [when.text for when in after.whens]
        assert {when.text for when in before.whens} - {when.text for when in after.whens}
        assert after.text == statement
        assert [value for _, value, _ in amounts(after)] == [300]

    def test_units_and_events_are_told_in_the_words_of_the_text(self, tmp_path: Path) -> None:
        own = settings(tmp_path, '[vocabulary]\naccept = ["Club 54"]\n')
        statement = "Sell 300 tickets before the Club 54 launch"
        _, after = read(statement, own)
        assert all(when.text in statement for when in after.whens)
        assert amounts(after) == [("300", 300, "tickets")]

    def test_nothing_is_found_in_a_term_alone(self, tmp_path: Path) -> None:
        text = PAGE.format(statement="A robust oven bakes for 30 shops")
        table = '[[rule]]\nname = "a"\nkind = "phrase"\nwords = ["robust"]\nbad=["x"]\ngood=["y"]\n'
        without = settings(tmp_path, f'select = ["a"]\n{table}')
        assert len(lint_text(text, "", without).findings) == 1
        own = f'select = ["a"]\n[vocabulary]\naccept = ["robust oven"]\n{table}'
        assert lint_text(text, "", settings(tmp_path, own)).findings == ()

    def test_vague_words_of_a_term_are_not_vague(self, tmp_path: Path) -> None:
        own = settings(tmp_path, '[vocabulary]\naccept = ["Great Bread"]\n')
        statement = "Great Bread is sold everywhere"
        _, after = read(statement, own)
        assert "Great" not in [statement[one.start : one.end] for one in after.vague]


class TestVerbs:
    @pytest.mark.parametrize(
        ("statement", "promise"),
        [
            ("Socialize the roadmap", Promise.TASK),
            ("Roadmap socialized", Promise.TASK),
            ("We socialized the roadmap", Promise.TASK),
            ("Socialize 12 plans", Promise.OUTPUT),
        ],
    )
    def test_a_task_verb(self, tmp_path: Path, statement: str, promise: Promise) -> None:
        own = settings(tmp_path, '[vocabulary]\ntask-verbs = ["socialize"]\n')
        assert read(statement, own)[1].promise is promise

    def test_a_change_of_a_measure_stays_an_outcome(self, tmp_path: Path) -> None:
        own = settings(tmp_path, '[vocabulary]\ntask-verbs = ["lift"]\n')
        _, after = read("Lift NPS from 32 to 45", own)
        assert after.promise is Promise.OUTCOME

    def test_it_is_told_as_a_task(self, tmp_path: Path) -> None:
        chosen = 'select = ["task-like"]\n[vocabulary]\ntask-verbs = ["socialize"]\n'
        text = PAGE.format(statement="Socialize the roadmap")
        (one,) = lint_text(text, "", settings(tmp_path, chosen)).findings
        assert one.message == (
            "this reads as a task (own work, in your vocabulary), and no number says how much"
        )
        assert text[one.span.start : one.span.end] == "Socialize"


class TestMetrics:
    def test_what_is_counted_is_an_outcome(self, tmp_path: Path) -> None:
        own = settings(tmp_path, '[vocabulary]\nmetrics = ["experiment"]\n')
        assert read("Run 30 paid experiments", Settings())[1].promise is Promise.OUTPUT
        assert read("Run 30 paid experiments", own)[1].promise is Promise.OUTCOME

    def test_a_metric_that_is_not_counted_changes_nothing(self, tmp_path: Path) -> None:
        own = settings(tmp_path, '[vocabulary]\nmetrics = ["NPS"]\n')
        for statement in ("Publish the NPS to 12 teams", "Write about NPS"):
            assert read(statement, own)[1] == read(statement, Settings())[1]


class TestUnits:
    @pytest.mark.parametrize(
        ("statement", "found"),
        [
            ("Throughput at 40TEU", ("40TEU", 40, "TEU")),
            ("Throughput at 1,200 TEU", ("1,200 TEU", 1200, "TEU")),
            ("Noise falls to 45 dB(A)", ("45 dB(A)", 45, "dB(A)")),
        ],
    )
    def test_a_unit_of_the_house(
        self, tmp_path: Path, statement: str, found: tuple[str, float, str]
    ) -> None:
        own = settings(tmp_path, '[vocabulary]\nunits = ["TEU", "dB(A)"]\n')
        _, after = read(statement, own)
        assert amounts(after) == [found]
        assert after.measurable

    def test_a_baseline_in_it_stays_one(self, tmp_path: Path) -> None:
        own = settings(tmp_path, '[vocabulary]\nunits = ["dB(A)"]\n')
        _, after = read("Noise falls from 55 dB(A) to 45 dB(A)", own)
        assert [(q.baseline, q.value) for q in after.quantities] == [(55, 45)]


class TestLeaveAlone:
    def test_what_matches_is_not_read_and_places_stay(self, tmp_path: Path) -> None:
        own = settings(tmp_path, "[vocabulary]\nleave-alone = ['\\[OPS-\\d+\\]', 'x{3}']\n")
        document, reading = read("[OPS-17] Pre-orders rise [ops-18] to 40 % xxx", own)
        assert reading.text == "Pre-orders rise to 40 %"
        (key_result,) = document.objectives[0].key_results
        (one,) = reading.quantities
        span = key_result.prose.source_span(one.start, one.end)
        assert document.source[span.start : span.end] == "40 %"

    def test_a_statement_never_becomes_empty(self, tmp_path: Path) -> None:
        own = settings(tmp_path, "[vocabulary]\nleave-alone = ['.*']\n")
        assert read("Pre-orders rise to 40 %", own)[1].text == "Pre-orders rise to 40 %"


def test_columns_of_the_house(tmp_path: Path) -> None:
    own = settings(
        tmp_path,
        '[vocabulary.columns]\ntarget = ["Zielwert"]\nowner = ["Hat den Hut auf"]\n',
    )
    text = (
        "# OKRs Q3 2026\n\n## Objective: Be first\n\n"
        "| Key result | Zielwert | Hat den Hut auf |\n|---|---|---|\n"
        "| Sold loaves | 300 | Ann |\n\n- KR: Sold rolls\n  - Zielwert: 40\n"
    )
    found = [
        [(one.name, one.prose.text) for one in key_result.fields]
        for _, key_result in parse(text, "", own).key_results()
    ]
    assert found == [[("target", "300"), ("owner", "Ann")], [("target", "40")]]
    plain = [key_result.field("owner") for _, key_result in parse(text).key_results()]
    assert plain == [None, None]


def test_files_add_to_each_other(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(
        '[vocabulary]\naccept = ["Plan 9"]\n[vocabulary.columns]\nowner = ["Boss"]\n', "utf-8"
    )
    own = settings(
        tmp_path,
        'extends = "house.toml"\n[vocabulary]\naccept = ["Plan 10"]\nunits = ["pax"]\n'
        '[vocabulary.columns]\nowner = ["Chef"]\n',
    )
    assert own.vocabulary.accept == ("Plan 9", "Plan 10")
    assert own.vocabulary.units == ("pax",)
    assert own.labels.fields == (("Boss", "owner"), ("Chef", "owner"))


def test_without_words_nothing_changes() -> None:
    chosen = Settings()
    same = replace(chosen, vocabulary=replace(chosen.vocabulary, accept=("Unheard of",)))
    for statement in ("Run 30 experiments", "Plan 2030 is known to 40 % by June"):
        assert read(statement, chosen)[1] == read(statement, same)[1]
