"""`okrlint PATH...`: lint."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from okrlint.budget import budget_of
from okrlint.cache import FOLDER, Cache, ReadingCache
from okrlint.changes import find_before, find_change
from okrlint.cli.configured import config_options, configured_rules, settings_finder
from okrlint.cli.console import (
    count,
    echo_document,
    kept_stdout,
    remark,
    say,
    use_color,
    write_report,
)
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import color_option, paths_argument, rules_option, stdin_filename_option
from okrlint.cli.sources import Sources
from okrlint.cli.summary import (
    count_by_rule,
    say_ceiling,
    share_out,
    summarize,
    tell_crashes,
    time_by_step,
)
from okrlint.config import Settings, all_rules, find_user_file
from okrlint.engine import Result, lint_text
from okrlint.errors import InputError
from okrlint.files import real_path, write_whole
from okrlint.finding import Severity
from okrlint.fix import apply_edits, render_diff
from okrlint.registry import RuleSet
from okrlint.report import FORMATS, choose_format, render_findings
from okrlint.report.safe import start_line
from okrlint.sources import Source, convert, is_markdown, size_limit

_FILE = click.Path(dir_okay=False, path_type=Path)
_LEVELS = [severity.label for severity in Severity]

_OPTIONS = (
    rules_option("--select", "Run only these rules: names, codes, letters of codes (KR), ALL."),
    rules_option("--extend-select", "Run these rules too."),
    rules_option("--ignore", "Do not run these rules."),
    click.option("--output-format", "-f", type=click.Choice(["auto", *FORMATS]), default="text",
                 help="auto: github in GitHub Actions, gitlab in GitLab CI, else text."),
    click.option("--output-file", "-o", type=_FILE, metavar="FILE",
                 help="Write the report here instead of to standard output."),
    click.option("--baseline", type=_FILE, metavar="FILE",
                 help="Leave out the findings that this file accepts (see `okrlint baseline`)."),
    click.option("--diff", metavar="REF",
                 help="Only findings on lines changed since this git revision."),
    click.option("--fix", is_flag=True, help="Apply the edits that cannot change the meaning."),
    click.option("--fix-diff", is_flag=True, help="Show those edits as a diff; write nothing."),
    click.option("--min-certainty", type=click.FloatRange(0, 1), metavar="SHARE",
                 help="Leave out findings less sure than this, 0 to 1 (default: 0.82; 0: none)."),
    click.option("--fail-level", type=click.Choice(_LEVELS),
                 help="The least severity that fails the run (default: warning)."),
    click.option("--max-findings", type=click.IntRange(min=0), metavar="N", default=0,
                 help="Fail only when more findings than this would fail the run (default: 0)."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings."),
    click.option("--statistics", is_flag=True, help="Also count the findings of each rule."),
    click.option("--show-files", is_flag=True, help="List the files that would be read, and stop."),
    click.option("--no-cache", is_flag=True, help="Neither use nor write .okrlint_cache."),
    click.option("--quiet", "-q", is_flag=True, help="Findings and errors only, no summary."),
    click.option("--verbose", "-v", is_flag=True, help="Also say where the time goes."),
    stdin_filename_option,
    config_options,
    color_option,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options of one call, typed."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    output_format: str
    output_file: Path | None
    baseline: Path | None
    diff: str | None
    fix: bool
    fix_diff: bool
    min_certainty: float | None
    fail_level: str | None
    max_findings: int
    exit_zero: bool
    statistics: bool
    show_files: bool
    no_cache: bool
    quiet: bool
    verbose: bool
    stdin_filename: str
    config: Path | None
    isolated: bool
    allow_rule_files: bool
    color: str


def _with_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command("check", short_help="Lint files and folders.")
@paths_argument
@_with_options
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Lint files, and the Markdown files in folders; `-` reads standard input.

    Files are Markdown, or Word documents, sheets and pages of HTML (docs/files.md).

    Findings go to standard output, everything else to standard error. Exit code: 0 clean (notes
    do not count), 1 findings, 2 could not do the job.
    """
    wishes = Wishes(**options)
    rules = configured_rules(wishes.config, wishes.isolated, wishes.allow_rule_files)
    sources = Sources(paths, wishes.stdin_filename, _settings(rules, wishes))
    if wishes.show_files:
        for path, _, _ in sources:
            click.echo(start_line(path))
        return ExitCode.FAILED if sources.failed else ExitCode.CLEAN
    cache = None if wishes.no_cache else ReadingCache(Path(FOLDER))
    linted = sources.each(partial(_lint, wishes=wishes, rules=rules, cache=cache))
    # The same bytes, in whatever order paths are named.
    linted = tuple(sorted(linted, key=lambda one: one.result.path))
    if wishes.fix or wishes.fix_diff:
        linted = _fix(linted, wishes, rules, sources)
        if wishes.fix_diff:
            return ExitCode.FAILED if sources.failed else ExitCode.CLEAN
    accepted = (one.settings.baseline for one in linted if one.settings.baseline)
    baseline = wishes.baseline or next(accepted, None)
    results = _narrow(linted, replace(wishes, baseline=baseline), rules)
    declared = [rule for one in linted for rule in all_rules(one.settings, rules)]
    _report(results, rules.extended(declared), wishes)
    user = find_user_file()
    yours = real_path(user).parent if user else Path()
    if user and not wishes.quiet and any(one.settings.root == yours for one in linted):
        remark(f"no configuration here, so yours holds: {user}")
    crashed = tell_crashes(results)
    if sources.failed or crashed:
        return ExitCode.FAILED
    levels = [one.settings.fail_level for one in linted]
    pairs = zip(results, levels, strict=True)
    failing = sum(f.severity >= level for result, level in pairs for f in result.findings)
    if wishes.max_findings and not wishes.quiet:
        remark(say_ceiling(failing, wishes.max_findings))
    failing = failing > wishes.max_findings
    return ExitCode.FINDINGS if failing and not wishes.exit_zero else ExitCode.CLEAN


