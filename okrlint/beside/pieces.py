"""One piece of a line or bracket that is a field: "owner: Ana", "baseline 3", "due 30 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.beside.change import Found
from okrlint.beside.names import name_of
from okrlint.beside.values import is_blank
from okrlint.dates import Calendar, find_dates

MEASURES = frozenset(
    ("baseline", "target", "current", "progress", "score", "confidence", "weight", "success")
)
"""Fields whose value holds a number, so that they need no colon: "baseline 3"."""

PERSON = re.compile(
    r"(?:@[\w.-]+|[^\W\d_a-z][\w'\u2019-]*\.?(?:\s[^\W\d_a-z][\w'\u2019-]*\.?){0,2})$"
)
"""A name or handle: "Ana", "Ana Lindt", "@ana"."""

_NAMED = re.compile(
    r"\s*(?P<name>[^\n:：=]{1,40}?)\s*(?:::?|：|=|\s[–—-]\s)\s*(?P<value>\S.*)$", re.DOTALL
)
_SPACED = re.compile(
    r"\s*(?P<name>owner|dri|lead|led by|owned by|due date|due by|due|by|deadline|eta"
    r"|baseline(?: value)?|base|from|start(?:ing point|ing value)?|was|before"
    r"|target(?: value| level)?|goal|to|currently|current(?: value| level)?|now|today"
    r"|progress|score|confidence|weight|status|priority)\s+(?P<value>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_FIRST = re.compile(r"\W{0,3}(?:[kKmM]?[$€£¥₹]\s?|[A-Z]{3}\s)?\d")


def read_piece(words: str) -> Found | None:
    """The field that a piece of text is, as a whole; None when it is none."""
    if words.startswith("@") and PERSON.match(words):
        return Found("owner", 0, len(words))
    if re.fullmatch(r"[Pp][0-9]", words):
        return Found("priority", 0, len(words))
    named = _NAMED.match(words)
    if named and (name := name_of(named["name"])):
        return Found(name, *named.span("value"))
    spaced = _SPACED.match(words)
    name = _spaced_name(spaced["name"]) if spaced else None
    if spaced is None or name is None or not _fits(name, spaced["value"]):
        return None
    return Found(name, *spaced.span("value"))


def _spaced_name(word: str) -> str | None:
    return "current" if word.lower() == "currently" else name_of(word)


def _fits(name: str, value: str) -> bool:
    """Whether words behind a name without a colon can be its value: a date, a figure, a person."""
    if name == "due":
        return any(found.start <= 4 for found in find_dates(value, Calendar())) or is_blank(value)
    if name in MEASURES:
        return bool(_NUMBER_FIRST.match(value)) or is_blank(value)
    return name != "owner" or bool(PERSON.match(value))


_LONGEST = 400
"""Characters of a line in which further fields are looked for."""

_BREAK = re.compile(r"\s*(?:[|·•;,]|→|⇒|➜|[-=]+>|\s[–—-](?=\s))\s*|\s/\s")


def split_pieces(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a text between its breaks, each beginning with a field of its own.

    A break inside a value is none: "Target: 40, of them 10 in Bern" is one piece.
    """
    at = start
    for mark in _BREAK.finditer(words, start, min(end, start + _LONGEST)):
        following = words[mark.end() : min(end, mark.end() + _LONGEST)]
        if mark.start() > at and _begins(following):
            yield at, mark.start()
            at = mark.end()
    if at < end:
        yield at, end


def _begins(words: str) -> bool:
    """Whether a text begins with a field: "due: June ...", "target 40 ...", "@ana ..."."""
    first = re.match(r"(?:(?!\s[|·•]\s|[;,→]).)+", words)
    return first is not None and read_piece(first[0]) is not None
