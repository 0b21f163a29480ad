"""`okrlint review PATH...`: a checklist for the meeting."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.cli.configured import configured_rules, settings_finder
from okrlint.cli.console import kept_stdout
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import config_options, paths_argument, stdin_filename_option
from okrlint.cli.sources import Sources


@click.command("review", short_help="Write a checklist for the meeting about a file.")
@paths_argument
@stdin_filename_option
@config_options
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    config: Path | None,
    isolated: bool,
    allow_rule_files: bool,
) -> int:
    """Write a checklist for the meeting, as Markdown: what okrlint knows, and what people decide.

    Each objective and key result has what it promises, measures and by when, the findings, and
    the questions that only people can answer.
    """
    rules = configured_rules(config, isolated, allow_rule_files)
    sources = Sources(paths, stdin_filename, settings_finder(rules, config, isolated))
    from okrlint.review.review import review_text

    with kept_stdout():
        reviews = sources.each(lambda path, text, held: review_text(text, path, held, rules))
    click.echo("\n".join(reviews), nl=False)
    return ExitCode.FAILED if sources.failed else ExitCode.CLEAN
