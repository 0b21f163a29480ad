"""The signs of a whole document, of which `held.py` makes whether it holds OKRs.

Asked after the labelling: what was found and how surely, what the title and the path say, how much
of the text it is, and whether the text explains OKRs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import chain, product

from okrlint.outline.decode import KEY_RESULT, OBJECTIVE
from okrlint.outline.family import find_parents
from okrlint.outline.intro import says_okrs_follow
from okrlint.outline.judge import Verdict, judge
from okrlint.outline.sign import OKR_WORDS, Role
from okrlint.outline.signs.steps import bucket, share
from okrlint.outline.tree import NodeKind
from okrlint.outline.unit import Unit
from okrlint.outline.weigh import Weighed

_EVIDENCE = (-20, -10, -4, 0, 4, 10, 20, 40, 80)
"""Steps of how much better the page reads with OKRs than without."""
_EVEN = -4
"""What looks like a list of OKRs, but less than like other lists, is somewhat below nothing."""
_ALWAYS = ("title:", "path:", "page:you:", "page:blanks:", "page:general:", "page:names")


def find_holds_signs(weighed: Weighed) -> set[str]:
    """The signs of the whole document."""
    signs = set(_find(weighed))
    return signs - {"page:names no key result"} if _BOTH in signs else signs


_BOTH = "both are called so"
"""Labels name what they label, in a team's own words, too."""


def _find(weighed: Weighed) -> Iterator[str]:
    units, labels = weighed.page.units, weighed.labels
    objectives = [u for u in units if labels[u.index] == OBJECTIVE]
    results = [u for u in units if labels[u.index] == KEY_RESULT]
    yield from _of_page(weighed)
    if not objectives or not results:
        yield from _of_one_kind(weighed, objectives or results)
        return
    yield from _of_wording([*objectives[:_FIRST_OBJECTIVES], *results[:_FIRST_RESULTS]])
    yield from _of_labels(weighed, objectives, results)
    yield from _of_number(weighed, objectives)
    kinds = (("objectives", objectives), ("results", results))
    yield from chain.from_iterable(_of_certainty(weighed, *kind) for kind in kinds)
    yield from _of_examples(weighed, objectives)
    for name, found in kinds:
        yield from _of_firsts(weighed, name, found)
    yield from _of_words(weighed, objectives, results)


def _of_page(weighed: Weighed) -> Iterator[str]:
    """What the title, the path and the text say, and how hard OKRs were to find."""
    page = weighed.page
    yield "always"
    yield from (name for name in weighed.signs[0] if name.startswith(_ALWAYS))
    if not OKR_WORDS.search(page.source):
        yield "page:names no OKR"
    yield f"step:{weighed.step:.0f}"
    reached = [limit for limit in _EVIDENCE if weighed.evidence >= limit]
    yield f"evidence:{reached[-1] if reached else 'against'}"
    if weighed.evidence < _EVEN:
        yield "reads better without"


def _of_one_kind(weighed: Weighed, found: list[Unit]) -> Iterator[str]:
    """Whether what is found, all of one kind or nothing at all, is called so."""
    yield "one kind alone"
    called = any(n.startswith("clean:") for names in weighed.signs for n in names)
    called = called or any(
        _is_called(weighed, u, name) for u in found for name in ("key result", "objective")
    )
    if not called:
        yield "nothing is labelled"
    stated = [u for u in found if judge(u.body.words) is Verdict.STATEMENT]
    numbered = any(
        u.role is Role.KEY_RESULT and u.sign.label is not None and bool(u.sign.label.number)
        for u in stated
    )
    if numbered or (called and len(stated) == len(found) and _said(weighed, found)):
        yield "a label alone"


def _of_number(weighed: Weighed, objectives: list[Unit]) -> Iterator[str]:
    """How many objectives there are, and how many of them have key results."""
    if 2 * len(set(find_parents(weighed).values())) < len(objectives):
        yield "most objectives without results"
    if len(objectives) > 1:
        yield "several objectives"


def _of_certainty(weighed: Weighed, name: str, found: list[Unit]) -> Iterator[str]:
    """How surely the units of one label have it, and whether all are statements."""
    margin = sum(weighed.margin(u.index) for u in found) / len(found)
    yield f"{name} margin:{bucket(math.floor(min(max(margin, 0), 6)), (0, 1, 2, 4, 6))}"
    if none := _count_none(found):
        yield f"{'all' if none == len(found) else 'some'} {name} are none"


def _count_none(found: list[Unit]) -> int:
    """How many are no statements that somebody made."""
    return sum(judge(u.body.words) is not Verdict.STATEMENT for u in found)


def _of_examples(weighed: Weighed, objectives: list[Unit]) -> Iterator[str]:
    """How many of the objectives are shown as examples."""
    shown = sum(_is_example(weighed, u) for u in objectives)
    yield f"shown as examples:{share(shown, len(objectives))}"


def _of_firsts(weighed: Weighed, name: str, found: list[Unit]) -> Iterator[str]:
    """Whether most of the units of one label begin as rules or findings do."""
    firsts = [_first(weighed.signs[u.index]) for u in found]
    for first in ("first:is", "first:ed", "first:how"):
        if 2 * firsts.count(first) > len(found):
            yield f"{name} {first}"


def _first(signs: Sequence[str]) -> str:
    """The sign of the first word, of which there is one, and early."""
    return next((name for name in signs if name.startswith("first:")), "")


