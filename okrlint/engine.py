"""Text, files and folders -> findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter
from types import MappingProxyType

from okrlint.budget import OutOfTime, limited
from okrlint.cache import Cache
from okrlint.config import ActiveRule, Settings, active_rules, all_rules, load_settings
from okrlint.discover import find_files
from okrlint.errors import OkrlintError, describe_error
from okrlint.finding import Finding
from okrlint.lines import LineIndex, Location
from okrlint.model import Document, Places, Span, Unread
from okrlint.outline import parse as parse_markdown
from okrlint.place import Place, PlaceIndex
from okrlint.reading import Reading
from okrlint.readings import compare_with_mission, find_foreign, read_documents
from okrlint.registry import RuleSet, load_rules
from okrlint.rewrite import add_rewrites
from okrlint.rule import Before, Context, SuppressionUse
from okrlint.runner import Crash, run_rules
from okrlint.scope import resolve_dues
from okrlint.sift import sift
from okrlint.sources import load_source
from okrlint.suppress import Suppression, find_suppressions, split_suppressed
from okrlint.vocabulary import find_accepted, leave_alone


@dataclass(frozen=True, slots=True)
class Result:
    """What linting one text gave."""

    document: Document
    findings: tuple[Finding, ...]
    crashes: tuple[Crash, ...] = ()
    suppressed: int = 0
    """How many findings the author's comments hid."""
    unsure: tuple[Finding, ...] = ()
    """The findings that are left out because they are not sure enough (`min-certainty`)."""
    seconds: Mapping[str, float] = field(default_factory=dict, repr=False, compare=False)
    """Where the time went: "markdown", "language", and each rule by name."""
    lines: LineIndex = field(default_factory=lambda: LineIndex(""), repr=False, compare=False)
    context: Context | None = field(default=None, repr=False, compare=False)
    """What the rules were told of the document, for reports that tell more than findings; None
    where there was nothing to judge."""

    @property
    def path(self) -> str:
        """The path as given."""
        return self.document.path

    def location(self, finding: Finding) -> Location:
        """1-based lines and columns of a finding, in the text that was read (`document.source`)."""
        return self.lines.location(finding.span)

    def place(self, finding: Finding) -> Place:
        """Where a finding stands in its file: what people and other tools are told."""
        return self.places.place(finding.span)

    @property
    def places(self) -> PlaceIndex:
        """The places of the document."""
        return PlaceIndex(self.lines, self.document.places)


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
    """
    settings = settings or Settings()
    rules = all_rules(settings, rules or load_rules())
    try:
        with limited(seconds) if seconds else nullcontext():
            return _lint(text, path, settings, rules, cache, before, places)
    except OutOfTime:
        reason = f"this file is not read: it took more than {seconds:.0f} seconds; cut it in parts"
        return _give_up(text, path, settings, rules, Crash("", path, reason), places)
    except OkrlintError:
        raise
    except Exception as error:  # noqa: BLE001  (one text must not end the run of many)
        reason = f"this file is not read, by a fault of okrlint ({describe_error(error)})"
        return _give_up(text, path, settings, rules, Crash("", path, reason), places)


def lint_file(
    path: str | Path, settings: Settings | None = None, rules: RuleSet | None = None
) -> Result:
    """Lint one file; without `settings` those of the nearest configuration file hold.

    Raises InputError when the file cannot be read (UTF-8 text, a Word document, a sheet, a page of
    HTML), ConfigError for a configuration that cannot be used.
    """
    path = Path(path)
    rules = rules or load_rules()
    settings = settings or load_settings(path.parent, rules).settings
    source = load_source(path)
    return lint_text(source.text, str(path), settings, rules, places=source.places)


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


def parse(
    text: str, path: str = "", settings: Settings | None = None, places: Places | None = None
) -> Document:
    """Read the OKRs out of Markdown, with the labels, calendar and cycle of `settings`."""
    settings = settings or Settings()
    document = parse_markdown(text, path, settings.labels, settings.calendar, settings.cycle)
    document = replace(document, places=places) if places else document
    return leave_alone(document, settings.vocabulary.leave_alone)


def context_of(
    document: Document, readings: dict[Span, Reading], settings: Settings | None = None
) -> Context:
    """What rules and reports may ask about a document that was read."""
    settings = settings or Settings()
    return Context(
        document=document,
        readings=MappingProxyType(readings),
        dues=resolve_dues(document, readings, settings.cycle, settings.calendar),
        cycle=document.cycle or settings.cycle,
        today=settings.calendar.today,
        pipeline=settings.pipeline,
        foreign=find_foreign(document) if settings.language == "english" else {},
    )


def _lint(
    text: str,
    path: str,
    settings: Settings,
    rules: RuleSet,
    cache: Cache | None,
    before: str | None,
    places: Places | None,
) -> Result:
    active = active_rules(settings, rules, path)
    began = perf_counter()
    document = parse(text, path, settings, places)
    seconds = {"markdown": perf_counter() - began}
    lines = LineIndex(text)
    if not document.has_okrs and not document.unread:
        return Result(document, (), seconds=seconds, lines=lines)
    began = perf_counter()
    needed = any(a.rule.needs_language for a in active) and document.has_okrs
    readings = read_documents([(document, settings)], cache)[0] if needed else {}
    seconds["language"] = perf_counter() - began
    context = context_of(document, readings, settings)
    if any(a.rule.needs_mission for a in active):
        context = replace(context, strangeness=compare_with_mission(document))
    if before is not None and any(a.rule.needs_before for a in active):
        context = replace(context, before=_before(before, path, settings))
    early = run_rules([a for a in active if not a.rule.after_others], context)
    accepted = find_accepted(text, settings.vocabulary)
    early = replace(early, findings=tuple(f for f in early.findings if not accepted(f.span)))
    suppressions = find_suppressions(document, lines)
    kept, used = split_suppressed(early.findings, suppressions, lines)
    hidden = len(early.findings) - len(kept)
    every = [a.rule for a in active]
    told, unsure = sift(kept, early.findings, every, settings.min_certainty)
    context = replace(context, suppressions=_uses(suppressions, used, settings, active, rules))
    late = run_rules([a for a in active if a.rule.after_others], context)
    told = list(add_rewrites(told, active, context))
    if places:
        told = list(map(_without_edits, told))
    return Result(
        document,
        _ordered([*told, *late.findings]),
        early.crashes + late.crashes,
        hidden,
        _ordered(unsure),
        {**seconds, **early.seconds, **late.seconds},
        lines,
        context,
    )


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.span, f.code, f.message)))


def _without_edits(finding: Finding) -> Finding:
    """Edits are of Markdown: another file is changed by its own program alone."""
    suggestions = tuple(replace(s, edits=()) for s in finding.suggestions)
    return replace(finding, suggestions=suggestions)


def _give_up(
    text: str,
    path: str,
    settings: Settings,
    rules: RuleSet,
    crash: Crash,
    places: Places | None,
) -> Result:
    """The result of a text that could not be judged: never clean, and told by the rules for it."""
    lines = LineIndex(text)
    unread = (Unread(lines.line_span(1), crash.error),)
    document = Document(path, text, unread=unread, places=places)
    ran = run_rules(active_rules(settings, rules, path), context_of(document, {}, settings))
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
