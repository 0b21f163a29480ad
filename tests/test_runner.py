"""A rule may be anybody's: whatever it does, the others are heard and the run is not clean."""

from __future__ import annotations

import signal
from asyncio import CancelledError
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from okrlint import Settings, lint_text
from okrlint.context import Context
from okrlint.finding import Edit, Problem, Severity, Suggestion
from okrlint.model import KeyResult, Objective, Span
from okrlint.registry import RuleSet, load_rules
from okrlint.rule import Bad, DocumentRule, Good, KeyResultRule, ObjectiveRule, Rule
from tests.support import BAD, GOOD, Outcome, steps

Run = Callable[..., Outcome]
FAR = 10**6


class WordlessError(Exception):
    def __str__(self) -> str:
        raise ValueError("no words")


def rule_that(act: Callable[[Any, Context], Iterable[Any]], kind: Any = KeyResultRule) -> RuleSet:
    body = {
        "__doc__": "For a test.", "name": "odd", "code": "ODD001", "summary": "odd",
        "severity": Severity.WARNING, "criterion": "odd", "needs_language": False,
        "examples": (Bad("- KR: a"), Good("- KR: b")),
        "check": lambda self, subject, context: act(subject, context),
    }  # fmt: skip
    made: type[Rule] = type("Odd", (kind,), body)
    return RuleSet((*load_rules().rules, made))


def raising(error: BaseException) -> Callable[[Any, Context], Iterable[Any]]:
    def act(subject: Any, context: Context) -> Iterable[Any]:
        raise error
        yield

    return act


def yielding(*what: Any) -> Callable[[Any, Context], Iterable[Any]]:
    return lambda subject, context: what


def endless(subject: Any, context: Context) -> Iterable[Any]:
    return endless(subject, context)


HERE = Span(0, 1)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (raising(ValueError("wrong")), "ValueError: wrong"),
        (raising(SystemExit(0)), "SystemExit: 0"),
        (raising(GeneratorExit()), "GeneratorExit"),
        (raising(CancelledError()), "CancelledError"),
        (raising(WordlessError()), "WordlessError"),
        (endless, "RecursionError"),
        (yielding("nonsense"), "yielded str, not a Problem"),
        (yielding(None), "yielded NoneType, not a Problem"),
        (yielding(Problem("x", None)), "gave NoneType as a place"),  # type: ignore[arg-type]
        (yielding(Problem("x", Span(FAR, FAR + 1))), "outside of the document"),
        (yielding(Problem("x", Span(-5, -1))), "outside of the document"),
        (yielding(Problem("x", Span(3, 2))), "outside of the document"),
        (yielding(Problem(42, HERE)), "no text"),  # type: ignore[arg-type]
        (yielding(Problem("x", HERE, (Suggestion("t", (Edit(Span(0, FAR), ""),)),))), "outside"),
        (yielding(Problem("x", HERE, (Suggestion("t", (Edit(HERE, None),)),))), "no text"),  # type: ignore[arg-type]
        (
            yielding(Problem("x", HERE, (Suggestion("t", (Edit(HERE, "a"), Edit(HERE, "b"))),))),
            "edits overlap",
        ),
        (lambda subject, context: context.readings.clear(), "AttributeError"),
        (lambda subject, context: None, "TypeError"),
    ],
)
@pytest.mark.parametrize("kind", [KeyResultRule, ObjectiveRule, DocumentRule])
def test_what_is_wrong_with_a_rule_is_told_and_hides_nothing(
    act: Callable[..., Any], words: str, kind: Any
) -> None:
    settings = Settings(select=("odd", "no-metric"))
    result = lint_text(BAD, "bad.md", settings, rule_that(act, kind))
    assert {finding.rule for finding in result.findings} == {"no-metric"}
    (crash,) = result.crashes
    assert crash.rule == "odd"
    assert words in crash.error


def test_a_rule_file_that_ends_the_process(okrlint: Run, folder: Path) -> None:
    Path("okrlint.toml").write_text('rule-files = ["own.py"]\n', encoding="utf-8")
    endings = "SystemExit GeneratorExit KeyboardInterrupt BaseException('all')".split()
    for ending in ("import sys; sys.exit(0)", *(f"raise {error}" for error in endings)):
        Path("own.py").write_text(f"{ending}\n", encoding="utf-8")
        outcome = okrlint("--allow-rule-files", "good.md")
        assert (outcome.code, outcome.out) == (2, "")
        assert "own.py: does not run (" in outcome.err


OWN = '''
import sys
from okrlint import Bad, Good, KeyResultRule, Severity
class Own(KeyResultRule):
    """For a test."""
    name, code, summary, criterion = "own", "OWN001", "own", "own"
    severity = Severity.WARNING
    examples = (Bad("- KR: a"), Good("- KR: b"))
    def check(self, key_result, context):
        print("from the rule")
        exec(WHAT)
        return ()
print("from the file")
'''


