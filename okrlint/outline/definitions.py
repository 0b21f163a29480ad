"""Definition lists, which are a paragraph to Markdown: a term, and lines that begin with ": "."""

from __future__ import annotations

import re

from okrlint.markdown.block import Block, BlockKind
from okrlint.model import Labels
from okrlint.outline.sign import Role, read_sign
from okrlint.outline.text import Text, line_spans

_DEFINES = re.compile(r"\s*:\s+(?=\S)")


def definitions_of(text: Text, labels: Labels) -> tuple[Text, list[Text]]:
    """What stands before the definitions in a paragraph, and each of them; the whole without any.

    A line that does not begin with a colon goes on with the one before it. Behind a bare label the
    word itself is defined, and nobody's objective stated: "Objective", ": a goal in words".
    """
    if "\n" not in text.words and not text.words.startswith(":"):
        return text, []
    marks = [(at, _DEFINES.match(text.words, at)) for at, _ in line_spans(text.words)]
    starts = [(at, mark.end()) for at, mark in marks if mark]
    if not starts:
        return text, []
    ends = [*(at for at, _ in starts[1:]), len(text.words)]
    spans = [(begin, end) for (_, begin), end in zip(starts, ends, strict=True)]
    term = text.cut(0, starts[0][0])
    if read_sign(term, labels).role is not Role.PLAIN and not _states(term, labels):
        return text, []
    return term, text.cuts(spans)


def opens_definition(block: Block) -> bool:
    """Whether a paragraph is nothing but definitions, of what a blank line cut off above."""
    return block.kind is BlockKind.PARAGRAPH and bool(_DEFINES.match(block.prose.text))


def _states(term: Text, labels: Labels) -> bool:
    return bool(term.cut(read_sign(term, labels).start).words.strip(" .:-–—*_"))
