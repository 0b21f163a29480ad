"""Processes that lint: each loads the language pipeline for itself, so a few files are no work."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from okrlint.cli.exits import ExitCode
from okrlint.cli.summary import tell
from okrlint.told import Told

if TYPE_CHECKING:
    from okrlint.api import Linter
    from okrlint.task import Task

_PART = 12
"""Files that a process takes at a time."""


class Workers:
    """Some processes that lint."""

    def __init__(self, pool: ProcessPoolExecutor, linter: Linter) -> None:
        self._pool = pool
        self._linter = linter

    def lint(self, tasks: Sequence[Task]) -> Iterator[Told]:
        """What is found in each text, in order."""
        parts = [tasks[at : at + _PART] for at in range(0, len(tasks), _PART)]
        with _deaf():
            found = self._pool.map(_lint, [self._linter] * len(parts), parts)
        for told in found:
            yield from told


@contextlib.contextmanager
def workers(count: int, linter: Linter) -> Generator[Workers]:
    """So many processes, for as long as this lasts; what they are at when it fails is given up."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_parent) as pool:
        try:
            yield Workers(pool, linter)
        except BaseException:
            for process in multiprocessing.active_children():
                process.kill()
            raise


@contextlib.contextmanager
def _deaf() -> Generator[None]:
    """Let processes begun inside not hear Ctrl-C, which a terminal sends to them too."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Let this process end when the one that began it has ended, however it did."""

    def watch(parent: BaseProcess) -> None:
        wait([parent.sentinel])
        os._exit(ExitCode.INTERRUPTED)

    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=watch, args=[parent], daemon=True).start()


def _lint(linter: Linter, tasks: Sequence[Task]) -> list[Told]:
    """The work of one process; what rules print goes to stderr."""
    from okrlint.cli.console import kept_stdout
    from okrlint.gentle import collect_less, hold_threads
    from okrlint.interrupt import interrupts_named

    hold_threads()
    collect_less()
    with kept_stdout(), interrupts_named():
        return [tell(result) for result in linter.lint_together(tasks)]
