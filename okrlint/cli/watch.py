"""`okrlint watch [PATH...]`: lint again whenever a file is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from okrlint.api import (
    Linter,
    OkrlintError,
    ReadingCache,
    Result,
    RuleSet,
    Settings,
    render_findings,
)
from okrlint.cache import FOLDER
from okrlint.cli.configured import configured_rules, settings_finder
from okrlint.cli.console import complain, kept_stdout, remark, use_color, write_report
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import color_option, config_options
from okrlint.cli.summary import summarize, tally_of, tell_crashes
from okrlint.config import forget_settings
from okrlint.discover import find_files

PAUSE = 0.4
"""Seconds between two looks at the files."""
_SHARE = 10
"""How much longer the pause is than a look takes: a large folder must not keep a core busy."""


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What tells that a file has to be linted again."""

    modified: int
    size: int
    settings: Settings


@dataclass(slots=True)
class _Watch:
    """The files watched, as they were linted last."""

    paths: Sequence[str]
    rules: RuleSet
    settings_of: Callable[[Path], Settings]
    stamps: dict[Path, _Stamp] = field(default_factory=dict)
    results: dict[Path, Result] = field(default_factory=dict)

    def changed(self) -> list[Path]:
        """The files that are new or other than they were; those that are gone are forgotten."""
        forget_settings()
        now = dict(self._stamps())
        for gone in self.stamps.keys() - now.keys():
            self.results.pop(gone, None)
        changed = [path for path, stamp in now.items() if self.stamps.get(path) != stamp]
        self.stamps = now
        return changed

    def lint(self, path: Path) -> Result:
        """Lint one file; raises InputError for one that cannot be read."""
        linter = Linter(self.stamps[path].settings, self.rules, ReadingCache(Path(FOLDER)), 1.0)
        with kept_stdout():
            result = linter.lint_file(path)
        self.results[path] = result
        return result

    def _stamps(self) -> Iterator[tuple[Path, _Stamp]]:
        for path, settings in find_files(map(Path, self.paths), self.settings_of):
            try:
                status = path.stat()
            except OSError:  # an editor is just putting a new one in its place
                continue
            yield path, _Stamp(status.st_mtime_ns, status.st_size, settings)


@click.command("watch", short_help="Lint again whenever a file is saved.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH...]")
@click.option(
    "--output-format", "-f", type=click.Choice(["text", "concise", "grouped"]), default="text"
)
@config_options
@color_option
def command(
    paths: tuple[str, ...],
    output_format: str,
    config: Path | None,
    isolated: bool,
    allow_rule_files: bool,
    color: str,
) -> int:
    """Lint PATH... (default: the current folder), then each file again when it is saved.

    Ctrl-C ends it.
    """
    rules = configured_rules(config, isolated, allow_rule_files)
    watch = _Watch(paths or (".",), rules, settings_finder(rules, config, isolated))
    changed = watch.changed()  # a path that is not there ends the run at once
    trouble = ""
    try:
        while True:
            if changed:
                _report(watch, changed, output_format, color=use_color(color))
            began = time.monotonic()
            time.sleep(PAUSE)
            changed, trouble = _look(watch, trouble)
            time.sleep(min(10.0, _SHARE * max(0.0, time.monotonic() - began - PAUSE)))
    except KeyboardInterrupt:
        return ExitCode.CLEAN


def _look(watch: _Watch, before: str) -> tuple[list[Path], str]:
    """The changed files, and what kept okrlint from looking; that is told once."""
    try:
        return watch.changed(), ""
    except OkrlintError as error:
        if str(error) != before:
            complain(str(error))
        return [], str(error)


def _report(watch: _Watch, changed: Sequence[Path], output_format: str, *, color: bool) -> None:
    linted: list[Result] = []
    for path in changed:
        try:
            linted.append(watch.lint(path))
        except OkrlintError as error:
            complain(str(error))
    write_report(render_findings(output_format, linted, watch.rules, color=color), None)
    tell_crashes(tally_of(linted).crashes)
    for message in summarize(tally_of(watch.results[path] for path in sorted(watch.results))):
        remark(message)
    remark("watching; Ctrl-C ends it")
