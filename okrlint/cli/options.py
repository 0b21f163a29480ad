"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from okrlint.cli.rule_words import complete_rules

paths_argument = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(), metavar="PATH..."
)
"""Files and folders; "-" reads standard input."""

stdin_filename_option = click.option(
    "--stdin-filename", default="-", metavar="NAME", help="The name of what `-` reads."
)

color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="When to colour; auto: on a terminal, unless NO_COLOR is set.",
)


def split_words(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> Any:
    """`--select a,b --select c` -> ("a", "b", "c")."""
    del ctx, param
    return tuple(word for part in value for word in part.replace(",", " ").split())


def rules_option(name: str, text: str) -> Callable[[Any], Any]:
    """An option that takes rule names, codes, letters of codes or ALL, separated by commas."""
    return click.option(
        name,
        multiple=True,
        callback=split_words,
        shell_complete=complete_rules,
        metavar="RULES",
        help=text,
    )
