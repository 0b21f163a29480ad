"""`okrlint PATH...`: lint."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from okrlint.cli.configured import config_options, settings_finder
from okrlint.cli.console import complain, count, remark, use_color
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import color_option, paths_argument, rules_option, stdin_filename_option
from okrlint.cli.sources import Sources
from okrlint.engine import Result, lint_text
from okrlint.finding import Severity
from okrlint.registry import load_rules
from okrlint.report import FORMATS, render_findings

ISSUES = "https://github.com/okrlint/okrlint/issues"
"""Where a rule that crashed is to be reported."""


@click.command("check", short_help="Lint files and folders.")
@paths_argument
@rules_option("--select", "Run only these rules: names, codes, letters of codes (KR), ALL.")
@rules_option("--ignore", "Do not run these rules.")
@click.option("--output-format", "-f", type=click.Choice(FORMATS), default="text")
@stdin_filename_option
@config_options
@color_option
def command(  # noqa: PLR0917  (click hands options over by name)
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    output_format: str,
    stdin_filename: str,
    config: Path | None,
    isolated: bool,
    color: str,
) -> int:
    """Lint Markdown files, and the Markdown files in folders; `-` reads standard input.

    Findings go to standard output, everything else to standard error. Exit code: 0 clean (notes
    do not count), 1 findings, 2 could not do the job.
    """
    rules = load_rules()
    find = settings_finder(rules, config, isolated, select, ignore)
    sources = Sources(paths, stdin_filename, find)
    results: list[Result] = []
    failing = False
    for path, text, settings in sources:
        result = lint_text(text, path, settings, rules)
        results.append(result)
        failing |= any(f.severity >= settings.fail_level for f in result.findings)
    report = render_findings(output_format, results, rules, color=use_color(color))
    click.echo(report, nl=False, color=True)
    for message in _summary(results):
        remark(message)
    crashed = [crash for result in results for crash in result.crashes]
    for crash in crashed:
        complain(
            f"rule {crash.rule} failed on {crash.path}: {crash.error}; please report it: {ISSUES}"
        )
    if sources.failed or crashed:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN


def _summary(results: Sequence[Result]) -> list[str]:
    """What was found and how much was read; never silent about what was not."""
    if not results:
        return []
    empty = [r.path for r in results if not r.document.source.strip()]
    without = [r.path for r in results if not r.document.has_okrs and r.path not in empty]
    said = [f"{path}: the file is empty; nothing to check" for path in empty[:3]]
    if len(without) == len(results):
        where = without[0] if len(without) == 1 else count(len(without), "file")
        return [*said, f"{where}: no OKRs found; nothing to check", *_counts(results, found=False)]
    if len(empty) == len(results):
        return said
    if without:
        said.append(f"{count(len(without), 'file')} without OKRs")
    return [*said, *_counts(results, found=True)]


def _counts(results: Sequence[Result], *, found: bool) -> list[str]:
    findings = [f for r in results for f in r.findings]
    if not findings and not found:
        return []
    parts = [
        count(number, severity.label)
        for severity in sorted(Severity, reverse=True)
        if (number := sum(f.severity is severity for f in findings))
    ]
    hidden = sum(r.suppressed for r in results)
    objectives = sum(len(r.document.objectives) for r in results)
    key_results = sum(1 for r in results for _ in r.document.key_results())
    files = sum(r.document.has_okrs for r in results)
    return [
        (", ".join(parts) or "no findings")
        + (f" ({hidden} suppressed)" if hidden else "")
        + f" in {count(objectives, 'objective')} and {count(key_results, 'key result')}"
        + f" of {count(files, 'file')}"
    ]
