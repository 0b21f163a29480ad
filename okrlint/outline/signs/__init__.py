"""The signs of a unit: what its words say, its shape, its place, and the document around it."""

from __future__ import annotations

from collections.abc import Iterator

from okrlint.outline.page import Page
from okrlint.outline.signs.place import place_signs
from okrlint.outline.signs.says import clean_part, find_says
from okrlint.outline.signs.shape import find_crowds, group_signs, shape_signs
from okrlint.outline.signs.tables import Columns, table_signs
from okrlint.outline.signs.whole import document_signs
from okrlint.outline.signs.words import word_signs
from okrlint.outline.unit import Unit


def find_signs(page: Page) -> list[list[str]]:
    """The signs of each unit, in the order of the units."""
    says = find_says(page)
    own = [list(dict.fromkeys(_own(page, unit, says[unit.index]))) for unit in page.units]
    of_document = list(document_signs(page, says))
    crowds, tables = find_crowds(page, says), {at: Columns(page, at, says) for at in page.columns}
    of_kind: dict[str, dict[str, tuple[str, ...]]] = {}
    found: list[list[str]] = []
    for unit in page.units:
        signs = [
            *own[unit.index],
            *place_signs(page, unit, says),
            *group_signs(page, unit, says, crowds),
        ]
        if clean := clean_part(page, unit, says):
            signs.append(f"clean:{clean}")
        if unit.kind in ("cell", "column"):
            signs += table_signs(unit, says, tables[unit.node])
        kind = unit.kind
        of_this = of_kind.setdefault(kind, {})
        for sign in signs:
            if sign not in of_this:
                of_this[sign] = () if sign.startswith(_ALIKE) else (f"{kind}/{sign}",)
        found.append(
            [
                "always",
                f"kind:{kind}{unit.level or ''}",
                *signs,
                *(name for sign in signs for name in of_this[sign]),
                *of_document,
            ]
        )
    return found


_ALIKE = (
    "says:objective",
    "says:key result",
    "judged:",
    "word:",
    "lead:",
    "up-word:",
)
"""Signs that mean the same for all kinds of units."""


def _own(page: Page, unit: Unit, said: str) -> Iterator[str]:
    yield from word_signs(page, unit, said)
    yield from shape_signs(page, unit)


__all__ = ["find_signs"]
