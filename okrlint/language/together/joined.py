"""Whether anything is joined in a statement that could be a second result."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Doc

_LINK = re.compile(r"\b(?:and|then|plus|while)\b|[;&,.]", re.IGNORECASE)
_BELOW = re.compile(
    r"\b(?:by \w+ing|who|which|that|whose|where|so that|in order to|to (?!\d)[a-z]+|ensuring"
    r"|showing|comparing|including|incl)\b",
    re.IGNORECASE,
)
"""Where means, purpose or description begin: what is joined behind is no second result."""
_ABLE = re.compile(r"\b(?:can|could|able to)\b", re.IGNORECASE)
"""Where it begins what somebody can do: a verb behind is a part of that, "bake and sell bread"."""
_REACH = 3
"""So many words after the link, its verb or number has to stand: "and, at last, hire"."""


def joins_results(doc: Doc) -> bool:
    """Whether anything is joined that could be a second result: soon after, a verb or a number.

    The learned reader takes long statements and joined nouns ("jobs and roles") for two results.
    """
    below = _BELOW.search(doc.text)
    end = below.start() if below else len(doc.text)
    able = _ABLE.search(doc.text)
    words = [t for t in doc if not t.is_punct and not t.is_space]
    starts = [t.idx for t in words]
    for link in _LINK.finditer(doc.text, 0, end):
        first = bisect_left(starts, link.end())
        if able and able.end() < link.start() and link[0] != ";":
            first += words[first].tag_ in ("VB", "VBP") if first < len(words) else 0
        if any(t.pos_ in ("VERB", "AUX", "NUM") for t in words[first : first + _REACH]):
            return True
    return False
