"""Rules and the learned reader decide together: who is asked for what, and how sure is enough.

Metrics, baselines and dates are the rules' alone: they are better there. The promise is weighed
in `okrlint.language.promise.weigh`. docs/language.md has the measurements behind the figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Doc

from okrlint.language.learned.model import Judgement
from okrlint.reading import Evidence

_LINK = re.compile(r"\b(?:and|then|plus|while)\b|[;&,.]", re.IGNORECASE)
_BELOW = re.compile(
    r"\b(?:by \w+ing|who|which|that|whose|where|so that|in order to|to (?!\d)[a-z]+|ensuring"
    r"|showing|comparing|including|incl)\b",
    re.IGNORECASE,
)
"""Where means, purpose or description begin: what is joined behind is no second result."""
_REACH = 3
"""So many words after the link, its verb or number has to stand: "and, at last, hire"."""

COMPOUND_ALONE = 0.97
"""From here on the learned reader is believed when the rules see one result."""
VAGUE_ALONE = 0.97
"""From here on the learned reader is believed when the rules see nothing vague."""
VAGUE_AT_LEAST = 0.1
"""Below this the learned reader overrules a vague word that the rules found."""


def settle_compound(
    doc: Doc, parts: tuple[Evidence, ...], judgement: Judgement | None
) -> tuple[Evidence, ...]:
    """The parts that the rules found, or the whole statement when the learned reader is sure."""
    if parts or judgement is None or judgement.compound < COMPOUND_ALONE:
        return parts
    whole = Evidence(0, len(doc.text), "asks for more than one result")
    return (whole,) if joins_results(doc) else ()


def joins_results(doc: Doc) -> bool:
    """Whether anything is joined that could be a second result: soon after, a verb or a number.

    The learned reader takes long statements and joined nouns ("jobs and roles") for two results.
    """
    below = _BELOW.search(doc.text)
    end = below.start() if below else len(doc.text)
    words = [t for t in doc if not t.is_punct and not t.is_space]
    starts = [t.idx for t in words]
    for link in _LINK.finditer(doc.text, 0, end):
        first = bisect_left(starts, link.end())
        if any(t.pos_ in ("VERB", "AUX", "NUM") for t in words[first : first + _REACH]):
            return True
    return False


def settle_vague(
    text: str, words: tuple[Evidence, ...], judgement: Judgement | None
) -> tuple[Evidence, ...]:
    """The words that the rules found, unless the learned reader is sure that they do not matter."""
    if judgement is None:
        return words
    if words:
        return words if judgement.vague >= VAGUE_AT_LEAST else ()
    sure = judgement.vague >= VAGUE_ALONE
    return (Evidence(0, len(text), "no defined degree or quality"),) if sure else ()
