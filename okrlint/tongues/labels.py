"""What a word for an objective is in its place: "Ziel" may be an objective, a goal or a target."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from okrlint.tongues.piece import Piece

_OKRS = re.compile(r"(?<![^\W\d_])(?:OKR|KR)s?(?![^\W\d_])|key[\s-]?results?", re.IGNORECASE)
"""What tells that a document is about OKRs, in any language."""
_AMOUNT = re.compile(
    r"[ \t\u00a0*_]{0,6}[:\uff1a=][ \t\u00a0*_]{0,6}[<>≤≥~≈+\-]?[ \t\u00a0]?[$€£]?\d"
)
_INSTEAD = {"objective": ("goal", "target"), "objectives": ("goals", "targets")}
"""Words for objectives; what they are where nothing speaks of OKRs, and beside measures."""
_STARTS = ("baseline", "current")
"""Columns that stand beside targets."""


def settled(text: str, path: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, in order, each word for an objective as what it is in its place."""
    about = bool(_OKRS.search(text) or _OKRS.search(path.replace("_", " "))) or any(
        piece.label and piece.text.lower().startswith("key result") for piece in pieces
    )
    rows = _Rows(text, pieces)
    return [_settled(text, piece, rows, about) if piece.label else piece for piece in pieces]


def _settled(text: str, piece: Piece, rows: _Rows, about: bool) -> Piece:
    instead = _INSTEAD.get(piece.text.lower())
    if instead is None:
        return piece
    if _AMOUNT.match(text, piece.end) or rows.is_target(piece):
        return replace(piece, text=cased(piece.text, instead[1]))
    return piece if about else replace(piece, text=cased(piece.text, instead[0]))


class _Rows:
    """The lines of a text with what is named in each."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self.text = text
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.names: dict[int, set[str]] = {}
        for piece in pieces:
            self.names.setdefault(self._line(piece), set()).add(piece.text.lower())

    def is_target(self, piece: Piece) -> bool:
        """Whether it is a column beside that of where a measure begins, and no other says whither.

        The first column is none: it says whose measures they are.
        """
        line = self._line(piece)
        names = self.names[line]
        if names.isdisjoint(_STARTS) or "target" in names:
            return False
        second = _SECOND_CELL.match(self.text, self.lines[line])
        return second is not None and second.end() <= piece.start

    def _line(self, piece: Piece) -> int:
        return bisect_right(self.lines, piece.start) - 1


_SECOND_CELL = re.compile(r"[ \t>]*\|?[^|\n]*\|")
"""A line of a table up to its second cell."""


def cased(written: str, english: str) -> str:
    """English words, with capitals where the written ones have them."""
    if len(written) > 1 and written.isupper():
        return english.upper()
    return english[:1].upper() + english[1:] if written[:1].isupper() else english
