"""What stands above, beside and below a unit."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.outline.formula import FORMULA
from okrlint.outline.page import Page
from okrlint.outline.sign import (
    Role,
)
from okrlint.outline.signs.says import is_behind_a_list
from okrlint.outline.signs.words import tokens
from okrlint.outline.unit import Unit


def _roles_below(page: Page, unit: Unit, says: list[str]) -> set[str]:
    return {says[child.index] for child in page.below(unit)}


def place_signs(page: Page, unit: Unit, says: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    plain_above = 0
    for distance, above in enumerate(page.above(unit)):
        said = says[above.index]
        if distance == 0:
            if FORMULA.match(above.body.words):
                yield "up-formula"
            if said.startswith("measures"):
                beside = (page.units[s] for s in page.units[above.parent].children)
                if any(says[b.index].startswith("key results") for b in beside):
                    yield "measures beside key results"
            yield f"up-kind:{above.kind}"
            yield f"up:{said}"
            if above.kind != "cell" and len(above.text.words.split()) <= 7:
                yield from (f"up-word:{word}" for word in tokens(above.text.words))
            if page.measured[above.index]:
                yield "up-figure"
        if distance == 1:
            yield f"up2:{said}"
            yield f"up2-kind:{above.kind}"
            if len(above.text.words.split()) <= 5:
                yield from (f"up2-word:{word}" for word in tokens(above.text.words))
        if said != "plain" and said not in seen and above.kind not in ("cell", "entry"):
            if not seen:
                yield f"in-first:{said}"
            seen.add(said)
            yield f"in:{said}"
        if said == "plain" and above.kind == "heading":
            plain_above += 1
    if not seen:
        yield "in:nothing"
    for step, name in ((-1, "before"), (1, "after")):
        near = page.beside(unit, step)
        if near is None:
            yield f"{name}:end"
            continue
        yield f"{name}:{says[near.index]}"
        yield f"{name}-kind:{near.kind}"
        if name == "before" and FORMULA.match(near.body.words):
            yield "before-formula"
        if name == "before" and near.kind == "line" and unit.kind != "line":
            if near.text.words.rstrip().endswith((":", "：")):
                yield "before:colon"
            if len(near.text.words.split()) <= 7:
                yield from (f"before-word:{word}" for word in tokens(near.text.words))
    if unit.kind == "heading" and is_behind_a_list(page, unit):
        yield "comes back to a key result"
    if unit.role is Role.OBJECTIVE:
        first = [c for c in page.below(unit) if c.kind in ("line", "item")][:2]
        if any(says[child.index].startswith("objective") for child in first):
            yield "theme over statement"
    for said in sorted(_roles_below(page, unit, says)):
        if said != "plain":
            yield f"over:{said}"
    deeper = {says[below.index] for child in page.below(unit) for below in page.below(child)} - {
        "plain"
    }
    for said in sorted(deeper):
        yield f"over2:{said}"


_Crowds = dict[tuple[int, str, int], tuple[list[str], list[str]]]
"""Of siblings of one kind and level: their signs, and what they say that they are."""
