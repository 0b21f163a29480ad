"""Runs rules over one document; a rule that raises does not stop the others."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from time import perf_counter

from okrlint.config import ActiveRule
from okrlint.context import Context
from okrlint.errors import describe_error
from okrlint.finding import Finding, Problem, Severity
from okrlint.idle import find_idle
from okrlint.interrupt import is_fault
from okrlint.kind import kind_of
from okrlint.model import Document, KeyResult, Nature, Objective, Prose, Span
from okrlint.rule import DocumentRule, KeyResultRule, ObjectiveRule, Rule

IDLE = 0.5
"""How sure it is that a finding on a form of a page of examples helps anybody, as long as it is
true: blanks and missing dates are there to be filled in by others (`docs/trust.md`)."""
CLOSED = "; this one is closed or scored, so for the next cycle"
REPORTED = "; this page only reports on it, so for the next cycle"
"""What a finding on a closed line ends with: why it is a note, and what it is good for."""


@dataclass(frozen=True, slots=True)
class Crash:
    """What kept a document from being judged whole: a rule that raised, or okrlint itself.

    >>> str(Crash("no-slang", "q3.md", "ValueError: no such word"))
    'rule no-slang failed: ValueError: no such word'
    """

    rule: str
    """The name of the rule; "" for okrlint itself."""
    path: str
    error: str
    """The kind of the exception and its message; of okrlint itself, a sentence."""
    out_of_time: bool = False
    """Whether it is that there was too little time."""

    def __str__(self) -> str:
        return f"rule {self.rule} failed: {self.error}" if self.rule else self.error


@dataclass(frozen=True, slots=True)
class Ran:
    """What some rules found in one document."""

    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...]
    seconds: Mapping[str, float]
    """Rule name -> how long it took."""


def run_rules(active: Sequence[ActiveRule], context: Context) -> Ran:
    """Run rules; one that raises gives a Crash, and no findings."""
    document = context.document
    idle = set(find_idle(document))
    findings: list[Finding] = []
    crashes: list[Crash] = []
    seconds: dict[str, float] = {}
    for one in active:
        began = perf_counter()
        try:
            findings += [_finding(one, context, found, idle) for found in _run(one.rule, context)]
        except BaseException as error:  # a rule may try to end the process
            if not is_fault(error):
                raise
            crashes.append(Crash(one.rule.name, document.path, describe_error(error)))
        seconds[one.rule.name] = perf_counter() - began
    return Ran(tuple(findings), tuple(crashes), seconds)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a rule yielded, and of which statement."""

    problem: Problem
    statement: Prose | None = None
    """None for the document as a whole."""
    certainty: float = 1.0
    """How sure it is that the statement is one. Its root counts: on labelled pages, what its signs
    make 0.5 to 0.9 sure is one more often than that."""


def _run(rule: Rule, context: Context) -> Iterator[_Found]:
    document = context.document
    foreign = {} if document.language and not rule.needs_english else context.foreign
    if foreign and not rule.any_language and _is_silent(rule, document, foreign):
        return
    if isinstance(rule, DocumentRule):
        problems = list(rule.check(document, context))
        statement_at = _statement_finder(document) if problems else None
        for problem in problems:
            at = statement_at(_checked(problem, document).span) if statement_at else None
            yield _Found(problem, at.prose, at.certainty) if at else _Found(problem)
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
    if statement.struck or (parent and parent.struck):
        return False
    if foreign and statement.prose.span in foreign:
        return False
    return not (rule.not_for and kind_of(statement, parent) in rule.not_for)


def _is_silent(rule: Rule, document: Document, foreign: Mapping[Span, str]) -> bool:
    """Whether a rule that judges English is not asked about a document at all."""
    if document.language and isinstance(rule, DocumentRule):
        return True
    return not _has_english(document, foreign)


def _has_english(document: Document, foreign: Mapping[Span, str]) -> bool:
    proses = [one.prose for one in document.objectives]
    proses += [key_result.prose for _, key_result in document.key_results()]
    return any(prose.span not in foreign for prose in proses)