@pytest.mark.parametrize(
    ("ending", "words"),
    [("sys.exit(0)", "SystemExit: 0"), ("raise KeyboardInterrupt", "KeyboardInterrupt")],
)
def test_a_rule_that_ends_the_process(okrlint: Run, folder: Path, ending: str, words: str) -> None:
    Path("okrlint.toml").write_text('rule-files = ["own.py"]\n', encoding="utf-8")
    Path("own.py").write_text(f'WHAT = "{ending}"\n{OWN}', encoding="utf-8")
    outcome = okrlint("-f", "concise", "--allow-rule-files", "bad.md")
    assert outcome.code == 2
    assert f"rule own failed on bad.md: {words}" in outcome.err
    assert "no-metric" in outcome.out
    assert okrlint("baseline", "create", "--allow-rule-files", "bad.md").code == 2
    assert not Path(".okrlint-baseline.json").exists()


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C as in a terminal; tests may run where it is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_a_person_who_ends_the_run_is_no_fault_of_a_rule(okrlint: Run, folder: Path) -> None:
    Path("okrlint.toml").write_text('rule-files = ["own.py"]\n', encoding="utf-8")
    Path("own.py").write_text(
        f'WHAT = "import signal; signal.raise_signal(signal.SIGINT)"\n{OWN}', encoding="utf-8"
    )
    outcome = okrlint("--allow-rule-files", "bad.md")
    assert (outcome.code, outcome.out) == (130, "")
    assert "failed" not in outcome.err


@pytest.mark.usefixtures("heard")
def test_ctrl_c_in_a_program_that_lints() -> None:
    with pytest.raises(KeyboardInterrupt):
        lint_text(BAD, "bad.md", Settings(select=("odd",)), rule_that(raising(KeyboardInterrupt())))


def test_what_a_rule_prints_is_no_part_of_the_report(okrlint: Run, folder: Path) -> None:
    Path("okrlint.toml").write_text('rule-files = ["own.py"]\n', encoding="utf-8")
    Path("own.py").write_text(f'WHAT = ""\n{OWN}', encoding="utf-8")
    outcome = okrlint("-f", "json", "--allow-rule-files", "good.md")
    assert outcome.out == "[]\n"
    assert "from the file" in outcome.err
    assert "from the rule" in outcome.err


@pytest.mark.parametrize("command", [[], ["check"], ["outline"], ["config"], ["test"],
                                     ["rule", "--all"], ["baseline", "create"]])  # fmt: skip
def test_rule_files_do_not_run_unasked(okrlint: Run, folder: Path, command: list[str]) -> None:
    Path("okrlint.toml").write_text('rule-files = ["own.py"]\n', encoding="utf-8")
    Path("own.py").write_text("open('ran', 'w')\n", encoding="utf-8")
    files = [] if command[:1] in (["test"], ["rule"]) else ["good.md"]
    outcome = okrlint(*command, *files)
    assert outcome.code == 2
    assert outcome.err == (
        "okrlint: error: rules of own.py: not run, they are code of the configuration; "
        "if you trust it, add --allow-rule-files\n"
    )
    assert not Path("ran").exists()
    if command != ["test"]:  # which would run every example
        assert okrlint(*command, "--isolated", *files).code in (0, 1)


def test_a_user_may_allow_rule_files(
    okrlint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKRLINT_ALLOW_RULE_FILES", "1")
    Path("okrlint.toml").write_text('rule-files = ["own.py"]\n', encoding="utf-8")
    Path("own.py").write_text("x = 1\n", encoding="utf-8")
    assert "holds no rule class" in okrlint("good.md").err


STRUCK = GOOD.replace("## Objective 1: Be the bakery that the quarter talks about", "{}")


@pytest.mark.parametrize(
    ("title", "subjects"),
    [
        ("## Objective 1: Be the talk of the quarter", 6),
        ("## Objective 1: ~~Be the talk of the quarter~~", 4),
    ],
)
def test_what_is_struck_is_not_judged_nor_what_is_under_it(title: str, subjects: int) -> None:
    seen: list[KeyResult | Objective] = []

    def note(subject: KeyResult, context: Context) -> Iterable[Problem]:
        seen.append(subject)
        return ()

    lint_text(STRUCK.format(title), "a.md", Settings(select=("odd",)), rule_that(note))
    assert len(seen) == subjects


def test_effort_grows_with_what_a_rule_finds() -> None:
    def effort(size: int) -> int:
        found = rule_that(yielding(*[Problem("x", HERE)] * size), DocumentRule)
        text = "# OKRs\n\n## Objective: Be found\n\n" + "- KR: reach 5 users\n" * 40
        return steps(lambda: lint_text(text, "a.md", Settings(select=("odd",)), found))

    assert effort(4_000) - effort(2_000) < 2.6 * (effort(2_000) - effort(100))
