"""HTML tags: which there are in a text, where they stand, and what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

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

_INLINE_TAGS = """
    abbr acronym area audio bdi bdo big br button canvas cite data dfn embed font g iframe img input
    ins label link map mark math meta meter noscript object option output param path picture
    progress q rp rt ruby samp select slot small source span strong sub summary sup svg textarea
    time track u var video wbr
"""
KNOWN_TAGS = BLOCK_TAGS | frozenset(HTML_MARKS) | frozenset(_INLINE_TAGS.split())
"""Every tag that a page may hold; other words in angle brackets are for people: "<metric>"."""

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


_TAG = re.compile(
    r"""<(?P<closes>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*)
    (?P<rest>(?=[\s/>"'])(?:[^<>"']|"[^"<]*"|'[^'<]*')*(?:["']\s*/?)?)>""",
    re.VERBOSE,
)
"""A whole tag; also one with a quotation mark too many before its end."""
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'<>]+)))?"""
)


def find_tags(text: str) -> Iterator[Tag]:
    """Every tag of `text` that is not in a comment."""
    start = text.find("<")
    last_comment_end = text.rfind("-->")
    while start >= 0:
        end = start + 1
        if text.startswith("<!--", start) and start < last_comment_end:
            end = text.index("-->", start + 2) + 3
        elif match := _TAG.match(text, start):
            end = match.end()
            yield _tag(match)
        start = text.find("<", end)


def _tag(match: re.Match[str]) -> Tag:
    attributes = {
        found["name"].lower(): unescape(found["a"] or found["b"] or found["c"] or "")
        for found in _ATTRIBUTE.finditer(match["rest"])
    }
    return Tag(match["name"].lower(), bool(match["closes"]), attributes, match.start(), match.end())


def is_slot(tag: Tag, text: str) -> bool:
    """Whether a tag is a slot of a template that somebody left open: "<metric>", "<X>"."""
    known = tag.name in KNOWN_TAGS or tag.name in HIDDEN_TAGS
    plain = re.fullmatch(r"<(?:[A-Z]{1,2}|[a-z]{2,20}(?: [a-z]{1,20}){0,3})>", text)
    return plain is not None and not (known and text.islower())


def comment_text(text: str) -> str:
    """What stands between the marks of a comment, of HTML or of MDX."""
    return re.sub(r"\A(?:<!-*|\{/\*+)|(?:-*>|\*+/\})\Z", "", text).strip()


def is_comment(text: str) -> bool:
    """Whether a block of HTML is one comment and nothing else."""
    text = text.strip()
    return text.startswith("<!--") and text.find("-->") == len(text) - len("-->")
