"""Words and word pieces: a statement as numbers.

The pieces are those of the base encoder (WordPiece, lower case, without accents), less the ones
that English statements do not need. A word whose pieces are all missing falls apart into single
characters, so only characters of other scripts are unknown.

Wu et al. 2016, "Google's Neural Machine Translation System", section 4.1, for the greedy split.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

CONTINUES = "##"
"""What a piece begins with that does not begin a word."""
LONGEST_WORD = 60
"""A longer word is no word, but a key or an address: one unknown piece."""
REMEMBERED = 20_000
"""So many words are split once; the rest again each time."""


def split_words(text: str) -> Iterator[str]:
    """The words, numbers and single marks of a text, in lower case without accents."""
    word: list[str] = []
    for char in unicodedata.normalize("NFD", text.lower()):
        kind = unicodedata.category(char)
        if kind == "Mn":
            continue
        if kind[0] in "LN" or kind == "Mc":
            word.append(char)
            continue
        if word:
            yield "".join(word)
            word = []
        if kind[0] in "PS":
            yield char
    if word:
        yield "".join(word)


class Tokenizer:
    """Turns texts into numbers of pieces."""

    def __init__(self, pieces: Sequence[str], longest: int) -> None:
        self._number = {piece: i for i, piece in enumerate(pieces)}
        self._first = self._number["[CLS]"]
        self._last = self._number["[SEP]"]
        self._unknown = self._number["[UNK]"]
        self._longest = longest
        self._known: dict[str, tuple[int, ...]] = {}

    def encode(self, text: str) -> list[int]:
        """The pieces of a text between the two marks; what is past the longest length is left."""
        out = [self._first]
        for word in split_words(text):
            out.extend(self._split(word))
            if len(out) >= self._longest:
                break
        return [*out[: self._longest - 1], self._last]

    def encode_all(self, texts: Iterable[str]) -> list[list[int]]:
        """`encode` for many."""
        return [self.encode(text) for text in texts]

    def _split(self, word: str) -> tuple[int, ...]:
        found = self._known.get(word)
        if found is None:
            found = self._find_pieces(word)
            if len(self._known) < REMEMBERED:
                self._known[word] = found
        return found

    def _find_pieces(self, word: str) -> tuple[int, ...]:
        """The longest known piece from the left, again and again."""
        if len(word) > LONGEST_WORD:
            return (self._unknown,)
        out: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = word[start:end] if start == 0 else CONTINUES + word[start:end]
                if (number := self._number.get(piece)) is not None:
                    out.append(number)
                    start = end
                    break
            else:
                return (self._unknown,)
        return tuple(out)
