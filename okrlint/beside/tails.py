"""The fields at the end of a statement: "(due 30 June)", "[Progress: 40%]", "— Owner: Ana"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from okrlint.beside.change import Found
from okrlint.beside.fronts import KINDS
from okrlint.beside.names import name_of, remembered
from okrlint.beside.pieces import PERSON, read_piece
from okrlint.beside.values import is_amount, is_share
from okrlint.beside.words import either_of, load_values, plain


@dataclass(frozen=True, slots=True)
class Tail:
    """Fields at the end of a statement."""

    start: int
    """Where the statement ends, from 0."""
    fields: tuple[Found, ...]


MOST = 20
"""Tails that are taken off one statement; nobody writes more."""

LONGEST = 160
"""Characters at the end of a statement in which fields are looked for."""

_BAR = (
    r"[(\[]?[\u2580-\u259f\u25a0\u25a1\u25ac\u25ad\u25b0\u25b1\u25fb\u25fc\u2b1b\u2b1c]{3,40}[)\]]?"
)
"""A progress bar drawn with characters."""
_HANDLES = r"@[\w.-]+(?:(?:\s*[,/&+]\s*|\s+and\s+|\s*)@[\w.-]+)*"
_SCORE = r"(?:\d+(?:[.,]\d+)?\s*/\s*10{0,2}(?:\s*\(\d+\s*%\))?|[01][.,]\d{1,2})"
_LIGHT = r"[\U0001f534\U0001f7e0-\U0001f7e2\U0001f535\u26aa\u26ab\u2705\u274c]?\ufe0f?\s*"
_SHARE = r"\d{1,3}\s*%"
_BEFORE_STATUS = (
    ("priority", re.compile(r"\s*[\[(](?P<value>[Pp][0-9?X])[\])]$")),
    ("owner", re.compile(r"\s*\[(?P<value>[A-Z][A-Z0-9&/ +-]{0,20})\]$")),
    ("weight", re.compile(rf"\s*[(\[](?P<value>{_SHARE} weight|weight {_SHARE}?)[)\]]$", re.I)),
    ("kind", re.compile(rf"\s*[(\[](?P<value>{KINDS}|learning|(?<=\[)health)[)\]]$", re.I)),
    ("weight", re.compile(rf"\s+[–—-]\s+(?P<value>{_SHARE} weight)$", re.I)),
    ("owner", re.compile(rf"\s*[(\[]\s*(?P<value>{_HANDLES})\s*[)\]]$")),
    # due dates of task plugins
    (
        "due",
        re.compile(r"\s*[\U0001f4c5\U0001f5d3\u23f0\u23f3]\ufe0f?\s*(?P<value>\d{4}-\d\d-\d\d)$"),
    ),
    ("progress", re.compile(rf"\s*{_BAR}\s*(?P<value>{_SHARE})$")),
    ("progress", re.compile(rf"\s+(?P<value>{_SHARE})\s*{_BAR}$")),
    (
        "progress",
        re.compile(
            rf"(?:\s*[(\[]|\s+[–—-]\s+)(?P<value>{_SHARE}\s*(?:done|completed?|there))[)\]]?$", re.I
        ),
    ),
    ("owner", re.compile(rf"(?:\s+[|–—-]+\s*|(?<=[.;])\s+|\s+)(?P<value>{_HANDLES})$")),
    ("score", re.compile(rf"\s*[(\[](?:score\s+)?(?P<value>{_SCORE})[)\]]$", re.I)),
    # so many of so many: "[2/5]", and "(0/5)", which nobody aims at
    (
        "progress",
        re.compile(
            r"\s*(?:\[(?=\d[\d./\s]*\])|\((?=0\s*/))(?P<value>\d+(?:\.\d+)?\s*/\s*\d+)[)\]]$"
        ),
    ),
    ("score", re.compile(rf"\s*(?:=+>|[-–—]+>|→|⇒|\s[|–—-]|:)\s*{_LIGHT}(?P<value>{_SCORE})$")),
)
_BEHIND_STATUS = (
    (
        "status",
        re.compile(
            r"\s*[(\[](?P<value>(?:moved|carried) (?:over )?(?:to|into) [^()\[\]]{1,25})[)\]]$",
            re.I,
        ),
    ),
    ("score", re.compile(rf"\s*[(\[](?P<value>{_SCORE}\s*(?:→|->)\s*{_SCORE})[)\]]$")),
    # a light ends a statement, whatever is told behind it
    ("status", re.compile(r"\s+(?P<value>[✅❌🟢🟡🔴🟠⚪]\ufe0f?\s*[(\w].{0,100})$")),
)


@cache
def at_end(form: re.Pattern[str], words: str) -> re.Match[str] | None:
    """What stands at the end of some words; a long run of marks is not tried from each."""
    return form.search(words, max(0, len(words) - LONGEST))


def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Tails that are told by what they hold, each with the field that it gives."""
    status = rf"(?:{either_of('status', 'sign')})"
    return (
        *_BEFORE_STATUS,
        ("status", re.compile(rf"\s*(?:=+>|[-–—]+>|→|⇒)\s*(?P<value>{status}\b.{{0,40}})$", re.I)),
        ("status", re.compile(rf"\s*[(\[](?P<value>{status})[)\]]$", re.I)),
        *_BEHIND_STATUS,
        ("status", re.compile(rf"\s+[–—-]+\s+(?P<value>{status}|n/a)$", re.I)),
    )


