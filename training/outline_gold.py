"""Which labels the gold of a document leaves open for each of its units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from okrlint.outline.page import Page
from okrlint.outline.unit import Unit

LETTERS = "OKHGADX"
"""One a label, in the order of `okrlint.outline.decode.LABELS`."""


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"</?[A-Za-z!][^<>]*>|\]\([^)]*\)", " ", text.lower()))


def _likeness(gold: Mapping[str, Any], text: str) -> float:
    """How much of the words two statements share; 0 when they are not the same."""
    found = Counter(_words(text))
    best = 0.0
    for said in (gold["text"], *gold.get("also", ())):
        wanted = Counter(_words(said))
        shared = (wanted & found).total()
        counted = found.total() - ((found - wanted) & Counter(_words(gold.get("free", "")))).total()
        if wanted and counted and shared >= 0.7 * wanted.total() and shared >= 0.6 * counted:
            best = max(best, shared / max(wanted.total(), counted))
    return best


def _line(page: Page, offset: int) -> int:
    return page.source.count("\n", 0, offset) + 1


def _found(page: Page, gold: Sequence[dict[str, Any]]) -> dict[int, str]:
    """The unit of each statement of the gold."""
    lines = {u.index: _line(page, u.text.prose.starts[0]) for u in page.units if u.text.words}
    found: dict[int, str] = {}
    for objective in gold:
        for letter, said in (("O", objective), *(("K", k) for k in objective["key_results"])):
            best, place = 0.0, -1
            for at, line in lines.items():
                if at in found or abs(line - said["line"]) > 8:
                    continue
                for text in (page.units[at].body, page.units[at].text):
                    near = text.words and abs(_line(page, text.prose.starts[0]) - said["line"]) <= 2
                    like = _likeness(said, text.words) if near else 0.0
                    if like > best:
                        best, place = like, at
            if place >= 0:
                found[place] = letter
    return found


@dataclass(frozen=True)
class _Gold:
    """The statements of the gold among the units of a page."""

    page: Page
    found: dict[int, str]
    """The letter of each unit that is a statement."""
    over_o: list[bool]
    """Whether an objective stands anywhere below each unit."""
    over_k: list[bool]
    ranges: list[list[int]]
    """The lines that the gold speaks of, first and last; none stands for all."""

    def letters(self, unit: Unit) -> str:
        """The letters that a unit may have."""
        found, at = self.found, unit.index
        if at in found:
            return found[at]
        if self._is_open(unit):
            return LETTERS
        if self.over_o[at]:
            return "G"
        if any(found.get(child) == "K" for child in unit.children):
            return "H"
        return "HG" if self.over_k[at] else self._beside(unit)

    def _beside(self, unit: Unit) -> str:
        """The letters of a unit that is no statement and stands over none."""
        above = [u.index for u in self.page.above(unit)]
        under = {self.found.get(up) for up in above}
        if "K" in under:
            return "D"
        if unit.role.value == "aside" or any(map(self._is_aside, above)):
            return "A"
        if unit.role.value == "field":
            return "D"
        return "XD" if "O" in under else "X"

    def _is_open(self, unit: Unit) -> bool:
        """Whether the gold says nothing of the line of a unit."""
        if not self.ranges or not unit.text.words:
            return False
        line = _line(self.page, unit.text.prose.starts[0])
        return not any(first <= line <= last for first, last in self.ranges)

    def _is_aside(self, at: int) -> bool:
        aside = self.page.units[at].role.value == "aside"
        return aside and not (self.over_o[at] or self.over_k[at])


def allowed_letters(
    page: Page, gold: Sequence[dict[str, Any]], ranges: list[list[int]] | None
) -> list[str]:
    """The letters that each unit may have."""
    found = _found(page, gold)
    size = len(page.units)
    over_o, over_k = [False] * size, [False] * size
    for unit in reversed(page.units):
        for child in unit.children:
            over_o[unit.index] |= over_o[child] or found.get(child) == "O"
            over_k[unit.index] |= over_k[child] or found.get(child) == "K"
    read = _Gold(page, found, over_o, over_k, ranges or [])
    return ["G" if gold else "X", *(read.letters(unit) for unit in page.units[1:])]
