"""Might this text hold OKRs at all? A cheap look, before anything is parsed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

_GAP = r"(?:[\W_]|&#?\w{1,8};|<[^<>\n]{1,40}>){0,12}"
"""What may stand inside a label: spaces, hyphens, markup."""
_WORD_START, _WORD_END = r"(?<![^\W\d_])", r"(?![^\W\d_])"
"""No letter before, no letter after; digits and underscores do not matter: OKR1, 2024_okrs."""

_SIGNS = (
    r"objectives?|bjective",  # the second for a first letter set apart by markup
    rf"{_WORD_START}obj{_WORD_END}",
    rf"key{_GAP}results?",
    rf"success{_GAP}(?:measures?|indicators?|looks{_GAP}like)|measures?{_GAP}of{_GAP}success|measured{_GAP}by",
    rf"{_WORD_START}(?:okr|kr)(?:['\u2019]?s)?{_WORD_END}",
    rf"{_WORD_START}o{_GAP}\d",  # O1, O-1, **O** 1
    rf"^[\W\d_]{{0,40}}o{_WORD_END}[^\w\n]{{0,12}}[:\uff1a.)\]|>=\-\u2010-\u2015]",  # O:, **O** -
)
_NAMES = re.compile(rf"okrs?{_WORD_END}|objective|key[\W_]*results?", re.IGNORECASE)


class Words(Protocol):
    """The team's own words, such as `okrlint.model.Labels` has them."""

    @property
    def objective(self) -> tuple[str, ...]:
        """More words for "Objective"."""
        ...

    @property
    def key_result(self) -> tuple[str, ...]:
        """More words for "Key result"."""
        ...


def has_okr_signs(source: str, path: str = "", labels: Words | None = None) -> bool:
    """Whether `source` may hold OKRs: by a word or label in it, or by a word in its `path`.

    A yes costs the caller a parse and means little; a no is certain as far as labels go.
    """
    own = (*labels.objective, *labels.key_result) if labels else ()
    return bool(_NAMES.search(path) or _signs(own).search(source))


@lru_cache(maxsize=8)
def _signs(words: tuple[str, ...]) -> re.Pattern[str]:
    own = [
        _GAP.join(re.escape(word) for word in re.split(r"[\W_]+", label) if word) for label in words
    ]
    return re.compile("|".join((*_SIGNS, *filter(None, own))), re.IGNORECASE | re.MULTILINE)
