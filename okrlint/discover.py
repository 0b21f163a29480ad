"""Paths that people name -> the files to read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from okrlint.errors import InputError
from okrlint.files import read_regular
from okrlint.patterns import Patterns, fits, matches_path
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
    seen: set[str] = set()
    for path in paths:
        for file, settings in _find_below(path, settings_of):
            if str(file) not in seen:
                seen.add(str(file))
                yield file, settings


def _find_below(path: Path, settings_of: Callable[[Path], _Reach]) -> Iterator[tuple[Path, _Reach]]:
    if os.path.isdir(path):  # noqa: PTH112  (bears any name)
        found = False
        other: str | None = None
        shut: list[OSError] = []
        for parent, names in _walk(path, shut.append):
            settings = settings_of(Path(parent, names[0]))
            for name in _wanted(parent, names, settings):
                found = True
                yield Path(parent, name), settings
            if not found and other is None:
                other = _other(parent, names, settings)
        if shut:
            reason = f"cannot be looked into ({shut[0].strerror}); leave it out, or let it be read"
            raise InputError(os.fsdecode(shut[0].filename), reason)
        if not found:
            way = f"{other} is read when it is named" if other else "name another path"
            raise InputError(str(path), f"no Markdown files in this folder; {way}")
    elif os.path.lexists(path):
        settings = settings_of(path)
        if not is_shut_out(path, settings):
            yield path, settings
    else:
        raise InputError(str(path), "no such file or folder; check the path")


def _walk(folder: Path, shut: Callable[[OSError], None]) -> Iterator[tuple[str, list[str]]]:
    """Folders that hold files, each with their names."""
    for parent, folders, files in os.walk(folder, onerror=shut):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _NEVER)
        if files:
            yield parent, sorted(files)


def _wanted(parent: str, names: Sequence[str], settings: Reach) -> Iterator[str]:
    """Those of a folder's files that are to be read; paths are strings, for there may be many."""
    folder, root = os.path.realpath(parent), os.path.realpath(settings.root or ".")
    for name in names:
        file = f"{folder}{'' if folder.endswith(os.sep) else os.sep}{name}"
        if os.path.islink(file):  # noqa: PTH114
            file = os.path.realpath(file)
        if not fits(file, settings.include, root) or fits(file, settings.exclude, root):
            continue
        if not (settings.respect_gitignore and _git_ignores(file)):
            yield name


def _other(parent: str, names: Sequence[str], settings: Reach) -> str | None:
    """The first of a folder's files that is no Markdown and is read when it is named."""
    others = (name for name in names if name.lower().endswith(OTHERS))
    files = (name for name in others if not _excluded(Path(parent, name), settings))
    return next(files, None)


def is_shut_out(file: Path, settings: Reach) -> bool:
    """Whether a file is left out even when it is named outright, or read from standard input."""
    return settings.force_exclude and _excluded(file, settings)


def _excluded(file: Path, settings: Reach) -> bool:
    return matches_path(file, settings.exclude, settings.root)


def _git_ignores(file: str) -> bool:
    """Whether a .gitignore between the file and the root of its repository matches it."""
    held = _ignoring(os.path.dirname(file))  # noqa: PTH120
    return any(patterns.matches(file[start:].replace(os.sep, "/")) for start, patterns in held)


@cache
def _ignoring(folder: str) -> tuple[tuple[int, Patterns], ...]:
    """What the .gitignore files say that hold in a folder, nearest first.

    Each with the length of what is before the paths that it speaks of.
    """
    held: list[tuple[int, Patterns]] = []
    while True:
        inside = folder if folder.endswith(os.sep) else f"{folder}{os.sep}"
        if patterns := _gitignore(inside):
            held.append((len(inside), patterns))
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder or os.path.lexists(f"{inside}.git"):
            return tuple(held)
        folder = above


@cache
def _gitignore(folder: str) -> Patterns:
    """The patterns of a folder's .gitignore; none where git would read none either."""
    file = Path(f"{folder}.gitignore")
    try:
        data = b"" if file.is_symlink() else read_regular(file, _MOST_IGNORED)
    except InputError:
        data = b""
    return Patterns(os.fsdecode(data).split("\n"))
