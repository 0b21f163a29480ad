"""The library: text, files and folders to findings."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from pathlib import Path

import pytest

import okrlint
from okrlint.registry import RuleSet, load_rules
from tests.support import BAD, GOOD


class Breaks(okrlint.KeyResultRule):
    """Fails on purpose."""

    name = "breaks"
    code = "TST001"
    summary = "always fails"
    severity = okrlint.Severity.ERROR
    criterion = "a test"
    examples = (okrlint.Bad("- KR"), okrlint.Good("- KR"))

    def check(
        self, key_result: okrlint.KeyResult, context: okrlint.Context
    ) -> Iterable[okrlint.Problem]:
        raise ValueError("no luck")


def test_three_sizes_say_the_same(folder: Path) -> None:
    by_text = okrlint.lint_text(BAD, "bad.md")
    by_file = okrlint.lint_file("bad.md")
    (by_path, _) = okrlint.lint_paths(["bad.md", "good.md"])
    assert by_text.findings == by_file.findings == by_path.findings != ()


def test_findings_are_ordered_by_place_and_survive_pickling() -> None:
    result = okrlint.lint_text(BAD, "bad.md")
    assert list(result.findings) == sorted(result.findings, key=lambda f: (f.span, f.code))
    assert pickle.loads(pickle.dumps(result.findings)) == result.findings
    assert pickle.loads(pickle.dumps(result.document)) == result.document


def test_a_rule_that_raises_does_not_stop_the_others() -> None:
    rules = load_rules([Breaks])
    result = okrlint.lint_text(BAD, "bad.md", okrlint.Settings(select=("KR", "breaks")), rules)
    assert [crash.error for crash in result.crashes] == ["ValueError: no luck"]
    assert {finding.rule for finding in result.findings} >= {"no-metric", "task-like"}


def test_two_rules_of_one_name_are_refused() -> None:
    class Twin(Breaks):
        """Has the name of another."""

        name = "no-metric"

    with pytest.raises(okrlint.RulePackError, match="'no-metric' is also .* of okrlint;"):
        load_rules([Twin])


def test_a_missing_path_is_an_input_error(folder: Path) -> None:
    with pytest.raises(okrlint.InputError, match="nowhere.md: no such file"):
        list(okrlint.lint_paths(["nowhere.md"]))


def test_severity_and_options_can_be_set() -> None:
    from okrlint_rules.document.objective_count import ObjectiveLimits

    settings = okrlint.Settings(
        select=("objective-count", "no-metric"),
        severities={"no-metric": okrlint.Severity.NOTE},
        options={"objective-count": ObjectiveLimits(least=4, most=9)},
    )
    findings = okrlint.lint_text(BAD, "bad.md", settings).findings
    by_rule = {finding.rule: finding for finding in findings}
    assert by_rule["objective-count"].message == "only 3 objectives; have 4 to 9 in a cycle"
    assert by_rule["no-metric"].severity is okrlint.Severity.NOTE


def test_struck_key_results_are_not_judged() -> None:
    text = GOOD.replace("- KR 2: 30 % of sales come from pre-orders", "- ~~KR 2: Launch a site~~")
    rules = [
        f.rule for f in okrlint.lint_text(text, "x.md", okrlint.Settings(select=("KR",))).findings
    ]
    assert rules == []


def test_a_run_of_no_rules_is_possible_only_on_purpose() -> None:
    with pytest.raises(okrlint.UnknownRuleError):
        okrlint.lint_text(BAD, settings=okrlint.Settings(select=("nothing",)))
    assert okrlint.lint_text(BAD, rules=RuleSet(())).findings == ()
