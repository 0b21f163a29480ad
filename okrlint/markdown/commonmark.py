"""markdown-it-py with positions: CommonMark, tables and strikethrough."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from okrlint.markdown.block_parser import MAX_DEPTH, LocatedBlocks
from okrlint.markdown.inline_parser import LocatedInline, read_mdx_comment, read_wiki_link

References = MutableMapping[str, Any]
"""The link definitions of a document, as markdown-it-py keeps them."""

_MAX_LINK_DEPTH = 20
"""How deep brackets are followed in brackets: as in markdown-it-py's own preset."""


def parse_block_tokens(text: str, references: References) -> list[Token]:
    """The block tokens of `text`, leaves with `meta[LINES]`; fills `references`."""
    parser = _parser(MAX_DEPTH + 2)
    return parser.blocks.tokens_of(text, parser, references)


def parse_inline_tokens(text: str, references: References) -> list[Token]:
    """The inline tokens of a paragraph's `text`, each with `meta[AT]`."""
    parser = _parser(_MAX_LINK_DEPTH)
    return parser.inlines.tokens_of(text, parser, references)


class _Parser(MarkdownIt):
    """Addresses are data here, never output: taken as written, and any will do."""

    def __init__(self, depth: int) -> None:
        super().__init__("zero")
        self.block = self.blocks = LocatedBlocks()
        self.inline = self.inlines = LocatedInline()
        self.configure("commonmark", {"maxNesting": depth})
        self.enable(["table", "strikethrough"])
        self.block.ruler.enable("too_deep")
        self.inline.ruler.push("mdx_comment", read_mdx_comment)
        self.inline.ruler.before("link", "wiki_link", read_wiki_link)
        self.inline.ruler2.disable("fragments_join")  # it would join tokens of different places

    def normalizeLink(self, url: str) -> str:  # noqa: N802  (markdown-it-py's name)
        """The address as written."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """The address as written."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Any address will do."""
        del url
        return True


@cache
def _parser(depth: int) -> _Parser:
    return _Parser(depth)
