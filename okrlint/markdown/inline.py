"""The text inside a block: words without markup, each character with its place in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.token import Token

from okrlint.markdown.block import Mark, MarkKind
from okrlint.markdown.commonmark import References, parse_inline_tokens
from okrlint.markdown.html_tags import BLOCK_TAGS, HTML_MARKS, Tag, comment_text, find_tags, is_slot
from okrlint.markdown.inline_parser import AT
from okrlint.model import Comment, Prose, Span

_MARKUP = re.compile(r"[\n\\`*_\[<&~{]")
"""What every inline rule needs; a text without any of it, as most are, is its own words."""
_MARKDOWN_MARKS = {
    "em": MarkKind.EMPHASIS,
    "strong": MarkKind.STRONG,
    "s": MarkKind.STRIKE,
    "link": MarkKind.LINK,
}


@dataclass(frozen=True, slots=True)
class Inline:
    """What stands inside a block."""

    prose: Prose
    marks: tuple[Mark, ...] = ()
    comments: tuple[Comment, ...] = ()


def read_inline(raw: Prose, references: References) -> Inline:
    """Read Markdown's inline markup in `raw`."""
    if not _MARKUP.search(raw.text):
        return Inline(raw.cut(0, len(raw.text)))
    writer = InlineWriter(raw)
    for token in parse_inline_tokens(raw.text, references):
        _write_token(writer, token)
    return writer.finish()


class InlineWriter:
    """Collects characters and marks; positions given to it are offsets into `raw`."""

    def __init__(self, raw: Prose) -> None:
        self._raw = raw
        self._text: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._marks: list[Mark] = []
        self._comments: list[Comment] = []
        self._open: dict[str, list[tuple[int, str]]] = {}

    def source(self, start: int, end: int) -> Span:
        """The source range of the raw characters `start` up to `end`, which are not none."""
        return self._raw.source_span(start, end)

    def text(self, start: int, end: int) -> None:
        """Take the raw characters as they are."""
        if self._text and self._text[-1] == "\n":
            while start < end and self._raw.text[start] in " \t":
                start += 1
        self._text.extend(self._raw.text[start:end])
        self._starts.extend(self._raw.starts[start:end])
        self._ends.extend(self._raw.ends[start:end])

    def stand_in(self, characters: str, start: int, end: int) -> None:
        """Take `characters`, which the raw characters together stand for."""
        span = self.source(start, end)
        for character in characters:
            self._text.append(character)
            self._starts.append(span.start)
            self._ends.append(span.end)

    def line_break(self, start: int, end: int, *, hard: bool) -> None:
        """Take a line break; one that follows another directly belongs to it."""
        span = self.source(start, end)
        if self._text and self._text[-1] == "\n":
            self._ends[-1] = max(self._ends[-1], span.end)
        else:
            # The spaces before it were dropped: they are part of it.
            while start > 0 and self._raw.text[start - 1] == " " and self._after() < span.start:
                start -= 1
                span = self.source(start, end)
            self.stand_in("\n", start, end)
        here = len(self._text)
        broken = self._marks and self._marks[-1].kind is MarkKind.BREAK
        if hard and not (broken and self._marks[-1].end == here):
            self._marks.append(Mark(MarkKind.BREAK, here - 1, here))

    def image(self, alternative: str) -> None:
        """Note an image; it leaves no text."""
        here = len(self._text)
        self._marks.append(Mark(MarkKind.IMAGE, here, here, alternative))

    def comment(self, start: int, end: int) -> None:
        """Take the raw characters as a comment, of HTML or of MDX."""
        text = comment_text(self._raw.text[start:end])
        self._comments.append(Comment(self.source(start, end), text))

    def open(self, name: str, value: str = "") -> None:
        """Markup called `name` begins here."""
        self._open.setdefault(name, []).append((len(self._text), value))

    def close(self, name: str, kind: MarkKind) -> None:
        """The last markup called `name` ends here; nothing when none is open."""
        if self._open.get(name):
            start, value = self._open[name].pop()
            self._marks.append(Mark(kind, start, len(self._text), value))

    def tag(self, tag: Tag, start: int, end: int) -> None:
        """Take an HTML tag: a line break, an image, markup, or nothing of note."""
        if tag.name == "br" or tag.name in BLOCK_TAGS:
            self.line_break(start, end, hard=True)
        elif tag.name == "img":
            self.image(tag.attributes.get("alt", ""))
        elif tag.name in HTML_MARKS:
            if tag.closes:
                self.close("<" + tag.name, HTML_MARKS[tag.name])
            else:
                self.open("<" + tag.name, tag.attributes.get("href", ""))

    def finish(self) -> Inline:
        """What was taken, without white space at its ends."""
        text = "".join(self._text)
        lead = len(text) - len(text.lstrip())
        size = len(text.strip())
        stop = lead + size
        prose = Prose(text[lead:stop], tuple(self._starts[lead:stop]), tuple(self._ends[lead:stop]))
        marks: list[Mark] = []
        for mark in self._marks:
            start = min(max(mark.start - lead, 0), size)
            end = min(max(mark.end - lead, 0), size)
            if start < end or mark.kind is MarkKind.IMAGE:
                marks.append(Mark(mark.kind, start, end, mark.value))
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        return Inline(prose, tuple(marks), tuple(self._comments))

    def _after(self) -> int:
        """The source offset after the last character taken."""
        return self._ends[-1] if self._ends else 0


def _write_token(writer: InlineWriter, token: Token) -> None:
    start, end = token.meta[AT]
    kind = token.type
    if kind == "text":
        writer.text(start, start + len(token.content))
    elif kind == "text_special":
        if len(token.content) == end - start:  # "\\a", which escapes nothing
            writer.text(start, end)
        else:
            writer.stand_in(token.content, start, end)
    elif kind == "code_inline":
        _write_code(writer, token)
    elif kind in ("softbreak", "hardbreak"):
        writer.line_break(start, end, hard=kind == "hardbreak")
    elif kind == "image":
        writer.image(" ".join(token.content.split()))
    elif kind == "html_inline":
        _write_html(writer, token.content, start, end)
    elif token.nesting > 0:
        writer.open(kind.removesuffix("_open"), str(token.attrs.get("href", "")))
    elif token.nesting < 0:
        name = kind.removesuffix("_close")
        writer.close(name, _MARKDOWN_MARKS[name])


def _write_code(writer: InlineWriter, token: Token) -> None:
    start, end = token.meta[AT]
    width = len(token.markup)
    start, end = start + width, end - width
    if len(token.content) < end - start:  # one space was stripped from each side
        start, end = start + 1, end - 1
    writer.open("code")
    for offset, character in enumerate(token.content, start):
        writer.stand_in(character, offset, offset + 1)
    writer.close("code", MarkKind.CODE)


def _write_html(writer: InlineWriter, content: str, start: int, end: int) -> None:
    if content.startswith(("<!--", "{/*")):
        writer.comment(start, end)
        return
    for tag in find_tags(content):
        if is_slot(tag, content):
            writer.text(start, end)
        else:
            writer.tag(tag, start, end)
