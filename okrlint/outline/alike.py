"""Units that look alike in one document and stand alike: they are most likely the same thing."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from okrlint.outline.page import Page

Firsts = Sequence[Mapping[str, str]]


def find_firsts(page: Page, signs: Sequence[Sequence[str]]) -> Firsts:
    """Of each unit what it says, how it looks and what it stands under, as its signs have it."""
    return [_firsts(f"{unit.kind}/", signs[unit.index]) for unit in page.units]


def find_alike(page: Page, signs: Sequence[Sequence[str]], firsts: Firsts) -> list[list[int]]:
    """Groups of the indexes of units that share kind, label, look and what they stand under."""
    groups: dict[Hashable, list[int]] = {}
    known: dict[Hashable, int] = {}
    heads = {
        node: known.setdefault(tuple(c.text.words.lower() for c in columns), len(known))
        for node, columns in page.columns.items()
    }
    for unit in page.units:
        own = firsts[unit.index]
        if unit.kind in ("entry", "column", "table", "root"):
            key: Hashable = unit.index
        elif unit.kind == "cell":
            key = (
                "cell",
                unit.column,
                heads[unit.node],
                own["says"],
                own["in-first"],
                own["bold"],
                own["row-type"],
                own["row"],
                own["count"],
                "cell:no words" in signs[unit.index],
            )
        else:
            above = page.units[unit.parent]
            said = firsts[above.index]["says"]
            key = (
                unit.kind,
                unit.level,
                own["says"],
                above.kind,
                0 if above.kind == "heading" else above.level,
                "" if said == "plain" else said,
                own["in-first"],
                own["bold"],
                own["italic"],
                own["count"],
            )
        groups.setdefault(key, []).append(unit.index)
    return list(groups.values())


def _firsts(kind: str, names: Sequence[str]) -> dict[str, str]:
    found = {first.rstrip(":"): "" for first in _FIRSTS}
    for name in names:
        if name.startswith(kind):
            break  # from here on the same signs follow once more, for the kind
        if name.startswith(_FIRSTS):
            start, _, value = name.partition(":")
            found[start] = found[start] or value.replace("#.#", "#")
    return found


_FIRSTS = ("says:", "in-first:", "bold:", "italic:", "count:", "row-type:", "row:")
