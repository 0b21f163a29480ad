"""What `okrlint check` does: lint, mend, compare, report, and say how it ended."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okrlint.answers import Answers
from okrlint.cli.console import count, remark, say, use_color, write_report
from okrlint.cli.exits import ExitCode
from okrlint.cli.ground import Ground, Grounds
from okrlint.cli.linting import Linted, Linting
from okrlint.cli.output import refuse_loss
from okrlint.cli.sources import Sources
from okrlint.cli.summary import (
    Tally,
    count_by_rule,
    say_ceiling,
    share_out,
    summarize,
    tell_crashes,
    time_by_step,
)
from okrlint.cli.wishes import Wishes
from okrlint.config.user import find_user_file
from okrlint.report import AS_THEY_COME, choose_format, render_findings
from okrlint.report.safe import start_line
from okrlint.told import Told

if TYPE_CHECKING:
    from okrlint.rule import Rule


def check(paths: Sequence[str], wishes: Wishes) -> int:
    """Lint files and folders; the exit code."""
    answers = None if wishes.no_cache else Answers(wishes.cache_dir)
    grounds = Grounds(wishes, answers)
    sources = Sources(paths, wishes.stdin_filename, grounds.of)
    if wishes.show_files:
        for path, _, _ in sources:
            click.echo(start_line(path))
        return ExitCode.FAILED if sources.failed else ExitCode.CLEAN
    refuse_loss(wishes.output_file, (*paths, wishes.config, wishes.baseline))
    linting = Linting(wishes, grounds, sources, answers)
    linted = linting.each()
    if wishes.fix or wishes.fix_diff:
        from okrlint.cli.fixing import mend

        linted = mend(linted, linting)
        if wishes.fix_diff:
            return ExitCode.FAILED if sources.failed else ExitCode.CLEAN
    run = Telling(wishes, linting)
    run.tell(linted)
    if answers is not None:
        answers.save()
        if answers.trouble and wishes.verbose:
            remark(f"nothing is kept for the next run: {answers.trouble}")
    return run.end(sources.failed)


@dataclass(frozen=True, slots=True)
class Known:
    """The rules of a run, loaded where a report asks for more than which judge documents."""

    grounds: Grounds
    names: Sequence[str]
    """The files of the run."""
    whole: frozenset[str]
    """The names of those that judge whole documents."""

    def __iter__(self) -> Iterator[type[Rule]]:
        from okrlint.config import all_rules

        rules = self.grounds.rules
        folders = {os.path.dirname(name): name for name in self.names}  # noqa: PTH120
        settings = [self.grounds.settings_of(Path(name)) for name in folders.values()]
        return iter(rules.extended(rule for one in settings for rule in all_rules(one, rules)))


@dataclass(slots=True)
class Telling:
    """Tells what was found as files are done where the format allows it, else at the end."""

    wishes: Wishes
    linting: Linting
    tally: Tally = field(default_factory=Tally)
    failing: int = 0
    known: Known = field(init=False)
    painted: bool = field(init=False)

    def __post_init__(self) -> None:
        self.painted = use_color(self.wishes.color) and self.wishes.output_file is None
        found = self.linting.found
        whole = frozenset(name for ground in self._grounds() for name in ground.whole)
        self.known = Known(self.linting.grounds, [name for name, _, _ in found], whole)

    def _grounds(self) -> Sequence[Ground]:
        """What holds for the files, each once."""
        return tuple(dict.fromkeys(ground for _, _, ground in self.linting.found))

    def tell(self, linted: Iterator[tuple[Linted, Told]]) -> None:
        """Report all files."""
        wishes = self.wishes
        accepted = (ground.baseline for ground in self._grounds() if ground.baseline)
        baseline = wishes.baseline or next(accepted, None)
        chosen = choose_format(wishes.output_format, os.environ)
        later: list[tuple[Linted, Told]] = []
        waits = baseline or wishes.output_file or chosen not in AS_THEY_COME
        for one, told in self._narrowed(linted):
            if waits:
                later.append((one, told))
            else:
                self._count(one, told)
                self._write(chosen, [told])
        if baseline:
            later = _without_known(later, baseline, wishes)
        for one, told in later:
            self._count(one, told)
        if waits:
            self._write(chosen, [told for _, told in later])

    def _narrowed(self, linted: Iterator[tuple[Linted, Told]]) -> Iterator[tuple[Linted, Told]]:
        """The findings on changed lines alone, where a revision is named."""
        if not self.wishes.diff:
            yield from linted
            return
        from okrlint.api import only_changed

        rules = self.linting.grounds.rules
        for one, told in linted:
            assert one.result is not None  # noqa: S101  (a revision asks for whole results)
            kept = only_changed(one.result, one.before, rules)
            yield one, told.narrowed(kept.findings)

    def _count(self, one: Linted, told: Told) -> None:
        self.tally.add(told)
        self.failing += sum(f.severity >= one.ground.fail_level for f in told.findings)

    def _write(self, chosen: str, told: Sequence[Told]) -> None:
        report = render_findings(chosen, told, self.known, color=self.painted)
        if report or self.wishes.output_file:
            self.linting.progress.clear()
        write_report(report, self.wishes.output_file)

    def end(self, failed: int) -> int:
        """Say what there is to say on stderr; the exit code."""
        wishes, tally = self.wishes, self.tally
        for message in [] if wishes.quiet else summarize(tally):
            remark(message)
        if not (wishes.quiet or self.linting.found or failed):
            remark("all that was named is excluded; nothing was checked")
        for line in (*count_by_rule(tally), *share_out(tally)) if wishes.statistics else []:
            say(line)
        for line in time_by_step(tally) if wishes.verbose else []:
            say(line)
        user = find_user_file()
        if user and not wishes.quiet and any(ground.yours for ground in self._grounds()):
            remark(f"no configuration here, so yours holds: {user}")
        if tell_crashes(tally.crashes) or failed:
            return ExitCode.FAILED
        if wishes.max_findings and not wishes.quiet:
            remark(say_ceiling(self.failing, wishes.max_findings))
        fails = self.failing > wishes.max_findings and not wishes.exit_zero
        return ExitCode.FINDINGS if fails else ExitCode.CLEAN


def _without_known(
    linted: Sequence[tuple[Linted, Told]], baseline: Path, wishes: Wishes
) -> list[tuple[Linted, Told]]:
    """Leave out what the baseline accepts."""
    from okrlint.api import compare_with_baseline, load_baseline

    told = [told for _, told in linted]
    compared = compare_with_baseline(told, load_baseline(baseline), baseline.parent)
    if not wishes.quiet:
        remark(f"{count(compared.known, 'finding')} accepted by {baseline}")
        if compared.stale and not wishes.diff:
            stale = count(len(compared.stale), "finding")
            remark(f"{stale} of {baseline} no longer occur; run `okrlint baseline prune`")
    return [(one, told) for (one, _), told in zip(linted, compared.results, strict=True)]
