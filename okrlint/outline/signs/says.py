"""What a unit says that it is, by its own label or name, and when that is a clean one."""

from __future__ import annotations

import re

from okrlint.outline.columns import Column
from okrlint.outline.decoration import skip_decoration
from okrlint.outline.formula import FORMULA
from okrlint.outline.judge import Verdict
from okrlint.outline.label import Part
from okrlint.outline.page import Page
from okrlint.outline.sign import Role
from okrlint.outline.signs.loose import LOOSE, WEAK, WEAK_RESULT, name_of_group
from okrlint.outline.unit import Unit
from okrlint.outline.vocabulary import load_words, plain

_AIM = re.compile(r"\W*(?:goal|aim)\W*[:：–—-]\W+(?=[^\W\d_])(?:\S+\s+){3}\S", re.IGNORECASE)
"""A goal in words, no target in figures: "Goal: lose less water on the way"."""


def find_says(page: Page) -> list[str]:
    """What each unit's own words say that it is, in one word.

    "**Feedback:** 8 of 10 would come again" says no aside where the other key results are named so.
    """
    says = [says_of(unit) for unit in page.units]
    for group in page.units:
        if says[group.index] not in _OF_RESULTS:
            continue
        items = [unit for unit in page.below(group) if unit.kind == "item"]
        named = (u for u in items if says[u.index] == "plain" and _NAME.match(u.text.words))
        if len(list(named)) >= _ALIKE:
            for unit in items:
                if says[unit.index] == "aside" and unit.body.words.strip():
                    says[unit.index] = "plain"
    return says


_OF_RESULTS = ("key results", "measures")
_NAME, _ALIKE = re.compile(r"\W*[A-Z][^:.\n]{1,40}:\s+\S"), 2


def says_of(unit: Unit) -> str:
    """What a unit's own words say that it is, in one word."""
    sign = unit.sign
    if unit.kind == "entry" and sign.role not in (Role.OBJECTIVE, Role.KEY_RESULT):
        return "plain"
    if sign.role is Role.PLAIN:
        words = unit.text.words
        if WEAK.match(words):
            return "goal"
        if WEAK_RESULT.match(words):
            return "result"
        return _leads_to(unit) or _loosely(unit) or name_of_group(unit)
    if sign.field == "target" and _AIM.match(unit.text.words):
        return "goal"
    said: str = sign.role.value
    if sign.label and sign.label.number:
        said += "#" if len(sign.label.number) == 1 else "#.#"
    if sign.role in (Role.OBJECTIVE, Role.KEY_RESULT) and not unit.body.words.strip(" .:-–—"):
        said += " alone"
    if sign.role is Role.FIELD:
        said += f" {sign.field}"
    if sign.role in (Role.KEY_RESULTS, Role.OBJECTIVES) and unit.body.words.strip(" .:-–—"):
        said += " tail"
    return said


def _loosely(unit: Unit) -> str:
    """Whether a line begins with a label that nothing sets off from its statement."""
    words = unit.text.words
    found = (
        LOOSE.match(words, skip_decoration(words))
        if unit.kind in ("line", "item", "heading")
        else None
    )
    if found is None or len(words.split()) < _FEWEST:
        return ""
    return "goal" if found["o"] else "result"


_FEWEST = 4
"""Words; a label and its statement are at least so many."""
_RESULTS = re.compile(r"\bkey[ -]results?\b|\bKRs?\b", re.IGNORECASE)
_OBJECTIVES = re.compile(r"\bobjectives?\b", re.IGNORECASE)
_LEAD_IN = 30
"""Words; what leads in a list is at most so long."""


def _leads_to(unit: Unit) -> str:
    """What a line that ends in a colon leads to: "So for May my key results would be:"."""
    words = unit.text.words.rstrip(" *_")
    if unit.kind not in ("line", "item") or not words.endswith((":", "：")):
        return ""
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", words)[-1]
    if len(last.split()) > _LEAD_IN:
        return ""
    if _RESULTS.search(last):
        return "to key results"
    return "to objectives" if _OBJECTIVES.search(last) else ""


def is_theme(page: Page, unit: Unit, says: list[str]) -> bool:
    """Whether an objective is a theme: "### Objective 1: Growth" over "**Objective:** Double"."""
    if unit.role is not Role.OBJECTIVE:
        return False
    first = [c for c in page.below(unit) if c.kind in ("line", "item")][:2]
    said = [says[child.index] for child in first]
    if said and said[0].startswith("key result"):
        return False
    return any(s.startswith("objective") for s in said)


def _is_row_of_its_own(page: Page, unit: Unit) -> bool:
    """Whether a cell with words has something beside it, so that it heads no other rows."""
    if not re.search(r"[^\W\d_]{2,}", unit.body.words):
        return False
    if not set(re.findall(r"[^\W\d_]+", unit.body.words.lower())) - load_words("summary_rows"):
        return False  # "Total"
    if len(page.columns[unit.node]) == 1:
        return True
    return any(c.text.words.strip() for c in page.row(unit) if c.column != unit.column)