def _of_words(weighed: Weighed, objectives: list[Unit], results: list[Unit]) -> Iterator[str]:
    """What the statements speak of, how much of the text they are, and what stands around them."""
    page = weighed.page
    if any("has:okr" in weighed.signs[u.index] for u in objectives):
        yield "objectives speak of OKRs"
    figures = sum(page.measured[u.index] for u in results)
    yield f"results with figures:{share(figures, len(results))}"
    texts = [u for u in page.units if len(u.text.words.split()) > 2]
    part = 10 * (len(objectives) + len(results)) // max(1, len(texts))
    yield f"part of the text:{bucket(part, (0, 1, 3, 5))}"
    inside = {n for u in objectives for n in weighed.signs[u.index] if n in _INSIDE}
    yield from sorted(f"objective {name}" for name in inside)


def _of_wording(found: list[Unit]) -> Iterator[str]:
    """The words of the statements: "every", "under" and "who" are of goals, "how" of texts."""
    words = {word for u in found for word in _WORD.findall(u.body.words.lower())}
    yield from (f"statements:{word}" for word in sorted(words))


_FIRST_OBJECTIVES, _FIRST_RESULTS = 5, 16
"""Statements; a long page has all common words somewhere, whatever it is."""
_WORD = re.compile(r"[a-z][a-z'\u2019-]+")
_EXAMPLE = re.compile(
    r"\b(?<!\bby )(?:examples?|samples?|e\.g\.|imagine|suppose|say)(?!\w)", re.IGNORECASE
)


def _is_example(weighed: Weighed, unit: Unit) -> bool:
    """Whether a short heading or line above, or right before, says that it is an example."""
    page = weighed.page
    near = list(page.above(unit))
    before = [page.beside(inner, -1) for inner in (unit, *near)]
    near += [u for u in before if u and u.kind == "line"]
    return any(_EXAMPLE.search(u.text.words) and len(u.text.words.split()) <= 14 for u in near)


_INSIDE = ("in:OKRs", "in:about OKRs", "in:aside", "in:closed", "in:objectives")


def _of_labels(weighed: Weighed, objectives: list[Unit], results: list[Unit]) -> Iterator[str]:
    """Whether objectives and key results are called so."""
    of_objectives = any(_is_called(weighed, u, "objective") for u in objectives)
    of_results = any(_is_called(weighed, u, "key result") for u in results)
    called = of_objectives or of_results
    if of_objectives and of_results:
        yield _BOTH
    elif of_objectives or of_results:
        yield "objectives are called so" if of_objectives else "results are called so"
    headed = "title:okr" in weighed.signs[0] or _is_inside(weighed, objectives)
    if not (called or headed):
        yield "no heading says OKRs"
    if not (of_objectives and of_results):
        yield "not both are called so"
    yield from _of_weak_labels(weighed, objectives, results, called=called)


def _of_weak_labels(
    weighed: Weighed, objectives: list[Unit], results: list[Unit], *, called: bool
) -> Iterator[str]:
    """Whether they are called goals and measures, or nothing says what they are."""
    weakly = {
        "goals": not all(_GOAL.isdisjoint(weighed.signs[u.index]) for u in objectives),
        "measures": not all(_MEASURE.isdisjoint(weighed.signs[u.index]) for u in results),
    }
    yield from (f"called {name}" for name, so in weakly.items() if so)
    if not all(weakly.values()) and "page:names no key result" in weighed.signs[0]:
        yield "no word of OKRs"
    if all(weakly.values()):
        yield "called goals and measures"
    elif not (called or _said(weighed, objectives)):
        yield "nothing says that they are OKRs"


def _said(weighed: Weighed, objectives: list[Unit]) -> bool:
    """Whether the title, the path, the intro or a heading above says that OKRs stand here."""
    page = weighed.page
    title = next((n for n in page.tree.nodes if n.kind is NodeKind.HEADING), None)
    named = {"title:okr", "path:okr"} & set(weighed.signs[0])
    return bool(named or _is_inside(weighed, objectives) or says_okrs_follow(page.tree, title))


def _ways(places: str, names: str) -> frozenset[str]:
    ways = product(places.split(), names.split("|"), ("", " tail"))
    return frozenset(f"{place}:{name}{end}" for place, name, end in ways)


_GOAL = _ways("in says up", "goal|goals|objective|objectives") | {"title:goals", "path:goals"}
_MEASURE = _ways("in says up before", "measures|result|key results")
"""Signs that a unit, or what stands above or before it, is called a goal, or a measure."""


def _is_inside(weighed: Weighed, objectives: list[Unit]) -> bool:
    """Whether a heading that says OKRs stands over an objective."""
    return any("in:OKRs" in weighed.signs[u.index] for u in objectives)


_MOST = 60
"""Cells of a row, or headers, that may say what the others are."""


def _is_called(weighed: Weighed, unit: Unit, name: str) -> bool:
    """Whether a label, a heading above or a column says what the unit is."""
    page = weighed.page
    near = [unit, *list(page.above(unit))[:2]]
    if before := page.beside(unit, -1):
        near.append(before)
    if unit.kind == "cell":
        near += (*page.row(unit)[:_MOST], *page.columns[unit.node][:_MOST])
    return any(u.role.value.startswith(name) for u in near)
