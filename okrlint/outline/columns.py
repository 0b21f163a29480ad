"""What the columns of a table hold, by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from okrlint.beside import Column as Beside
from okrlint.beside import is_blank, name_columns, name_of
from okrlint.dates import Calendar
from okrlint.markdown.block import Block, BlockKind, Mark, MarkKind
from okrlint.model import Field, Labels, Prose
from okrlint.outline.deadline_words import says_only_when
from okrlint.outline.decoration import is_symbol, skip_decoration
from okrlint.outline.label import Part, find_label
from okrlint.outline.sign import OKR_WORDS, Role, read_sign
from okrlint.outline.text import Text, joined, text_of, without_struck
from okrlint.outline.vocabulary import load_words, plain


class Column(str, Enum):
    """What a column holds."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key result"
    ID = "id"
    FIELD = "field"
    STATEMENT = "statement"
    ASIDE = "aside"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of texts."""

    header: tuple[Text, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    """Without the header; each as long as it really is."""
    cells: tuple[tuple[Block, ...], ...]
    """The cells of these rows as they stand in the document."""
    heads: tuple[Block, ...] = ()
    """The cells of the header."""
    fields: tuple[Beside, ...] = ()
    """What each column holds beside the statements."""

    def indexes(self, column: Column) -> list[int]:
        """All columns of this kind."""
        return [at for at, kind in enumerate(self.columns) if kind is column]


def read_table(block: Block, labels: Labels) -> Table:
    """The texts of a table and the kinds of its columns."""
    blocks = tuple(
        tuple(cell for cell in row.children if cell.kind is BlockKind.CELL)
        for row in block.children
        if row.kind is BlockKind.ROW
    )
    rows = [tuple(map(cell_text, row)) for row in blocks]
    has_header = bool(block.children) and block.children[0].header
    header = rows[0] if rows and has_header else ()
    body = tuple(rows[1:] if has_header else rows)
    heads, cell_blocks = (blocks[0], blocks[1:]) if blocks and has_header else ((), blocks)
    cells = [[row[at].words for row in body if at < len(row)] for at in range(len(header))]
    fields = name_columns([joined(cell).words for cell in header], cells)
    columns = tuple(
        column_kind(cell, labels, beside) for cell, beside in zip(header, fields, strict=True)
    )
    columns = _with_numbers(columns, cells)
    table = Table(header, columns, body, cell_blocks, heads, fields)
    kinds = set(columns)
    if Column.OBJECTIVE in kinds and not kinds & {Column.KEY_RESULT, Column.STATEMENT}:
        return _with_dated_columns(table)
    return table


_A_NUMBER = re.compile(r"\W*\d{1,2}\W*")


def _with_numbers(
    columns: tuple[Column, ...], cells: Sequence[Sequence[str]]
) -> tuple[Column, ...]:
    """The columns, where one called "Objective" only has numbers: it refers to objectives.

    Without key results beside it, the column of statements says which they are.
    """
    kinds = list(columns)
    for at, kind in enumerate(columns):
        said = [cell for cell in cells[at] if cell.strip()]
        if kind is Column.OBJECTIVE and said and all(map(_A_NUMBER.fullmatch, said)):
            kinds[at] = Column.ID
            if Column.KEY_RESULT not in kinds and Column.STATEMENT in kinds:
                kinds[kinds.index(Column.STATEMENT)] = Column.OBJECTIVE
    return tuple(kinds)


def _with_dated_columns(table: Table) -> Table:
    """The table of a grid, where columns that only say by when hold the key results."""
    columns = list(table.columns)
    for at, header in enumerate(table.header):
        cells = [row[at] for row in table.rows if at < len(row) and row[at].words]
        stated = 2 * sum(map(is_sentence, cells)) > len(cells)
        if stated and says_only_when(header, Calendar()):
            columns[at] = Column.KEY_RESULT
    return replace(table, columns=tuple(columns))


def cell_text(cell: Block) -> Text:
    """The text of a cell; the items of a list in it (as HTML allows) are lines."""
    texts = [text_of(cell)] if cell.prose.text else []
    texts += [text_of(item) for child in cell.children for item in (child, *child.children)]
    texts = [text for text in texts if text.words]
    if len(texts) < 2:
        return texts[0] if texts else text_of(cell)
    texts = [joined(text) for text in texts]
    words = ""
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    for text in texts:
        if words:
            words, starts, ends = (
                words + "\n",
                (*starts, *ends[-1:]),
                (*ends, *text.prose.starts[:1]),
            )
        marks += tuple(
            replace(m, start=m.start + len(words), end=m.end + len(words)) for m in text.marks
        )
        words += text.words
        starts, ends = starts + text.prose.starts, ends + text.prose.ends
    return Text(Prose(words, starts, ends), marks)


_ID = re.compile(
    r"(?:#|id|no|nr|number|ref|№|(?:issue )?key|issue|ticket|code|"
    r"(?:kr|key result|objective|okr)\s*(?:#|id|no|nr|number))\W*"
)


def column_kind(cell: Text, labels: Labels, beside: Beside) -> Column:
    """What a column with this header holds."""
    name = plain(cell.words)
    if beside.name == "target" and name in ("goal", "goals"):
        return Column.FIELD  # a column of numbers: objectives have words
    if _ID.fullmatch(name or cell.words.strip()):
        return Column.ID
    if OKR_WORDS.search(cell.words) and len(name.split()) <= 6:
        return Column.KEY_RESULT  # "Objective / Key result": rows of both
    label = find_label(cell, labels)
    if label and label.part is Part.MISSION:
        return Column.OTHER
    if label and not cell.words[label.end :].strip(" :."):
        return Column.OBJECTIVE if label.part is Part.OBJECTIVE else Column.KEY_RESULT
    role = read_sign(cell, labels, is_heading=True).role
    if role in (Role.OBJECTIVES, Role.KEY_RESULTS) and len(name.split()) <= 4:
        return Column.OBJECTIVE if role is Role.OBJECTIVES else Column.KEY_RESULT
    if beside.name not in (None, "link") and name_of(name, loose=True) != "metric":
        return Column.FIELD
    if name in load_words("statement_columns"):
        return Column.STATEMENT
    return Column.ASIDE if role in (Role.ASIDE, Role.CLOSED) else Column.OTHER


def row_fields(
    table: Table, row: Sequence[Text], source: str, cells: Sequence[Block], statement: int
) -> tuple[Field, ...]:
    """The fields of one row, from the columns that hold fields; the statement's column is none."""
    return tuple(_row_fields(table, row, source, cells, statement))


