"""Whether a page teaches how to set OKRs: how often its words are about OKRs as such."""

from __future__ import annotations

import re

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


def is_lesson(text: str) -> bool:
    """Whether a page that states no cycle explains OKRs, so that those it holds are examples."""
    found = sum(1 for _ in _TEACHES.finditer(text))
    return found >= _LEAST and found * 1000 >= _OFTEN * len(text)
