"""What was found in files, kept between runs: an unchanged file is answered without the engine.

One sealed file beside the readings of `okrlint.cache`, read whole and written whole in one step.
Beside answers it holds what a configuration came to (`okrlint.cli.ground`). What cannot be read
is not there; what cannot be written is not kept, and `trouble` says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from okrlint.sealed import own_edition, read_sealed, tidy, write_sealed

MOST_BYTES = 6 * 1024 * 1024
"""More is not kept: what was asked for least lately goes first. Some five thousand files."""
_NAME = "answers"
_Kind = TypeVar("_Kind")


class Answers:
    """Answers by key; what a key is made of is the caller's to say."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, msgspec.Raw] | None = None
        self._used: dict[str, msgspec.Raw] = {}
        self._size = 0
        self._news = False
        self.trouble = ""
        """Why nothing could be kept; "" when all is well."""

    def find(self, key: str, kind: type[_Kind]) -> _Kind | None:
        """What is kept under a key; None without it, and where it is not of this kind."""
        if self._kept is None:
            self._kept = dict(self._load())
        raw = self._used.get(key) or self._kept.get(key)
        if raw is None:
            return None
        try:
            found = msgspec.msgpack.decode(raw, type=kind)
        except (msgspec.DecodeError, ValueError):
            return None
        if key not in self._used:
            self._used[key] = raw
            self._size += len(bytes(raw))
        return found

    def keep(self, key: str, value: object) -> None:
        """Keep something under a key, from `save` on; not what names a file in no text."""
        try:
            raw = msgspec.Raw(msgspec.msgpack.encode(value))
        except UnicodeEncodeError:
            return
        self._used[key] = raw
        self._size += len(bytes(raw))
        self._news = True
        while self._size > MOST_BYTES:  # a long run must not gather what is not kept anyway
            self._size -= len(bytes(self._used.pop(next(iter(self._used)))))

    def save(self) -> None:
        """Write what is new, with what others wrote meanwhile; never fails a run."""
        if not self._news:
            return
        every = {**self._load(), **self._used}
        for key in self._used:
            every[key] = every.pop(key)  # those of this run come last
        surplus = sum(len(bytes(raw)) for raw in every.values()) - MOST_BYTES
        for key in list(every):
            if surplus <= 0:
                break
            surplus -= len(bytes(every.pop(key)))
        self._news = False
        try:
            write_sealed(self._folder, _NAME, msgspec.msgpack.encode(every))
            tidy(self._folder)
        except OSError as error:
            self.trouble = f"{self._folder}: {error.strerror or error}"

    def _load(self) -> Mapping[str, msgspec.Raw]:
        try:
            data = read_sealed(self._folder / own_edition() / _NAME)
            return msgspec.msgpack.decode(data, type=dict[str, msgspec.Raw])
        except (OSError, msgspec.DecodeError, ValueError):
            return {}
