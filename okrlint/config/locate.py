"""Where a key stands in a TOML text, so that an error can point there."""

from __future__ import annotations

import re
from pathlib import Path

_HEADER = re.compile(r"\s*\[\[?([^\]]+)\]")
_KEY = re.compile(
    r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*="
)
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")


def locate_key(text: str, path: Path, keys: tuple[str, ...], word: str | None = None) -> str:
    """`path:line:column` of a dotted key, or of the word in quotes after it; 1-based.

    Falls back to the longest part of the key that is written, and to the path alone.
    """
    best: tuple[int, int, int] | None = None
    header: tuple[str, ...] = ()
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if match := _HEADER.match(line):
            header = _parts(match[1])
            written, column = header, match.end(1) - len(match[1].lstrip())
        elif match := _KEY.match(line):
            written, column = (*header, *_parts(match[1])), match.start(1)
        else:
            continue
        if written == keys[: len(written)] and (best is None or len(written) > best[0]):
            best = (len(written), number, column + 1)
    if best is None:
        return str(path)
    _, number, column = best
    if word is not None:
        number, column = _find_word(lines, number, column, word)
    return f"{path}:{number}:{column}"


def _find_word(lines: list[str], number: int, column: int, word: str) -> tuple[int, int]:
    for later, line in enumerate(lines[number - 1 :], number):
        for mark in ('"', "'"):
            found = line.find(f"{mark}{word}{mark}", column if later == number else 0)
            if found >= 0:
                return later, found + 2
    return number, column


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
