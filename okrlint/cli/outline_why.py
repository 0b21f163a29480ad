"""`okrlint outline --why FILE[:LINE]`: why a file, or a line of it, was read as it was."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from okrlint.api import InputError, LineIndex, Settings
from okrlint.budget import OutOfTime, budget_of, limited
from okrlint.outline.why import Why, explain

_LINED = re.compile(r"(?P<path>.+):(?P<line>\d{1,9})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: paths without lines, and the lines of those that had some."""

    paths: tuple[str, ...]
    lines: dict[str, frozenset[int]]
    """By the name that a file is read under; a file that is not here is told whole."""


def asked_for(words: Iterable[str], stdin_name: str) -> Asked:
    """Part `FILE:LINE` from `FILE`; a file that is called so itself goes first.

    Raises InputError for a line of a folder.
    """
    paths: list[str] = []
    lines: dict[str, frozenset[int]] = {}
    whole: set[str] = set()
    for word in words:
        found = None if os.path.lexists(word) else _LINED.fullmatch(word)
        path = found["path"] if found else word
        if found and os.path.isdir(path):  # noqa: PTH112  (bears any name)
            raise InputError(word, "a line of a folder was asked for; name a file")
        name = stdin_name if path == "-" else str(Path(path))
        paths.append(path)
        if found:
            lines[name] = lines.get(name, frozenset()) | {int(found["line"])}
        else:
            whole.add(name)
    return Asked(tuple(paths), {name: at for name, at in lines.items() if name not in whole})


def explained(path: str, text: str, settings: Settings, lines: frozenset[int] | None) -> Why:
    """Why a text was read as it was; of some lines only, when `lines` are given.

    Raises InputError for a line that is not there and for a text that takes too long.
    """
    seconds = budget_of(text)
    try:
        with limited(seconds):
            why = explain(text, path, settings.labels, settings.calendar)
    except OutOfTime as error:
        raise InputError(path, f"not read: it took more than {seconds:.0f} seconds") from error
    if lines is None:
        return why
    last = LineIndex(text).line_at(max(0, len(text) - 1))
    for line in sorted(lines):
        if not 1 <= line <= last:
            raise InputError(path, f"there is no line {line}; the last one is {last}")
    taken = (t for t in why.taken if any(t.line <= line <= t.end_line for line in lines))
    return replace(why, taken=tuple(taken))
