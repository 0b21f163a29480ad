"""How far a long run is, on stderr and on a terminal alone."""

from __future__ import annotations

import os
import sys
import time

SILENT = 2.0
"""Seconds before anything is shown: a short run needs no progress."""
_PAUSE = 0.2
"""Seconds between two lines."""


class Progress:
    """A line that is written over again and again; nothing where nobody would see it."""

    def __init__(self, files: int, *, quiet: bool) -> None:
        stderr = sys.stderr
        shown = stderr is not None and stderr.isatty() and not os.environ.get("CI")
        self._on = shown and not quiet and os.environ.get("TERM") != "dumb"
        self._files = files
        self._began = self._last = time.monotonic()
        self._width = 0

    def show(self, files: int, statements: int) -> None:
        """Tell that so many files and statements are done."""
        now = time.monotonic()
        if not self._on or now - self._began < SILENT or now - self._last < _PAUSE:
            return
        self._last = now
        taken = now - self._began
        left = taken * (self._files - files) / max(files, 1)
        line = f"{files} of {self._files} files, {statements} statements"
        line += f", {statements / taken:.0f} a second, {_say(left)} left"
        self._write(f"\r{line:<{self._width}}")
        self._width = len(line)

    def clear(self) -> None:
        """Take the line away: something else is to be written."""
        if self._width:
            self._write(f"\r{'':<{self._width}}\r")
            self._width = 0

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):
            self._on = False


def _say(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
