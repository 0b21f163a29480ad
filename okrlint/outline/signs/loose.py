"""Labels that weigh and are no clean ones: "Goal 1:", "Obj. ...", "Success criteria"."""

from __future__ import annotations

import re

from okrlint.markdown.block import MarkKind
from okrlint.outline.decoration import skip_decoration
from okrlint.outline.groups import group_named
from okrlint.outline.text import Text
from okrlint.outline.unit import Unit

WEAK = re.compile(
    r"what\s+(?:we|I)\s+want(?:\s+to\s+(?:achieve|reach|be))?\s*:\s*"
    r"|(?:[\w'\u2019]+\s+){0,2}(?:goal|aim|theme|pillar|priority|focus(?:\s+area)?|ambition|intent)"
    r"s?\s*[#\-_.]?\s*(?:(?:[a-h](?=\d|\s*[:.)]|\s[–—-]\s))?\d{0,2})\s*(?:[:.)\-–—]\s+|:|(?<=\d)\s+(?-i:(?=[A-Z\"\u201c])))",
    re.IGNORECASE,
)
WEAK_RESULT = re.compile(
    r"(?:[\w'\u2019]+\s+){0,2}(?:result|measure|metric|outcome|target|milestone|indicator|kpi|m|r|t)"
    r"s?\s*[#\-_.]?\s*\d{0,2}(?:\.\d{1,2})?\s*(?:[:.)\-–—]\s+|:)",
    re.IGNORECASE,
)
LOOSE = re.compile(
    r"(?:(?P<o>objecti?ve|obj)|key\s+result|KR)(?![a-z])"
    r"(?:(?!\s+\d+\s+(?-i:[a-z]+s)\b|\s+\d[\d.,]*\s*(?:→|⇒|[-=–—]+>)\s*\W?\d)\.?\s*#?\d{1,2}(?:[.,]\d{1,2})?\s*[-–—.]?\s*|\s*[-–—.]\s*|\s+(?-i:[A-H]\s+)?(?-i:(?=[A-Z]))"
    r"|(?-i:(?<=KR)\s+(?=\d+\s+[a-z]+s\b))|(?-i:(?<=KR)\s+)(?!(?:adopt|attain|check|clos|complet|confiden|count|draft|format|grad|health|lead"
    r"|meeting|owner|progress|qualit|rat(?:e|ing)|review|scor|set|status|templat|track|train|updat"
    r"|writ)\w*))"
    r"(?=[^\W_]|[≥≤<>$€£\"“])(?!(?:is|are|was|were|has|have|should|can|must|will|may|in|of|for|to|on|and|or)\b)",
    re.IGNORECASE,
)
"""A label that hardly anything sets off: "Obj. Types all the way down", "KR 2,2 - no queue",
"Key Result Wait within 8 min", "KR find a van", "Obj A Our shop lasts"."""


def name_of_group(unit: Unit) -> str:
    """Whether a plain unit is called as goals or measures are: "Success criteria", "Goals:"."""
    words = unit.text.words.replace("\u2019", "'")
    core = words[skip_decoration(words) :]
    head, colon, _ = core.partition(":")
    whole = not core[len(head) + 1 :].strip()
    if len(head) > 90 or not (colon or unit.kind in ("heading", "column") or whole):
        return "plain"
    head = head.strip(" *_.")
    if len(head.split()) > 10:
        return "plain"
    if (
        unit.kind in ("item", "cell", "line")
        and not colon
        and not unit.text.is_wholly(MarkKind.STRONG)
    ):
        return "plain"
    name = group_named(head)
    return f"{name} tail" if name and not whole else name or "plain"


_BEFORE_AN_AMOUNT = re.compile(r"KR\s+(?=\d+\s+[a-z])")


def loose_label(unit: Unit, body: Text, objective: bool, bare: bool) -> tuple[int, str]:
    """Where the statement begins behind such a label, and the label as written; 0 without one.

    `bare`: others have no number, so that "KR 4 new boats" has none and four boats.
    """
    words = body.words
    if bare and (match := _BEFORE_AN_AMOUNT.match(words)):
        return match.end(), "KR"
    found = (WEAK if objective else WEAK_RESULT).match(words)
    found = found or LOOSE.match(words, skip_decoration(words))
    end = found.end() if found else 0
    if not end and not objective and name_of_group(unit) == "measures tail":
        end = words.find(":") + 1
    return end, words[:end].strip(" \t\n:.)-–—*")
