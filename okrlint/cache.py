"""What statements were read to say, kept between runs, so that an unchanged file needs no spaCy.

Kept are readings, not findings: rules are fast and their settings change. A cache that cannot be
read or written is no cache; it never fails a run. Each file is sealed with a key that lies with
the user and not in the folder: what is damaged, or came with a repository, is not believed.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import msgspec

from okrlint.dates import Calendar
from okrlint.errors import InputError
from okrlint.files import read_regular, real_path, replace_file
from okrlint.reading import Reading

FOLDER = ".okrlint_cache"
_SEAL = 32
_KEY = 32
"""Bytes of a seal and of the key it is made with."""


class Cache(Protocol):
    """What keeps readings: on disk between runs, or in memory between edits.

    >>> cache: Cache = MemoryCache()
    >>> cache.load("q3.md")
    {}
    """

    def load(self, path: str) -> dict[str, Reading]:
        """The readings kept for the document at `path`, by `reading_key`."""
        ...

    def save(self, path: str, readings: Mapping[str, Reading]) -> None:
        """Keep the readings of the document at `path`; those read last come last."""
        ...


@dataclass(frozen=True, slots=True)
class ReadingCache:
    """Readings on disk, one file for each document.

    >>> linter = Linter(cache=ReadingCache(Path("cache")))
    >>> linter.lint_text(PAGE, "q3.md") == lint_text(PAGE, "q3.md")
    True
    """

    folder: Path

    def load(self, path: str) -> dict[str, Reading]:
        """The readings kept for the document at `path`, by `reading_key`."""
        file = self._file(path)
        try:
            sealed = read_regular(file)
            seal, data = sealed[:_SEAL], sealed[_SEAL:]
            if not hmac.compare_digest(seal, _seal(file.name, data)):
                return {}
            return msgspec.msgpack.decode(data, type=dict[str, Reading])
        except (OSError, InputError, msgspec.DecodeError, UnicodeDecodeError, ValueError):
            return {}

    def save(self, path: str, readings: Mapping[str, Reading]) -> None:
        """Keep the readings of the document at `path`, in one step."""
        file = self._file(path)
        with contextlib.suppress(OSError):
            data = msgspec.msgpack.encode(dict(readings))
            sealed = _seal(file.name, data) + data
            for folder in (self.folder, file.parent):
                _own_folder(folder)
            ignore = self.folder / ".gitignore"
            if not os.path.lexists(ignore):
                replace_file(ignore, b"*\n")
            replace_file(file, sealed)

    def _file(self, path: str) -> Path:
        name = hashlib.sha256(os.fsencode(real_path(path))).hexdigest()[:32]
        return self.folder / _edition() / name


def reading_key(text: str, pipeline: str | None, calendar: Calendar, around: object) -> str:
    """What a reading depends on, as one short text."""
    parts = repr((text, pipeline, calendar, around))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


def _own_folder(folder: Path) -> None:
    """Make a folder; raises OSError for a link, which may lead anywhere."""
    folder.mkdir(parents=True, exist_ok=True)
    if not stat.S_ISDIR(folder.lstat().st_mode):
        raise NotADirectoryError(folder)


def _seal(name: str, data: bytes) -> bytes:
    """What only this user's okrlint can put before the data of a file; raises OSError."""
    return hmac.digest(_key(), name.encode() + b"\0" + data, "sha256")


@cache
def _key() -> bytes:
    """The user's key, made when it is first needed; raises OSError where that cannot be."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        root = Path(home) if home else Path.home() / ".cache"
    except RuntimeError as error:
        raise OSError(str(error)) from error
    file = root / "okrlint" / "key"
    if not os.path.lexists(file):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(file, secrets.token_bytes(_KEY), private=True)
    try:
        key = read_regular(file, _KEY)
    except InputError as error:
        raise OSError(str(error)) from error
    if len(key) != _KEY:
        raise OSError(f"{file} is no key; remove it")
    return key


@cache
def _edition() -> str:
    """A name for this very okrlint: its files' times and sizes, so that edits count too."""
    root = Path(__file__).parent
    stamp = hashlib.sha256()
    for part in ("dates", "language", "reading.py"):
        for file in sorted((root / part).rglob("*")) if (root / part).is_dir() else [root / part]:
            if file.suffix != ".pyc" and file.is_file():
                status = file.stat()
                stamp.update(f"{file.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return stamp.hexdigest()[:16]
