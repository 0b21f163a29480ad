"""Findings say how sure they are; those that are not sure enough are left out, and can be seen."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from okrlint import Settings, lint_text
from okrlint.config import load_settings
from okrlint.context import Context
from okrlint.finding import Problem, Severity, Suggestion
from okrlint.model import KeyResult
from okrlint.registry import RuleSet, load_rules
from okrlint.rule import Bad, Good, KeyResultRule, Rule
from tests.support import BAD, Outcome

Run = Callable[..., Outcome]
STRICT = 'extends = "strict"\n'


def saying(name: str, code: str, certainty: Any, covers: tuple[str, ...] = ()) -> type[Rule]:
    """A rule that finds something in every key result, and is so sure of it."""

    def check(self: object, key_result: KeyResult, context: Context) -> Iterable[Problem]:
        yield Problem(name, key_result.prose.span, (Suggestion("mend it"),), certainty)

    body = {
        "__doc__": "For a test.", "name": name, "code": code, "summary": name,
        "severity": Severity.WARNING, "criterion": name, "needs_language": False,
        "examples": (Bad("- KR: a"), Good("- KR: b")), "covers": covers, "check": check,
    }  # fmt: skip
    return type("Saying", (KeyResultRule,), body)


def run(settings: Settings, *rules: type[Rule]) -> tuple[set[str], set[str]]:
    """The rules that are told, and those that are left out."""
    result = lint_text(BAD, "bad.md", settings, RuleSet((*load_rules().rules, *rules)))
    return {one.rule for one in result.findings}, {one.rule for one in result.unsure}


def test_the_unsure_are_left_out_and_kept_apart() -> None:
    rules = (saying("sure", "ODD001", 1.0), saying("unsure", "ODD002", 0.5))
    select = ("sure", "unsure")
    assert run(Settings(select=select), *rules) == ({"sure"}, {"unsure"})
    assert run(Settings(select=select, min_certainty=0.4), *rules) == ({"sure", "unsure"}, set())
    assert run(Settings(select=select, min_certainty=1), *rules)[0] == set()  # of a key result too


def test_what_is_left_out_speaks_for_nothing() -> None:
    rules = (saying("unsure", "ODD001", 0.5, ("other",)), saying("other", "ODD002", 0.99))
    select = ("unsure", "other")
    assert run(Settings(select=select), *rules) == ({"other"}, {"unsure"})
    assert run(Settings(select=select, min_certainty=0), *rules) == ({"unsure"}, set())


def test_rules_that_speak_for_each_other_are_not_both_silent() -> None:
    rules = (saying("one", "ODD001", 1.0, ("two",)), saying("two", "ODD002", 1.0, ("one",)))
    assert run(Settings(select=("one", "two")), *rules) == ({"one"}, set())


@pytest.mark.parametrize("certainty", [1.5, -0.1, "high"])
def test_a_certainty_is_a_share(certainty: Any) -> None:
    rules = RuleSet((*load_rules().rules, saying("odd", "ODD001", certainty)))
    (crash,) = lint_text(BAD, "bad.md", Settings(select=("odd",)), rules).crashes
    assert "gave a certainty that is no number from 0 to 1" in crash.error


def test_a_statement_that_may_be_none_makes_a_finding_less_sure() -> None:
    rules = RuleSet((*load_rules().rules, saying("odd", "ODD001", 1.0)))
    result = lint_text(BAD, "bad.md", Settings(select=("odd",)), rules)
    of = {k.prose.span: k.certainty for _, k in result.document.key_results()}
    told = {f.about: f.certainty for f in result.findings}
    assert told == {span: round(math.sqrt(sure), 4) for span, sure in of.items()}
    assert all(0.8 < certainty < 1 for certainty in of.values())


def test_the_command_lists_what_was_left_out(okrlint: Run, folder: Path) -> None:
    everything = okrlint("-f", "json", "--min-certainty", "0", "--select", "ALL", "bad.md")
    shares = [one["certainty"] for one in json.loads(everything.out)]
    assert any(share < 0.98 for share in shares)
    strict = okrlint("--min-certainty", "0.98", "--select", "ALL", "--statistics", "bad.md")
    left = sum(share < 0.98 for share in shares)
    assert f"{left} left out as unsure; --min-certainty 0 shows them" in strict.err
    head, *rows = strict.err.splitlines()[-len(strict.err.splitlines()) :]
    bands = [row.split() for row in (head, *rows) if " to " in row]
    assert sum(int(row[1]) for row in bands) == left


def test_a_share_is_between_0_and_1(okrlint: Run, folder: Path) -> None:
    assert okrlint("--min-certainty", "2", "bad.md").code == 2
    Path("okrlint.toml").write_text("min-certainty = 2\n", encoding="utf-8")
    assert "min-certainty" in okrlint("bad.md").err


def test_strict_wants_to_hear_more(folder: Path) -> None:
    Path("okrlint.toml").write_text(STRICT, encoding="utf-8")
    rules = load_rules()
    assert load_settings(folder, rules).settings.min_certainty < Settings().min_certainty
