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
_NEEDED = (("bjective",), ("key", "result"), ("success",), ("measured",), ("kr",))
"""Of the signs, what each cannot do without, in lower case; the others need `_LONE`."""
_LONE = re.compile(rf"o(?<![^\W\d_]o)(?:bj)?{_WORD_END}")
"""An o, or "obj", that is no part of a word; its first letter is plain, so it is soon found."""
_ODD = "\u017f\u0130\u0131\u212a"
"""What counts as s, i or k for a pattern, and is no lower case of theirs."""
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
    if _NAMES.search(path):
        return True
    return bool((own or _may_have(source)) and _signs(own).search(source))


def _may_have(source: str) -> bool:
    """Whether the letters of a sign are there: a tenth of the time of looking for signs."""
    lower = source.lower()
    found = any(all(part in lower for part in parts) for parts in _NEEDED)
    return found or bool(_LONE.search(lower)) or any(odd in source for odd in _ODD)


@lru_cache(maxsize=8)
def _signs(words: tuple[str, ...]) -> re.Pattern[str]:
    own = [
        _GAP.join(re.escape(word) for word in re.split(r"[\W_]+", label) if word) for label in words
    ]
    return re.compile("|".join((*_SIGNS, *filter(None, own))), re.IGNORECASE | re.MULTILINE)
