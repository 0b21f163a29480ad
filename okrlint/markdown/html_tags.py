"""HTML tags and comments, one at a time."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing HTML tag."""

    name: str
    """In lower case."""
    closes: bool = False
    empty: bool = False
    """Written as `<name/>`."""
    attributes: dict[str, str] = field(default_factory=dict[str, str])


def read_tag(text: str) -> Tag | None:
    """The one tag that `text` is; None for a declaration, a processing instruction, ..."""
    reader = _TagReader()
    reader.feed(text)
    return reader.tag


def comment_text(text: str) -> str:
    """What stands between the marks of an HTML comment."""
    return text.removeprefix("<!--").removesuffix(">").rstrip("-").strip()


class _TagReader(HTMLParser):
    """Keeps the first tag it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.tag: Tag | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = self.tag or Tag(tag, attributes=_attributes(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = self.tag or Tag(tag, empty=True, attributes=_attributes(attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tag = self.tag or Tag(tag, closes=True)


def _attributes(attrs: list[tuple[str, str | None]]) -> dict[str, str]:
    return {name: value or "" for name, value in attrs}
