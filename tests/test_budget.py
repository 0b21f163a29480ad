"""The limit of time: what takes longer ends, and is told."""

from __future__ import annotations

import signal
import threading

import pytest

from okrlint import Settings, lint_text
from okrlint.budget import OutOfTime, budget_of, limited
from okrlint.context import Context
from okrlint.finding import Severity
from okrlint.model import Document
from okrlint.registry import RuleSet, load_rules
from okrlint.rule import Bad, DocumentRule, Good
from tests.support import BAD


def spin() -> None:
    while True:
        pass


def test_what_ends_in_time_is_not_touched() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with limited(30):
        assert sum(range(10)) == 45
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0


def test_a_loop_ends() -> None:
    with pytest.raises(OutOfTime), limited(0.05):
        spin()


def test_a_regular_expression_ends() -> None:
    import re

    with pytest.raises(OutOfTime), limited(0.05):
        re.match(r"(a|a)*b", "a" * 60)


def test_a_loop_in_another_thread_ends() -> None:
    ended: list[BaseException] = []

    def work() -> None:
        try:
            with limited(0.05):
                spin()
        except OutOfTime as error:
            ended.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(60)
    assert len(ended) == 1


def test_it_grows_with_the_text() -> None:
    assert budget_of("") < budget_of("a" * 100_000) < 2 * budget_of("")


class Endless(DocumentRule):
    """For a test."""

    name, code, summary, criterion = "endless", "END001", "endless", "endless"
    severity = Severity.WARNING
    needs_language = False
    examples = (Bad("- KR: a"), Good("- KR: b"))

    def check(self, document: Document, context: Context) -> tuple[()]:
        if document.objectives:
            spin()
        return ()


def test_a_document_that_takes_too_long_is_a_finding_and_never_clean() -> None:
    rules = RuleSet((*load_rules().rules, Endless))
    settings = Settings(select=("endless", "unread-okrs"))
    result = lint_text(BAD, "bad.md", settings, rules, seconds=0.2)
    (finding,) = result.findings
    assert finding.rule == "unread-okrs"
    assert result.location(finding).line == 1
    (crash,) = result.crashes
    assert str(crash) == finding.message
    assert crash.out_of_time
    assert "took more than 0 seconds" in finding.message