_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,160})[)\]]$")
_BEHIND = re.compile(r"(?:\s+(?:[|–—·•-]|→|=+>|-+>)\s+|,\s+(?=due\b|by\b)|\s+(?=\w+::))")
_NOT_BEHIND = frozenset(("metric", "link"))
"""Fields that no tail names: "Fewer calls — metric: calls" is not taken apart."""
_DATAVIEW = re.compile(r"\s(?:(?P<first>\w{1,20})\s)?(?P<name>\w{1,20})::\s*(?P<value>[^:]{1,60})$")
"""Fields as Dataview writes them, after a name of one word or two."""


def split_tail(text: str) -> Tail:
    """Where a statement ends, and the fields behind it, the last one first."""
    end = len(text.rstrip())
    found: list[Found] = []
    for _ in range(MOST):
        tail = find_tail(text[:end])
        if tail is None:
            break
        found += tail.fields
        end = tail.start
    return Tail(end, tuple(found))


@remembered
def find_tail(text: str) -> Tail | None:
    """The last field or bracket of fields at the very end of a text; None without one."""
    if text.endswith((";", ",", ").", "].")):
        text = text[:-1].rstrip()
    at = max(0, len(text) - LONGEST)
    for read in (_by_bracket, _by_target, _by_name, _by_pattern, _by_share):
        tail = read(text, at)
        if tail and text[: tail.start].strip() and not _carries(text, tail):
            return tail
    return None


def _carries(text: str, tail: Tail) -> bool:
    """Whether the tail says more than what it stands behind: "Ship it (goal: the fair in May)"."""
    values = (text[field.start : field.end] for field in tail.fields if field.name == "target")
    if all(map(is_amount, values)):
        return False
    left, taken = (
        len(re.findall(r"\w+", part)) for part in (text[: tail.start], text[tail.start :])
    )
    return taken > left


def _by_pattern(text: str, at: int) -> Tail | None:
    for name, pattern in _patterns():
        match = pattern.search(text, at)
        if match is None or not match.start():
            continue
        if name == "score" and _CHANGED.search(text, at, match.end()):
            continue  # "Errors per line: 3.9 → 0.8"
        return Tail(match.start(), (Found(name, *match.span("value")),))
    return None


_CHANGED = re.compile(r"\d\s?\S{0,3}\s*(?:→|⇒|[-=–—]+>)\s*\d[\d.,]*$")


