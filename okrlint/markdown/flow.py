"""The blocks inside one container, where HTML tags may open blocks of their own.

Markdown reads HTML line by line, so that a `<table>` may hold Markdown between its tags and a tag
may never be closed. Here tags and Markdown blocks come in as they stand in the source; what comes
out is a tree in which a list holds items, a table rows and a row cells, whatever the tags did.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from okrlint.markdown.block import Block, BlockKind, Mark
from okrlint.markdown.html_tags import BLOCK_TAGS, HIDDEN_TAGS, Tag, find_tags
from okrlint.markdown.inline import Inline
from okrlint.model import NO_PROSE, Prose, Span

ReadInline = Callable[[Prose], Inline]

_KINDS = {
    "blockquote": BlockKind.QUOTE,
    "ul": BlockKind.LIST,
    "ol": BlockKind.LIST,
    "menu": BlockKind.LIST,
    "li": BlockKind.ITEM,
    "table": BlockKind.TABLE,
    "tr": BlockKind.ROW,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "pre": BlockKind.CODE,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}
_PARENTS = {
    BlockKind.ITEM: BlockKind.LIST,
    BlockKind.ROW: BlockKind.TABLE,
    BlockKind.CELL: BlockKind.ROW,
}
"""What a block must stand in; made where the tags forgot it."""
_ENCLOSURES = {
    BlockKind.ITEM: (BlockKind.LIST, BlockKind.CELL),
    BlockKind.ROW: (BlockKind.TABLE,),
    BlockKind.CELL: (BlockKind.TABLE,),
    BlockKind.HEADING: (BlockKind.ITEM, BlockKind.CELL, BlockKind.QUOTE),
    BlockKind.LIST: (BlockKind.CELL,),
    BlockKind.QUOTE: (BlockKind.CELL,),
    BlockKind.CODE: (BlockKind.CELL,),
    BlockKind.TABLE: (),
}
"""The blocks out of which no tag of this kind reaches, to close another."""
_NOT_TEXT = (BlockKind.LIST, BlockKind.TABLE, BlockKind.ROW)
"""What holds no text of its own: text that comes here ends it."""
_MAX_DEPTH = 50
"""How deep tags are followed."""


@dataclass(slots=True)
class _Frame:
    """A block that is not yet complete."""

    kind: BlockKind
    name: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict[str, str])
    children: list[Block] = field(default_factory=list[Block])
    prose: Prose = NO_PROSE
    marks: tuple[Mark, ...] = ()
    markdown_from: int | None = None
    """Index of the first child that Markdown made."""
    heads: int = 0
    """For a row: how many of its cells are `<th>`."""
    is_head: bool = False
    """For a row: whether it stands in `<thead>`."""
    checked: bool | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said in it yet."""
        return not (self.children or self.prose.text or self.marks)


