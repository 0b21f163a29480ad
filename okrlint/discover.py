"""Paths that people name -> the files to read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from okrlint.errors import InputError
from okrlint.files import read_regular, real_path
from okrlint.patterns import Patterns, matches_path
from okrlint.sources import OTHERS


class Reach(Protocol):
    """Which files of a folder are read: a part of the settings."""

    @property
    def include(self) -> tuple[str, ...]:
        """Which files of a folder are read, as .gitignore patterns."""
        ...

    @property
    def exclude(self) -> tuple[str, ...]:
        """Which are not."""
        ...

    @property
    def force_exclude(self) -> bool:
        """Whether that holds for files named outright."""
        ...

    @property
    def respect_gitignore(self) -> bool:
        """Whether files that git ignores are left out."""
        ...

    @property
    def root(self) -> Path | None:
        """The folder from which the patterns count; None: the current one."""
        ...


_Reach = TypeVar("_Reach", bound=Reach)

_NEVER = frozenset({"node_modules", "__pycache__", "site-packages"})
"""Folders that hold other people's files."""

_MOST_IGNORED = 256 * 1024
"""Bytes; a larger .gitignore is not read."""


def find_files(
    paths: Iterable[Path], settings_of: Callable[[Path], _Reach]
) -> Iterator[tuple[Path, _Reach]]:
    """Yield each file once with its settings: those named, and those below folders, sorted.

    A file named outright is read whatever its name, unless `force-exclude` says otherwise; in
    folders `include`, `exclude` and .gitignore decide, and hidden folders are passed over. Raises
    InputError for a path that is missing, for a folder without Markdown, and, once all others are
    yielded, for a folder that cannot be looked into.
    """
    seen: set[Path] = set()
    for path in paths:
        for file, settings in _find_below(path, settings_of):
            if file not in seen:
                seen.add(file)
                yield file, settings


def _find_below(path: Path, settings_of: Callable[[Path], _Reach]) -> Iterator[tuple[Path, _Reach]]:
    if os.path.isdir(path):  # noqa: PTH112  (bears any name)
        found = False
        other: Path | None = None
        shut: list[OSError] = []
        for file in _walk(path, shut.append):
            settings = settings_of(file)
            if _wanted(file, settings):
                found = True
                yield file, settings
            elif other is None and file.suffix.lower() in OTHERS:
                other = None if _excluded(file, settings) else file
        if shut:
            reason = f"cannot be looked into ({shut[0].strerror}); leave it out, or let it be read"
            raise InputError(os.fsdecode(shut[0].filename), reason)
        if not found:
            way = f"{other.name} is read when it is named" if other else "name another path"
            raise InputError(str(path), f"no Markdown files in this folder; {way}")
    elif os.path.lexists(path):
        settings = settings_of(path)
        if not is_shut_out(path, settings):
            yield path, settings
    else:
        raise InputError(str(path), "no such file or folder; check the path")


def _walk(folder: Path, shut: Callable[[OSError], None]) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder, onerror=shut):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _NEVER)
        for name in sorted(files):
            yield Path(parent, name)


def _wanted(file: Path, settings: Reach) -> bool:
    if not matches_path(file, settings.include, settings.root) or _excluded(file, settings):
        return False
    return not (settings.respect_gitignore and _git_ignores(real_path(file)))


def is_shut_out(file: Path, settings: Reach) -> bool:
    """Whether a file is left out even when it is named outright, or read from standard input."""
    return settings.force_exclude and _excluded(file, settings)


def _excluded(file: Path, settings: Reach) -> bool:
    return matches_path(file, settings.exclude, settings.root)


def _git_ignores(file: Path) -> bool:
    """Whether a .gitignore between the file and the root of its repository matches it."""
    for folder in file.parents:
        spec = _gitignore(folder)
        if spec.matches(file.relative_to(folder).as_posix()):
            return True
        if os.path.lexists(folder / ".git"):
            return False
    return False


@cache
def _gitignore(folder: Path) -> Patterns:
    """The patterns of a folder's .gitignore; none where git would read none either."""
    file = folder / ".gitignore"
    try:
        data = b"" if file.is_symlink() else read_regular(file, _MOST_IGNORED)
    except InputError:
        data = b""
    return Patterns(os.fsdecode(data).split("\n"))