def _statement_finder(document: Document) -> Callable[[Span], KeyResult | Objective | None]:
    """What gives the statement that a problem of a document stands in; None for none."""
    kinds: tuple[Iterable[KeyResult | Objective], ...] = (
        document.objectives,
        (key_result for _, key_result in document.key_results()),
    )
    ordered = [sorted(kind, key=_start) for kind in kinds]

    def find(span: Span) -> KeyResult | Objective | None:
        for statements in ordered:
            place = bisect_right(statements, span.start, key=_start)
            if place and span.end <= statements[place - 1].prose.span.end:
                return statements[place - 1]
        return None

    return find


def _start(statement: KeyResult | Objective) -> int:
    return statement.prose.span.start


def _with_statement(
    problems: Iterable[Problem], statement: KeyResult | Objective
) -> Iterator[_Found]:
    return (_Found(problem, statement.prose, statement.certainty) for problem in problems)


def _finding(
    active: ActiveRule, context: Context, found: _Found, idle: Collection[Span]
) -> Finding:
    """The finding of a problem. What a page of examples is told of, and what is closed, is a note.

    An example is copied as it is worded, so that is told, and holds up nobody's commit. When it is
    due, and what stands beside it, is asked of a plan alone. What is done, missed or graded is
    worded no more: giving the score must not fail a commit.
    """
    rule, statement, document = active.rule, found.statement, context.document
    example = statement is not None and document.nature is Nature.EXAMPLES
    closed = (
        statement is not None
        and statement.span in context.closed
        and not isinstance(rule, DocumentRule)
    )
    idly = statement is not None and statement.span in idle
    helps = IDLE if idly or (example and not isinstance(rule, KeyResultRule)) else 1.0
    sure = found.certainty**2 if example else math.sqrt(found.certainty)  # a lesson is mostly prose
    problem = _checked(found.problem, document)
    return Finding(
        path=document.path,
        rule=rule.name,
        code=rule.code,
        severity=min(active.severity, Severity.NOTE) if example or closed else active.severity,
        message=problem.message + _after(document, closed=closed and not example),
        span=problem.span,
        url=rule.url,
        suggestions=problem.suggestions,
        statement=statement.text if statement else "",
        about=statement.span if statement else None,
        certainty=round(problem.certainty * sure * helps, 4),
    )


def _after(document: Document, *, closed: bool) -> str:
    """What a finding ends with."""
    if not closed:
        return ""
    return REPORTED if document.nature is Nature.CHECK_IN else CLOSED


def _checked(problem: object, document: Document) -> Problem:
    """What a rule yielded, once it is a Problem with places inside the document.

    Raises TypeError or ValueError: a rule may be anybody's.
    """
    if not isinstance(problem, Problem):
        raise TypeError(f"yielded {type(problem).__name__}, not a Problem")
    words: list[object] = [problem.message, *(s.text for s in problem.suggestions)]
    edits = [sorted(s.edits, key=lambda edit: edit.span) for s in problem.suggestions]
    words += [edit.text for one in edits for edit in one]
    if not all(isinstance(word, str) for word in words):
        raise TypeError("gave a message, suggestion or edit that is no text")
    if not _is_share(problem.certainty):
        raise TypeError("gave a certainty that is no number from 0 to 1")
    for place in (problem.span, *(s.instead for s in problem.suggestions if s.instead)):
        _check_place(place, document)
    for one in edits:
        for edit in one:
            _check_place(edit.span, document)
        if any(b.span.start < a.span.end for a, b in pairwise(one)):
            raise ValueError("gave a suggestion whose edits overlap")
    return problem


def _is_share(value: object) -> bool:
    return isinstance(value, (int, float)) and 0 <= value <= 1


def _check_place(span: object, document: Document) -> None:
    if not isinstance(span, Span):
        raise TypeError(f"gave {type(span).__name__} as a place, not a Span")
    if not 0 <= span.start <= span.end <= len(document.source):
        raise ValueError(f"gave a place outside of the document: {span.start} to {span.end}")
