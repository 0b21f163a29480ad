"""Text -> findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter

from okrlint.beside import find_closed
from okrlint.budget import OutOfTime, limited
from okrlint.cache import Cache
from okrlint.config import ActiveRule, Settings, active_rules, all_rules
from okrlint.context import Before, Context, SuppressionUse
from okrlint.errors import OkrlintError, describe_error
from okrlint.finding import Finding
from okrlint.frozen import FrozenDict
from okrlint.lines import LineIndex
from okrlint.model import Document, Unread
from okrlint.outline import parse as parse_markdown
from okrlint.reading import Reading
from okrlint.readings import as_stated, compare_with_mission, find_foreign, read_documents
from okrlint.registry import RuleSet, load_rules
from okrlint.result import Result
from okrlint.rewrite import add_rewrites
from okrlint.runner import Crash, run_rules
from okrlint.scope import resolve_dues
from okrlint.sift import sift
from okrlint.span import Places, Span
from okrlint.suppress import Suppression, find_suppressions, split_suppressed
from okrlint.task import Task
from okrlint.tongues import gloss_document, restore_document
from okrlint.vocabulary import find_accepted, leave_alone


def lint_text(
    text: str,
    path: str = "",
    settings: Settings | None = None,
    rules: RuleSet | None = None,
    cache: Cache | None = None,
    before: str | None = None,
    seconds: float | None = None,
    places: Places | None = None,
) -> Result:
    """Lint Markdown. `path` may tell the cycle ("2024-Q3.md") and is named in the findings.

    `cache` keeps what statements were read to say, between calls and runs. `before` is the text at
    an earlier revision, for the rules that compare. `seconds` is the most time it may take (see
    `okrlint.budget`). `places` say where the parts of the text stand in a file that it was made
    of. A text that takes longer, or that okrlint stumbles on, is reported as one that could not be
    read, with a Crash.

    Raises OkrlintError for settings that name unknown rules or an unusable language pipeline.

    >>> [f.rule for f in lint_text(PAGE).findings]
    ['task-like']
    """
    settings = settings or Settings()
    rules = all_rules(settings, rules or load_rules())
    task = Task(text, path, settings, before, seconds, places)
    return _within(task, rules, partial(_lint, task, rules, cache))


def _within(task: Task, rules: RuleSet, work: Callable[[], Result]) -> Result:
    """What some work gives within the time of a task; else what says that it failed."""
    try:
        with limited(task.seconds) if task.seconds else nullcontext():
            return work()
    except OutOfTime:
        most = f"more than {task.seconds:.0f} seconds" if task.seconds else "too long"
        reason = f"this file is not read: it took {most}; cut it in parts"
        return _give_up(task, rules, Crash("", task.path, reason, out_of_time=True))
    except OkrlintError:
        raise
    except Exception as error:  # noqa: BLE001  (one text must not end the run of many)
        reason = f"this file is not read, by a fault of okrlint ({describe_error(error)})"
    return _give_up(task, rules, Crash("", task.path, reason))


def parse(
    text: str, path: str = "", settings: Settings | None = None, places: Places | None = None
) -> Document:
    """Read the OKRs out of Markdown, with the labels, calendar and cycle of `settings`.

    >>> [k.prose.text for _, k in parse(PAGE).key_results()]
    ['Launch the new timetable', 'Passengers rise from 900 to 1,200 a day']
    """
    settings = settings or Settings()
    labels = settings.labels
    own = (*labels.objective, *labels.key_result, *labels.mission, *(w for w, _ in labels.fields))
    gloss = gloss_document(text, path, own)
    source = gloss.text if gloss else text
    document = parse_markdown(source, path, labels, settings.calendar, settings.cycle)
    document = restore_document(document, gloss) if gloss else document
    document = replace(document, places=places) if places else document
    return leave_alone(document, settings.vocabulary.leave_alone)


def context_of(
    document: Document, readings: dict[Span, Reading], settings: Settings | None = None
) -> Context:
    """What rules and reports may ask about a document that was read."""
    settings = as_stated(settings or Settings(), document)
    return Context(
        document=document,
        readings=FrozenDict(readings),
        dues=resolve_dues(document, readings, settings.cycle, settings.calendar),
        cycle=document.cycle or settings.cycle,
        today=settings.calendar.today,
        pipeline=settings.pipeline,
        foreign=find_foreign(document) if settings.language == "english" else {},
        closed=find_closed(document),
    )


def lint_together(
    tasks: Sequence[Task], rules: RuleSet | None = None, cache: Cache | None = None
) -> list[Result]:
    """Lint texts, the statements of all read in one batch: the results of `lint_text`, sooner.

    A text that takes too long, or that okrlint stumbles on, does not stop the others. Raises what
    `lint_text` raises.
    """
    rules = rules or load_rules()
    begun = [_try_to_begin(task, rules) for task in tasks]
    readings = _read_together(tasks, begun, cache)
    return [
        lint_text(t.text, t.path, t.settings, rules, cache, t.before, t.seconds, t.places)
        if one is None or read is None
        else _within(t, rules, partial(_finish, one, read, t.before))
        for t, one, read in zip(tasks, begun, readings, strict=True)
    ]


def _try_to_begin(task: Task, rules: RuleSet) -> _Begun | None:
    """A text, parsed; None where it has to be linted alone, to say what is the matter."""
    try:
        with limited(task.seconds) if task.seconds else nullcontext():
            return _begin(task, all_rules(task.settings, rules))
    except OkrlintError:
        raise
    except (OutOfTime, Exception):  # noqa: BLE001
        return None


def _read_together(
    tasks: Sequence[Task], begun: Sequence[_Begun | None], cache: Cache | None
) -> list[dict[Span, Reading] | None]:
    """The readings of each text; None for all where that fails, as nobody knows for which."""
    wanted = [one for one in begun if one is not None and one.needs_language]
    seconds = [task.seconds for task in tasks if task.seconds]
    began = perf_counter()
    try:
        with limited(sum(seconds)) if len(seconds) == len(tasks) > 0 else nullcontext():
            read = iter(read_documents([(one.document, one.settings) for one in wanted], cache))
    except OkrlintError:
        raise
    except (OutOfTime, Exception):  # noqa: BLE001
        return [None] * len(tasks)
    for one in wanted:
        one.seconds["language"] = (perf_counter() - began) / len(wanted)
    return [next(read) if one is not None and one.needs_language else {} for one in begun]


def _lint(task: Task, rules: RuleSet, cache: Cache | None) -> Result:
    begun = _begin(task, rules)
    began = perf_counter()
    readings: dict[Span, Reading] = {}
    if begun.needs_language:
        readings = read_documents([(begun.document, task.settings)], cache)[0]
        begun.seconds["language"] = perf_counter() - began
    return _finish(begun, readings, task.before)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A text, parsed, and what is to be asked of it."""

    document: Document
    settings: Settings
    rules: RuleSet
    active: tuple[ActiveRule, ...]
    seconds: dict[str, float]

    @property
    def needs_language(self) -> bool:
        return self.document.has_okrs and any(one.rule.needs_language for one in self.active)


