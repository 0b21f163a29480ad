"""`okrlint report PATH... -o okrs.html`: a page to look at."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.api import Linter, ReadingCache, Settings
from okrlint.cache import FOLDER
from okrlint.cli.configured import configured_rules, settings_finder
from okrlint.cli.console import kept_stdout, remark, write_report
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import config_options, paths_argument, stdin_filename_option
from okrlint.cli.output import refuse_loss
from okrlint.cli.sources import Sources
from okrlint.cli.summary import summarize, tally_of, tell_crashes
from okrlint.config import active_rules
from okrlint.report.html import Sheet, make_sheet, render_page
from okrlint.report.html.trend import load_earlier, report_data
from okrlint.sources import Source

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("report", short_help="Write a page to look at.")
@paths_argument
@click.option("--output-file", "-o", type=_FILE, metavar="FILE",
              help="Write the page here instead of to standard output.")  # fmt: skip
@click.option("--output-format", "-f", type=click.Choice(["html", "json"]), default="html",
              help="json: the numbers, for a later --against.")  # fmt: skip
@click.option("--against", type=_FILE, metavar="FILE",
              help="Tell what changed since this JSON, of a report or of a check.")  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Neither use nor write .okrlint_cache.")
@stdin_filename_option
@config_options
def command(
    paths: tuple[str, ...],
    output_file: Path | None,
    output_format: str,
    against: Path | None,
    no_cache: bool,
    stdin_filename: str,
    config: Path | None,
    isolated: bool,
    allow_rule_files: bool,
) -> int:
    """Write one page about the OKRs of PATH...

    It tells what the course asks and how much of it is met, the OKRs with each finding beside its
    line, owners and due dates. It needs no network, and no script to be read. Findings do not fail
    this command: exit code 0, or 2 when it could not do its job.
    """
    refuse_loss(output_file, (*paths, config))
    earlier = load_earlier(against) if against else None
    rules = configured_rules(config, isolated, allow_rule_files)
    sources = Sources(paths, stdin_filename, settings_finder(rules, config, isolated))
    cache = None if no_cache else ReadingCache(Path(FOLDER))
    linter = Linter(rules=rules, cache=cache, patience=1.0)
    sheets = sources.each(lambda path, source, held: _sheet(path, source, held, linter))
    sheets = tuple(sorted(sheets, key=lambda sheet: sheet.document.path))
    rules = rules.extended(rule for sheet in sheets for rule in sheet.rules)  # the declared too
    if output_format == "json":
        from okrlint.report.as_json import to_json

        write_report(to_json(report_data(sheets, rules)), output_file)
    else:
        write_report(render_page(sheets, rules, earlier), output_file)
    tally = tally_of(sheet.result for sheet in sheets)
    for message in summarize(tally):
        remark(message)
    if output_file:
        remark(f"wrote {output_file}")
    failed = tell_crashes(tally.crashes) or sources.failed
    return ExitCode.FAILED if failed else ExitCode.CLEAN


def _sheet(path: str, source: Source, settings: Settings, linter: Linter) -> Sheet:
    with kept_stdout():
        result = linter.lint_text(source.text, path, settings=settings, places=source.places)
    return make_sheet(result, active_rules(settings, linter.rules, path))
