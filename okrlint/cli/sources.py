"""The texts that a command was asked to read, each with its settings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from okrlint.cli.console import complain
from okrlint.config import Settings
from okrlint.discover import find_files
from okrlint.errors import InputError
from okrlint.files import decode_source, read_source


class Sources:
    """Iterates over (path, text, settings); what cannot be read is told on stderr and counted."""

    def __init__(
        self,
        paths: Sequence[str],
        stdin_filename: str,
        settings_of: Callable[[Path], Settings],
    ) -> None:
        self._paths = paths
        self._stdin_filename = stdin_filename
        self._settings_of = settings_of
        self.failed = 0

    def __iter__(self) -> Iterator[tuple[str, str, Settings]]:
        seen: set[str] = set()
        for path in self._paths:
            for name, read, settings in self._find(path):
                if name in seen:
                    continue
                seen.add(name)
                try:
                    yield name, read(), settings
                except InputError as error:
                    self._fail(error)

    def _find(self, path: str) -> Iterator[tuple[str, Callable[[], str], Settings]]:
        if path == "-":
            name = self._stdin_filename
            where = Path() if name == "-" else Path(name)
            yield name, lambda: _read_stdin(name), self._settings_of(where)
            return
        try:
            for file, settings in find_files([Path(path)], self._settings_of):
                yield str(file), lambda file=file: read_source(file), settings  # type: ignore[misc]
        except InputError as error:
            self._fail(error)

    def _fail(self, error: InputError) -> None:
        self.failed += 1
        complain(str(error))


def _read_stdin(name: str) -> str:
    return decode_source(sys.stdin.buffer.read(), name)
