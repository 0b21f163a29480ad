"""Which pieces of the base vocabulary the shipped model keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from okrlint.language.learned.tokenizer import Tokenizer

MARKS = ("[UNK]", "[CLS]", "[SEP]")


def is_english(piece: str) -> bool:
    """Whether a piece can occur in an English statement."""
    bare = piece.removeprefix("##")
    return bare.isascii() or (len(bare) == 1 and ord(bare) < 0x2600)


def choose_pieces(vocabulary: Sequence[str], texts: Iterable[str], count: int) -> list[int]:
    """Rows of the base vocabulary to keep, in its order.

    Kept are the marks, single characters, every piece of the texts, and then, up to `count`, the
    pieces that come first in the vocabulary, which is ordered by how often they occur in English.
    """
    number = {piece: i for i, piece in enumerate(vocabulary)}
    whole = Tokenizer(vocabulary, 512)
    kept = {number[mark] for mark in MARKS}
    kept |= {
        i for i, p in enumerate(vocabulary) if len(p.removeprefix("##")) == 1 and is_english(p)
    }
    for text in texts:
        kept.update(whole.encode(text))
    for i, piece in enumerate(vocabulary):
        if len(kept) >= count:
            break
        if not piece.startswith("[") and is_english(piece):
            kept.add(i)
    return sorted(kept)
