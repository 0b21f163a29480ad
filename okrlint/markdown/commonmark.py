"""markdown-it-py, taught to say where its tokens stand.

markdown-it-py knows the lines of its block tokens and nothing of its inline tokens. Two hooks
add what is missing, both through public classes:

- each rule for a leaf block (paragraph, heading, table, ...) leaves in `token.meta[LINES]` where
  the content of each of its lines begins and ends, container marks and indentation left out;
- the inline parser leaves in `token.meta[AT]` which characters of its input a token stands for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt, rules_block
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

LINES = "okrlint-lines"
AT = "okrlint-at"

References = MutableMapping[str, Any]
"""The link definitions of a document, as markdown-it-py keeps them."""

_MAX_DEPTH = 100
"""How deep containers are read; what stands deeper is a paragraph. Two steps a list level."""
_CODE_INDENT = 4

_MAX_LINK_DEPTH = 20
"""How deep brackets are followed in brackets: as in markdown-it-py's own preset."""
_MARKDOWN_START = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\S|#{1,6}[ \t]+\S|>[ \t]|\|")
_VERBATIM = re.compile(r"<(?:pre|script|style|svg|textarea)\b", re.IGNORECASE)

BlockRule = Callable[[StateBlock, int, int, bool], bool]


def parse_block_tokens(text: str, references: References) -> list[Token]:
    """The block tokens of `text`; link definitions go into `references`."""
    tokens: list[Token] = []
    parser = _parser(_MAX_DEPTH + 2)
    parser.block.parse(text, parser, references, tokens)
    return tokens


def parse_inline_tokens(text: str, references: References) -> list[Token]:
    """The inline tokens of a paragraph's `text`, each with its characters in `meta[AT]`."""
    parser = _parser(_MAX_LINK_DEPTH)
    state = _LocatedState(text, parser, references, [])
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


class _LocatedState(StateInline):
    """Remembers where the text began that is not yet a token."""

    pending_start = 0

    def pushPending(self) -> Token:  # noqa: N802  (markdown-it-py's name)
        token = super().pushPending()
        token.meta[AT] = (self.pending_start, self.pending_start + len(token.content))
        return token


class _LocatedInline(ParserInline):
    """The inline parser that leaves positions."""

    def tokenize(self, state: StateInline) -> None:
        rules = self.ruler.getRules("")
        deep = state.level >= state.md.options["maxNesting"]
        end = state.posMax
        while state.pos < end:
            start, first = state.pos, len(state.tokens)
            if not state.pending and isinstance(state, _LocatedState):
                state.pending_start = start
            if deep or not any(rule(state, False) for rule in rules):
                state.push("text", "", 0).content = state.src[start]
                state.pos = start + 1
            _locate(state.tokens[first:], start, state.pos)
        if state.pending:
            state.pushPending()

    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        """Nothing: only the image rule asks, for the markup inside alternative text."""
        del src, md, env
        return tokens


def _locate(tokens: list[Token], start: int, end: int) -> None:
    """Write down the range of the rule that made `tokens`, finer where they are plain text."""
    cursor = start
    for token in tokens:
        if AT in token.meta:
            cursor = token.meta[AT][1]
        elif token.type != "text":
            token.meta[AT] = (start, end)
            cursor += token.info == "auto" and token.nesting > 0  # the "<" of an autolink
        else:  # a run of "*", "_" or "~", or the address of an autolink
            token.meta[AT] = (cursor, cursor + len(token.content))
            cursor += len(token.content)


def _located(rule: BlockRule) -> BlockRule:
    """`rule`, leaving the (start, end) offsets of each line's content on its first token."""

    def run(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        first = len(state.tokens)
        indent = state.blkIndent
        if not rule(state, start_line, end_line, silent):
            return False
        if not silent:
            token = state.tokens[first]
            columns = None
            if token.type == "fence":
                columns = state.sCount[start_line]
            elif token.type == "code_block":
                columns = indent + _CODE_INDENT
            token.meta[LINES] = tuple(
                (_content_start(state, line, columns), state.eMarks[line])
                for line in range(start_line, min(state.line, state.lineMax))
            )
        return True

    return run


def _html_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read an HTML block, up to a line that can only be meant as Markdown.

    By CommonMark an HTML block that a tag began lasts to the next blank line. People forget that
    line, and other renderers do not want it.
    """
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not silent and state.src.startswith("<", start):
        end_line = _markdown_line(state, start_line, end_line)
    return rules_block.html_block(state, start_line, end_line, silent)


def _markdown_line(state: StateBlock, start_line: int, end_line: int) -> int:
    start = state.bMarks[start_line] + state.tShift[start_line]
    last = dict.fromkeys(("<", ">", "<!--", "-->"), -1)
    for line in range(start_line + 1, end_line):
        content = state.bMarks[line] + state.tShift[line]
        if state.isEmpty(line) or _VERBATIM.search(state.src, start, content):
            break
        for mark in last:
            last[mark] = max(last[mark], state.src.rfind(mark, start, content))
        start = content
        outside = last["<"] < last[">"] and last["<!--"] <= last["-->"]
        if outside and not state.is_code_block(line) and _MARKDOWN_START.match(state.src, content):
            return line
    return end_line


def _content_start(state: StateBlock, line: int, columns: int | None) -> int:
    """Where the line's content begins: after all its indentation, or after `columns` of it."""
    start = state.bMarks[line]
    full = start + state.tShift[line]
    if columns is None:
        return full
    column, offset = 0, start
    while offset < full and column < columns:
        tab = state.src[offset] == "\t"
        column += _CODE_INDENT - (column + state.bsCount[line]) % _CODE_INDENT if tab else 1
        offset += 1
    return offset


def _too_deep(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read what is nested past all sense as paragraphs: markdown-it-py would drop it."""
    if silent or state.level < _MAX_DEPTH:
        return False
    return _located(rules_block.paragraph)(state, start_line, end_line, silent)


_CONTAINERS = ["paragraph", "reference", "blockquote"]
_LEAVES: tuple[tuple[str, BlockRule, list[str]], ...] = (
    ("table", rules_block.table, ["paragraph", "reference"]),
    ("code", rules_block.code, []),
    ("fence", rules_block.fence, [*_CONTAINERS, "list"]),
    ("html_block", _html_block, _CONTAINERS),
    ("heading", rules_block.heading, _CONTAINERS),
    ("lheading", rules_block.lheading, []),
    ("paragraph", rules_block.paragraph, []),
)
"""The rules for leaves, and the rules whose blocks they may end, as in markdown-it-py."""


class _Parser(MarkdownIt):
    """CommonMark with tables and strikethrough; addresses are data here, never output."""

    def __init__(self, depth: int) -> None:
        super().__init__("zero")
        self.inline = _LocatedInline()
        self.configure("commonmark", {"maxNesting": depth})
        self.enable(["table", "strikethrough"])
        for name, rule, ends in _LEAVES:
            self.block.ruler.at(name, _located(rule), {"alt": ends})
        self.block.ruler.before("table", "too_deep", _too_deep)
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
