"""A text with the words of a pack put into English, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from okrlint.model import Prose, Span
from okrlint.tongues.pack import Pack
from okrlint.tongues.piece import Piece
from okrlint.tongues.spot import spot_pieces


@dataclass(frozen=True, slots=True)
class Gloss:
    """A text and its gloss. Both have the same line breaks."""

    source: str
    text: str
    """The gloss."""
    language: str
    pieces: tuple[Piece, ...]
    """What was put into English, in order."""
    starts: tuple[int, ...] = field(repr=False)
    """Where each piece begins in the gloss."""

    def start(self, offset: int) -> int:
        """Where in the source a character of the gloss begins; in a piece, where that begins."""
        number, piece, shift = self._before(offset)
        inside = piece is not None and offset < self.starts[number] + len(piece.text)
        return piece.start if piece and inside else offset + shift

    def end(self, offset: int) -> int:
        """Where in the source what ends at an offset of the gloss ends; a piece ends as a whole."""
        if offset <= 0:
            return 0
        number, piece, shift = self._before(offset - 1)
        inside = piece is not None and offset <= self.starts[number] + len(piece.text)
        return piece.end if piece and inside else offset + shift

    def span(self, span: Span) -> Span:
        """The source range of a range of the gloss."""
        if span.start == span.end:
            return Span(self.start(span.start), self.start(span.start))
        return Span(self.start(span.start), self.end(span.end))

    def words(self, words: str, near: int = 0) -> str:
        """Words of the gloss as the source has them: those at `near` or next behind it."""
        at = self.text.find(words, near) if words else -1
        at = at if at >= 0 or not words else self.text.find(words)
        return self.source[self.start(at) : self.end(at + len(words))] if at >= 0 else words

    def prose(self, prose: Prose) -> Prose:
        """A text out of the gloss as the source has it; a piece that is cut comes back whole."""
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        last: Piece | None = None
        for char, start, end in zip(prose.text, prose.starts, prose.ends, strict=True):
            number, piece, shift = self._before(start)
            if piece is None or start >= self.starts[number] + len(piece.text):
                text.append(char)
                starts.append(start + shift)
                ends.append(self.end(end))
            elif piece is not last:
                text += self.source[piece.start : piece.end]
                starts += range(piece.start, piece.end)
                ends += range(piece.start + 1, piece.end + 1)
                last = piece
        return Prose("".join(text), tuple(starts), tuple(ends))

    def _before(self, offset: int) -> tuple[int, Piece | None, int]:
        """The last piece that begins at an offset of the gloss or before it.

        Its number, itself, and what has to be added to an offset behind it.
        """
        number = bisect_right(self.starts, offset) - 1
        if number < 0:
            return number, None, 0
        piece = self.pieces[number]
        return number, piece, piece.end - self.starts[number] - len(piece.text)


def gloss_prose(prose: Prose, pack: Pack) -> tuple[Prose, Gloss]:
    """A statement or value in English words, at its place in the document; and the way back."""
    gloss = make_gloss(prose.text, pack)
    starts = (prose.starts[gloss.start(at)] for at in range(len(gloss.text)))
    ends = (prose.ends[gloss.end(at + 1) - 1] for at in range(len(gloss.text)))
    return Prose(gloss.text, tuple(starts), tuple(ends)), gloss


def make_gloss(
    source: str, pack: Pack, path: str = "", keep: frozenset[str] = frozenset()
) -> Gloss:
    """Put the words of a pack into English wherever they stand in their place."""
    return _joined(source, pack.language, spot_pieces(source, pack, path, keep))


def _joined(source: str, language: str, pieces: Sequence[Piece]) -> Gloss:
    parts: list[str] = []
    starts: list[int] = []
    at = length = 0
    for piece in pieces:
        parts += (source[at : piece.start], piece.text)
        length += piece.start - at
        starts.append(length)
        length += len(piece.text)
        at = piece.end
    parts.append(source[at:])
    return Gloss(source, "".join(parts), language, tuple(pieces), tuple(starts))
