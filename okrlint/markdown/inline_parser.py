"""markdown-it-py's inline parser, taught to say which characters a token stands for."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

AT = "okrlint-at"
"""The key in `token.meta` of the (start, end) offsets into the text that was parsed."""


class LocatedInline(ParserInline):
    """Leaves in `token.meta[AT]` where each token stands."""

    def tokens_of(
        self, text: str, md: MarkdownIt, references: MutableMapping[str, Any]
    ) -> list[Token]:
        """The tokens of a paragraph's `text`."""
        state = _LocatedState(text, md, references, [])
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Append the tokens of `state.src` from `state.pos` up to `state.posMax`."""
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


class _LocatedState(StateInline):
    """Remembers where the text began that is not yet a token."""

    pending_start = 0
    unclosed = False
    """Whether no comment of MDX ends after the place that was read last."""

    def pushPending(self) -> Token:  # noqa: N802  (markdown-it-py's name)
        token = super().pushPending()
        token.meta[AT] = (self.pending_start, self.pending_start + len(token.content))
        return token


def read_mdx_comment(state: StateInline, silent: bool) -> bool:
    """Take `{/* ... */}`, the comment of MDX, as HTML: no text of the page."""
    start = state.pos
    if not state.src.startswith("{/*", start) or getattr(state, "unclosed", False):
        return False
    end = state.src.find("*/}", start + 3, state.posMax)
    if end < 0:
        if isinstance(state, _LocatedState):
            state.unclosed = True
        return False
    state.pos = end + 3
    if not silent:
        state.push("html_inline", "", 0).content = state.src[start : state.pos]
    return True


_WIKI_LINK = re.compile(
    r"\[\[(?:[^\[\]|\n]{1,80}\|)?(?P<said>[A-Z][^\[\]|\n]{2,80})\]\]"
    r"(?=\s{0,3}[\w,'’%$€£<>≥≤]|\])"
)
"""The name of a page within a sentence; not "[[metric]]" or "[[X]]", slots of a template."""


def read_wiki_link(state: StateInline, silent: bool) -> bool:
    """Take `[[page]]` or `[[page|words]]` as its words; behind a sentence it only leads on."""
    match = _WIKI_LINK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("text", "", 0).content = match["said"]
        state.tokens[-1].meta[AT] = match.span("said")
    state.pos = match.end()
    return True


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
