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
from okrlint.finding import Edit, Finding, Problem, Severity, Suggestion
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
            "ValueError: gave a suggestion whose edits overlap",
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


def kinds_of(rules: RuleSet, text: str = BAD) -> list[Finding]:
    settings = Settings(select=("odd",), min_certainty=0)
    return list(lint_text(text, "bad.md", settings, rules).findings)


def test_a_finding_is_as_sure_as_problem_and_statement_together() -> None:
    half = rule_that(lambda one, _: [Problem("x", one.prose.span, (), 0.5)])
    whole = rule_that(lambda one, _: [Problem("x", one.prose.span)])
    for doubted, sure in zip(kinds_of(half), kinds_of(whole), strict=True):
        assert doubted.certainty == pytest.approx(sure.certainty / 2, abs=1e-4)
        assert 0 < doubted.certainty <= 0.5


def test_a_problem_of_a_document_is_about_the_statement_that_it_stands_in() -> None:
    objective = BAD.index("## ") + BAD[BAD.index("## ") :].index(": ") + 3
    places = [Span(objective, objective + 2), Span(BAD.index("Launch"), BAD.index("Launch") + 6)]
    rules = rule_that(lambda _, context: [Problem("x", p) for p in (HERE, *places)], DocumentRule)
    nowhere, first, second = kinds_of(rules)
    assert (nowhere.statement, nowhere.about) == ("", None)
    for finding, place in ((first, places[0]), (second, places[1])):
        assert finding.about
        assert finding.about.start <= place.start < place.end <= finding.about.end
        assert BAD[place.start : place.end] in finding.statement
    assert first.certainty == second.certainty == 0.9747  # as sure as that it is a statement
    across = Span(places[0].start, places[1].end)
    wide = rule_that(lambda _, context: [Problem("x", across)], DocumentRule)
    assert [finding.about for finding in kinds_of(wide)] == [None]


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Problem("x", HERE, (), 1.5), "TypeError: gave a certainty that is no number from 0 to 1"),
        (Problem("x", HERE, (), "1"), "TypeError: gave a certainty that is no number from 0 to 1"),  # type: ignore[arg-type]
        (Problem("x", HERE, (Suggestion(1),)),  # type: ignore[arg-type]
         "TypeError: gave a message, suggestion or edit that is no text"),
        (Problem("x", Span(3, 2)), "ValueError: gave a place outside of the document: 3 to 2"),
        (Problem("x", HERE, (Suggestion("t", instead=Span(0, FAR)),)),
         f"ValueError: gave a place outside of the document: 0 to {FAR}"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_faulty_rule(problem: Problem, said: str) -> None:
    result = lint_text(BAD, "bad.md", Settings(select=("odd",)), rule_that(yielding(problem)))
    (crash,) = result.crashes
    assert str(crash) == f"rule odd failed: {said}"
    assert result.seconds["odd"] < 60


def test_edits_that_touch_do_not_overlap() -> None:
    edits = (Edit(Span(1, 2), "b"), Edit(Span(0, 1), "a"))
    (finding, *_) = kinds_of(rule_that(yielding(Problem("x", HERE, (Suggestion("t", edits),)))))
    assert finding.suggestions[0].edits == edits
    assert (finding.rule, finding.code, finding.path) == ("odd", "ODD001", "bad.md")
    assert finding.url


GERMAN = (
    "# OKRs Q3 2026\n\n## Objective 1: Wir werden in der ganzen Stadt und auf dem Land gefunden\n\n"
    "- KR 1: Die Zahl der Besuche steigt von 5 auf 9 und bleibt so bis zum Ende\n"
)


@pytest.mark.parametrize("kind", [KeyResultRule, ObjectiveRule, DocumentRule])
def test_what_is_not_english_is_shown_to_rules_that_judge_any(kind: Any) -> None:
    rules = rule_that(yielding(Problem("x", HERE)), kind)
    assert kinds_of(rules, GERMAN) == []
    assert kinds_of(rules)


_ENGLISH = "Customers come back more often than they did last year and stay longer with us"
_GERMAN = "Wir gewinnen bis Ende Juni neue Kundinnen und Kunden für unsere Werkstatt in der Stadt"


@pytest.mark.parametrize(
    ("kind", "texts", "times"),
    [
        (DocumentRule, [*[_ENGLISH] * 8, _GERMAN], 1),
        (DocumentRule, [_GERMAN, _ENGLISH], 0),
        (DocumentRule, [_GERMAN, _GERMAN], 0),
        (KeyResultRule, [*[_ENGLISH] * 8, _GERMAN], 7),
        (KeyResultRule, [_GERMAN, _GERMAN, _ENGLISH], 1),
        (ObjectiveRule, [_ENGLISH, _GERMAN], 1),
        (ObjectiveRule, [_GERMAN, _GERMAN, _ENGLISH], 0),
    ],
)
def test_only_english_is_shown_to_a_rule(kind: Any, texts: list[str], times: int) -> None:
    lines = [f"- KR: {text}, {number}\n" for number, text in enumerate(texts[1:])]
    text = f"# OKRs Q3 2025\n\n## Objective: {texts[0]}\n\n{''.join(lines)}"
    rules = rule_that(yielding(Problem("odd", HERE)), kind)
    result = lint_text(text, "okrs.md", Settings(select=("odd",), min_certainty=0), rules)
    assert len(result.findings) == times


@pytest.mark.parametrize("more", [0, 1])
def test_what_a_rule_finds_in_a_document_is_of_the_statement_around_it(more: int) -> None:
    start = BAD.index("Launch the new website")
    span = Span(start, start + len("Launch the new website") + more)
    rules = rule_that(yielding(Problem("odd", span)), DocumentRule)
    (finding,) = lint_text(BAD, "bad.md", Settings(select=("odd",)), rules).findings
    assert finding.statement == ("" if more else "Launch the new website")