_PARTS = frozenset(("objective", "objectives", "o", "key result", "key results", "kr", "krs"))


def _row_fields(
    table: Table, row: Sequence[Text], source: str, cells: Sequence[Block], statement: int
) -> Iterator[Field]:
    last: tuple[Field, ...] = ()
    for at, text in enumerate(row[: len(table.columns)]):
        name = table.fields[at].name
        if at == statement or name is None or table.columns[at] in _OF_STATEMENTS:
            continue
        if name == "kind" and plain(text.words) in _PARTS:
            continue  # the column says which rows are objectives
        if name == "current" and _lacks_beginning(table, row):
            name = "progress"
        value = joined(without_struck(text))
        due = table.fields[at].due
        if name == "target" and (pair := _from_and_to(table.header[at], value)):
            yield from pair
        elif due and not is_blank(value.words):
            when = Field("due", joined(table.header[at]).cut(*due).prose)
            if name != "target":
                yield Field(name, value.prose)
            last = (when,) if name != "target" else (Field("target", value.prose), when)
        elif any(char.isalnum() or is_symbol(char) for char in value.words):
            yield Field(name, value.prose)
        elif image := _image(text, cells[at], source):
            yield Field(name, image)
    yield from last  # of targets by June and by December, the later one


def _lacks_beginning(table: Table, row: Sequence[Text]) -> bool:
    """Whether a column says where things began, and of this row nothing."""
    begun = [
        text for text, column in zip(row, table.fields, strict=False) if column.name == "baseline"
    ]
    return bool(begun) and not any(re.search(r"\w", text.words) for text in begun)


_OF_STATEMENTS = (Column.OBJECTIVE, Column.KEY_RESULT)

_ARROW = re.compile(r"\s*(?:→|⇒|➜|[-=]+>|/|\bto\b)\s*")


def _from_and_to(header: Text, value: Text) -> tuple[Field, ...]:
    """The two fields of a column such as "Baseline → Target": "18% → 6%"."""
    names, parts = _ARROW.search(header.words), _ARROW.search(value.words)
    if names is None or parts is None:
        return ()
    ends = (header.words[: names.start()], header.words[names.end() :])
    if [name_of(end) for end in ends] != ["baseline", "target"]:
        return ()
    halves = (("baseline", value.cut(0, parts.start())), ("target", value.cut(parts.end())))
    return tuple(Field(name, half.prose) for name, half in halves if half.words)


def _image(text: Text, cell: Block, source: str) -> Prose | None:
    """The alternative text of an image in a cell, where it stands in the source."""
    for mark in text.marks:
        if mark.kind is MarkKind.IMAGE and mark.value.strip():
            at = source.find(mark.value, cell.span.start, cell.span.end)
            if at >= 0:
                offsets = range(at, at + len(mark.value))
                return Prose(mark.value, tuple(offsets), tuple(o + 1 for o in offsets)).cut(
                    0, len(mark.value)
                )
    return None


def is_wordy(text: Text) -> bool:
    """Whether a cell holds words rather than a number, an id, a date or a mark."""
    return len(re.findall(r"[^\W\d_]{2,}", text.words)) >= 2


def cell_lines(text: Text) -> list[Text]:
    """The statements of a cell that holds several, one a line; else the whole cell."""
    lines = [
        line.cut(skip_decoration(line.words)) if _LISTED.match(line.words) else line
        for line in text.lines()
    ]
    listed = sum(bool(_LISTED.match(line.words)) for line in text.lines())
    if len(lines) > 1 and (listed == len(lines) or all(map(is_sentence, lines))):
        return lines
    return [joined(text)]


def is_sentence(text: Text) -> bool:
    """Whether the words can stand as a statement of their own."""
    return is_wordy(text) and len(text.words.split()) >= 3


_LISTED = re.compile(
    r"\s*(?:\d{1,2}[.)]|[•·▪◦‣*+\-–—✓✔])\s+\S|\s*(?:KR|Key[\s-]*result)[\s#-]*\d", re.IGNORECASE
)
