"""The texts that a command was asked to read, each with its settings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, TextIO, TypeAlias, TypeVar

from okrlint.api import InputError
from okrlint.cli.console import complain
from okrlint.discover import Reach, find_files, is_shut_out
from okrlint.files import MOST_BYTES, decode_source, read_source, within_limit

_Made = TypeVar("_Made")
_Held = TypeVar("_Held", bound=Reach)
Found: TypeAlias = "tuple[str, Callable[[], str], _Held]"
"""A text by its name, what reads it, and what holds for it."""


class Sources(Generic[_Held]):
    """Iterates over (path, text, settings); what cannot be read is told on stderr and counted."""

    def __init__(
        self,
        paths: Sequence[str],
        stdin_filename: str,
        settings_of: Callable[[Path], _Held],
    ) -> None:
        self._paths = paths
        self._stdin_filename = stdin_filename
        self._settings_of = settings_of
        self.failed = 0

    def each(self, work: Callable[[str, str, _Held], _Made]) -> tuple[_Made, ...]:
        """What `work` makes of (path, text, settings); a file that it cannot use is told too."""
        made: list[_Made] = []
        for path, text, settings in self:
            try:
                made.append(work(path, text, settings))
            except InputError as error:
                self.fail(error)
        return tuple(made)

    def __iter__(self) -> Iterator[tuple[str, str, _Held]]:
        for name, read, held in self.found():
            try:
                yield name, read(), held
            except InputError as error:
                self.fail(error)

    def found(self) -> Iterator[Found[_Held]]:
        """Each text once, not read yet."""
        seen: set[str] = set()
        for path in self._paths:
            for name, read, held in self._find(path):
                if name not in seen:
                    seen.add(name)
                    yield name, read, held

    def _find(self, path: str) -> Iterator[Found[_Held]]:
        if path == "-":
            name = self._stdin_filename
            where = Path() if name == "-" else Path(name)
            settings = self._settings_of(where)
            if name == "-" or not is_shut_out(where, settings):
                yield name, lambda: _read_stdin(name), settings
            return
        try:
            for file, settings in find_files([Path(path)], self._settings_of):
                yield str(file), partial(read_source, file), settings
        except InputError as error:
            self.fail(error)
        except OSError as error:  # a name that is too long, a folder that may not be looked into
            self.fail(InputError(path, f"cannot be read ({error.strerror})"))

    def fail(self, error: InputError) -> None:
        """Say what could not be read or written, and go on."""
        self.failed += 1
        complain(str(error))


def _read_stdin(name: str) -> str:
    stdin: TextIO | None = sys.stdin  # None when the caller closed it
    if stdin is None:
        raise InputError(name, "standard input is closed; nothing could be read")
    try:
        data = stdin.buffer.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(name, f"cannot be read ({error.strerror})") from error
    return decode_source(within_limit(data, name), name)
