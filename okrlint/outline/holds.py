"""Does the document hold OKRs that a linter should judge?

Asked after the labelling, of the whole: what was found and how surely, what the title and the path
say, how much of the text it is, and whether the text explains OKRs. Each answer is a sign with a
fitted weight, as with the units.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from okrlint.outline.judge import Verdict, judge
from okrlint.outline.decode import KEY_RESULT, OBJECTIVE
from okrlint.outline.family import find_parents
from okrlint.outline.signs import bucket, share
from okrlint.outline.unit import Unit
from okrlint.outline.weigh import Weighed

_ALWAYS = ("title:", "path:", "page:you:", "page:blanks:", "page:general:", "page:names")


def find_holds_signs(weighed: Weighed) -> Iterator[str]:
    """The signs of the whole document."""
    page, labels = weighed.page, weighed.labels
    objectives = [u for u in page.units if labels[u.index] == OBJECTIVE]
    results = [u for u in page.units if labels[u.index] == KEY_RESULT]
    yield "always"
    yield from (name for name in weighed.signs[0] if name.startswith(_ALWAYS))
    yield f"step:{weighed.step:.0f}"
    if not objectives or not results:
        yield "one kind alone"
        return
    yield from _of_labels(weighed, objectives, results)
    parents = find_parents(weighed)
    if 2 * len(set(parents.values())) < len(objectives):
        yield "most objectives without results"
    if len(objectives) > 1:
        yield "several objectives"
    for name, found in (("objectives", objectives), ("results", results)):
        margin = sum(weighed.margin(u.index) for u in found) / len(found)
        yield f"{name} margin:{bucket(math.floor(min(max(margin, 0), 6)), (0, 1, 2, 4, 6))}"
        if any(judge(u.body.words) is not Verdict.STATEMENT for u in found):
            yield f"some {name} are none"
    figures = sum(page.measured[u.index] for u in results)
    yield f"results with figures:{share(figures, len(results))}"
    texts = [u for u in page.units if len(u.text.words.split()) > 2]
    part = 10 * (len(objectives) + len(results)) // max(1, len(texts))
    yield f"part of the text:{bucket(part, (0, 1, 3, 5))}"
    inside = {n for u in objectives for n in weighed.signs[u.index] if n in _INSIDE}
    yield from sorted(f"objective {name}" for name in inside)


_INSIDE = ("in:OKRs", "in:about OKRs", "in:aside", "in:closed", "in:objectives")


def _of_labels(weighed: Weighed, objectives: list[Unit], results: list[Unit]) -> Iterator[str]:
    """Whether objectives and key results are called so."""
    of_objectives = any(_is_called(weighed, u, "objective") for u in objectives)
    of_results = any(_is_called(weighed, u, "key result") for u in results)
    if of_objectives and of_results:
        yield "both are called so"
    elif of_objectives or of_results:
        yield "objectives are called so" if of_objectives else "results are called so"
    else:
        yield "none is called so"


_MOST = 60
"""Cells of a row that may say what the others are."""


def _is_called(weighed: Weighed, unit: Unit, name: str) -> bool:
    """Whether a label, a heading above or a column says what the unit is."""
    page = weighed.page
    near = [unit, *list(page.above(unit))[:2]]
    if before := page.beside(unit, -1):
        near.append(before)
    if unit.kind == "cell":
        near += page.row(unit)[:_MOST]
    return any(u.role.value.startswith(name) for u in near)


def is_held(weighed: Weighed, weights: dict[str, float]) -> float:
    """How likely it is that the document holds OKRs, from 0 to 1."""
    total = sum(weights.get(name, 0.0) for name in dict.fromkeys(find_holds_signs(weighed)))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
