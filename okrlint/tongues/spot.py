"""Finds what a gloss puts into English: words of a pack in their place, dates, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from okrlint.letters import plain_letters
from okrlint.tongues.figures import find_figures
from okrlint.tongues.labels import cased, settled
from okrlint.tongues.pack import WORD, Pack, Phrase, Where, folded
from okrlint.tongues.piece import Piece

_TAG = re.compile(r"<!--(?:[^-]|-(?!->))*(?:-->|\Z)|</?[A-Za-z][^<>\n]*>")
_ADDRESS = re.compile(r"https?://[^\s<>|)]+|\]\([^()\n]*\)")
_GAP = re.compile(r"[ \t\u00a0'\u2019.\-_/]{0,3}")
"""What may part the words of a phrase."""
_HEADING = re.compile(r"[ \t>]{0,8}(?:#{1,6}[ \t]|<h\d)", re.IGNORECASE)
_COLON = re.compile(
    r"[ \t\u00a0]{0,2}#?(?:\d{1,2}(?:\.\d{1,2})?)?[ \t\u00a0]{0,2}[*_]{0,3}[ \u00a0]{0,2}[:\uff1a]"
)
_NUMBER = re.compile(r"[ \t\u00a0#.\-]{0,2}\d")
_ENDS = re.compile(r"[ \t\u00a0*_`.]{0,9}(?:$|[|:\uff1a=<(\[–—→/\n\r]|-[ \t])", re.MULTILINE)


def spot_pieces(text: str, pack: Pack, path: str, keep: frozenset[str]) -> list[Piece]:
    """What of a text is put into English, in order and apart; `keep`: words that stay."""
    bare = _without_tags(text)
    found = _Found(len(text))
    for pattern, english in pack.patterns:
        for match in pattern.finditer(bare):
            span = match.span("x" if "x" in pattern.groupindex else 0)
            found.add(Piece(*span, _expanded(match, english, pack)))
    for piece in _phrases(bare, pack, keep):
        found.add(piece)
    for piece in find_figures(bare):
        found.add(piece)
    return settled(bare, path, sorted(found.pieces))


def _without_tags(text: str) -> str:
    """The text, as long as it is, without the words of tags, comments and addresses."""
    bare = _TAG.sub(lambda match: re.sub(r"[^\n]", ">", match[0]), text)
    return _ADDRESS.sub(lambda match: " " * len(match[0]), bare)


class _Found:
    """Pieces that do not overlap."""

    def __init__(self, size: int) -> None:
        self.pieces: list[Piece] = []
        self.taken = bytearray(size)

    def add(self, piece: Piece) -> None:
        """Add a piece where it has words and its place is free."""
        if piece.start < piece.end and piece.text and not any(self.taken[piece.start : piece.end]):
            self.pieces.append(piece)
            self.taken[piece.start : piece.end] = b"\1" * (piece.end - piece.start)


def _expanded(match: re.Match[str], english: str, pack: Pack) -> str:
    """What takes the place of what a pattern found."""
    ordinal = match.groupdict().get("ordinal")
    if ordinal:
        english = english.replace("{ordinal}", pack.ordinals[plain_letters(ordinal).lower()])
    return match.expand(english)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where some words stand: what parts them from the letters before on their line."""

    text: str
    start: int
    end: int
    first: bool
    """Whether no letter stands before on the line."""
    between: str
    heading: bool

    def fits(self, phrase: Phrase) -> bool:
        """Whether the words of a phrase count here."""
        if phrase.weak and not _is_beside_digit(self.text, self.start, self.end):
            return False
        if phrase.where is Where.WORDS:
            return True
        if phrase.where is Where.VERBS:
            return self._opens(":|*.)–—-")
        if phrase.where is Where.CODES:
            return self._opens("|*>([") and _NUMBER.match(self.text, self.end) is not None
        if phrase.where is Where.NAMES:
            loose = self._opens("|*_:;,(·/–—-[>→=")
            return loose and _ENDS.match(self.text, self.end) is not None
        colon = _COLON.match(self.text, self.end) is not None
        return colon or self.heading or self._opens("|*_>([–—/&+")

    def english(self, phrase: Phrase) -> str:
        """The English of a phrase, with a capital where one stands for more than a noun."""
        inside = phrase.where is Where.WORDS and not self._opens(":|*>")
        return phrase.english if inside else cased(self.text[self.start : self.end], phrase.english)

    def _opens(self, marks: str) -> bool:
        return self.first or any(mark in self.between for mark in marks)


def _is_beside_digit(text: str, start: int, end: int) -> bool:
    near = text[max(0, start - 2) : start] + text[end : end + 3]
    return any(char.isdigit() for char in near)


def _phrases(text: str, pack: Pack, keep: frozenset[str]) -> Iterator[Piece]:
    """The phrases that stand in their place, in order and apart, the longest first."""
    tokens = [match.span() for match in WORD.finditer(text)]
    lowered = [folded(text[start:end]) for start, end in tokens]
    line = letters = before = done = 0
    heading = _HEADING.match(text) is not None
    for at, (start, end) in enumerate(tokens):
        if (newline := text.rfind("\n", before, start)) >= 0:
            line, heading = newline + 1, _HEADING.match(text, newline + 1) is not None
        between = text[max(letters, line) : start]
        for phrase in pack.phrases.get(lowered[at], ()) if at >= done else ():
            stop = _match(phrase, tokens, lowered, at, text)
            place = _Place(text, start, stop, letters <= line, between, heading)
            if stop > 0 and place.fits(phrase) and not _is_kept(text[start:stop], keep):
                english = place.english(phrase)
                yield Piece(start, stop, english, phrase.where is Where.LABELS)
                done = at + len(phrase.words)
                break
        before = end
        letters = letters if lowered[at].isdigit() else end


def _is_kept(written: str, keep: frozenset[str]) -> bool:
    """Whether words are the team's own, in any of the forms in which own labels are read."""
    return bool(keep) and any(written.lower().removesuffix(end) in keep for end in _ENDINGS)


_ENDINGS = ("", "s", "es", "e", "en", "n")


def _match(
    phrase: Phrase,
    tokens: Sequence[tuple[int, int]],
    lowered: Sequence[str],
    at: int,
    text: str,
) -> int:
    """Where a phrase ends that begins with a token; -1 where it does not stand there."""
    size = len(phrase.words)
    if tuple(lowered[at : at + size]) != phrase.words:
        return -1
    for (_, end), (start, _) in pairwise(tokens[at : at + size]):
        if not _GAP.fullmatch(text, end, start):
            return -1
    return tokens[at + size - 1][1]
