"""The lines of YAML front matter.

Only the plain lines that people write there are understood (keys, lists, quoted text), with their
positions; anything else is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from okrlint.model import Prose

_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>-[ \t]+)?"
    r"(?:(?P<key>[A-Za-z][\w \t-]*?)[ \t]*:(?=[ \t]|$)[ \t]*)?(?P<value>.*?)[ \t\r]*$"
)


@dataclass(frozen=True, slots=True)
class YamlLine:
    """One line of front matter."""

    number: int
    """0-based."""
    depth: int
    """The column of the key or value."""
    dash: bool
    """Whether it begins an entry of a list."""
    key: str
    value: Prose


def yaml_lines(source: str) -> Iterator[YamlLine]:
    """The lines of the front matter; none without one."""
    match = re.match(
        r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", source, re.DOTALL | re.MULTILINE
    )
    if match is None:
        return
    at = match.start(1)
    for number, line in enumerate(match[1].splitlines(keepends=True)):
        found = _LINE.match(line.rstrip("\r\n"))
        if found and line.strip() and not line.lstrip().startswith("#"):
            depth = len(found["indent"]) + len(found["dash"] or "")
            key = (found["key"] or "").strip().lower()
            yield YamlLine(number, depth, bool(found["dash"]), key, _value(source, at, found))
        at += len(line)


TAGS = frozenset(("tags", "tag", "keywords", "labels", "categories"))
"""Keys under which a page is filed."""


def filed_under(source: str, keys: Collection[str] = TAGS) -> Iterator[Prose]:
    """What the front matter says under some keys, right behind them or in the list below."""
    inside = False
    for line in yaml_lines(source):
        inside = line.key in keys or (inside and line.dash and not line.key)
        if inside and line.value.text:
            yield line.value


def _value(source: str, at: int, found: re.Match[str]) -> Prose:
    start, end = at + found.start("value"), at + found.end("value")
    text = source[start:end]
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        start, end = start + 1, end - 1
    elif comment := re.search(r"\s#\s", text):
        end = start + comment.start()
    offsets = range(start, end)
    return Prose(source[start:end], tuple(offsets), tuple(o + 1 for o in offsets)).cut(
        0, end - start
    )
