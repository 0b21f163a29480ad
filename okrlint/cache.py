"""What statements were read to say, kept between runs, so that an unchanged file needs no spaCy.

A cache that cannot be read or written is no cache; it never fails a run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Protocol

import msgspec

from okrlint.dates import Calendar
from okrlint.files import real_path
from okrlint.reading import Reading
from okrlint.sealed import FOLDER, own_edition, read_sealed, write_sealed

__all__ = ["FOLDER", "Cache", "ReadingCache", "reading_key"]

MOST_OF_ONE = 2000
"""So many readings of one document are kept."""


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
        try:
            data = read_sealed(self.folder / own_edition() / _name_of(path))
            return msgspec.msgpack.decode(data, type=dict[str, Reading])
        except (OSError, msgspec.DecodeError, ValueError):  # an old msgspec has two kinds
            return {}

    def save(self, path: str, readings: Mapping[str, Reading]) -> None:
        """Keep the newest readings of the document at `path`, in one step."""
        newest = dict(islice(readings.items(), max(0, len(readings) - MOST_OF_ONE), None))
        with contextlib.suppress(OSError):
            write_sealed(self.folder, _name_of(path), msgspec.msgpack.encode(newest))


def _name_of(path: str) -> str:
    return hashlib.sha256(os.fsencode(real_path(path))).hexdigest()[:32]


@lru_cache(maxsize=2048)  # asked twice of each statement, and again after each key that is typed
def reading_key(text: str, pipeline: str | None, calendar: Calendar, around: object) -> str:
    """What a reading depends on, as one short text."""
    parts = repr((text, pipeline, calendar, around))
    return hashlib.sha256(parts.encode()).hexdigest()  # repr escapes lone surrogates
