"""Lists and sections in which no statement was found, where others like them have some.

People stop labelling: "O1" has "KR1" and "KR2" below it, and "O4" three bullets. Teams on one page
write each in its own way: beside sections of labelled sets stand others without a label.
"""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.outline.decode import KEY_RESULT, LABELS, OBJECTIVE
from okrlint.outline.page import Page
from okrlint.outline.unit import Unit

_NONE = (LABELS.index("other"), LABELS.index("detail"))
_CALLED = "clean:objective"
_A_LIST, _SEVERAL = 2, 2
_THEME, _OTHER = LABELS.index("theme"), LABELS.index("other")


def find_starved(page: Page, signs: Sequence[Sequence[str]], labels: Sequence[int]) -> list[int]:
    """The items of such lists that were taken for nothing."""
    called = [unit for unit in page.units if _CALLED in signs[unit.index]]
    hungry = [unit for unit in called if not _has_results(page, unit, labels)]
    if len(hungry) == len(called):
        return []
    found: list[int] = []
    for unit in hungry:
        items = [at for at in unit.children if page.units[at].kind == "item"]
        loose = [at for at in items if labels[at] in _NONE and "says:plain" in signs[at]]
        if len(items) >= _A_LIST and loose == items:
            found += loose
    return found


def _has_results(page: Page, unit: Unit, labels: Sequence[int]) -> bool:
    """Whether a key result stands anywhere below a unit."""
    return any(labels[at] == KEY_RESULT for at in _inside(page, unit))


def find_empty_sections(page: Page, labels: Sequence[int]) -> list[list[int]]:
    """The units of sections with lists and no statement, beside sections that are sets of OKRs."""
    found: list[list[int]] = []
    for above in page.units:
        sections = [unit for unit in page.below(above) if unit.kind == "heading"]
        if len(sections) <= _SEVERAL:
            continue
        inside = {unit.index: _inside(page, unit) for unit in sections}
        held = {at: {labels[one] for one in (at, *inner)} for at, inner in inside.items()}
        full = sum({OBJECTIVE, KEY_RESULT} <= some for some in held.values())
        if full >= _SEVERAL:
            found += (
                inner
                for at, inner in inside.items()
                if labels[at] in (_THEME, _OTHER)
                and held[at].isdisjoint((OBJECTIVE, KEY_RESULT))
                and sum(page.units[one].kind == "item" for one in inner) >= _A_LIST
            )
    return found


def is_a_set(page: Page, section: Sequence[int], labels: Sequence[int]) -> bool:
    """Whether units are objectives and key results, of which some hold a figure."""
    results = [at for at in section if labels[at] == KEY_RESULT]
    measured = sum(page.measured[at] for at in results)
    return any(labels[at] == OBJECTIVE for at in section) and 0 < len(results) <= 3 * measured


def _inside(page: Page, unit: Unit) -> list[int]:
    """The units below a unit, in their order."""
    found, waiting = [], [*unit.children]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting += page.units[at].children
    return sorted(found)
