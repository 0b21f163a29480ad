"""Markdown text -> a tree of blocks with exact positions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markdown_it.token import Token

from okrlint.markdown.block import Block, BlockKind
from okrlint.markdown.block_parser import LINES
from okrlint.markdown.commonmark import References, parse_block_tokens
from okrlint.markdown.flow import Flow
from okrlint.markdown.front_matter import find_yaml_comments, front_matter_end
from okrlint.markdown.html_tags import comment_text, is_comment
from okrlint.markdown.inline import Inline, read_inline
from okrlint.markdown.lines import Lines, Piece, split_lines
from okrlint.markdown.table_rows import goes_on, is_ruler, is_table, split_row
from okrlint.model import NO_PROSE, Comment, Prose, Span

_CHECKBOX = re.compile(r"\[([ \u00a0xX]?)\](?:[ \t\u00a0]+|\n|$)")
_HIDDEN = {"<!--": "-->", "<?": "?>", "<!": ">"}
"""What opens HTML that is no text, and what closes it. Left open, it hides the rest."""
_HEADING_MARKS = re.compile(r"#{1,6}[ \t]*")


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a Markdown text is made of."""

    blocks: tuple[Block, ...] = ()
    """In document order."""
    comments: tuple[Comment, ...] = ()
    """HTML comments outside code and comment lines of the front matter, in document order."""


def parse_blocks(source: str) -> Blocks:
    """Read Markdown; any text is Markdown, so this never fails."""
    lines = split_lines(source)
    end = front_matter_end(lines)
    references: References = {}
    body = re.sub(r"[^\n]", " ", lines.text[:end]) + lines.text[end:]
    builder = _Builder(lines, parse_block_tokens(body, references), references)
    blocks = builder.read_all()
    comments = builder.comments
    if end:
        last = lines.text.count("\n", 0, end)
        blocks = (Block(BlockKind.FRONT_MATTER, lines.span(0, last + 1)), *blocks)
        comments = [*find_yaml_comments(lines, end), *comments]
    return Blocks(blocks, tuple(sorted(comments, key=lambda comment: comment.span)))


