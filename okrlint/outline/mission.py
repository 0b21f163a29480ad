"""The mission: "**Mission:** ...", a Mission heading over a paragraph, a table cell, a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.model import Prose
from okrlint.outline.fields import read_statement
from okrlint.outline.judge import Verdict, judge
from okrlint.outline.page import Page
from okrlint.outline.sign import Role
from okrlint.outline.text import Text
from okrlint.outline.unit import Unit

_SAID = re.compile(
    r"(?:^|[.!?]\s+)(?P<all>"
    r"(?:our|my|the)\s+(?:[\w'’&-]+\s+){0,3}(?:mission|vision|purpose|north star)\b"
    r"(?!\s+of\s+(?:this|these|the|our)\s+(?:page|document|file|section|list|okrs?)\b)"
    r"[^.!?,;]{0,40}?\s(?:is|remains)\s+"
    r"(?!not\b|unchanged\b|(?:described|stated|defined|written|set out|found|kept)\b"
    r"|(?:in|on|at|below|above|here)\b)"
    r"[^.!?]{8,}"
    r"|(?:we|i|(?:our|the)\s+(?:[\w'’&-]+\s+){1,3})\s*(?:are here|exists?)\s+"
    r"(?:to|so that|because)\b[^.!?]{8,})",
    re.IGNORECASE,
)
"""A sentence that says the mission, and does not only say where it stands."""
_BESIDE = (Role.ASIDE, Role.CLOSED, Role.META)


def find_mission(page: Page) -> Prose | None:
    """The first mission or vision that is labelled so, or else said in a sentence."""
    for text in (*_labelled(page), *_sentences(page)):
        statement = read_statement(text).text
        if judge(statement.words) is Verdict.STATEMENT:
            return statement.prose
    return None


def _counts(page: Page, unit: Unit) -> bool:
    return not any(above.role in _BESIDE for above in page.above(unit))


def _labelled(page: Page) -> Iterator[Text]:
    for unit in page.units:
        if unit.kind == "entry":
            if page.key(unit) in ("mission", "vision") and unit.text.words:
                yield unit.text
        elif unit.role is Role.MISSION and _counts(page, unit):
            if unit.body.words:
                yield unit.body
            else:
                yield from _below(page, unit)


def _below(page: Page, unit: Unit) -> Iterator[Text]:
    """What stands behind or below a name without a statement of its own."""
    if unit.kind == "cell":
        beside = [c.text for c in page.row(unit) if c.column > unit.column]
    elif unit.kind == "column":
        right = [c for c in page.columns[unit.node] if c.column > unit.column]
        beside = [c.text for c in (*right[:1], *page.below(unit))]
    else:
        beside = [u.text for u in page.below(unit) if u.role is Role.PLAIN and u.kind != "table"]
    yield from [text for text in beside if text.words][:1]


def _sentences(page: Page) -> Iterator[Text]:
    for unit in page.units:
        prose = unit.kind == "line" and unit.role is Role.PLAIN
        said = _SAID.search(unit.text.words) if prose else None
        if said and _counts(page, unit):
            yield unit.text.cut(said.start("all"), said.end("all"))
