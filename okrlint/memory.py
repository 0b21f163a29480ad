"""Readings kept in memory, so that only what is new is read."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from okrlint.reading import Reading

MOST = 5000
"""How many readings of one document are kept; the statement as it stood before each pause in
typing is one of them. A few kilobytes each."""


class MemoryCache:
    """Readings of the documents that are open, or of one batch; for several threads at once.

    >>> linter = Linter(cache=MemoryCache())
    >>> _ = linter.lint_text(PAGE, "q3.md")
    >>> len(linter.cache.load("q3.md"))
    3
    """

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, Reading]] = {}

    def load(self, path: str) -> dict[str, Reading]:
        """The readings kept for the document at `path`, by `reading_key`."""
        return dict(self._kept.get(path, {}))  # the caller adds to it

    def save(self, path: str, readings: Mapping[str, Reading]) -> None:
        """Keep the newest readings of the document at `path`."""
        surplus = max(0, len(readings) - MOST)
        self._kept[path] = dict(islice(readings.items(), surplus, None))

    def forget(self, path: str) -> None:
        """Drop the readings of a document that was closed."""
        self._kept.pop(path, None)
