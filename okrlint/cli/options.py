"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from okrlint.sealed import FOLDER

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


cache_dir_option = click.option(
    "--cache-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=FOLDER,
    envvar="OKRLINT_CACHE_DIR",
    metavar="FOLDER",
    help=f"Where what was read is kept (default: {FOLDER}).",
)


def complete_rules(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The rules that a word may become; they are imported only then."""
    from okrlint.cli import rule_words

    return rule_words.complete_rules(ctx, param, incomplete)


ALLOWED = "OKRLINT_ALLOW_RULE_FILES"
"""The variable with which a user allows the rule files of every repository."""


def config_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--config FILE`, `--isolated` and `--allow-rule-files`."""
    file = click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Use this configuration instead of the nearest one.",
    )
    isolated = click.option("--isolated", is_flag=True, help="Use no configuration file.")
    allowed = click.option(
        "--allow-rule-files",
        is_flag=True,
        envvar=ALLOWED,
        help="Run the `rule-files` of the configuration: Python code, so only where you trust it.",
    )
    return file(isolated(allowed(command)))