def _by_bracket(text: str, at: int) -> Tail | None:
    """A bracket that holds fields and nothing else: "(owner: Ana, baseline 3, due June)"."""
    match = _BRACKET.search(text, at)
    if match is None:
        return None
    pieces = [(*piece, read_piece(text[slice(*piece)])) for piece in _pieces(text, match)]
    found: list[Found] = []
    strangers: list[tuple[int, int]] = []
    for start, end, field in pieces:
        if field:
            found.append(Found(field.name, start + field.start, start + field.end))
        elif found and found[-1].name == "owner" and PERSON.match(text[start:end]):
            found[-1] = replace(found[-1], end=end)  # "(DRI: Ana, Bo)"
        else:
            strangers.append((start, end))
    if not found or (
        len(pieces) == 1 and not _stands_alone(text[slice(*pieces[0][:2])], pieces[0][2])
    ):
        return None
    if strangers:
        owned = any(field.name == "owner" for field in found)
        if owned or len(strangers) > 1 or not PERSON.match(text[slice(*strangers[0])]):
            return None
        found.append(Found("owner", *strangers[0]))
    return Tail(match.start(), tuple(found))


def _pieces(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    start, end = match.span("inside")
    for piece in re.finditer(r"(?:(?!,\s|;|\s[|·•]\s).)+", text[start:end]):
        words = piece[0]
        left = len(words) - len(words.lstrip(",;|·• "))
        if words[left:].strip():
            yield start + piece.start() + left, start + piece.start() + len(words.rstrip())


def _stands_alone(piece: str, found: Found | None) -> bool:
    """Whether a bracket with this one piece is a field: "(by June)", not "(from 3 to 5)"."""
    first = plain(piece[: found.start]) if found else ""
    return first not in ("from", "to", "start", "was", "before", "now", "currently", "today")


_OF_TARGET = re.compile(
    r"\s+[–—-]\s+(?P<current>\S*\d\S*)\s*/\s*target\s+(?P<target>\S[^/]{0,30})$", re.IGNORECASE
)


def _by_target(text: str, at: int) -> Tail | None:
    """How far it is, and to where: "— 0 / target 15 by June"."""
    match = _OF_TARGET.search(text, at)
    if match is None:
        return None
    return Tail(
        match.start(), tuple(Found(name, *match.span(name)) for name in ("target", "current"))
    )


def _by_name(text: str, at: int) -> Tail | None:
    """A field behind a mark: "— due June", "| target: 40", ", due June", "owner:: Ana"."""
    if match := _DATAVIEW.search(text, at):
        for start in (match.start("first"), match.start("name")):
            name = name_of(text[start : match.end("name")]) if start >= 0 else None
            if name:
                return Tail(len(text[:start].rstrip()), (Found(name, *match.span("value")),))
        return None
    marks = list(_BEHIND.finditer(text, at))
    for mark in reversed(marks):
        piece = text[mark.end() :]
        found = read_piece(piece)
        if found is None or found.name in _NOT_BEHIND or len(piece) > 70:
            continue
        if not _stands_alone(piece, found) or ":" in piece[found.start :]:
            return None
        fields = (Found(found.name, mark.end() + found.start, mark.end() + found.end),)
        return Tail(mark.start(), fields)
    return None


_BARE = re.compile(rf"(?:\s*[(\[]|\s+[–—-]\s+)(?P<value>{_SHARE})[)\]]?$")


def _by_share(text: str, at: int) -> Tail | None:
    """A percentage without a word, where it can only say how far the work is."""
    match = _BARE.search(text, at)
    if match is None or not is_share(match["value"]):
        return None
    before = text[: match.start()]
    first = re.match(r"\W*(\w+)", before)
    made = bool(first) and plain(before).split(" ")[0] in load_values("making")
    measured = re.search(
        r"\bfrom\b.*\d.*\bto\b.*\d|\d\s*\S{0,3}\s*(?:→|⇒|➜|[-=]+>)\s*\S?\d", before
    )
    bracket = text[match.start() :].strip()[:1] == "["
    if not (measured or bracket or (made and not re.search(r"\d", before))):
        return None
    return Tail(match.start(), (Found("progress", *match.span("value")),))
