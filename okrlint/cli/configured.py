"""The settings of a run: the configuration files, then the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from okrlint.api import RulePackError, RuleSet, Settings, load_rule_files, load_rules, load_settings
from okrlint.cli.console import kept_stdout
from okrlint.config import all_rules, find_rule_files, find_user_file

NOT_ALLOWED = "not run, they are code of the configuration; if you trust it, add --allow-rule-files"


def configured_rules(config: Path | None, isolated: bool, allow_rule_files: bool) -> RuleSet:
    """Okrlint's rules, those of installed packs, and those of the files the configuration names.

    Raises RulePackError when it names some and nobody allowed them to run.
    """
    files = find_rule_files(Path(), config=config, isolated=isolated, user=find_user_file())
    if files and not allow_rule_files:
        raise RulePackError(", ".join(file.name for file in files), NOT_ALLOWED)
    with kept_stdout():
        return load_rules(load_rule_files(files))


def listed_rules(config: Path | None, isolated: bool, allow_rule_files: bool) -> RuleSet:
    """The rules of a run in this folder, with those that its configuration declares."""
    rules = configured_rules(config, isolated, allow_rule_files)
    return all_rules(
        load_settings(
            Path(), rules, config=config, isolated=isolated, user=find_user_file()
        ).settings,
        rules,
    )


def settings_finder(
    rules: RuleSet, config: Path | None, isolated: bool
) -> Callable[[Path], Settings]:
    """A function that gives the settings of each file; raises ConfigError when called."""

    def find(path: Path) -> Settings:
        near = path if os.path.isdir(path) else path.parent  # noqa: PTH112  (bears any name)
        return load_settings(
            near, rules, config=config, isolated=isolated, user=find_user_file()
        ).settings

    return find
