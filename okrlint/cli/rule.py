"""`okrlint rule NAME|CODE` and `okrlint rule --all`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.cli.console import use_color
from okrlint.cli.options import color_option, complete_rules, config_options
from okrlint.report.rule_facts import find_own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from okrlint.report.rule_facts import RuleFacts


@click.command("rule", short_help="Explain a rule, or list all.")
@click.argument("name", required=False, metavar="NAME|CODE", shell_complete=complete_rules)
@click.option("--all", "show_all", is_flag=True, help="List all rules.")
@click.option(
    "--output-format", "-f", type=click.Choice(["text", "json", "markdown"]), default="text"
)
@config_options
@color_option
def command(
    name: str | None,
    show_all: bool,
    output_format: str,
    config: Path | None,
    isolated: bool,
    allow_rule_files: bool,
    color: str,
) -> None:
    """Explain a rule: what it finds, why, examples, options. With --all: list the rules."""
    if show_all == bool(name):
        raise click.UsageError("name one rule (`okrlint rule no-metric`), or say --all")
    one = find_own(name) if name else None
    found = iter([one]) if one else _find(name, config, isolated, allow_rule_files)
    if output_format == "json":
        from okrlint.report.as_json import to_json
        from okrlint.report.rule_page import rule_data

        data = [rule_data(facts) for facts in found]
        click.echo(to_json(data[0] if name else data), nl=False)
    elif output_format == "markdown":
        from okrlint.report.rule_page import render_page, render_table

        click.echo(render_page(next(found)) if name else render_table(found), nl=False)
    elif name:
        from okrlint.report.rule_text import LONGEST_LINE, render_text

        width = min(shutil.get_terminal_size().columns, LONGEST_LINE)
        click.echo(
            render_text(next(found), width=width, color=use_color(color)), nl=False, color=True
        )
    else:
        for facts in found:
            off = "" if facts.default else " (off by default)"
            click.echo(f"{facts.code:8} {facts.name:30} {facts.summary}{off}")


def _find(
    name: str | None, config: Path | None, isolated: bool, allow_rule_files: bool
) -> Iterator[RuleFacts]:
    """What there is to tell of one rule of a run in this folder, or of all; raises OkrlintError."""
    from okrlint.cli.configured import listed_rules
    from okrlint.report.rule_class import facts_of

    rules = listed_rules(config, isolated, allow_rule_files)
    return map(facts_of, [rules.find(name)] if name else rules)
