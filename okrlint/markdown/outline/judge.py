"""Is this text a statement somebody made, a placeholder, or talk about OKRs in general?"""

from __future__ import annotations

import re
from enum import Enum

from okrlint.markdown.outline.vocabulary import load_words, plain


class Verdict(str, Enum):
    """What a text in the place of a statement is."""

    STATEMENT = "statement"
    EMPTY = "empty"
    PLACEHOLDER = "placeholder"
    GENERAL = "general"


_PLACEHOLDER = re.compile(
    r"""^(?:
      \W*(?:tbd|tba|tbc|todo|to\ do|wip|n/?a|none|xx+|pending|fill\ (?:this\ )?in.*|coming\ soon.*|placeholder.*
           |to\ be\ (?:defined|determined|decided|added|announced).*|lorem\ ipsum.*|(?:your|insert|add|describe|enter|write)
            \ (?:an?\ |the\ |your\ )?(?:objective|key\ result|kr|statement|text|outcome|goal|title)\b.*)\W*
    | (?:the\ )?(?:objective|key[\s-]*result|kr|o)\W*(?:\d{0,2}|[xyn])?(?:\ (?:title|text|statement|name|description|here))?\W*
    | (?:key\ results?|objectives?|okrs?|krs?)\W*\d?\W*
    | (?:<[^<>]+>|\[[^\[\]]+\]|\{[^{}]+\}|\{\{.+\}\}|_{2,}|\.{2,}|\u2026)[.\s]*
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_SUBJECT = r"(?:(?:an?|the|each|every|all|your|our|good|great|these|most)\s+)*(?:objectives?|key[\s-]*results?|okrs?|krs?)"
_GENERAL = re.compile(
    rf"""^(?:
      {_SUBJECT}(?:\s\([^)]*\))?\s+(?:is|are|was|were|should|shall|must|can|may|might|will|have|has|had|need|needs|do|does
        |describes?|defines?|measures?|tells?|answers?|states?|help|helps|represent|represents|follow|come|stands?|usually
        |often|always|typically|generally|never|not)\b
    | (?:defines|describes|explains|represents|specifies|answers)\s+(?:what|how|why|a|an|the)\b
    | (?:what|how|why|where|who|when|which)\s(?:[\w'\u2019]+\s){{0,4}}(?:you|you'll|we|we'll|you\u2019ll|we\u2019ll|they|i|it|team|success|needs?\s+to)\b
    | (?:the\s+)?(?:measurable|measured|specific|quantitative|qualitative)\s+(?:outcomes?|results?|goals?|descriptions?|statements?|milestones?)\s
        (?:that|which|of|you|we)\b
    | (?:\d(?:\s*[-–]\s*\d)?\s+)?(?:(?:an?|the)\s+)?
        (?:(?:qualitative|quantitative|quantifiable|measurable|inspiring|inspirational|ambitious|aspirational|specific|memorable
           |time-?bound|short|clear|concise|concrete|verifiable|high-level)(?:\s*[,/]\s*|\s+and\s+|\s+))+
        (?:statements?|goals?|results?|outcomes?|descriptions?|milestones?|metrics?)\b
    | (?:it|they|this|these)\s+(?:is|are|should|must)\b
    | (?:should|must)\s+be\b
    | for\s+(?:each|every)\s+(?:objective|key\ result)\b
    | (?:what|how|why|is|are|do|does)\b[^.]*\b(?:you|your|objectives?|key[\s-]*results?|success)\b[^.]*\?
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def judge(text: str) -> Verdict:
    """What a text in the place of a statement is."""
    words = text.strip()
    if not any(char.isalnum() for char in words):
        return Verdict.PLACEHOLDER if words else Verdict.EMPTY
    if _PLACEHOLDER.match(words):
        return Verdict.PLACEHOLDER
    if _GENERAL.match(words):
        return Verdict.GENERAL
    return Verdict.STATEMENT


def introduces(text: str) -> bool:
    """Whether a line only leads in what follows: "The following are our results:"."""
    words = plain(text).split()
    if not words:
        return True
    ends_open = text.rstrip().endswith((":", "："))
    return (ends_open or len(words) > 25) and words[0] in load_words("lead_ins")


def is_area(text: str) -> bool:
    """Whether a heading is only the name of a team or area: "Product:", "Team Marketing"."""
    name = re.sub(r"\s*[(\[].*", "", plain(re.sub(r"^\W*\d+[.)]\s*", "", text)))
    areas = load_words("areas")
    if name in areas or not name:
        return True
    pieces = [
        p for p in re.split(r"\s*(?:&|/|,|\+|\band\b)\s*|\s+(?=team$)|(?<=^team)\s+", name) if p
    ]
    return all(piece in areas for piece in pieces)
