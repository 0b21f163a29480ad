"""The fields before a statement: "[P0] ...", "P1 (0.4): ...", "Guardrail: ...", "@ana - ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from okrlint.beside.change import Found
from okrlint.beside.words import either_of, load_names

KINDS = (
    r"committed|aspirational|stretch|moonshot|roofshot|guardrail|counter[ -]metric|health metric"
    r"|health kr|learning kr|binary|boolean"
)
"""Words that name a sort of key result and nothing else; a lone "(health)" may be an area."""


@dataclass(frozen=True, slots=True)
class Front:
    """Fields before a statement."""

    end: int
    """Where the statement begins, from 0."""
    fields: tuple[Found, ...]


_SCORE = r"\((?P<score>[01]?[.,]\d{1,2}|[01])\)"
_PRIORITY = rf"(?P<priority>[Pp][0-9?X])[\])]?(?:\s*{_SCORE})?"
_STATEMENT = r"(?=(?:.*?[^\W\d_]{2,}){2})"
"""Two words at least: "Done: 12 of 40" is a value, and "Done: 12 growers join" a statement."""
_FRONTS = (
    # [P0] ..., P1: ..., (P2) - ..., `P0` - ..., P0 (.9): ...
    re.compile(rf"[\[(]?{_PRIORITY}(?:\s*[:\-–—|]+\s+|(?<=[\])])\s*)"),
    # [committed] ..., Guardrail: ...
    re.compile(rf"[(\[](?P<kind>{KINDS}|learning|health)[)\]]\s*[:\-–—]?\s*", re.IGNORECASE),
    re.compile(rf"(?P<kind>{KINDS})(?::\s+|\s[\-–—]\s)", re.IGNORECASE),
    # Range: ... between 4 and 6 ..., but not "Range: 400 km on one charge"
    re.compile(r"(?P<kind>range):\s+(?=[^\W\d]\S*\s.*?\bbetween\s\W?\d)", re.IGNORECASE),
    # 0.7 | ..., n/a | ...
    re.compile(r"(?P<score>[01][.,]\d{1,2}|n/a)\s+\|\s+"),
    # @ann - ..., OWNER - ...
    re.compile(r"(?P<owner>@[\w-]+(?:\s*(?:[,/&+]|and)\s*@[\w-]+)*|OWNER)\s*[:\-–—]\s+"),
)


@cache
def _statuses() -> tuple[re.Pattern[str], ...]:
    """How it goes, before a statement: "At risk: ...", "[done] ...", "Status: green - ..."."""
    status, light = either_of("status", "sign"), either_of("status", "sign", "light")
    behind = rf"\s*(?:[:;|–—-](?=\s)|(?<=[\])])(?=\s))\s+{_STATEMENT}"
    names = "|".join(sorted(re.escape(n) for n, name in load_names().items() if name == "status"))
    return (
        re.compile(rf"[\[(]?(?:{names})\s*[:=]\s*(?P<status>{light})[\])]?{behind}", re.I),
        re.compile(rf"(?P<status>{status}):\s+{_STATEMENT}", re.I),
        re.compile(rf"\[(?P<status>{status})\]\s*[:–—-]?\s+{_STATEMENT}", re.I),
    )


def split_front(text: str) -> Front:
    """Where a statement begins, and the fields before it, in their order."""
    at = 0
    found: list[Found] = []
    for pattern in (*_statuses(), *_FRONTS):
        match = pattern.match(text, at)
        if match:
            names = sorted((n for n, value in match.groupdict().items() if value), key=match.start)
            found += [Found(name, *match.span(name)) for name in names]
            at = match.end()
    return Front(at, tuple(found))
