"""The texts that a command was asked to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from okrlint.cli.console import complain
from okrlint.errors import InputError
from okrlint.files import decode_source, find_files, read_source


class Sources:
    """Iterates over (path, text); what cannot be read is told on stderr and counted."""

    def __init__(self, paths: Sequence[str], stdin_filename: str) -> None:
        self._paths = paths
        self._stdin_filename = stdin_filename
        self.failed = 0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        seen: set[str] = set()
        for path in self._paths:
            for name, read in self._find(path):
                if name in seen:
                    continue
                seen.add(name)
                try:
                    yield name, read_source(Path(name)) if read else _read_stdin(name)
                except InputError as error:
                    self._fail(error)

    def _find(self, path: str) -> Iterator[tuple[str, bool]]:
        if path == "-":
            yield self._stdin_filename, False
            return
        try:
            for file in find_files([Path(path)]):
                yield str(file), True
        except InputError as error:
            self._fail(error)

    def _fail(self, error: InputError) -> None:
        self.failed += 1
        complain(str(error))


def _read_stdin(name: str) -> str:
    return decode_source(click.get_binary_stream("stdin").read(), name)
