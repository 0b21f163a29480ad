"""What a list of definitions defines is of one kind: all of its terms are objectives, or none."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.markdown.block import BlockKind
from okrlint.outline.decode import KEY_RESULT, OBJECTIVE
from okrlint.outline.page import Page
from okrlint.outline.unit import Unit


def find_terms(page: Page, labels: Sequence[int]) -> list[int]:
    """The terms that have key results of their own, and stand beside one that is an objective."""
    found: list[int] = []
    for above in page.units:
        terms = [unit for unit in page.below(above) if _is_term(page, unit)]
        if any(labels[unit.index] == OBJECTIVE for unit in terms):
            found += (
                unit.index
                for unit in terms
                if labels[unit.index] != OBJECTIVE
                and any(labels[at] == KEY_RESULT for at in unit.children)
            )
    return found


def _is_term(page: Page, unit: Unit) -> bool:
    """Whether what stands under a line are definitions, which are items of a paragraph."""
    below = page.below(unit)
    return (
        unit.kind == "line"
        and bool(below)
        and all(
            one.kind == "item" and one.block and one.block.kind is BlockKind.PARAGRAPH
            for one in below
        )
    )
