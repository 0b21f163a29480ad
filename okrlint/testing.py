"""What rule authors need for their tests; okrlint's own rules are tested with the same.

import pytest
from okrlint.testing import check_example, find_examples

@pytest.mark.parametrize("rule, example", find_examples([MyRule]))
def test_example(rule, example):
    check_example(rule, example)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from okrlint.config import Settings
from okrlint.dates import Calendar
from okrlint.engine import lint_text
from okrlint.example import Bad, Good
from okrlint.finding import Finding
from okrlint.registry import RuleSet, load_rules
from okrlint.report.rule_class import is_line
from okrlint.rule import Rule

FRAME = """\
# OKRs Q3 2025

**Mission:** Every reader finds the next book they will love.

## Objective: Become the shop that readers recommend to friends

### Key results

{line}
"""
"""Where an example that is a single list line is put."""


def find_examples(rules: Iterable[type[Rule]]) -> Iterator[tuple[type[Rule], Bad | Good]]:
    """Yield each rule with each of its examples."""
    for rule in rules:
        for example in rule.examples:
            yield rule, example


def lint_example(rule: type[Rule], example: Bad | Good) -> tuple[str, tuple[Finding, ...]]:
    """The document that an example stands for, and what the rule finds in it.

    An example of one list line is put under a plain objective; all others are whole documents.
    Raises AssertionError when the rule fails.
    """
    source = _framed(example.text)
    before = None if example.before is None else _framed(example.before)
    today = dt.date.fromisoformat(example.today) if example.today else None
    select = ("ALL",) if rule.after_others else (rule.name,)
    settings = Settings(select=select, calendar=Calendar(today=today), min_certainty=0)
    rules = load_rules()
    if rule not in rules.rules:
        rules = RuleSet((*rules.rules, rule))
    result = lint_text(source, example.path, settings, rules, before=before)
    if result.crashes:
        reason = result.crashes[0].error
        raise AssertionError(f"{rule.name} failed on {example.text!r}: {reason}")
    return source, tuple(f for f in result.findings if f.rule == rule.name)


def _framed(text: str) -> str:
    """An example as a whole document."""
    return FRAME.format(line=text.strip()) if is_line(text) else text


def check_example(rule: type[Rule], example: Bad | Good) -> None:
    """Assert that the rule flags a Bad example, at the words it names, and leaves a Good one be."""
    source, findings = lint_example(rule, example)
    if isinstance(example, Good):
        if findings:
            messages = [finding.message for finding in findings]
            raise AssertionError(f"{rule.name} flags the good example {example.text!r}: {messages}")
        return
    if not findings:
        raise AssertionError(f"{rule.name} does not flag the bad example {example.text!r}")
    span = findings[0].span
    words = source[span.start : span.end]
    if example.where not in ("", words):
        raise AssertionError(
            f"{rule.name} underlines {words!r}, not {example.where!r}, in {example.text!r}"
        )
