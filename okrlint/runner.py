"""Runs rules over one document; a rule that raises does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from okrlint.config import ActiveRule
from okrlint.finding import Finding, Problem
from okrlint.kind import kind_of
from okrlint.model import Document, KeyResult, Objective, Span
from okrlint.rule import Context, DocumentRule, KeyResultRule, ObjectiveRule, Rule


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that raised: a fault of the rule, not of the document."""

    rule: str
    path: str
    error: str
    """The kind of the exception and its message."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What some rules found in one document."""

    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...]
    seconds: Mapping[str, float]
    """Rule name -> how long it took."""


def run_rules(active: Sequence[ActiveRule], context: Context) -> Ran:
    """Run rules; one that raises gives a Crash, and no findings."""
    path = context.document.path
    findings: list[Finding] = []
    crashes: list[Crash] = []
    seconds: dict[str, float] = {}
    for one in active:
        began = perf_counter()
        try:
            findings += [_finding(one, path, *found) for found in _run(one.rule, context)]
        except Exception as error:  # noqa: BLE001  (a rule's fault must not hide other findings)
            crashes.append(Crash(one.rule.name, path, f"{type(error).__name__}: {error}"))
        seconds[one.rule.name] = perf_counter() - began
    return Ran(tuple(findings), tuple(crashes), seconds)


def _run(rule: Rule, context: Context) -> Iterator[tuple[Problem, str]]:
    document, foreign = context.document, context.foreign
    if foreign and not rule.any_language and not _has_english(document, foreign):
        return
    if isinstance(rule, DocumentRule):
        for problem in rule.check(document, context):
            yield problem, _statement_at(document, problem.span)
    elif isinstance(rule, ObjectiveRule):
        for objective in document.objectives:
            if _is_judged(rule, objective, None, foreign):
                yield from _with_statement(rule.check(objective, context), objective)
    elif isinstance(rule, KeyResultRule):
        for parent, key_result in document.key_results():
            if _is_judged(rule, key_result, parent, foreign):
                yield from _with_statement(rule.check(key_result, context), key_result)


def _is_judged(
    rule: Rule,
    statement: KeyResult | Objective,
    parent: Objective | None,
    foreign: Mapping[Span, str],
) -> bool:
    """Whether a rule is shown a statement: not struck, in English, of a kind that it judges."""
    if statement.struck or (parent and parent.struck) or statement.prose.span in foreign:
        return False
    return not (rule.not_for and kind_of(statement, parent) in rule.not_for)


def _has_english(document: Document, foreign: Mapping[Span, str]) -> bool:
    proses = [one.prose for one in document.objectives]
    proses += [key_result.prose for _, key_result in document.key_results()]
    return any(prose.span not in foreign for prose in proses)


def _statement_at(document: Document, span: Span) -> str:
    """The statement that a problem of a document stands in; empty when it stands in none."""
    proses = [objective.prose for objective in document.objectives]
    proses += [key_result.prose for _, key_result in document.key_results()]
    for prose in proses:
        if prose.span.start <= span.start and span.end <= prose.span.end:
            return prose.text
    return ""


def _with_statement(
    problems: Iterable[Problem], statement: KeyResult | Objective
) -> Iterator[tuple[Problem, str]]:
    return ((problem, statement.prose.text) for problem in problems)


def _finding(active: ActiveRule, path: str, problem: Problem, statement: str) -> Finding:
    rule = active.rule
    return Finding(
        path=path,
        rule=rule.name,
        code=rule.code,
        severity=active.severity,
        message=problem.message,
        span=problem.span,
        url=rule.url,
        suggestions=problem.suggestions,
        statement=statement,
    )
