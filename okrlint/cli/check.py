"""`okrlint PATH...`: lint."""

from __future__ import annotations

import os
from pathlib import Path

import click

from okrlint.cli.configured import config_options, settings_finder
from okrlint.cli.console import complain, remark, use_color, write_report
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import color_option, paths_argument, rules_option, stdin_filename_option
from okrlint.cli.sources import Sources
from okrlint.cli.summary import count_by_rule, summarize
from okrlint.engine import Result, lint_text
from okrlint.registry import load_rules
from okrlint.report import FORMATS, choose_format, render_findings

ISSUES = "https://github.com/okrlint/okrlint/issues"
"""Where a rule that crashed is to be reported."""


@click.command("check", short_help="Lint files and folders.")
@paths_argument
@rules_option("--select", "Run only these rules: names, codes, letters of codes (KR), ALL.")
@rules_option("--ignore", "Do not run these rules.")
@click.option(
    "--output-format",
    "-f",
    type=click.Choice(["auto", *FORMATS]),
    default="text",
    help="auto: github in GitHub Actions, gitlab in GitLab CI, else text.",
)
@click.option(
    "--output-file",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the report here instead of to standard output.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
@click.option("--statistics", is_flag=True, help="Also count the findings of each rule, on stderr.")
@click.option("--quiet", "-q", is_flag=True, help="Findings and errors only, no summary.")
@stdin_filename_option
@config_options
@color_option
def command(  # noqa: PLR0917  (click hands options over by name)
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    output_format: str,
    output_file: Path | None,
    exit_zero: bool,
    statistics: bool,
    quiet: bool,
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
    chosen = choose_format(output_format, os.environ)
    painted = use_color(color) and output_file is None
    write_report(render_findings(chosen, results, rules, color=painted), output_file)
    for message in [] if quiet else summarize(results):
        remark(message)
    for line in count_by_rule(results) if statistics else []:
        click.echo(line, err=True)
    crashed = [crash for result in results for crash in result.crashes]
    for crash in crashed:
        complain(
            f"rule {crash.rule} failed on {crash.path}: {crash.error}; please report it: {ISSUES}"
        )
    if sources.failed or crashed:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if failing and not exit_zero else ExitCode.CLEAN
