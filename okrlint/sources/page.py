"""HTML -> Markdown: headings, paragraphs, lists and tables, each with its place.

Word documents come this way, too. What a page has beside its text (navigation, scripts, styles,
what is hidden) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from okrlint.sources.looks import Classes, find_classes, find_runs, is_hidden, is_note
from okrlint.sources.table import MOST_COLUMNS, Cell, write_table
from okrlint.sources.text import Run, as_paragraph, render_runs
from okrlint.sources.tree import BLOCKS, Node, parse_html
from okrlint.sources.writer import Source, Writer, named

_LEVEL = re.compile(r"(?<!\S)lst-\S+-(\d)(?!\S)")
"""The level of a list of Google Docs."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEFT_OUT_TAGS = frozenset({"nav", "footer", "hr"})
_LEFT_OUT_IDS = frozenset({"breadcrumb-section", "footer", "comments-section"})
_LEFT_OUT_CLASSES = frozenset({"page-metadata", "toc-macro"})
"""What Confluence puts around the text of a page."""


def read_page(text: str, path: str, *, lines: bool = True) -> Source:
    """A page of HTML as Markdown; `lines`: whether places also have lines. Raises InputError."""
    root = parse_html(text, path)
    page = _Page(Writer(path), find_classes(root), lines)
    titles = [node.words() for node in root.find("title")]
    if titles and titles[0] and not any(root.find("h1")):
        page.heading(1, [Run(titles[0])], root)
    page.flow(root, "")
    return page.writer.source()


