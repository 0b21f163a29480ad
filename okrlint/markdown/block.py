"""The blocks that Markdown is made of, each with its text and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from okrlint.model import NO_PROSE, Prose, Span


class BlockKind(str, Enum):
    """What a block is."""

    FRONT_MATTER = "front matter"
    """YAML between `---` lines at the top; no prose; its text is `source[span]`."""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    """Children are ITEMs."""
    ITEM = "item"
    """Own prose is its first paragraph; children are what follows: paragraphs, lists, ..."""
    QUOTE = "quote"
    """Children are the quoted blocks."""
    TABLE = "table"
    """Children are ROWs, the header first."""
    ROW = "row"
    """Children are CELLs, as many as the row really has."""
    CELL = "cell"
    """Own prose; children only where HTML put lists or further paragraphs into it."""
    CODE = "code"
    """Fenced or indented code; prose holds it line by line."""
    RULE = "rule"
    """A thematic break."""


class MarkKind(str, Enum):
    """What markup was around some characters of a prose."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    STRIKE = "strike"
    LINK = "link"
    IMAGE = "image"
    """Zero characters wide: an image leaves no text; `value` is its alternative text."""
    BREAK = "break"
    """The one line-break character of a hard break, a `<br>`, or a block tag inside a line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup over the characters `start` up to `end` of a block's prose."""

    kind: MarkKind
    start: int
    end: int
    value: str = ""
    """The address of a link; the alternative text of an image."""


@dataclass(frozen=True, slots=True)
class Block:
    r"""One block, however Markdown or HTML wrote it.

    In `prose`, soft and hard line breaks are both "\n" (a hard one has a BREAK mark), so that a
    label and the statement on the line below can be told apart. Statements taken from it have
    spaces instead.
    """

    kind: BlockKind
    span: Span
    """The source characters of the whole block, from the first of its first line to the last that
    is not blank. A cell spans what stands between its pipes; a block of HTML begins with its tag,
    or with its text where it has none of its own."""
    prose: Prose = NO_PROSE
    marks: tuple[Mark, ...] = ()
    children: tuple[Block, ...] = ()
    level: int = 0
    """1 to 6 for headings; for lists and items how deep, from 1."""
    ordered: bool = False
    """For a list: numbered."""
    number: int | None = None
    """For an item of a numbered list: its number as written, or as HTML counts."""
    checked: bool | None = None
    """For an item with a checkbox: its state."""
    header: bool = False
    """For a row: the table's header."""
