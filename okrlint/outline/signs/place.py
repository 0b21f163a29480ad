"""What stands above, beside and below a unit."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.outline.formula import FORMULA
from okrlint.outline.page import Page
from okrlint.outline.signs.says import is_theme
from okrlint.outline.signs.words import tokens
from okrlint.outline.unit import Unit

_PLAIN = frozenset(("plain",))


def place_signs(page: Page, unit: Unit, says: list[str]) -> Iterator[str]:
    """What the place of a unit shows; `says` is what each unit says that it is."""
    yield from _above(page, unit, says)
    yield from _before(page, unit, says)
    yield from _after(page, unit, says)
    yield from _below(page, unit, says)


def _above(page: Page, unit: Unit, says: list[str]) -> Iterator[str]:
    """What the units around a unit are, from the nearest to the outermost."""
    seen: set[str] = set()
    for distance, above in enumerate(page.above(unit)):
        said = says[above.index]
        if distance == 0:
            yield from _right_above(page, unit, above, says)
        elif distance == 1:
            yield from _second_above(above, said)
        if said != "plain" and said not in seen and above.kind not in ("cell", "entry"):
            if not seen:
                yield f"in-first:{said}"
            seen.add(said)
            yield f"in:{said}"
    if not seen:
        yield "in:nothing"


def _right_above(page: Page, unit: Unit, above: Unit, says: list[str]) -> Iterator[str]:
    """What the unit right above is and says."""
    said = says[above.index]
    if FORMULA.match(above.body.words):
        yield "up-formula"
    if said.startswith("measures"):
        beside = (page.units[s] for s in page.units[above.parent].children)
        if any(says[b.index].startswith("key results") and _has_words(page, b) for b in beside):
            yield "measures beside key results"
    yield f"up-kind:{above.kind}"
    later = said.endswith(" alone") and page.place[unit.index] > 0
    yield f"up:{said}, later" if later else f"up:{said}"
    if above.kind != "cell" and len(above.text.words.split()) <= 7:
        yield from (f"up-word:{word}" for word in tokens(above.text.words))
    if page.measured[above.index]:
        yield "up-figure"


def _has_words(page: Page, group: Unit) -> bool:
    """Whether what stands below the name of a group is more than numbers and bare labels."""
    return not group.children or any(page.lengths[child] > 1 for child in group.children)


def _second_above(above: Unit, said: str) -> Iterator[str]:
    """What the unit above the one right above is and says."""
    yield f"up2:{said}"
    yield f"up2-kind:{above.kind}"


def _before(page: Page, unit: Unit, says: list[str]) -> Iterator[str]:
    """What stands before a unit, under the same parent."""
    near = page.beside(unit, -1)
    if near is None:
        yield "before:end"
        return
    yield f"before:{says[near.index]}"
    yield f"before-kind:{near.kind}"
    if FORMULA.match(near.body.words):
        yield "before-formula"
    leads = near.kind == "line" and unit.kind != "line"
    if leads and near.text.words.rstrip().endswith((":", "：")):
        yield "before:colon"


def _after(page: Page, unit: Unit, says: list[str]) -> Iterator[str]:
    """What stands after a unit, under the same parent."""
    near = page.beside(unit, 1)
    if near is None:
        yield "after:end"
        return
    yield f"after:{says[near.index]}"
    yield f"after-kind:{near.kind}"


def _below(page: Page, unit: Unit, says: list[str]) -> Iterator[str]:
    """What the units below a unit say that they are, down to the second level."""
    below = page.below(unit)
    if is_theme(page, unit, says):
        yield "theme over statement"
    yield from (f"over:{said}" for said in sorted({says[c.index] for c in below} - _PLAIN))
    deeper = {says[inner.index] for child in below for inner in page.below(child)}
    yield from (f"over2:{said}" for said in sorted(deeper - _PLAIN))
