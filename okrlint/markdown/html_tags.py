"""HTML tags: which there are in a text, where they stand, and what they are for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from okrlint.markdown.block import MarkKind

HTML_MARKS = {
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "i": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS,
    "a": MarkKind.LINK,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "tt": MarkKind.CODE,
    "s": MarkKind.STRIKE,
    "del": MarkKind.STRIKE,
    "strike": MarkKind.STRIKE,
}
"""The tags that leave a mark on the words between them."""

_BLOCK_TAGS = """
    address article aside blockquote body caption center col colgroup dd details dialog dir div dl
    dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main
    menu nav ol p pre search section summary table tbody td tfoot th thead tr ul
"""
BLOCK_TAGS = frozenset(_BLOCK_TAGS.split())
"""The tags that part one run of words from the next."""

HIDDEN_TAGS = frozenset(("script", "style", "template", "title"))
"""What stands inside these is no text of the page."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing HTML tag."""

    name: str
    """In lower case."""
    closes: bool = False
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    start: int = 0
    """Where its "<" stands in the text that was read."""
    end: int = 0
    """The offset after its ">"."""


def find_tags(text: str) -> tuple[Tag, ...]:
    """Every tag of `text` that is not in a comment, a script or a style sheet."""
    text = text.replace("<![", "   ")  # html.parser raises on some of these
    reader = _TagReader(text)
    reader.feed(text)
    reader.close()
    return tuple(reader.tags)


def comment_text(text: str) -> str:
    """What stands between the marks of an HTML comment."""
    return re.sub(r"\A<!-*|-*>\Z", "", text).strip()


class _TagReader(HTMLParser):
    """Notes the tags it is fed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[Tag] = []
        self._text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        end = start + len(self.get_starttag_text() or "")
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append(Tag(tag, attributes=attributes, start=start, end=end))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Like any opening tag: in HTML, `<div/>` closes nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        start = self._offset()
        end = self._text.find(">", start) + 1
        self.tags.append(Tag(tag, closes=True, start=start, end=end or len(self._text)))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
