"""markdown-it-py's block parser, taught to say where lines begin, and to forgive.

It departs from CommonMark in three places, always to read as a list, a heading or a table what
CommonMark shows as raw text, because nobody means that:

- a list item that is indented too far is an item, not code and not the line before, wrapped;
- a line of Markdown right below an HTML tag is Markdown, without the blank line between;
- what is nested past all sense is read as paragraphs, where markdown-it-py drops it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from typing import Any

from markdown_it import MarkdownIt, rules_block
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

LINES = "okrlint-lines"
"""The key in the `meta` of a leaf's first token: for each of its lines the (start, end) offsets of
the content, without the marks and the indentation of the blocks around it."""

MAX_DEPTH = 100
"""How deep containers are read, two steps a list level."""
_REACH = 50
"""How many lines of a paragraph are looked at for an item that ends it."""
_CODE_INDENT = 4
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_MEANT = re.compile(_ITEM.pattern + r"|[-*•][^\W\d_]{2}[^=]{8}")
"""What is no code at the beginning of a block: an item, or one without a space behind its mark."""
_ENDING_ITEM = re.compile(r"(?:[-*+]|1[.)])[ \t]+\S")
_MARKDOWN_START = re.compile(_ITEM.pattern + r"|#{1,6}[ \t]+\S|>[ \t]|\|")
_TAG_START = re.compile(r"</?[A-Za-z]")
_VERBATIM = re.compile(r"<(?:pre|script|style|svg|textarea)\b", re.IGNORECASE)

_BlockRule = Callable[[StateBlock, int, int, bool], bool]


class LocatedBlocks(ParserBlock):
    """Leaves in `token.meta[LINES]` where the content of each line of a leaf stands."""

    def __init__(self) -> None:
        super().__init__()
        for name, rule, ends in _LEAVES:
            self.ruler.at(name, _located(rule), {"alt": ends})
        self.ruler.at("list", _list, {"alt": _CONTAINERS})
        self.ruler.before("table", "too_deep", _too_deep)

    def tokens_of(
        self, text: str, md: MarkdownIt, references: MutableMapping[str, Any]
    ) -> list[Token]:
        """The block tokens of `text`; link definitions go into `references`."""
        state = _State(text, md, references, [])
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


class _State(StateBlock):
    """Tells code from items that are indented too far."""

    in_code = False

    def is_code_block(self, line: int) -> bool:
        """Whether the line is indented like code, and not a list item outside code."""
        return super().is_code_block(line) and (self.in_code or not _starts(self, line, _MEANT))


def _starts(state: StateBlock, line: int, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.match(state.src, state.bMarks[line] + state.tShift[line]))


def _list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a list; an item that is indented too far goes on with no paragraph."""
    list_indent = state.listIndent
    state.listIndent = -1
    found = rules_block.list_block(state, start_line, end_line, silent)
    state.listIndent = list_indent
    return found


def _code(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read indented code: what began as code goes on as code, list items or not."""
    if not isinstance(state, _State) or not state.is_code_block(start_line):
        return False
    state.in_code = True
    found = rules_block.code(state, start_line, end_line, silent)
    state.in_code = False
    return found


def _paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a paragraph, up to a list item, however far that is indented."""
    line_max = state.lineMax
    state.lineMax = _item_line(state, start_line, line_max)
    found = rules_block.paragraph(state, start_line, end_line, silent)
    state.lineMax = line_max
    return found


def _lheading(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read an underlined heading, up to a list item, however far that is indented."""
    end_line = _item_line(state, start_line, end_line)
    return rules_block.lheading(state, start_line, end_line, silent)


def _item_line(state: StateBlock, start_line: int, end_line: int) -> int:
    """The first line of the paragraph at `start_line` that is an item indented like code."""
    for line in range(start_line + 1, min(end_line, start_line + _REACH)):
        indent = state.sCount[line] - state.blkIndent
        if state.isEmpty(line):
            break
        if indent >= _CODE_INDENT and _starts(state, line, _ENDING_ITEM):
            return line
    return end_line


def _html_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read an HTML block, up to a line that can only be meant as Markdown.

    By CommonMark an HTML block that a tag began lasts to the next blank line. People forget that
    line, and other renderers do not want it.
    """
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not silent and _TAG_START.match(state.src, start):  # others end at a mark of their own
        end_line = _markdown_line(state, start_line, end_line)
    return rules_block.html_block(state, start_line, end_line, silent)


def _markdown_line(state: StateBlock, start_line: int, end_line: int) -> int:
    start = state.bMarks[start_line] + state.tShift[start_line]
    last = dict.fromkeys(("<", ">", "<!--", "-->"), -1)
    for line in range(start_line + 1, end_line):
        content = state.bMarks[line] + state.tShift[line]
        outdented = state.sCount[line] < state.blkIndent
        if outdented or state.isEmpty(line) or _VERBATIM.search(state.src, start, content):
            break
        for mark in last:
            last[mark] = max(last[mark], state.src.rfind(mark, start, content))
        start = content
        outside = last["<"] < last[">"] and last["<!--"] <= last["-->"]
        if outside and not state.is_code_block(line) and _starts(state, line, _MARKDOWN_START):
            return line
    return end_line


def _too_deep(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Read a paragraph where nothing else is looked for."""
    if silent or state.level < MAX_DEPTH:
        return False
    return _located(rules_block.paragraph)(state, start_line, end_line, silent)


def _located(rule: _BlockRule) -> _BlockRule:
    """`rule`, leaving the place of each line's content on its first token."""

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


_CONTAINERS = ["paragraph", "reference", "blockquote"]
_LEAVES: tuple[tuple[str, _BlockRule, list[str]], ...] = (
    ("table", rules_block.table, ["paragraph", "reference"]),
    ("code", _code, []),
    ("fence", rules_block.fence, [*_CONTAINERS, "list"]),
    ("html_block", _html_block, _CONTAINERS),
    ("heading", rules_block.heading, _CONTAINERS),
    ("lheading", _lheading, []),
    ("paragraph", _paragraph, []),
)
"""The rules for leaves, and the rules whose blocks they may end, as in markdown-it-py."""
