"""Edits that put a suppression comment into a document, where it works and reads well."""

from __future__ import annotations

import re
from collections.abc import Iterable

from okrlint.api import Edit, Finding, LineIndex, Span
from okrlint.markdown.block import Block, BlockKind
from okrlint.markdown.blocks import parse_blocks

_CLOSING_PIPE = re.compile(r"(?<!\\)\|[ \t]*$")
_CLOSING_MARKS = re.compile(r"[ \t]+#+[ \t]*$")
_HARD_BREAK = re.compile(r"(?:[ \t]+|\\)$")


def suppress_here(source: str, finding: Finding) -> Edit | None:
    """An edit that suppresses the rule of `finding` on the line where the finding begins.

    The comment goes to the end of the line: in a table before the pipe that ends the row, in a
    heading before its closing marks, elsewhere before what breaks the line. None in front
    matter, where a comment holds for the whole file only.
    """
    kinds = _kinds_at(parse_blocks(source).blocks, finding.span.start)
    if BlockKind.FRONT_MATTER in kinds:
        return None
    lines = LineIndex(source)
    line = lines.line_at(finding.span.start)
    text, start = lines.text(line), lines.line_span(line).start
    at = _end_of_words(text, kinds)
    before = "" if text[:at].endswith((" ", "\t")) else " "
    after = " " if text[at : at + 1] == "|" else ""
    comment = _comment(f"okrlint-disable-line {finding.rule}", finding.path)
    comment = f"{before}{comment}{after}"
    return Edit(Span(start + at, start + at), comment)


def suppress_in_file(source: str, rule: str, path: str = "") -> Edit:
    """An edit that suppresses `rule` in the whole document, at its top, below front matter."""
    at = 1 if source.startswith("\ufeff") else 0
    for block in parse_blocks(source).blocks[:1]:
        if block.kind is BlockKind.FRONT_MATTER:
            lines = LineIndex(source)
            at = lines.line_span(lines.line_at(block.span.end)).end
    end = _line_end(source)
    comment = _comment(f"okrlint-disable-file {rule}", path)
    return Edit(Span(at, at), f"{end}{end}{comment}" if at > 1 else f"{comment}{end}{end}")


def _comment(text: str, path: str) -> str:
    """A comment as the kind of file takes it: in MDX, HTML's are a mistake."""
    return f"{{/* {text} */}}" if path.lower().endswith(".mdx") else f"<!-- {text} -->"


def _kinds_at(blocks: Iterable[Block], offset: int) -> list[BlockKind]:
    """The kinds of the blocks around the character at `offset`, the outermost first."""
    for block in blocks:
        if block.span.start <= offset < max(block.span.end, block.span.start + 1):
            return [block.kind, *_kinds_at(block.children, offset)]
    return []


def _end_of_words(text: str, kinds: list[BlockKind]) -> int:
    """Where, in the text of a line, something may be added that belongs to its last words."""
    if BlockKind.ROW in kinds and (match := _CLOSING_PIPE.search(text)):
        return match.start()
    if kinds and kinds[-1] is BlockKind.HEADING and (match := _CLOSING_MARKS.search(text)):
        return match.start()
    match = _HARD_BREAK.search(text)
    return match.start() if match else len(text)


def _line_end(source: str) -> str:
    """What ends the lines of a text."""
    return "\r\n" if "\r\n" in source else "\n"
