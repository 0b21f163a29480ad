"""What was taken for an objective, or for a key result, and has no company there.

Objectives that nothing calls so, that have no key results, and that are no list of objectives:
a heading or a line that was taken for one because it stands where objectives stand: "Find last
year's OKRs in the archive". Where others have key results, an objective without any is called so,
is one of several alike, or stands over others.

Key results on lines of their own, or in another list, that nothing calls so, behind a list or table
of those that are called so ("KR 1"): what is told of the set follows it. Its rules stand before the
first objective. A name such as "Objective 1: Teaching", where the line below says what is aimed at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from okrlint.outline.decode import KEY_RESULT, OBJECTIVE
from okrlint.outline.signs.loose import name_of_group
from okrlint.outline.unit import Unit
from okrlint.outline.weigh import Weighed


def find_lonely(weighed: Weighed, parents: Mapping[int, int]) -> frozenset[int]:
    """The indexes of such units. `parents`: of each key result its objective."""
    having = set(parents.values())
    if not having:
        return frozenset()
    return frozenset(
        unit.index
        for unit in weighed.page.units
        if weighed.labels[unit.index] == OBJECTIVE
        and unit.index not in having
        and (_is_lonely(weighed, unit) or stated_below(weighed, unit) is not None)
    )


def stated_below(weighed: Weighed, unit: Unit) -> int | None:
    """The line below "Objective 1: Teaching" that says what is aimed at: the label is its."""
    page = weighed.page
    if unit.role.value != "objective" or not 0 < len(unit.body.words.split()) <= _NAME:
        return None
    inner = [at for at in unit.children if weighed.labels[at] == OBJECTIVE]
    line = page.units[inner[0]] if inner else unit
    plain = line.kind == "line" and line.role.value == "plain"
    return inner[0] if plain and len(inner) == 1 and inner[0] == unit.children[0] else None


_NAME = 4
"""Words; of more it may be the objective itself."""


def find_strays(weighed: Weighed, parents: Mapping[int, int]) -> frozenset[int]:
    """The indexes of lines and items before and behind sets of key results, which are none.

    `parents`: of each key result its objective.
    """
    units = weighed.page.units
    called = {
        at: above
        for at, above in parents.items()
        if "clean:key result" in weighed.signs[at] and units[at].kind != "line"
    }
    last = _ends(called)
    ends = _ends({at: above for at, above in parents.items() if units[at].kind == "item"})
    lists = {(above, units[at].parent) for at, above in called.items()}
    return _rules_before(weighed, parents) | frozenset(
        at
        for at, above in parents.items()
        if "clean:key result" not in weighed.signs[at]
        and (
            (units[at].kind == "line" and min(last.get(above, at), ends.get(above, at)) < at)
            or (
                units[at].kind == "item"
                and last.get(above, at) < at
                and (above, units[at].parent) not in lists
            )
        )
    )


def _ends(parents: Mapping[int, int]) -> dict[int, int]:
    """Where the key results of each objective end that has several."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, above in parents.items():
        found[above].append(at)
    return {above: max(some) for above, some in found.items() if len(some) >= _A_LIST}


def _rules_before(weighed: Weighed, parents: Mapping[int, int]) -> frozenset[int]:
    """The items of the one list before the first objective, where that is called so."""
    units = weighed.page.units
    first = min(parents.values(), default=0)
    found = [
        unit
        for unit in units[: first if first and _CALLED in weighed.signs[first] else 0]
        if weighed.labels[unit.index] == KEY_RESULT
        and unit.index not in parents
        and "clean:key result" not in weighed.signs[unit.index]
        and name_of_group(units[unit.parent]) == "plain"
    ]
    one = len({unit.parent for unit in found}) == 1
    return frozenset(unit.index for unit in found if one)


_A_LIST = 2
_CALLED = "clean:objective"


def _is_lonely(weighed: Weighed, unit: Unit) -> bool:
    signs = weighed.signs[unit.index]
    above = weighed.page.units[unit.parent]
    if _CALLED in signs or unit.role.value == above.role.value == "objective":
        return False
    if unit.kind == "heading":
        inner = [at for at in unit.children if weighed.labels[at] == OBJECTIVE]
        return not inner or any(_CALLED in weighed.signs[at] for at in inner)
    if unit.kind != "line":
        return False
    if above.role.value == "objective":  # a remark, where that has its statement
        return bool(above.body.words.strip(" .:-–—*_"))
    alike = (weighed.page.units[at] for at in above.children if at != unit.index)
    return not any(a.kind == "line" and weighed.labels[a.index] == OBJECTIVE for a in alike)
