"""A stretch of text with its markup, cut without losing either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
        end = len(words) if end is None else min(end, len(words))
        while start < end and words[start].isspace():
            start += 1
        while end > start and words[end - 1].isspace():
            end -= 1
        return Text(self.prose.cut(start, end), tuple(_shifted(self.marks, start, end)))

    def lines(self) -> Iterator[Text]:
        """The lines as they are broken in the source, empty ones left out."""
        start = 0
        for piece in self.words.split("\n"):
            line = self.cut(start, start + len(piece))
            start += len(piece) + 1
            if line.words or line.marks:
                yield line

    def covered(self, kind: MarkKind, start: int, end: int) -> bool:
        """Whether markup of this kind is around every character from `start` to `end`."""
        spans = [(m.start, m.end) for m in self.marks if m.kind is kind]
        return all(
            char.isspace() or any(a <= at < b for a, b in spans)
            for at, char in enumerate(self.words[start:end], start)
        )

    def is_wholly(self, kind: MarkKind) -> bool:
        """Whether the whole text is marked up like this (punctuation may stand outside)."""
        inner = self.words.rstrip(" :.*")
        return bool(inner) and self.covered(kind, 0, len(inner))

    def mark_ends_at(self, end: int) -> bool:
        """Whether bold, italics, code or a link ends just at `end`."""
        kinds = (MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE, MarkKind.LINK)
        return any(m.end == end and m.kind in kinds for m in self.marks)


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


def without_struck(text: Text) -> Text:
    """The text without the characters that are struck through."""
    struck = [(m.start, m.end) for m in text.marks if m.kind is MarkKind.STRIKE]
    if not struck:
        return text
    kept = [
        at for at in range(len(text.words)) if not any(start <= at < end for start, end in struck)
    ]
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
