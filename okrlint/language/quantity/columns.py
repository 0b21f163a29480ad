"""Baselines that a part of the statement names: "..., Baseline 12/41 done, Target all of them"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from okrlint.language.parts import Part, standing
from okrlint.language.quantity.amount import Joined
from okrlint.language.quantity.comparisons import find_before
from okrlint.reading import Measure, Quantity

_STANDING = ("baseline", "current")
_NEAR = 3
"""Characters between a level and the target part that follows it: "NPS 32, Target 45"."""


def settle_parts(
    baselines: dict[int, int | None], joined: Sequence[Joined], parts: Sequence[Part], text: str
) -> None:
    """Put the parts right in what `find_baselines` found, in place.

    The first number of the part that says where the measure stands is the baseline, for the target
    before or behind it; no number of a target or due part is one, whatever stands beside it. Nor is
    any that belongs to no number of its own part, where that part says it: "40 looms, Baseline none
    yet".
    """
    now = standing(parts)
    said = now is not None and (now.says_nothing_yet or any(map(str.isdigit, now.text)))
    for index, item in enumerate(joined):
        part = _part_of(item, parts)
        if said and index in baselines and (part is None or part.kind not in _STANDING):
            target = baselines[index]
            if target is None or _part_of(joined[target], parts) is not part:
                del baselines[index]
                continue
        if part is None:
            if _is_apart(index, baselines, joined, parts, text):
                del baselines[index]
            continue
        if part.kind in ("target", "due") and baselines.get(index, index) is None:
            del baselines[index]
        level = item.amount.value is not None and item.amount.measure is not Measure.ALL
        if part is not now or not level:
            continue
        if baselines.get(index, 0) is None or not _has_baseline(part, baselines, joined):
            baselines[index] = _target_for(index, baselines, joined, parts)


def _is_apart(
    index: int,
    baselines: dict[int, int | None],
    joined: Sequence[Joined],
    parts: Sequence[Part],
    text: str,
) -> bool:
    """Whether a number before a target part is no baseline of it: "pages ≥ 85, Target 85"."""
    target = baselines.get(index)
    if target is None or (part := _part_of(joined[target], parts)) is None or part.kind != "target":
        return False
    amount, aim = joined[index].amount, joined[target].amount
    level = amount.measure is not Measure.NONE and find_before(amount, text) is None
    near = part.name - amount.end <= _NEAR and text[amount.start : amount.end][0].isdigit()
    return not (level and near and amount.value != aim.value)


def with_worded_baseline(made: Sequence[Quantity], parts: Sequence[Part]) -> list[Quantity]:
    """The quantities, the first one with a baseline that is said in words: "Baseline none yet"."""
    now = standing(parts)
    if now is None or not now.says_nothing_yet or any(q.baseline_start is not None for q in made):
        return list(made)
    outside = [n for n, q in enumerate(made) if q.given and not now.start <= q.start < now.end]
    if not outside:
        return list(made)
    first = outside[0]
    named = replace(made[first], baseline_start=now.start, baseline_end=now.end)
    return [*made[:first], named, *made[first + 1 :]]


def _part_of(item: Joined, parts: Sequence[Part]) -> Part | None:
    amount = item.amount
    return next((p for p in parts if p.start <= amount.start and amount.end <= p.end), None)


def _has_baseline(part: Part, baselines: dict[int, int | None], joined: Sequence[Joined]) -> bool:
    return any(_part_of(joined[index], [part]) is not None for index in baselines)


def _target_for(
    index: int,
    baselines: dict[int, int | None],
    joined: Sequence[Joined],
    parts: Sequence[Part],
) -> int | None:
    """The number of the target part, else the first that stands in no part at all."""
    free = [n for n in range(len(joined)) if n not in baselines and n != index]
    taken = {target for target in baselines.values() if target is not None}
    aims = [n for n in free if n not in taken]
    named = [n for n in aims if (part := _part_of(joined[n], parts)) and part.kind == "target"]
    bare = [n for n in aims if _part_of(joined[n], parts) is None]
    return next(iter((*named, *bare)), None)