class _Builder:
    """Walks the tokens once, from left to right."""

    def __init__(self, lines: Lines, tokens: list[Token], references: References) -> None:
        self._lines = lines
        self._tokens = tokens
        self._references = references
        self._next = 0
        self.comments: list[Comment] = []

    def read_all(self, list_depth: int = 0) -> tuple[Block, ...]:
        """The blocks up to the end of the container that the next token stands in."""
        flow = Flow(self._inline, list_depth)
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.nesting < 0:
                break
            if token.type == "html_block":
                self._html(token, flow)
            elif token.type == "list_item_open":
                flow.add(self._item(token, list_depth))
            else:
                block = self._read(token, flow.list_depth)
                if block:
                    flow.add(block)
        return flow.finish()

    def _read(self, token: Token, list_depth: int) -> Block | None:
        span = self._span(token)
        block = None
        if token.type == "paragraph_open":
            self._skip_to("paragraph_close")
            if is_table(self._lines, self._pieces(token)) or self._heads_a_table(token):
                return self._table(token, ruled=False)
            block = self._inline_block(BlockKind.PARAGRAPH, token, self._raw(token))
            block = block if block.prose.text or block.marks else None
        elif token.type == "heading_open":
            self._skip_to("heading_close")
            block = self._heading(token)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            level = list_depth + 1
            ordered = token.type == "ordered_list_open"
            items = self.read_all(level)
            block = Block(BlockKind.LIST, span, children=items, level=level, ordered=ordered)
        elif token.type == "blockquote_open":
            block = Block(BlockKind.QUOTE, span, children=self.read_all(list_depth))
        elif token.type == "table_open":
            self._skip_to("table_close")
            block = self._table(token)
        elif token.type in ("fence", "code_block"):
            block = self._code(token)
        elif token.type == "hr":
            block = Block(BlockKind.RULE, span)
        return block

    def _html(self, token: Token, flow: Flow) -> None:
        raw = self._raw(token)
        opening = next(mark for mark in (*_HIDDEN, "") if raw.text.startswith(mark))
        if _HIDDEN.get(opening, "") in raw.text:
            flow.add_html(raw)
        elif opening == "<!--":
            self.comments.append(Comment(raw.span, comment_text(raw.text)))

    def _heading(self, token: Token) -> Block:
        level = int(token.tag[1])
        if token.markup in ("=", "-"):
            raw = self._raw(token, drop_last=1)
        else:
            content = self._tokens[self._next - 2].content
            (start, end) = token.meta[LINES][0]
            marks = _HEADING_MARKS.match(self._lines.text, start, end)
            start = self._lines.text.index(content, marks.end() if marks else start)
            piece = Piece(self._line(token), start, start + len(content))
            raw = self._lines.piece_prose([piece])
        return self._inline_block(BlockKind.HEADING, token, raw, level=level)

    def _item(self, token: Token, level: int) -> Block:
        number = int(token.info) if token.info.isdigit() else None
        checked = None
        inline = Inline(NO_PROSE)
        if self._tokens[self._next].type == "paragraph_open":
            paragraph = self._tokens[self._next]
            self._skip_to("paragraph_close")
            raw = self._raw(paragraph)
            box = _CHECKBOX.match(raw.text)
            if box:
                checked = box[1] in ("x", "X")
                raw = Prose(raw.text[box.end() :], raw.starts[box.end() :], raw.ends[box.end() :])
            inline = self._inline(raw)
        return Block(
            BlockKind.ITEM,
            self._span(token),
            inline.prose,
            inline.marks,
            self.read_all(level),
            level=level,
            number=number,
            checked=checked,
        )

    def _table(self, token: Token, *, ruled: bool = True) -> Block:
        pieces = self._pieces(token)
        rows = [self._row(piece, header=index == 0) for index, piece in enumerate(pieces)]
        if ruled:
            del rows[1]  # the line of dashes
        else:
            rows = [_filled(row, len(rows[0].children)) for row in rows]
        rows += map(self._row, self._rows_cut_off(pieces[0]))
        span = Span(self._span(token).start, rows[-1].span.end)
        return Block(BlockKind.TABLE, span, children=tuple(rows))

    def _row(self, piece: Piece, *, header: bool = False) -> Block:
        cells: list[Block] = []
        for span, raw in split_row(self._lines, piece):
            inline = self._inline(raw)
            cells.append(Block(BlockKind.CELL, span, inline.prose, inline.marks))
        span = self._lines.span(piece.line, piece.line + 1)
        return Block(BlockKind.ROW, span, children=tuple(cells), header=header)

    def _rows_cut_off(self, header: Piece) -> list[Piece]:
        """The rows that blank lines or comments cut off the table read last; takes them."""
        found: list[Piece] = []
        between: list[Token] = []
        at = self._next
        while self._tokens[at : at + 1]:
            token = self._tokens[at]
            if token.type == "html_block" and is_comment(self._raw(token).text):
                between.append(token)
                at += 1
                continue
            pieces = self._pieces(token) if token.type == "paragraph_open" else []
            if not goes_on(self._lines, header, pieces):
                break
            for comment in between:
                self._inline(self._raw(comment))
            found += (piece for piece in pieces if not is_ruler(self._lines, piece))
            between.clear()
            self._next = at
            self._skip_to("paragraph_close")
            at = self._next
        return found

    def _heads_a_table(self, token: Token) -> bool:
        """Whether a paragraph is the header of a table, and a blank line cut off its dashes."""
        (header, *more), after = self._pieces(token), self._tokens[self._next :][:1]
        if more or not after or after[0].type != "paragraph_open":
            return False
        below = self._pieces(after[0])
        return goes_on(self._lines, header, below) and is_ruler(self._lines, below[0])

    def _code(self, token: Token) -> Block:
        pieces = self._pieces(token)
        if token.type == "fence":
            pieces = pieces[1:]
            closed = pieces and self._lines.text[pieces[-1].start : pieces[-1].end].strip()
            if closed and set(closed) == {token.markup[0]} and len(closed) >= len(token.markup):
                pieces = pieces[:-1]
        while pieces and self._lines.is_blank(pieces[-1].start, pieces[-1].end):
            pieces = pieces[:-1]
        prose = self._lines.piece_prose(pieces)
        return Block(BlockKind.CODE, self._span(token), prose)

    def _inline_block(self, kind: BlockKind, token: Token, raw: Prose, level: int = 0) -> Block:
        inline = self._inline(raw)
        return Block(kind, self._span(token), inline.prose, inline.marks, level=level)

    def _inline(self, raw: Prose) -> Inline:
        inline = read_inline(raw, self._references)
        self.comments.extend(inline.comments)
        return inline

    def _raw(self, token: Token, drop_last: int = 0) -> Prose:
        pieces = self._pieces(token)
        return self._lines.piece_prose(pieces[: len(pieces) - drop_last])

    def _pieces(self, token: Token) -> list[Piece]:
        first = self._line(token)
        places: tuple[tuple[int, int], ...] = token.meta[LINES]
        return [Piece(line, start, end) for line, (start, end) in enumerate(places, first)]

    def _line(self, token: Token) -> int:
        return token.map[0] if token.map else 0

    def _span(self, token: Token) -> Span:
        first, stop = token.map or (0, 1)
        return self._lines.span(first, stop)

    def _skip_to(self, closing: str) -> None:
        while self._tokens[self._next].type != closing:
            self._next += 1
        self._next += 1


def _filled(row: Block, width: int) -> Block:
    """The row with the empty cells at its end that an editor took for spaces and cut off."""
    end = row.span.end
    empty = Block(BlockKind.CELL, Span(end, end))
    return replace(row, children=(*row.children, *[empty] * (width - len(row.children))))
