"""What a word for an objective is in its place: "Ziel" may be an objective, a goal or a target."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
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
    return [_settled(text, piece, pieces, about) if piece.label else piece for piece in pieces]


def _settled(text: str, piece: Piece, pieces: Sequence[Piece], about: bool) -> Piece:
    instead = _INSTEAD.get(piece.text.lower())
    if instead is None:
        return piece
    if _AMOUNT.match(text, piece.end) or _is_beside_start(text, piece, pieces):
        return replace(piece, text=cased(piece.text, instead[1]))
    return piece if about else replace(piece, text=cased(piece.text, instead[0]))


def _is_beside_start(text: str, piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether it is a column beside that of where a measure begins, and no other says whither."""
    start = text.rfind("\n", 0, piece.start) + 1
    end = text.find("\n", piece.end)
    end = len(text) if end < 0 else end
    if text.count("|", start, piece.start) < 1 or not re.search(r"\w", text[start : piece.start]):
        return False
    first = bisect_left(pieces, start, key=lambda one: one.start)
    last = bisect_right(pieces, end, key=lambda one: one.start)
    names = {one.text.lower() for one in pieces[first:last]}
    return not names.isdisjoint(_STARTS) and "target" not in names


def cased(written: str, english: str) -> str:
    """English words, with capitals where the written ones have them."""
    if len(written) > 1 and written.isupper():
        return english.upper()
    return english[:1].upper() + english[1:] if written[:1].isupper() else english