def _is_one_of_both(page: Page, unit: Unit, says: list[str]) -> bool:
    """Whether a cell under "Objective" has words, and key results have a column of their own.

    In this table or in another; where they have none, they may stand below their objective.
    """
    if not re.search(r"[^\W\d_]{2,}\s+\S", unit.body.words):
        return False
    named = any(says[c.index].startswith("key result") for c in page.columns[unit.node])
    here = named or Column.KEY_RESULT in page.tables[unit.node].columns
    return here or (page.has_result_column and page.lengths[unit.index] > 2)


def _clean_beside(page: Page, unit: Unit, says: list[str]) -> str:
    """What the formula in its words, or a lone label before it in its row, makes of a unit."""
    if page.verdicts[unit.index] is not Verdict.STATEMENT:
        return ""
    if unit.kind == "heading" and plain(unit.text.words) in page.objective_names:
        return "objective"
    if unit.kind in ("line", "item") and FORMULA.match(unit.body.words):
        return "objective"
    if unit.kind == "line" and _is_named_above(page, unit, says):
        return "key result"
    if unit.kind != "cell":
        return ""
    if says[unit.parent] in ("key results", "key result alone") and _is_row_of_its_own(page, unit):
        return "key result"  # the column's header says so
    kinds = page.tables[unit.node].columns
    if says[unit.parent] == "OKRs":  # a column of both: the number in the row says which
        row = [c for c in page.row(unit)[:_MOST] if kinds[c.column : c.column + 1] == (Column.ID,)]
        return next((found for c in row if (found := _by_code(page, c, says))), "")
    called = kinds[unit.column : unit.column + 1] == (Column.OBJECTIVE,)
    called = called or says[unit.parent] in ("objectives", "objective alone")
    if called and _is_one_of_both(page, unit, says):
        return "objective"
    if unit.column == 0:
        return ""
    before = [c for c in page.row(unit)[:_MOST] if c.column < unit.column]
    turned = unit.node in page.sets_a_column
    named = [
        c
        for c in before
        if says[c.index] in ("objective alone", "key result alone")
        or (turned and c.column == 0 and says[c.index].endswith(" alone"))
    ]
    wordy = [c for c in before if c not in named and len(c.text.words.split()) > 2]
    apart = not wordy or turned
    return named[0].role.value if len(named) == 1 and apart else ""


def _by_code(page: Page, cell: Unit, says: list[str]) -> str:
    """What a code says of its row: "O1"; "E1" where there is an "E1.1", and that."""
    if says[cell.index].endswith(" alone"):
        return cell.role.value
    own = cell.text.words.strip(" .")
    codes, prefixes = page.codes[cell.parent]
    if own in prefixes:
        return "objective"
    prefix = own.rpartition(".")[0]
    return "key result" if prefix and prefix in codes else ""


_MOST = 60
"""Cells at the left of a row in which a name of what stands behind them is looked for."""


def _is_named_above(page: Page, unit: Unit, says: list[str]) -> bool:
    """Whether a bare label right above says that this is a key result.

    "#### O1KR2" or "1. **Key result**" over "All services are deployed by a pipeline."
    """
    above = page.units[unit.parent]
    label = above.sign.label
    if label is None or label.part is not Part.KEY_RESULT or page.place[unit.index]:
        return False
    bare = above.kind == "item" or (above.kind == "heading" and bool(label.number))
    return bare and not above.body.words.strip(" .:-–—*_") and says[unit.index] == "plain"


def clean_part(page: Page, unit: Unit, says: list[str]) -> str:
    """What a clean label makes of a unit: "Objective 2: Grow" is an objective, wherever it is."""
    if unit.role is Role.PLAIN:
        return _clean_beside(page, unit, says)
    if unit.role not in (Role.OBJECTIVE, Role.KEY_RESULT) or says[unit.index].endswith(" alone"):
        return ""
    if page.verdicts[unit.index] is not Verdict.STATEMENT and not _is_asked(page, unit, says):
        return ""
    if is_theme(page, unit, says):
        return ""
    above = [said for u in page.above(unit) if (said := says[u.index]) != "plain"]
    if "closed" in above or (above[:1] == ["aside"] and "#" not in says[unit.index]):
        return ""
    part: str = unit.role.value
    return part


def _is_asked(page: Page, unit: Unit, says: list[str]) -> bool:
    """Whether a question has the label of the statement right before or after it."""
    if page.verdicts[unit.index] is not Verdict.GENERAL:
        return False
    beside = [page.beside(unit, step) for step in (-1, 1)]
    return any(
        near
        and says[near.index] == says[unit.index]
        and page.verdicts[near.index] is Verdict.STATEMENT
        for near in beside
    )
