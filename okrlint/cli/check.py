"""`okrlint PATH...`: lint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from okrlint.api import Severity
from okrlint.cli.options import (
    cache_dir_option,
    color_option,
    config_options,
    paths_argument,
    rules_option,
    stdin_filename_option,
)
from okrlint.cli.wishes import Wishes
from okrlint.report import FORMATS

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
                 help="Leave out findings less sure than this, 0 to 1 (default: 0.77; 0: none)."),
    click.option("--fail-level", type=click.Choice(_LEVELS),
                 help="The least severity that fails the run (default: warning)."),
    click.option("--max-findings", type=click.IntRange(min=0), metavar="N", default=0,
                 help="Fail only when more findings than this would fail the run (default: 0)."),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings."),
    click.option("--statistics", is_flag=True, help="Also count the findings of each rule."),
    click.option("--show-files", is_flag=True, help="List the files that would be read, and stop."),
    click.option("--no-cache", is_flag=True, help="Neither use nor write .okrlint_cache."),
    cache_dir_option,
    click.option("--jobs", "-j", type=click.IntRange(1, 64), metavar="N", default=1,
                 help="Read statements in N processes, where there are enough (default: 1)."),
    click.option("--quiet", "-q", is_flag=True, help="Findings and errors only, no summary."),
    click.option("--verbose", "-v", is_flag=True, help="Also say where the time goes."),
    stdin_filename_option,
    config_options,
    color_option,
)  # fmt: skip


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
    from okrlint.cli.checking import check

    return check(paths, Wishes(**options))