def _settings(rules: RuleSet, wishes: Wishes) -> Callable[[Path], Settings]:
    found = settings_finder(rules, wishes.config, wishes.isolated)

    def settings_of(path: Path) -> Settings:
        settings = found(path)
        if wishes.select:
            settings = replace(settings, select=wishes.select, extend_select=())
        if wishes.min_certainty is not None:
            settings = replace(settings, min_certainty=wishes.min_certainty)
        if wishes.fail_level:
            settings = replace(settings, fail_level=Severity[wishes.fail_level.upper()])
        return replace(
            settings,
            extend_select=(*settings.extend_select, *wishes.extend_select),
            ignore=(*settings.ignore, *wishes.ignore),
        )

    return settings_of


@dataclass(frozen=True, slots=True)
class _Linted:
    """One file of the run."""

    result: Result
    settings: Settings
    before: str | None
    """The text at the revision of `--diff`."""


def _lint(
    path: str,
    source: Source,
    settings: Settings,
    *,
    wishes: Wishes,
    rules: RuleSet,
    cache: Cache | None,
) -> _Linted:
    """Lint one file; raises InputError when git cannot say what it was."""
    before = None
    if wishes.diff and path != wishes.stdin_filename:
        before = find_before(
            Path(path), wishes.diff, lambda data: convert(data, path).text, size_limit(path)
        )
    text, budget = source.text, budget_of(source.text)
    with kept_stdout():
        result = lint_text(text, path, settings, rules, cache, before, budget, source.places)
    return _Linted(result, settings, before)


def _fix(
    linted: Sequence[_Linted], wishes: Wishes, rules: RuleSet, sources: Sources
) -> tuple[_Linted, ...]:
    """Apply or show the safe edits; the results of what then stands."""
    after: list[_Linted] = []
    total = 0
    for one in linted:
        path, source = one.result.path, one.result.document.source
        if not is_markdown(path):
            remark(f"{path}: --fix writes Markdown alone, so this file stays as it is")
            after.append(one)
            continue
        text, applied = apply_edits(source, one.result.findings)
        fixed = False
        if wishes.fix_diff:
            echo_document(render_diff(path, source, text))
        elif applied and path != wishes.stdin_filename:
            try:
                write_whole(Path(path), text.encode())
                fixed = True
            except InputError as error:
                sources.fail(error)
        if fixed:
            total += applied
            with kept_stdout():
                result = lint_text(
                    text, path, one.settings, rules, before=one.before, seconds=budget_of(text)
                )
            after.append(replace(one, result=result))
        else:
            after.append(one)
    if not wishes.quiet and not wishes.fix_diff:
        remark(f"{count(total, 'edit')} applied")
    return tuple(after)


def _narrow(linted: Sequence[_Linted], wishes: Wishes, rules: RuleSet) -> list[Result]:
    """Leave out what the baseline accepts and what stands on unchanged lines."""
    kept = [_changed_only(one, rules) if wishes.diff else one.result for one in linted]
    if wishes.baseline:
        from okrlint.baseline import compare, load_baseline

        compared = compare(kept, load_baseline(wishes.baseline), wishes.baseline.parent)
        kept = list(compared.results)
        if not wishes.quiet:
            remark(f"{count(compared.known, 'finding')} accepted by {wishes.baseline}")
        if compared.stale and not wishes.diff:
            stale = count(len(compared.stale), "finding")
            remark(f"{stale} of {wishes.baseline} no longer occur; run `okrlint baseline prune`")
    return kept


def _changed_only(one: _Linted, rules: RuleSet) -> Result:
    """The findings on changed lines, and those that compare with the revision."""
    result = one.result
    comparing = {rule.name for rule in rules if rule.needs_before}
    change = find_change(one.before, result.document.source)
    places = [(finding, result.location(finding)) for finding in result.findings]
    kept = tuple(
        finding
        for finding, at in places
        if finding.rule in comparing or change.touches(at.line, at.end_line)
    )
    return replace(result, findings=kept)


def _report(results: Sequence[Result], rules: RuleSet, wishes: Wishes) -> None:
    chosen = choose_format(wishes.output_format, os.environ)
    painted = use_color(wishes.color) and wishes.output_file is None
    write_report(render_findings(chosen, results, rules, color=painted), wishes.output_file)
    for message in [] if wishes.quiet else summarize(results):
        remark(message)
    for line in (*count_by_rule(results), *share_out(results)) if wishes.statistics else []:
        say(line)
    for line in time_by_step(results) if wishes.verbose else []:
        say(line)
