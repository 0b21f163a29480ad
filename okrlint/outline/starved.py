"""Lists right under an objective that is called so and has no key results, where others have some.

People stop labelling: "O1" has "KR1" and "KR2" below it, and "O4" three bullets.
"""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.outline.decode import KEY_RESULT, LABELS
from okrlint.outline.page import Page
from okrlint.outline.unit import Unit

_NONE = (LABELS.index("other"), LABELS.index("detail"))
_CALLED = "clean:objective"
_A_LIST = 2


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
    waiting = [*unit.children]
    while waiting:
        at = waiting.pop()
        if labels[at] == KEY_RESULT:
            return True
        waiting += page.units[at].children
    return False
