"""The fields of a line below or behind a statement: "Owner: Ana | Due: June", "18 → 6"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.beside.change import Found, split_change
from okrlint.beside.names import name_of, remembered
from okrlint.beside.pieces import read_piece, split_pieces
from okrlint.dates import Calendar, find_dates

_MEASURED = re.compile(
    r"\W*(?:(?:will be |is |to be |how )?measured (?:by|as|in|with)\b"
    r"|success (?:means|looks like|is)\b)\s*(?:[:=]|\s[–—-](?=\s))?\s*(?=\S)",
    re.IGNORECASE,
)
"""How a line begins that says by what the statement is measured."""
_COUNTED = re.compile(
    r"\W*(?:with )?(?:an? |the )?(?:total |overall )?(?:quantity|amount|number|count|total)"
    r"(?:\s+of\b|(?=\s*[:=–—-]))\s*(?:[:=]|\s[–—-](?=\s))?\s*(?=\W{0,2}\d)",
    re.IGNORECASE,
)
"""The same, where a number must follow: "with a total of 12"."""

_SAYS_SO = re.compile(
    r"[^:：=]{1,40}?(?:[:：=]|\s[–—-]\s)|(?:baseline|due|deadline|by)\b", re.IGNORECASE
)
"""How a line with one field begins: "Start 3 pilots" is a task."""


@remembered
def fields_in_line(text: str) -> tuple[Found, ...]:
    """The fields of a line that holds nothing else; none when it is another line.

    The start and end of each are those of its value in `text`.
    """
    start, end = _inside(text)
    if change := split_change(text[start:end]):
        return tuple(Found(c.name, start + c.start, start + c.end) for c in change)
    measured = _MEASURED.match(text, start, end) or _COUNTED.match(text, start, end)
    if measured:
        return (Found("success", measured.end(), end),) if measured.end() < end else ()
    found = list(_found(text, start, end))
    if len(found) == 1 and not _SAYS_SO.match(text, start):
        return ()
    return tuple(found)


def _found(text: str, start: int, end: int) -> Iterator[Found]:
    for first, last in split_pieces(text, start, end):
        piece = read_piece(text[first:last])
        if piece is None:
            if first == start:
                return
            continue
        value = text[first + piece.start : first + piece.end]
        if piece.name == "owner" and len(value.split()) > 8:
            continue
        yield Found(piece.name, first + piece.start, first + piece.end)
        if piece.name in ("target", "success"):
            yield from date_of_name(text[first : first + piece.start], first)


def date_of_name(name: str, offset: int = 0) -> Iterator[Found]:
    """The date that stands with the name of a target: "Target (Dec 31): 40"."""
    if name_of(name) not in ("target", "success"):
        return
    for found in find_dates(name, Calendar()):
        yield Found("due", offset + found.start, offset + found.end)
        return


def _inside(text: str) -> tuple[int, int]:
    """The range without white space, emphasis marks and a bracket around all of it."""
    start, end = 0, len(text)
    while True:
        while start < end and (text[start].isspace() or text[start] in "*_|·•"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in "*_|·•"):
            end -= 1
        inner = text[start:end]
        if (
            inner.startswith(("(", "["))
            and inner.endswith((")", "]"))
            and not re.search(r"[()\[\]]", inner[1:-1])
        ):
            start, end = start + 1, end - 1
        else:
            return start, end
