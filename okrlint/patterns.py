"""Patterns as in a .gitignore, matched in time that grows with pattern times name and no faster.

Source: git's documentation, gitignore(5). A pattern that git cannot use matches nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_LONGEST = 4096
"""Characters of a pattern; a longer one matches no path there can be."""
_TOKEN = re.compile(
    r"(?P<stars>\*+)|\\(?P<escaped>.)|(?P<class>\[[!^]?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\])|(?P<any>.)",
    re.DOTALL,
)
_PART = re.compile(
    r"\[:(?P<name>\w+):\]|(?:\\(?P<escaped>.)|(?P<plain>.))(?:-(?!$)\\?(?P<last>.))?", re.DOTALL
)
_NAMED = {
    "alnum": "a-zA-Z0-9", "alpha": "a-zA-Z", "blank": r" \t", "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9", "graph": r"\x21-\x7e", "lower": "a-z", "print": r"\x20-\x7e",
    "punct": r"!-/:-@\[-`{-~", "space": r"\s", "upper": "A-Z", "xdigit": "0-9a-fA-F",
}  # fmt: skip
_NOTHING = "(?!)"


@dataclass(frozen=True, slots=True)
class _Segment:
    """What stands between two slashes: pieces with any characters between them."""

    pieces: tuple[re.Pattern[str], ...]
    """The characters before, between and after the stars."""
    widths: tuple[int, ...]

    def fits(self, name: str) -> bool:
        return _fits(self.widths, len(name), lambda n, at: bool(self.pieces[n].match(name, at)))


@dataclass(frozen=True, slots=True)
class _Pattern:
    groups: tuple[tuple[_Segment, ...], ...]
    """The segments before, between and after the "**"."""
    takes_back: bool
    folders_only: bool

    def fits(self, path: Sequence[str]) -> bool:
        widths = tuple(len(group) for group in self.groups)

        def at(number: int, place: int) -> bool:
            group = self.groups[number]
            return all(one.fits(path[place + n]) for n, one in enumerate(group))

        return _fits(widths, len(path), at)


class Patterns:
    """The patterns of one place, in their order."""

    __slots__ = ("_folders", "_patterns")

    def __init__(self, lines: Iterable[str]) -> None:
        self._patterns = tuple(found for line in lines if (found := _parse(line)))[::-1]
        self._folders: dict[tuple[str, ...], bool] = {}

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._patterns)

    def matches(self, path: str) -> bool:
        """Whether a path, with "/" and relative to the place of the patterns, is matched.

        As in git the last pattern that fits decides, and "!" takes back; but what lies in a folder
        that is matched is matched.
        """
        if not self._patterns:
            return False
        parts = tuple(path.split("/"))
        for depth in range(1, len(parts)):
            folder = parts[:depth]
            if folder not in self._folders:
                self._folders[folder] = self._decided(folder, is_folder=True)
            if self._folders[folder]:
                return True
        return self._decided(parts, is_folder=False)

    def _decided(self, path: tuple[str, ...], *, is_folder: bool) -> bool:
        for pattern in self._patterns:
            if (is_folder or not pattern.folders_only) and pattern.fits(path):
                return not pattern.takes_back
        return False


@lru_cache(maxsize=64)
def compile_patterns(lines: tuple[str, ...]) -> Patterns:
    """The patterns of these lines, read once."""
    return Patterns(lines)


def is_usable(pattern: str) -> bool:
    """Whether a pattern can match something, as far as its form goes."""
    return (len(pattern) - len(pattern.rstrip("\\"))) % 2 == 0


def _parse(line: str) -> _Pattern | None:
    """One line of a .gitignore; None for what says nothing."""
    bare = line.rstrip(" ")
    line = bare if is_usable(bare) else line[: len(bare) + 1]  # a backslash keeps one blank
    takes_back = line.startswith("!")
    line = line[takes_back:]
    folders_only = line.endswith("/")
    body = line.removesuffix("/")
    comment = line.startswith("#") and not takes_back
    if not body or comment or len(body) > _LONGEST or not is_usable(body):
        return None
    anchored = "/" in body
    names = body.removeprefix("/").split("/")
    groups: list[list[_Segment]] = [[]] if anchored else [[], []]
    for number, name in enumerate(names):
        if anchored and len(name) > 1 and not name.strip("*"):
            groups.append([])
            if number == len(names) - 1:  # "a/**" is what lies in a, and not a
                groups[-1].append(_segment("*"))
        else:
            groups[-1].append(_segment(name))
    return _Pattern(tuple(map(tuple, groups)), takes_back, folders_only)


def _segment(text: str) -> _Segment:
    pieces: list[list[str]] = [[]]
    for token in _TOKEN.finditer(text):
        if token["stars"]:
            pieces.append([])
        elif token["class"]:
            pieces[-1].append(_class(token["class"]))
        elif token["any"] == "?":
            pieces[-1].append(".")
        elif token["any"] == "[":  # nothing closes it
            pieces[-1].append(_NOTHING)
        else:
            pieces[-1].append(re.escape(token["escaped"] or token["any"]))
    compiled = tuple(re.compile("".join(piece), re.DOTALL) for piece in pieces)
    return _Segment(compiled, tuple(len(piece) for piece in pieces))


def _class(text: str) -> str:
    inside = text[1:-1]
    refused = inside.startswith(("!", "^"))
    parts: list[str] = []
    for part in _PART.finditer(inside[refused:]):
        if part["name"]:
            parts.append(_NAMED.get(part["name"], ""))
            continue
        first = part["escaped"] or part["plain"]
        last = part["last"] or first
        if first <= last:
            parts.append(f"{re.escape(first)}-{re.escape(last)}")
    if not any(parts):
        return "." if refused else _NOTHING
    return f"[{'^' if refused else ''}{''.join(parts)}]"


def _fits(widths: Sequence[int], size: int, at: Callable[[int, int], bool]) -> bool:
    """Whether parts of these widths follow each other in `size` places, with gaps between them.

    The first begins at 0 and the last ends at `size`; `at(part, place)` says whether a part fits
    there. The leftmost place of each is as good as any other, so nothing is tried twice.
    """
    last = len(widths) - 1
    if sum(widths) > size or not at(0, 0):
        return False
    if last == 0:
        return widths[0] == size
    end = size - widths[last]
    if not at(last, end):
        return False
    place = widths[0]
    for number in range(1, last):
        while place + widths[number] <= end and not at(number, place):
            place += 1
        if place + widths[number] > end:
            return False
        place += widths[number]
    return place <= end


def matches_path(path: str | Path, patterns: tuple[str, ...], root: Path | None) -> bool:
    """Whether .gitignore patterns, counted from `root`, match a file; cheap without patterns.

    For a file outside `root` they count from the root of the file system: "*.md" holds, and so
    does "archive/", but not "/archive/".
    """
    real = os.path.realpath
    return bool(patterns) and fits(real(path), patterns, real(root or "."))


def fits(file: str, patterns: tuple[str, ...], root: str) -> bool:
    """The same for paths without links."""
    if not patterns:
        return False
    start = len(root) + (not root.endswith(os.sep))
    if os.path.normcase(file[:start]) != os.path.normcase(os.path.join(root, "")):  # noqa: PTH118
        start = len(Path(file).anchor)
    return compile_patterns(patterns).matches(file[start:].replace(os.sep, "/"))
