"""The settings of a run: the configuration files, then the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from okrlint.config import Settings, find_rule_files, load_settings
from okrlint.registry import RuleSet, load_local, load_rules


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


def configured_rules(config: Path | None, isolated: bool) -> RuleSet:
    """Okrlint's rules, those of installed packs, and those of the files the configuration names."""
    return load_rules(load_local(find_rule_files(Path(), config=config, isolated=isolated)))


def settings_finder(
    rules: RuleSet, config: Path | None, isolated: bool
) -> Callable[[Path], Settings]:
    """A function that gives the settings of each file; raises ConfigError when called."""

    def find(path: Path) -> Settings:
        near = path if path.is_dir() else path.parent
        return load_settings(near, rules, config=config, isolated=isolated).settings

    return find
