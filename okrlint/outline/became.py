"""What became of a statement that is struck through: "~~Open the pier~~ moved to Q3"."""

from __future__ import annotations

import re
from functools import cache

from okrlint.outline.vocabulary import load_words

_WHERE = (
    r"as|at|away|back|because|before|by|due|early|for|forward|from|here|in|into|last|next|no|now|of|off|on"
    r"|out|over|since|there|this|to|today|together|under|until|up|when|with|without"
)
"""What follows such a word where it tells of the statement before."""
_ELSEWHERE = (
    r"(?:now\s+|see\s+|→\s*|->\s*|=>\s*)(?:(?:in|under|part\s+of|the)\s+)*"
    r"(?:KR|O|OKR|Q|H|FY|key\s+result|objective|quarter|half|year|backlog)s?(?![^\W\d_])"
    r"|no\s+longer\b|not\s+(?:now|this|any\s?more|pursued|started|done|needed|relevant)\b|out\s+of\s+scope\b"
    r"|next\s+(?:quarter|half|year|month|cycle)\b|won['\u2019]?t\s+(?:do|happen)\b|on\s+hold\b"
)
"""Where it stands now, or why it is none any more."""


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, load_words("became"))))
    lead = r"(?:(?:was|is|has|been|got|now|already|partly|mostly|half|all)\s+)*"
    told = rf"{lead}(?:{words})(?:\s*(?:$|[^\w\s])|\s+(?:{_WHERE})\b)"
    return re.compile(rf"[\W_]*?(?:{told}|{_ELSEWHERE})", re.IGNORECASE)


def says_what_became(left: str) -> bool:
    """Whether the words left beside struck ones only say what became of these."""
    return bool(_pattern().match(left))
