"""Rules and the learned reader decide together: who is asked for what, and how sure is enough.

Metrics, baselines and dates are the rules' alone: they are better there. The promise is weighed
in `okrlint.language.promise.weigh`. docs/language.md has the measurements behind the figures.
"""

from __future__ import annotations

import re

from okrlint.language.learned.model import Judgement
from okrlint.reading import Evidence

_MEANS = re.compile(r"\bby \w+ing\b", re.IGNORECASE)
_LINK = re.compile(r"\b(?:and|then|plus|while)\b|[;&,]", re.IGNORECASE)

COMPOUND_ALONE = 0.97
"""From here on the learned reader is believed when the rules see one result."""
VAGUE_ALONE = 0.97
"""From here on the learned reader is believed when the rules see nothing vague."""
VAGUE_AT_LEAST = 0.05
"""Below this the learned reader overrules a vague word that the rules found."""


def settle_compound(
    text: str, parts: tuple[Evidence, ...], judgement: Judgement | None
) -> tuple[Evidence, ...]:
    """The parts that the rules found, or the whole statement when the learned reader is sure."""
    if parts or judgement is None or judgement.compound < COMPOUND_ALONE:
        return parts
    means, link = _MEANS.search(text), _LINK.search(text)
    if means and link and means.start() < link.start():
        return ()  # what is joined are the means: "by writing and launching a grant"
    return (Evidence(0, len(text), "asks for more than one result"),)


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