def _begin(task: Task, rules: RuleSet) -> _Begun:
    active = active_rules(task.settings, rules, task.path)
    began = perf_counter()
    document = parse(task.text, task.path, task.settings, task.places)
    return _Begun(document, task.settings, rules, active, {"markdown": perf_counter() - began})


def _finish(begun: _Begun, readings: dict[Span, Reading], before: str | None) -> Result:
    """What the rules find in a text whose statements are read."""
    document, settings, active = begun.document, begun.settings, begun.active
    lines = LineIndex(document.source)
    if not document.has_okrs and not document.unread:
        return Result(document, (), seconds=begun.seconds, lines=lines)
    context = context_of(document, readings, settings)
    if any(a.rule.needs_mission for a in active):
        context = replace(context, strangeness=compare_with_mission(document))
    if before is not None and any(a.rule.needs_before for a in active):
        context = replace(context, before=_before(before, document.path, settings))
    early = run_rules([a for a in active if not a.rule.after_others], context)
    accepted = find_accepted(document.source, settings.vocabulary)
    early = replace(early, findings=tuple(f for f in early.findings if not accepted(f.span)))
    suppressions = find_suppressions(document, lines)
    kept, used = split_suppressed(early.findings, suppressions, lines)
    every = [a.rule for a in active]
    told, unsure = sift(kept, early.findings, every, settings.min_certainty)
    uses = _uses(suppressions, used, settings, active, begun.rules)
    context = replace(context, suppressions=uses)
    late = run_rules([a for a in active if a.rule.after_others], context)
    told = list(add_rewrites(told, active, context))
    if document.places:
        told = list(map(_without_edits, told))
    return Result(
        document,
        _ordered([*told, *late.findings]),
        early.crashes + late.crashes,
        len(early.findings) - len(kept),
        _ordered(unsure),
        {**begun.seconds, **early.seconds, **late.seconds},
        lines,
        context,
    )


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.span, f.code, f.message)))


def _without_edits(finding: Finding) -> Finding:
    """Edits are of Markdown: another file is changed by its own program alone."""
    suggestions = tuple(replace(s, edits=()) for s in finding.suggestions)
    return replace(finding, suggestions=suggestions)


def _give_up(task: Task, rules: RuleSet, crash: Crash) -> Result:
    """The result of a text that could not be judged: never clean, and told by the rules for it."""
    lines = LineIndex(task.text)
    unread = (Unread(lines.line_span(1), crash.error),)
    document = Document(task.path, task.text, unread=unread, places=task.places)
    active = active_rules(task.settings, rules, task.path)
    ran = run_rules(active, context_of(document, {}, task.settings))
    return Result(document, ran.findings, (crash, *ran.crashes), lines=lines)


def _before(text: str, path: str, settings: Settings) -> Before:
    """The document at an earlier revision, read."""
    document = parse(text, path, settings)
    return Before(document, read_documents([(document, settings)])[0])


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
