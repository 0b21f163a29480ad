"""Text, files and folders -> findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from okrlint.cache import ReadingCache
from okrlint.config import ActiveRule, Settings, active_rules, load_settings
from okrlint.discover import find_files
from okrlint.files import read_source
from okrlint.finding import Finding, Problem
from okrlint.lines import LineIndex, Location
from okrlint.markdown import parse as parse_markdown
from okrlint.model import Document, KeyResult, Objective, Span
from okrlint.reading import Reading
from okrlint.readings import read_documents
from okrlint.registry import RuleSet, load_rules
from okrlint.rule import (
    Context,
    DocumentRule,
    KeyResultRule,
    ObjectiveRule,
    Rule,
    SuppressionUse,
)
from okrlint.scope import resolve_dues
from okrlint.suppress import Suppression, find_suppressions, split_suppressed


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that raised: a fault of the rule, not of the document."""

    rule: str
    path: str
    error: str
    """The kind of the exception and its message."""


@dataclass(frozen=True, slots=True)
class Result:
    """What linting one text gave."""

    document: Document
    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...] = ()
    suppressed: int = 0
    """How many findings the author's comments hid."""
    lines: LineIndex = field(default_factory=lambda: LineIndex(""), repr=False, compare=False)

    @property
    def path(self) -> str:
        """The path as given."""
        return self.document.path

    def location(self, finding: Finding) -> Location:
        """1-based lines and columns of a finding of this result."""
        return self.lines.location(finding.span)


def lint_text(
    text: str,
    path: str = "",
    settings: Settings | None = None,
    rules: RuleSet | None = None,
    cache: ReadingCache | None = None,
) -> Result:
    """Lint Markdown. `path` may tell the cycle ("2024-Q3.md") and is named in the findings.

    `cache` keeps what statements were read to say, between calls and runs.

    Raises OkrlintError for settings that name unknown rules or an unusable language pipeline.
    """
    settings = settings or Settings()
    rules = rules or load_rules()
    return _lint(text, path, settings, rules, cache)


def lint_file(
    path: str | Path, settings: Settings | None = None, rules: RuleSet | None = None
) -> Result:
    """Lint one file; without `settings` those of the nearest configuration file hold.

    Raises InputError when the file cannot be read as UTF-8 text, ConfigError for a configuration
    that cannot be used.
    """
    path = Path(path)
    rules = rules or load_rules()
    settings = settings or load_settings(path.parent, rules).settings
    return lint_text(read_source(path), str(path), settings, rules)


def lint_paths(
    paths: Iterable[str | Path], settings: Settings | None = None, rules: RuleSet | None = None
) -> Iterator[Result]:
    """Lint files, and the Markdown files in folders, in the order of their paths.

    Raises InputError for the first path that is missing, unreadable or a folder without Markdown.
    """
    every = rules or load_rules()

    def settings_of(path: Path) -> Settings:
        return settings or load_settings(path.parent, every).settings

    for path, applied in find_files((Path(p) for p in paths), settings_of):
        yield lint_file(path, applied, every)


def parse(text: str, path: str = "", settings: Settings | None = None) -> Document:
    """Read the OKRs out of Markdown, with the labels, calendar and cycle of `settings`."""
    settings = settings or Settings()
    return parse_markdown(text, path, settings.labels, settings.calendar, settings.cycle)


def context_of(
    document: Document, readings: dict[Span, Reading], settings: Settings | None = None
) -> Context:
    """What rules and reports may ask about a document that was read."""
    settings = settings or Settings()
    return Context(
        document=document,
        readings=readings,
        dues=resolve_dues(document, readings, settings.cycle, settings.calendar),
        cycle=document.cycle or settings.cycle,
        today=settings.calendar.today,
    )


def _lint(
    text: str, path: str, settings: Settings, rules: RuleSet, cache: ReadingCache | None
) -> Result:
    active = active_rules(settings, rules, path)
    document = parse(text, path, settings)
    lines = LineIndex(text)
    if not document.has_okrs and not document.unread:
        return Result(document, (), lines=lines)
    needed = any(a.rule.needs_language for a in active) and document.has_okrs
    readings = read_documents([(document, settings)], cache)[0] if needed else {}
    context = context_of(document, readings, settings)
    crashes: list[Crash] = []
    first = [a for a in active if not a.rule.after_others]
    findings = _find(first, context, crashes)
    suppressions = find_suppressions(document, lines)
    kept, used = split_suppressed(findings, suppressions, lines)
    context = replace(context, suppressions=_uses(suppressions, used, settings, first, rules))
    late = _find([a for a in active if a.rule.after_others], context, crashes)
    ordered = sorted([*kept, *late], key=lambda f: (f.span, f.code, f.message))
    return Result(document, tuple(ordered), tuple(crashes), len(findings) - len(kept), lines)


def _find(active: Sequence[ActiveRule], context: Context, crashes: list[Crash]) -> list[Finding]:
    """What some rules find; a rule that raises is noted in `crashes` and the others go on."""
    path = context.document.path
    findings: list[Finding] = []
    for one in active:
        try:
            findings += [_finding(one, path, *found) for found in _run(one.rule, context)]
        except Exception as error:  # noqa: BLE001  (a rule's fault must not hide other findings)
            crashes.append(Crash(one.rule.name, path, f"{type(error).__name__}: {error}"))
    return findings


def _uses(
    suppressions: Sequence[Suppression],
    used: set[Suppression],
    settings: Settings,
    active: Sequence[ActiveRule],
    rules: RuleSet,
) -> tuple[SuppressionUse, ...]:
    ran = {word for a in active for word in (a.rule.name, a.rule.code.lower())}
    known = {word for rule in rules for word in (rule.name, rule.code.lower())}
    return tuple(
        SuppressionUse(
            span=one.comment.span,
            rule=one.rule,
            known=one.rule is None or one.rule.lower() in known,
            judged=one.rule.lower() in ran if one.rule else not settings.select,
            used=one in used,
        )
        for one in suppressions
    )


def _run(rule: Rule, context: Context) -> Iterator[tuple[Problem, str]]:
    document = context.document
    if isinstance(rule, DocumentRule):
        for problem in rule.check(document, context):
            yield problem, _statement_at(document, problem.span)
    elif isinstance(rule, ObjectiveRule):
        for objective in document.objectives:
            if not objective.struck:
                yield from _with_statement(rule.check(objective, context), objective)
    elif isinstance(rule, KeyResultRule):
        for parent, key_result in document.key_results():
            if not key_result.struck and not (parent and parent.struck):
                yield from _with_statement(rule.check(key_result, context), key_result)


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
