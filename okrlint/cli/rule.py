"""`okrlint rule NAME|CODE` and `okrlint rule --all`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from okrlint.cli.configured import listed_rules
from okrlint.cli.console import use_color
from okrlint.cli.options import color_option, config_options
from okrlint.cli.rule_words import complete_rules
from okrlint.report.rule_page import render_page, render_table, rule_data
from okrlint.report.rule_text import LONGEST_LINE, render_text


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
    rules = listed_rules(config, isolated, allow_rule_files)
    if output_format == "json":
        from okrlint.report.as_json import to_json

        data = [rule_data(r) for r in rules] if name is None else rule_data(rules.find(name))
        click.echo(to_json(data), nl=False)
        return
    if output_format == "text" and name is None:
        for rule in rules:
            off = "" if rule.default else " (off by default)"
            click.echo(f"{rule.code:8} {rule.name:30} {rule.summary}{off}")
        return
    if output_format == "markdown":
        page = render_table(rules) if name is None else render_page(rules.find(name))
        click.echo(page, nl=False)
        return
    width = min(shutil.get_terminal_size().columns, LONGEST_LINE)
    page = render_text(rules.find(name or ""), width=width, color=use_color(color))
    click.echo(page, nl=False, color=True)
