"""Lists of key results with how each goes before it: "- Done: 12 growers join"."""

from __future__ import annotations

from okrlint.beside import split_front
from okrlint.markdown.block import Block
from okrlint.outline.decoration import skip_symbols
from okrlint.outline.sign import Role
from okrlint.outline.text import Text, text_of


def tells_how_it_goes(above: Role, block: Block) -> bool:
    """Whether a list under such a node is of statements, and not of fields of one before it.

    A status belongs to the statement before it. Right under the name of a group there is none, so
    it is the item's own; under an objective, where more than one item says how it goes.
    """
    first = block.children[0] if block.children else None
    if first is None or not opens_with_status(text_of(first)):
        return False
    several = sum(opens_with_status(text_of(item)) for item in block.children) > 1
    return above is Role.KEY_RESULTS or (above is Role.OBJECTIVE and several)


def opens_with_status(text: Text) -> bool:
    """Whether a status stands before a statement: "At risk: 40 schools order"."""
    words = text.words
    return any(f.name == "status" for f in split_front(words[skip_symbols(words) :]).fields)
