"""What statements were read to say, kept between runs, so that an unchanged file needs no spaCy.

Kept are readings, not findings: rules are fast and their settings change. A cache that cannot be
read or written is no cache; it never fails a run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import msgspec

from okrlint.dates import Calendar
from okrlint.reading import Reading

FOLDER = ".okrlint_cache"


class Cache(Protocol):
    """What keeps readings: on disk between runs, or in memory between edits."""

    def load(self, path: str) -> dict[str, Reading]:
        """The readings kept for the document at `path`, by `reading_key`."""
        ...

    def save(self, path: str, readings: Mapping[str, Reading]) -> None:
        """Keep the readings of the document at `path`; those read last come last."""
        ...


@dataclass(frozen=True, slots=True)
class ReadingCache:
    """Readings on disk, one file for each document."""

    folder: Path

    def load(self, path: str) -> dict[str, Reading]:
        """The readings kept for the document at `path`, by `reading_key`."""
        try:
            data = self._file(path).read_bytes()
            return msgspec.msgpack.decode(data, type=dict[str, Reading])
        except (OSError, msgspec.DecodeError):
            return {}

    def save(self, path: str, readings: Mapping[str, Reading]) -> None:
        """Keep the readings of the document at `path`, in one step."""
        file = self._file(path)
        scratch = file.with_name(f"{file.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
            scratch.write_bytes(msgspec.msgpack.encode(dict(readings)))
            scratch.replace(file)

    def _file(self, path: str) -> Path:
        name = hashlib.sha256(str(Path(path).resolve()).encode()).hexdigest()[:32]
        return self.folder / _edition() / name


def reading_key(text: str, pipeline: str | None, calendar: Calendar, around: object) -> str:
    """What a reading depends on, as one short text."""
    parts = repr((text, pipeline, calendar, around))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


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
