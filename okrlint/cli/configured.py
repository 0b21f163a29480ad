"""The settings of a run: the configuration files, then the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from okrlint.config import Settings, load_settings
from okrlint.registry import RuleSet


def config_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options `--config FILE` and `--isolated`."""
    file = click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Use this configuration instead of the nearest one.",
    )
    isolated = click.option("--isolated", is_flag=True, help="Use no configuration file.")
    return file(isolated(command))


def settings_finder(
    rules: RuleSet, config: Path | None, isolated: bool
) -> Callable[[Path], Settings]:
    """A function that gives the settings of each file; raises ConfigError when called."""

    def find(path: Path) -> Settings:
        near = path if path.is_dir() else path.parent
        return load_settings(near, rules, config=config, isolated=isolated).settings

    return find
