"""The look of a unit, and what those that stand beside and look alike are like."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.markdown.block import MarkKind
from okrlint.outline.page import Page
from okrlint.outline.signs.steps import bucket, share
from okrlint.outline.unit import Unit

_Crowds = dict[tuple[int, str, int], tuple[list[str], list[str]]]
"""Of siblings of one kind and level: their signs, and what they say that they are."""


def shape_signs(page: Page, unit: Unit) -> Iterator[str]:
    """What the look of a unit shows: its marks, its bullet, its size."""
    yield from _marks(unit)
    if unit.kind == "item" and unit.block:
        yield "list:ordered" if unit.block.number is not None else "list:bullet"
        if unit.block.checked is not None:
            yield "list:box"
    if "\n" in unit.text.words:
        yield "lines"
    kinds = {child.kind for child in page.below(unit)}
    yield from (f"over:{kind}" for kind in sorted(kinds))
    if kinds and unit.kind in ("item", "line", "heading"):
        yield from _sizes(page, unit)
    if not kinds:
        yield "over:nothing"
    elif unit.kind not in ("table", "column", "root"):
        yield f"over-n:{bucket(len(unit.children), (1, 2, 6))}"


def _marks(unit: Unit) -> Iterator[str]:
    """What is written in bold or in italics."""
    text = unit.text
    if not text.marks:
        return
    if text.is_wholly(MarkKind.STRONG):
        yield "bold:whole"
    elif text.covered(MarkKind.STRONG, 0, min(3, len(text.words))):
        yield "bold:start"
    if text.is_wholly(MarkKind.EMPHASIS):
        yield "italic:whole"


def _sizes(page: Page, unit: Unit) -> Iterator[str]:
    """How long a unit is beside those below it."""
    own, below = page.lengths[unit.index], page.below(unit)
    length = sum(page.lengths[c.index] for c in below) / len(below)
    if own <= 4 and length > 1.5 * own:
        yield "short over long"


def find_crowds(page: Page, says: list[str]) -> _Crowds:
    """What the siblings that look alike are like, by parent, kind and level."""
    siblings: dict[tuple[int, str, int], list[int]] = {}
    for unit in page.units:
        siblings.setdefault((unit.parent, unit.kind, unit.level), []).append(unit.index)
    return {
        key: (list(_crowd(page, found)), sorted({says[at] for at in found} - {"plain"}))
        for key, found in siblings.items()
    }


def _crowd(page: Page, found: list[int]) -> Iterator[str]:
    n = len(found)
    yield f"like-n:{bucket(n, (1, 2, 3, 6, 11))}"
    yield f"like-figure:{share(sum(page.measured[at] for at in found), n)}"
    yield f"like-over:{share(sum(bool(page.units[at].children) for at in found), n)}"
    heads = (page.lengths[at] <= 4 and bool(page.units[at].children) for at in found)
    yield f"like-heads:{share(sum(heads), n)}"
    yield f"like-verb:{share(sum(page.verbs[at] for at in found), n)}"
    yield f"like-length:{bucket(sum(page.lengths[at] for at in found) // max(n, 1))}"


def group_signs(page: Page, unit: Unit, says: list[str], crowds: _Crowds) -> Iterator[str]:
    """What the siblings that look alike are like, and the children."""
    if unit.parent < 0:
        return
    signs, said_by = crowds[unit.parent, unit.kind, unit.level]
    yield from signs
    for said in said_by:
        yield f"like:{said}"
        if says[unit.index] == "plain":
            yield f"unlike:{said}"
    below = page.below(unit)
    if below and unit.kind not in ("table", "column"):
        yield f"over-figure:{share(sum(page.measured[c.index] for c in below), len(below))}"
        yield f"over-verb:{share(sum(page.verbs[c.index] for c in below), len(below))}"
        yield f"over-over:{share(sum(bool(c.children) for c in below), len(below))}"
