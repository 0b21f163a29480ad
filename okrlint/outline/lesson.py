"""Whether a page teaches how to set OKRs: how often its words are about OKRs as such."""

from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint.model import Span

_OKRS = r"(?:okrs?|objectives?(?: and key results)?|key results?|krs?)"
_TEACHES = re.compile(
    rf"\b{_OKRS}\b(?:\s\([^()\n]*\))?\s(?:is|are|should|must|stands? for|need to|can|help|define"
    rf"|describe|tell|answer|focus)\b"
    rf"|\bwhat (?:is|are|makes) (?:an? )?{_OKRS}\b"
    rf"|\b(?:good|great|best|bad|effective|well-written) {_OKRS}\b"
    rf"|\bexamples? of (?:an? )?(?:\w+ )?{_OKRS}\b"
    rf"|\byour (?:\w+ )?{_OKRS}\b"
    rf"|\b(?:write|writing|set|setting|create|creating) (?:good |your |an? )?{_OKRS}\b"
    rf"|\b{_OKRS} (?:framework|methodology)\b"
    rf"|\byou\b[^.\n]{{0,40}}\b{_OKRS}\b",
    re.IGNORECASE,
)
_LEAST = 6
_OFTEN = 1.6
"""So often in a thousand characters: lessons have 2 to 4, pages of teams seldom more than 1."""
_READER = re.compile(r"\byou(?:rs?|rself|['’](?:re|ll|ve))?\b", re.IGNORECASE)
_WRITER = re.compile(r"\b(?:I|me|my|we|us|ours?)\b")
_SPEAKS = 10
_MUCH = 2.5
"""So often in a thousand characters; pages of teams hardly ever say "you"."""


def is_lesson(text: str, statements: Iterable[Span]) -> bool:
    """Whether a page that states no cycle explains OKRs, so that those it holds are examples.

    It speaks of OKRs as such; or, around the statements, to its reader, more than of those who
    wrote it.
    """
    found = sum(1 for _ in _TEACHES.finditer(text))
    if found >= _LEAST and found * 1000 >= _OFTEN * len(text):
        return True
    around, end = [], 0
    for span in sorted(statements):
        around.append(text[end : span.start])
        end = max(end, span.end)
    prose = " ".join((*around, text[end:]))
    reader, writer = len(_READER.findall(prose)), len(_WRITER.findall(prose))
    return reader >= max(_SPEAKS, 2 * writer) and reader * 1000 >= _MUCH * len(text)
