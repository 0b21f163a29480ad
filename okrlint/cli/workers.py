"""Processes that lint: each loads the language pipeline for itself, so a few files are no work."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from okrlint.cli.summary import tell
from okrlint.told import Told

if TYPE_CHECKING:
    from okrlint.api import Linter
    from okrlint.task import Task

_PART = 12
"""Files that a process takes at a time."""


class Workers:
    """Some processes, until they are closed."""

    def __init__(self, count: int, linter: Linter) -> None:
        context = multiprocessing.get_context("spawn")
        self._linter = linter
        self._pool = ProcessPoolExecutor(count, mp_context=context)

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def lint(self, tasks: Sequence[Task]) -> Iterator[Told]:
        """What is found in each text, in order."""
        parts = [tasks[at : at + _PART] for at in range(0, len(tasks), _PART)]
        for told in self._pool.map(_lint, [self._linter] * len(parts), parts):
            yield from told


def _lint(linter: Linter, tasks: Sequence[Task]) -> list[Told]:
    """The work of one process; what rules print goes to stderr."""
    from okrlint.cli.console import kept_stdout
    from okrlint.gentle import collect_less, hold_threads
    from okrlint.interrupt import interrupts_named

    hold_threads()
    collect_less()
    with kept_stdout(), interrupts_named():
        return [tell(result) for result in linter.lint_together(tasks)]
