"""Text from documents, made harmless for a terminal."""

from __future__ import annotations

import unicodedata

_HARMLESS = frozenset("\t")
_JOINERS = frozenset("\u200c\u200d\ufeff")
"""Zero-width characters that scripts and emoji need; they cannot reorder or hide a line."""


def make_visible(text: str) -> str:
    r"""`text` with control and reordering characters written out, as "\x1b" or "\u202e".

    A document can hold escape sequences that repaint a terminal and marks that reverse the
    reading order; people must see them instead. A line break comes out as "\n" in two characters.
    """
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char in _HARMLESS or char in _JOINERS:
        return char
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return char.encode("unicode_escape").decode("ascii")
    return char
