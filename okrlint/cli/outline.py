"""`okrlint outline PATH...`: what was read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from okrlint.api import Document, InputError, Linter, Settings, parse
from okrlint.budget import OutOfTime, budget_of, limited
from okrlint.cli.configured import configured_rules, settings_finder
from okrlint.cli.console import use_color
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import color_option, config_options, paths_argument, stdin_filename_option
from okrlint.cli.sources import Sources


def _parse(path: str, text: str, settings: Settings) -> tuple[Document, Settings]:
    """Read a file; raises InputError for one that takes too long."""
    seconds = budget_of(text)
    try:
        with limited(seconds):
            return parse(text, path, settings), settings
    except OutOfTime as error:
        raise InputError(path, f"not read: it took more than {seconds:.0f} seconds") from error


@click.command("outline", short_help="Show what was read from a file.")
@paths_argument
@click.option("--output-format", "-f", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--why",
    is_flag=True,
    help="Say what each part was taken for and which signs weighed most. FILE:LINE asks of a line.",
)
@stdin_filename_option
@config_options
@color_option
def command(
    paths: tuple[str, ...],
    output_format: str,
    why: bool,
    stdin_filename: str,
    config: Path | None,
    isolated: bool,
    allow_rule_files: bool,
    color: str,
) -> int:
    """Show the objectives and key results that okrlint reads, with labels, fields and cycle.

    JSON also holds what each key result says: promise, metric, baseline, deadline.
    """
    rules = configured_rules(config, isolated, allow_rule_files)
    find = settings_finder(rules, config, isolated)
    if why:
        return _tell_why(paths, stdin_filename, find, output_format, color)
    sources = Sources(paths, stdin_filename, find)
    read = sources.each(_parse)
    documents = [document for document, _ in read]
    if output_format == "json":
        from okrlint.report.as_json import to_json
        from okrlint.report.outline_json import outline_data

        data = [outline_data(Linter(held, rules).look_into(document)) for document, held in read]
        click.echo(to_json(data), nl=False)
    else:
        from okrlint.report.outline_text import render_outline

        trees = [render_outline(document, color=use_color(color)) for document in documents]
        click.echo("\n".join(trees), nl=False, color=True)
    return ExitCode.FAILED if sources.failed else ExitCode.CLEAN


def _tell_why(
    paths: tuple[str, ...],
    stdin_name: str,
    find: Callable[[Path], Settings],
    output_format: str,
    color: str,
) -> int:
    from okrlint.cli.outline_why import asked_for, explained
    from okrlint.report.as_json import to_json
    from okrlint.report.outline_why import render_why, why_data

    asked = asked_for(paths, stdin_name)
    sources = Sources(asked.paths, stdin_name, find)
    found = sources.each(lambda p, text, held: explained(p, text, held, asked.lines.get(p)))
    if output_format == "json":
        click.echo(to_json(list(map(why_data, found))), nl=False)
    else:
        painted = use_color(color)
        click.echo("\n".join(render_why(one, color=painted) for one in found), nl=False, color=True)
    return ExitCode.FAILED if sources.failed else ExitCode.CLEAN
