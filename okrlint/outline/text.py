"""A stretch of text with its markup, cut without losing either."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from okrlint.markdown.block import Block, Mark, MarkKind
from okrlint.model import NO_PROSE, Prose


@dataclass(frozen=True, slots=True)
class Text:
    """Some characters of a block and the markup around them."""

    prose: Prose = NO_PROSE
    marks: tuple[Mark, ...] = ()
    """Markup, with offsets into `prose.text`."""

    @property
    def words(self) -> str:
        """The plain text."""
        return self.prose.text

    def cut(self, start: int, end: int | None = None) -> Text:
        """The characters `start` up to `end`, without white space at their ends."""
        words = self.words
        start, end = _stripped(words, start, len(words) if end is None else min(end, len(words)))
        if start == 0 and end == len(words):
            return self
        return Text(self.prose.cut(start, end), tuple(_shifted(self.marks, start, end)))

    def cuts(self, spans: Sequence[tuple[int, int]]) -> list[Text]:
        """A cut for each of some spans, in order and apart, in one go over the markup."""
        edges = [_stripped(self.words, start, end) for start, end in spans]
        marks: list[list[Mark]] = [[] for _ in edges]
        for mark in self.marks:
            at = bisect_left(edges, mark.start, key=itemgetter(1))
            while at < len(edges) and edges[at][0] <= mark.end:
                marks[at] += _shifted((mark,), *edges[at])
                at += 1
        return [
            Text(self.prose.cut(*edge), tuple(own)) for edge, own in zip(edges, marks, strict=True)
        ]

    def lines(self) -> Iterator[Text]:
        """The lines as they are broken in the source, empty ones left out."""
        return (line for line in self.all_lines() if line.words or line.marks)

    def all_lines(self) -> list[Text]:
        """The lines as they are broken in the source."""
        return self.cuts(line_spans(self.words)) if "\n" in self.words else [self.cut(0)]

    def covered(self, kind: MarkKind, start: int, end: int) -> bool:
        """Whether markup of this kind is around every character from `start` to `end`."""
        return start >= end or self.covered_until(kind, start) >= end

    def covered_until(self, kind: MarkKind, start: int = 0) -> int:
        """The first character from `start` on that is no space and has no such markup around it."""
        words, at = self.words, start
        spans = sorted((m.start, m.end) for m in self.marks if m.kind is kind)
        for low, high in (*spans, (len(words), len(words))):
            while at < min(low, len(words)):
                if not words[at].isspace():
                    return at
                at += 1
            at = max(at, high)
        return at

    def is_wholly(self, kind: MarkKind) -> bool:
        """Whether the whole text is marked up like this (punctuation may stand outside)."""
        inner = self.words.rstrip(" :.*")
        return bool(inner) and self.covered(kind, 0, len(inner))

    def mark_ends_at(self, end: int) -> bool:
        """Whether bold, italics, code or a link ends just at `end`."""
        kinds = (MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE, MarkKind.LINK)
        return any(m.end == end and m.kind in kinds for m in self.marks)


def without_place(words: str, marks: tuple[Mark, ...]) -> Text:
    """Such words wherever they stand: each character has its place in them as its own.

    What is read of it holds for every text of these words and marks, and can be remembered.
    """
    places = tuple(range(len(words) + 1))
    return Text(Prose(words, places[:-1], places[1:]), marks)


def line_spans(words: str) -> list[tuple[int, int]]:
    """Where each line begins and ends, without the break behind it."""
    ends = [at for at, char in enumerate(words) if char == "\n"]
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(words)], strict=True))


def _stripped(words: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    return start, end


def text_of(block: Block) -> Text:
    """The own text of a block, with single spaces."""
    text = Text(block.prose, block.marks)
    return _single_spaced(text) if _GAP.search(text.words) else text


_GAP = re.compile(r"[^\S\n]{2,}")


def _single_spaced(text: Text) -> Text:
    """Each run of spaces is one space that stands for all of them."""
    prose, position = text.prose, [0]
    kept: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(text.words):
        again = char.isspace() and char != "\n" and at and text.words[at - 1].isspace()
        if again and text.words[at - 1] != "\n":
            ends[-1] = prose.ends[at]
        else:
            kept.append(at)
            ends.append(prose.ends[at])
        position.append(len(kept))
    words = "".join(text.words[at] for at in kept)
    single = Prose(words, tuple(prose.starts[at] for at in kept), tuple(ends))
    marks = (replace(m, start=position[m.start], end=position[m.end]) for m in text.marks)
    return Text(single, tuple(marks))


def joined(text: Text) -> Text:
    """The same text on one line."""
    prose = text.prose
    if "\n" not in prose.text:
        return text
    return replace(text, prose=Prose(prose.text.replace("\n", " "), prose.starts, prose.ends))


def put_together(name: Prose, said: Prose, between: str) -> Prose:
    """Two stretches of the source as one statement."""
    text = name.text.rstrip(".: ")
    own = name.cut(0, len(text))
    if not said.text:
        return name
    gap = len(between)
    return Prose(
        own.text + between + said.text,
        (*own.starts, *(own.ends[-1],) * gap, *said.starts),
        (*own.ends, *(said.starts[0],) * gap, *said.ends),
    )


def without_struck(text: Text) -> Text:
    """The text without the characters that are struck through."""
    struck = [(m.start, m.end) for m in text.marks if m.kind is MarkKind.STRIKE]
    if not struck:
        return text
    gone = {at for span in struck for at in range(*span)}
    kept: list[int] = []
    for at in (at for at in range(len(text.words)) if at not in gone):
        if not (kept and text.words[at].isspace() and text.words[kept[-1]].isspace()):
            kept.append(at)
    position = {at: new for new, at in enumerate(kept)}
    prose = Prose(
        "".join(text.words[at] for at in kept),
        tuple(text.prose.starts[at] for at in kept),
        tuple(text.prose.ends[at] for at in kept),
    )
    marks = tuple(
        replace(mark, start=min(inside), end=max(inside) + 1)
        for mark in text.marks
        if (inside := [position[at] for at in range(mark.start, mark.end) if at in position])
    )
    return Text(prose, marks).cut(0)


def _shifted(marks: tuple[Mark, ...], start: int, end: int) -> Iterator[Mark]:
    for mark in marks:
        low, high = max(mark.start, start), min(mark.end, end)
        if low < high or (mark.start == mark.end and start <= mark.start <= end):
            yield replace(mark, start=low - start, end=max(low, high) - start)
