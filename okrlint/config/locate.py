"""Where a key stands in a TOML text, so that an error can point there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_NAME = r"(?:[\w-]+|\"[^\"]*\"|'[^']*')"
_NAMES = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*(?P<open>\[\[?)\s*(?P<names>{_NAMES})\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(rf"\s*(?P<names>{_NAMES})\s*=")
_PART = re.compile(_NAME)
_MARKS = ('"""', "'''")

Keys = tuple["str | int", ...]
"""Keys from the outermost inwards; a number, from 0, is a place in a list of tables."""


def locate_key(text: str, path: Path, keys: Keys, word: str | None = None) -> str:
    """`path:line:column` of a dotted key, or of the word in quotes after it; 1-based.

    Falls back to the longest part of the key that is written, and to the path alone.
    """
    best: tuple[int, int, int] | None = None
    for written, number, column in _written(text):
        if written == keys[: len(written)] and (best is None or len(written) > best[0]):
            best = (len(written), number, column + 1)
    if best is None:
        return str(path)
    _, number, column = best
    if word is not None:
        number, column = _find_word(text.splitlines(), number, column, word)
    return f"{path}:{number}:{column}"


def _written(text: str) -> Iterator[tuple[Keys, int, int]]:
    """Each key of the text with its 1-based line and 0-based column."""
    header: Keys = ()
    counts: dict[Keys, int] = {}
    inside = ""  # the marks of the text over several lines that a line stands in
    for number, line in enumerate(text.splitlines(), 1):
        if inside:
            inside = "" if inside in line else inside
        elif match := _HEADER.match(line):
            header = _numbered(_parts(match["names"]), counts)
            if match["open"] == "[[":
                counts[header] = counts.get(header, -1) + 1
                header = (*header, counts[header])
            yield header, number, match.start("names")
        elif match := _KEY.match(line):
            yield (*header, *_parts(match["names"])), number, match.start("names")
            inside = next((mark for mark in _MARKS if line.count(mark) % 2), "")


def _numbered(names: tuple[str, ...], counts: dict[Keys, int]) -> Keys:
    """The names of a header, with the number of the table that each list is at."""
    found: Keys = ()
    for place, name in enumerate(names, 1):
        found = (*found, name)
        if found in counts and place < len(names):
            found = (*found, counts[found])
    return found


def _find_word(lines: list[str], number: int, column: int, word: str) -> tuple[int, int]:
    for later, line in enumerate(lines[number - 1 :], number):
        for mark in ('"', "'"):
            found = line.find(f"{mark}{word}{mark}", column if later == number else 0)
            if found >= 0:
                return later, found + 2
    return number, column


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
