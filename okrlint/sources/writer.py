"""Markdown that is written piece by piece, with the place of each piece in the file it is from."""

from __future__ import annotations

from dataclasses import dataclass, field

from okrlint.errors import InputError
from okrlint.files import MOST_BYTES
from okrlint.span import Places

_SHOWN = 40
"""Characters of a heading in the name of a place."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file as okrlint reads it."""

    text: str
    places: Places | None = None
    """Where its parts stand in a file that is no Markdown."""


@dataclass(slots=True)
class Writer:
    """Markdown so far."""

    path: str
    """The file, for what cannot be read."""
    _parts: list[str] = field(default_factory=list[str])
    _length: int = 0
    _starts: list[int] = field(default_factory=list[int])
    _names: list[str] = field(default_factory=list[str])
    _lines: list[int] = field(default_factory=list[int])

    def mark(self, name: str, line: int | None = None) -> None:
        """What is written from here on stands at this place, and on this line, of the file."""
        self._starts.append(self._length)
        self._names.append(name)
        if line is not None:
            self._lines.append(line)

    def write(self, text: str) -> None:
        """Add Markdown; raises InputError for more than is ever read."""
        self._parts.append(text)
        self._length += len(text)
        if self._length > MOST_BYTES:
            most = f"{MOST_BYTES // 1024:,} KiB"
            reason = (
                f"holds more than {most} of text, the most that is read; cut it in smaller files"
            )
            raise InputError(self.path, reason)

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written yet."""
        return not self._length

    def source(self) -> Source:
        """All that was written."""
        places = Places(tuple(self._starts), tuple(self._names), tuple(self._lines))
        return Source("".join([*self._parts, "\n" if self._parts else ""]), places)


def named(text: str) -> str:
    """A heading as it stands in the names of places."""
    words = " ".join(text.split())
    return f'"{words}"' if len(words) <= _SHOWN else f'"{words[: _SHOWN - 1].rstrip()}…"'
