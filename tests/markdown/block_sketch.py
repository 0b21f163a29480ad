"""Blocks as a few lines of text, to compare in tests."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.markdown.block import Block, Mark
from okrlint.markdown.blocks import parse_blocks


def sketch(source: str) -> list[str]:
    """One line a block: indentation by depth, kind, what is special, text in quotes."""
    return [line for block in parse_blocks(source).blocks for line in _lines(block, 0)]


def only(source: str) -> Block:
    """The one block that `source` is."""
    (block,) = parse_blocks(source).blocks
    return block


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block, parents before their children."""
    for block in blocks:
        yield block
        yield from walk(block.children)


def marked(block: Block) -> list[tuple[str, str, str]]:
    """The marks of a block: kind, the words inside, value."""
    return [(mark.kind.value, _inside(block, mark), mark.value) for mark in block.marks]


def ranges(block: Block, source: str) -> list[tuple[str, str]]:
    """The characters of the block's prose that the source writes otherwise, and how."""
    prose = block.prose
    pairs = zip(prose.text, prose.starts, prose.ends, strict=True)
    written = [(character, source[start:end]) for character, start, end in pairs]
    return [(character, there) for character, there in written if character != there]


def _inside(block: Block, mark: Mark) -> str:
    return block.prose.text[mark.start : mark.end]


def _lines(block: Block, depth: int) -> Iterator[str]:
    words = [block.kind.value]
    if block.level:
        words.append(str(block.level))
    if block.ordered:
        words.append("numbered")
    if block.number is not None:
        words.append(f"#{block.number}")
    if block.checked is not None:
        words.append("[x]" if block.checked else "[ ]")
    if block.header:
        words.append("header")
    if block.prose.text:
        words.append(f'"{block.prose.text}"')
    yield "  " * depth + " ".join(words)
    for child in block.children:
        yield from _lines(child, depth + 1)
