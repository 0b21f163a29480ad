"""`okrlint read "STATEMENT"`: what okrlint reads in one statement, and why."""

from __future__ import annotations

import datetime as dt

import click

from okrlint.api import Calendar
from okrlint.cli.console import use_color
from okrlint.cli.options import color_option
from okrlint.language import load_reader


@click.command("read", short_help="Show what okrlint reads in one statement.")
@click.argument("statement")
@click.option("--output-format", "-f", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help='The day to count from, for "by June" and "next month".',
)
@color_option
def command(statement: str, output_format: str, today: dt.datetime | None, color: str) -> None:
    """Show what okrlint reads in a key result: promise, metric, baseline, deadline, and why."""
    text = " ".join(statement.split())
    if not text:
        raise click.UsageError('give a statement, as in: okrlint read "Launch the portal by June"')
    calendar = Calendar(today=today.date() if today else None)
    reading = load_reader().read([text], calendar)[0]
    if output_format == "json":
        from okrlint.report.as_json import to_json
        from okrlint.report.outline_json import reading_data

        click.echo(to_json({"text": text, **reading_data(reading)}), nl=False)
    else:
        from okrlint.language.learned import load_model
        from okrlint.report.reading_text import render_opinion, render_reading

        painted = use_color(color)
        model = load_model()
        opinion = render_opinion(model.predict([text])[0], model.explain(text), color=painted)
        shown = render_reading(reading, color=painted) + opinion
        click.echo(shown, nl=False, color=True)