class Flow:
    """Takes what stands in a container, in order, and gives its blocks."""

    def __init__(self, read_inline: ReadInline, list_depth: int = 0) -> None:
        self._read_inline = read_inline
        self._outer_lists = list_depth
        self._frames = [_Frame(BlockKind.QUOTE, "", 0, 0)]
        self._in_head = False

    @property
    def list_depth(self) -> int:
        """How many lists are open here."""
        return self._outer_lists + sum(f.kind is BlockKind.LIST for f in self._frames)

    def add(self, block: Block) -> None:
        """Take a block that Markdown made."""
        self._ready_for_text(BlockKind.HEADING)
        frame = self._frames[-1]
        if frame.markdown_from is None:
            frame.markdown_from = len(frame.children)
        self._place(block)

    def add_html(self, raw: Prose) -> None:
        """Take an HTML block."""
        done = 0
        hidden = ""
        for tag in find_tags(raw.text):
            if hidden:
                if tag.closes and tag.name == hidden:
                    hidden, done = "", tag.end
            elif tag.name in HIDDEN_TAGS and not tag.closes:
                self._text(raw.cut(done, tag.start))
                hidden, done = tag.name, len(raw.text)
            elif tag.name == "input" and not tag.closes:
                self._checkbox(tag, raw.cut(done, tag.start))
            elif tag.name in BLOCK_TAGS:
                self._text(raw.cut(done, tag.start))
                self._tag(tag, raw.source_span(tag.start, tag.end))
                done = tag.end
        self._text(raw.cut(done, len(raw.text)))

    def finish(self) -> tuple[Block, ...]:
        """The blocks. What no tag closed ends before the first Markdown after it."""
        while len(self._frames) > 1:
            frame = self._frames[-1]
            cut = frame.markdown_from if frame.markdown_from is not None else len(frame.children)
            rest = frame.children[cut:]
            frame.children = frame.children[:cut]
            self._close_last()
            outer = self._frames[-1]
            if rest and outer.markdown_from is None:
                outer.markdown_from = len(outer.children)
            outer.children.extend(rest)
        return tuple(self._frames[0].children)

    def _tag(self, tag: Tag, span: Span) -> None:
        kind = _KINDS.get(tag.name)
        if self._frames[-1].kind is BlockKind.CODE and kind is not BlockKind.CODE:
            return
        if tag.name in ("thead", "tbody", "tfoot", "table"):
            self._close_nearest(BlockKind.ROW)
            self._in_head = tag.name == "thead" and not tag.closes
        if tag.name == "hr" and not tag.closes:
            self._ready_for_text(BlockKind.HEADING)
            self._place(Block(BlockKind.RULE, span))
        elif kind and tag.closes:
            self._close_nearest(kind, span.end)
        elif kind:
            self._open(kind, tag.name, span, tag.attributes)

    def _text(self, raw: Prose) -> None:
        frame = self._frames[-1]
        if not raw.text:
            return
        if frame.kind is BlockKind.CODE:
            frame.prose = frame.prose if frame.prose.text else raw
            frame.end = max(frame.end, raw.span.end)
            return
        inline = self._read_inline(raw)
        if inline.prose.text or inline.marks:
            self._ready_for_text()
            self._place(Block(BlockKind.PARAGRAPH, raw.span, inline.prose, inline.marks))

    def _checkbox(self, tag: Tag, before: Prose) -> None:
        frame = self._frames[-1]
        if (
            tag.attributes.get("type", "").lower() == "checkbox"
            and frame.kind is BlockKind.ITEM
            and frame.is_empty
            and not re.sub(r"<[^<>]*>", "", before.text).strip()
        ):
            frame.checked = "checked" in tag.attributes

    def _open(self, kind: BlockKind, name: str, span: Span, attributes: dict[str, str]) -> None:
        if len(self._frames) >= _MAX_DEPTH:
            return
        parent = _PARENTS.get(kind)
        if parent:
            self._close_nearest(kind)
            if self._frames[-1].kind is not parent:
                self._open(parent, "", Span(span.start, span.start), {})
            self._frames[-1].heads += name == "th"
        elif not (kind is BlockKind.LIST and self._frames[-1].kind is BlockKind.LIST):
            self._ready_for_text(BlockKind.HEADING)
        frame = _Frame(kind, name, span.start, span.end, attributes, is_head=self._in_head)
        self._frames.append(frame)

    def _ready_for_text(self, *others: BlockKind) -> None:
        """End the blocks that hold no text, and those of `others`."""
        while len(self._frames) > 1 and self._frames[-1].kind in (*_NOT_TEXT, *others):
            self._close_last()

    def _close_nearest(self, kind: BlockKind, end: int = 0) -> None:
        """End the innermost block of this kind that a tag here can reach, if there is one."""
        for index in range(len(self._frames) - 1, 0, -1):
            frame = self._frames[index]
            if frame.kind is kind:
                frame.end = max(frame.end, end)
                while len(self._frames) > index:
                    self._close_last()
                return
            if frame.kind in _ENCLOSURES[kind]:
                return

    def _close_last(self) -> None:
        level = self.list_depth
        frame = self._frames.pop()
        outer = self._frames[-1]
        for block in _built(frame, outer, level):
            self._place(block)

    def _place(self, block: Block) -> None:
        """Put a complete block into the innermost one that is open."""
        frame = self._frames[-1]
        frame.end = max(frame.end, block.span.end)
        if (
            block.kind is BlockKind.PARAGRAPH
            and frame.kind in (BlockKind.ITEM, BlockKind.CELL, BlockKind.HEADING)
            and frame.is_empty
        ):
            frame.prose, frame.marks = block.prose, block.marks
        elif frame.kind is BlockKind.LIST and block.kind is BlockKind.LIST:
            _nest(frame, block)
        else:
            frame.children.append(block)


def _built(frame: _Frame, outer: _Frame, list_depth: int) -> tuple[Block, ...]:
    """The block of a complete frame; none for one that holds nothing and says nothing."""
    kind = frame.kind
    children = tuple(frame.children)
    span = Span(frame.start, frame.end)
    if kind is BlockKind.HEADING:
        if children and frame.prose.text:
            span = Span(frame.start, frame.prose.span.end)
        heading = Block(kind, span, frame.prose, frame.marks, level=int(frame.name[1]))
        return () if frame.is_empty else (heading, *children)
    if kind in (*_NOT_TEXT, BlockKind.QUOTE) and not children:
        return ()
    is_header = frame.is_head or (frame.heads == len(children) and not outer.children)
    return (
        Block(
            kind,
            span,
            frame.prose,
            frame.marks,
            children,
            level=list_depth if kind in (BlockKind.LIST, BlockKind.ITEM) else 0,
            ordered=kind is BlockKind.LIST and frame.name == "ol",
            number=_number(frame, outer) if kind is BlockKind.ITEM else None,
            checked=frame.checked,
            header=kind is BlockKind.ROW and is_header,
        ),
    )


def _number(item: _Frame, outer: _Frame) -> int | None:
    """The number that a browser shows for the item; None in a list without numbers."""
    if outer.name != "ol":
        return None
    given = _digits(item.attributes.get("value", ""))
    if given is not None:
        return given
    if outer.children and outer.children[-1].number is not None:
        return outer.children[-1].number + 1
    start = _digits(outer.attributes.get("start", ""))
    return 1 if start is None else start


def _digits(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def _nest(outer: _Frame, block: Block) -> None:
    """A list that stands in a list, not in its item, belongs to the item before it."""
    last = outer.children.pop() if outer.children else None
    if last is None:
        last = Block(BlockKind.ITEM, block.span, level=block.level - 1)
    span = Span(last.span.start, block.span.end)
    outer.children.append(replace(last, span=span, children=(*last.children, block)))
