"""`okrlint baseline create|update|prune PATH...`: accept what stands in old files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from okrlint.api import (
    Baseline,
    ConfigError,
    Linter,
    Result,
    load_baseline,
    make_baseline,
    prune_baseline,
    save_baseline,
    update_baseline,
)
from okrlint.cli.configured import configured_rules, settings_finder
from okrlint.cli.console import count, kept_stdout, remark
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import config_options, paths_argument
from okrlint.cli.sources import Sources
from okrlint.cli.summary import tally_of, tell_crashes

DEFAULT_NAME = ".okrlint-baseline.json"


@click.group("baseline", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Accept the findings that stand in old files, so that only new ones fail.

    Then lint with `okrlint --baseline FILE PATH...`, or name the file in the configuration.
    """


def _over_paths(act: Callable[[tuple[Result, ...], Path], None]) -> Callable[..., Any]:
    """A subcommand that lints paths and hands the results on."""

    @command.command(act.__name__.strip("_"), help=act.__doc__)
    @paths_argument
    @click.option(
        "--file",
        type=click.Path(dir_okay=False, path_type=Path),
        default=DEFAULT_NAME,
        show_default=True,
        help="The baseline file.",
    )
    @config_options
    @wraps(act)
    def run(
        paths: tuple[str, ...],
        file: Path,
        config: Path | None,
        isolated: bool,
        allow_rule_files: bool,
    ) -> int:
        rules = configured_rules(config, isolated, allow_rule_files)
        sources = Sources(paths, "-", settings_finder(rules, config, isolated))
        linter = Linter(rules=rules, patience=1.0)
        with kept_stdout():
            results = sources.each(lambda path, text, s: linter.lint_text(text, path, settings=s))
        if sources.failed or tell_crashes(tally_of(results).crashes):
            return ExitCode.FAILED
        act(results, file)
        return ExitCode.CLEAN

    return run


@_over_paths
def create(results: tuple[Result, ...], file: Path) -> None:
    """Write the findings of PATH... to a new baseline file."""
    if os.path.lexists(file):
        raise ConfigError(str(file), "is there already; use `okrlint baseline update`")
    _write(make_baseline(results, file.parent), file)


@_over_paths
def update(results: tuple[Result, ...], file: Path) -> None:
    """Write the findings of PATH... to the baseline file; what it holds of other files stays."""
    old = load_baseline(file) if os.path.lexists(file) else Baseline(Counter())
    _write(update_baseline(old, results, file.parent), file)


@_over_paths
def prune(results: tuple[Result, ...], file: Path) -> None:
    """Take out of the baseline file what no longer occurs in PATH..., and files that are gone."""
    baseline = load_baseline(file)
    left = prune_baseline(baseline, results, file.parent)
    save_baseline(left, file)
    remark(f"{file}: {count(len(baseline) - len(left), 'stale finding')} taken out")


def _write(baseline: Baseline, file: Path) -> None:
    save_baseline(baseline, file)
    remark(f"{file}: {count(len(baseline), 'finding')} accepted")
