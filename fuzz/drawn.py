"""Bytes that a coverage-guided fuzzer mutates -> what a target takes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from fuzz.statements import compose
from fuzz.strategies import DOCUMENT, MESSAGE, PATTERN, RULES, SETTING, TITLE

_MOST = 20_000
"""Characters of one input; the tests look at how time grows with more."""


def pieced(pieces: Sequence[str]) -> Callable[[bytes], str]:
    """A text of pieces, some repeated, and of the bytes as they are.

    A byte names a piece, or says that the next are repeated or taken as text; an input that begins
    with a byte above 127 is text from there on, so that documents can be put in as they are.
    """

    def draw(data: bytes) -> str:
        if data[:1] > b"\x7f":
            return data[1:].decode("utf-8", "surrogateescape")[:_MOST]
        parts: list[str] = []
        size, place = 0, 0
        while place < len(data) and size < _MOST:
            byte, place = data[place], place + 1
            if byte < len(pieces):
                part = pieces[byte]
            elif byte > 0xF0:  # the piece after next, so often
                times, which = (*data[place : place + 2], 1, 1)[:2]
                part, place = pieces[which % len(pieces)] * times, place + 2
            else:
                part, place = data[place : place + 3].decode("utf-8", "replace"), place + 3
            parts.append(part)
            size += len(part)
        return "".join(parts)[:_MOST]

    return draw


def messages(data: bytes) -> list[dict[str, object]]:
    """Messages of the language server's protocol, parted by zeros."""
    drawn: list[dict[str, object]] = []
    for part in data.split(b"\0")[:8]:
        method, text = MESSAGE[(part[:1] or b"\0")[0] % len(MESSAGE)], pieced(DOCUMENT)(part[3:])
        line, column = (*part[1:3], 0, 0)[:2]
        drawn.append({"method": method, "text": text, "line": line, "character": column})
    return drawn


def baselines(data: bytes) -> bytes:
    """Files of findings: as they are, or with entries made of the bytes."""
    if data[:1] > b"\x7f":
        return data[1:]
    parts = data.decode("utf-8", "surrogateescape").split("\0")
    rows = [
        {"path": path, "rule": rule, "statement": text, "count": number}
        for path, rule, text, number in zip(
            parts, parts[1:], parts[2:], map(len, parts), strict=False
        )
    ]
    return json.dumps({"version": len(data) % 3, "findings": rows}).encode()


def statements(data: bytes) -> str:
    """Statements of the tests, four bytes for each: which, how it is changed, what joins it."""
    fours = [(*data[at : at + 4], 0, 0, 0) for at in range(0, min(len(data), 24), 4)]
    return compose([(256 * four[0] + four[1], four[2], four[3]) for four in fours])


DRAWS: dict[str, Callable[[bytes], object]] = {
    "document": pieced(DOCUMENT),
    "title": pieced(TITLE),
    "statement": statements,
    "settings": pieced(SETTING),
    "rules": pieced(RULES),
    "pattern": pieced(PATTERN),
    "messages": messages,
    "baseline": baselines,
    "bytes": bytes,
}