@dataclass(slots=True)
class _Page:
    """The page so far."""

    writer: Writer
    classes: Classes
    has_lines: bool
    _under: str = ""
    _counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("table", "paragraph"), 0)
    )
    _marker: str = ""
    """What the next line begins with: the bullet or number of an item."""
    _list_end: int = -1
    """Where the list before ended in what is written."""
    _level: int = 0
    """How deep that list was, where its class said so."""
    _close: bool = False
    """Whether the next line stands right below the one before."""

    def flow(self, node: Node, indent: str) -> None:
        """Write what stands in an element, block by block."""
        words: list[Run] = []
        first = node
        for child in node.children:
            if child.tag not in BLOCKS and not child.has_blocks:
                first = child if not words else first
                words += find_runs(child, Run(""), self.classes)
                continue
            self.paragraph(words, first, indent)
            words = []
            if not self._is_left_out(child):
                self._block(child, indent)
        self.paragraph(words, first, indent)

    def heading(self, level: int, words: list[Run], node: Node) -> None:
        """Write a heading; places below it are named after it."""
        shown = " ".join(render_runs(words))
        if not shown:
            return
        self._under = named("".join(run.text for run in words if not run.raw))
        self._counts |= {"paragraph": 0, "list item": 0}
        self._begin(f"heading {self._under}", node, "")
        self.writer.write(f"{'#' * level} {shown}")

    def paragraph(self, words: list[Run], node: Node, indent: str) -> None:
        """Write words as a paragraph or as the first one of an item."""
        said = [run for run in words if run.text.strip()]
        lines = render_runs(said and words)
        if not lines:
            return
        comment = all(run.raw and run.text.startswith("<!--") for run in said)
        kind = "list item" if self._marker else "paragraph"
        self._begin(self._named("comment") if comment else self._counted(kind), node, indent)
        shown = list(map(as_paragraph, lines))
        shown[0] = shown[0].removeprefix("- ") if kind == "list item" else shown[0]
        self.writer.write(f"  \n{indent}".join(shown))
        self._close = comment

    def _block(self, node: Node, indent: str) -> None:
        titled = node.tag == "p" and "title" in node.attributes.get("class", "").split()
        if titled or node.tag in _HEADINGS:
            runs = (find_runs(child, Run(""), self.classes) for child in node.children)
            level = 1 if titled else int(node.tag[1])
            self.heading(level, [run for some in runs for run in some], node)
        elif node.tag in ("ul", "ol"):
            self._list(node, indent)
        elif node.tag == "table":
            self._table(node, indent)
        elif node.tag == "pre":
            self._code(node, indent)
        else:
            self.flow(node, indent)

    def _list(self, node: Node, indent: str) -> None:
        indent = self._deeper(node, indent)
        start = node.attributes.get("start", "")
        number = int(start) if start.isdecimal() and len(start) < 6 else 1
        for item in node.children:
            if item.tag != "li":
                self._block(item, indent)
                continue
            inner = [c for c in item.children if c.tag or c.text.strip()]
            if inner and inner[0].tag in ("ul", "ol"):  # an item that only holds a deeper list
                self.flow(item, indent)
                continue
            self._marker = f"{number}. " if node.tag == "ol" else "- "
            self.flow(item, indent + " " * len(self._marker))
            self._marker = ""
            self._close = True
            number += 1
        self._close = False
        self._list_end = self.writer.length

    def _deeper(self, node: Node, indent: str) -> str:
        """The indentation of a list; in Google Docs a deeper one stands behind its own."""
        follows = self.writer.length == self._list_end
        said = _LEVEL.search(node.attributes.get("class", ""))
        level = int(said[1]) if said else 0
        self._level = min(level, self._level + 1) if follows else 0
        self._close = bool(indent) or bool(self._level)
        return indent + "   " * self._level

    def _code(self, node: Node, indent: str) -> None:
        text = "".join(child.text for child in node.find(""))
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
        self._begin(self._counted("paragraph"), node, indent)
        lines = [fence, *text.strip("\n").split("\n"), fence]
        self.writer.write(f"\n{indent}".join(lines))

    def _table(self, node: Node, indent: str) -> None:
        rows = [row for row in self._rows(node) if row]
        if not rows:
            return
        self._counts["table"] += 1
        if len(rows) == 1 and len(rows[0]) == 1:  # a box around something
            self.flow(rows[0][0], indent)
            return
        cells = [list(self._cells(row, number)) for number, row in enumerate(_grid(rows), 1)]
        if any(cell.text for row in cells for cell in row):
            self._begin(cells[0][0].name, node, indent)
            write_table(self.writer, cells, indent)

    def _rows(self, node: Node) -> Iterator[list[Node]]:
        for child in node.children:
            if child.tag in ("thead", "tbody", "tfoot"):
                yield from self._rows(child)
            elif child.tag == "tr" and not is_hidden(child, self.classes):
                yield [cell for cell in child.children if cell.tag in ("td", "th")]

    def _cells(self, row: list[Node | None], number: int) -> Iterator[Cell]:
        where = f"table {self._counts['table']}, row {number}"
        for column, node in enumerate(row, 1):
            name = self._named(f"{where}, column {column}" if len(row) > 1 else where)
            text = "<br>".join(self._lines_of(node)) if node else ""
            line = next((cell.line for cell in (node, *row) if cell), 1)
            yield Cell(text, name, line if self.has_lines else None)

    def _lines_of(self, node: Node) -> Iterator[str]:
        """The lines of a cell."""
        words: list[Run] = []
        for child in node.children:
            if child.tag not in BLOCKS and not child.has_blocks:
                words += find_runs(child, Run(""), self.classes)
            elif not self._is_left_out(child):
                yield from render_runs(words)
                words = []
                lead = "- " if child.tag == "li" else ""
                for number, line in enumerate(self._lines_of(child)):
                    yield line if number else f"{lead}{line}"
        yield from render_runs(words)

    def _is_left_out(self, node: Node) -> bool:
        known = node.attributes
        return (
            node.tag in _LEFT_OUT_TAGS
            or known.get("id") in _LEFT_OUT_IDS
            or not _LEFT_OUT_CLASSES.isdisjoint(known.get("class", "").split())
            or is_hidden(node, self.classes)
            or (node.tag == "p" and is_note(node))
        )

    def _begin(self, name: str, node: Node, indent: str) -> None:
        """Begin a block: what parts it from the one before, its place, and what leads its line."""
        if not self.writer.is_empty:
            self.writer.write("\n" if self._close else "\n\n")
        self._close = False
        self.writer.mark(name, node.line if self.has_lines else None)
        lead = indent[: len(indent) - len(self._marker)] + self._marker
        self.writer.write(lead)
        self._marker = ""

    def _counted(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._named(f"{kind} {self._counts[kind]}")

    def _named(self, name: str) -> str:
        return f"{name}, under {self._under}" if self._under else name


def _grid(rows: list[list[Node]]) -> list[list[Node | None]]:
    """The cells of each row in their columns; what a cell spans beside its first place is None."""
    grid: list[list[Node | None]] = []
    taken: dict[int, int] = {}
    for row in rows:
        line: list[Node | None] = []
        for cell in [*row, None]:
            while taken.get(len(line), 0) and len(line) < MOST_COLUMNS:
                taken[len(line)] -= 1
                line.append(None)
            if cell is None or len(line) >= MOST_COLUMNS:
                break
            for part in range(_span(cell, "colspan")):
                taken[len(line)] = _span(cell, "rowspan") - 1
                line.append(None if part else cell)
        grid.append(line[:MOST_COLUMNS])
    return grid


def _span(cell: Node, name: str) -> int:
    said = cell.attributes.get(name, "")
    return max(1, min(int(said), 1000)) if said.isdecimal() and len(said) < 6 else 1
