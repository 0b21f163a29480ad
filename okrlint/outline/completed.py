"""Key results that are a name, with the sentence that says what is meant."""

from __future__ import annotations

import re

from okrlint.model import Prose
from okrlint.outline.decode import LABELS
from okrlint.outline.judge import Verdict
from okrlint.outline.text import put_together
from okrlint.outline.unit import Unit
from okrlint.outline.weigh import Weighed

_NAME, _SENTENCE = 5, 30
"""Words: a key result of at most so many may be a name, one of at most so many says what it is."""
DESCRIPTION = re.compile(
    r"\W*(?:(?:objective|goal)\s+)?(?:description|definition|statement|meaning|what)\s*:\s*", re.I
)
"""The name of a line that says what a name above it means."""
_CODE = re.compile(r"[a-z\d]+(?:[-_][a-z\d]+)*")
"""A name for links and tools, "warm-ovens", which is no part of the sentence."""
_DETAIL = LABELS.index("detail")
_TELLS = re.compile(r"\b(?:I|I'm|my|was|were|did|didn't)\b")
"""Words of a story that was told afterwards."""


def completed(weighed: Weighed, unit: Unit, statement: Prose, *, told: bool) -> Prose:
    """The statement of a key result or objective that is only a name, with the sentence below it.

    "### KR2 - Spare parts" over "Every boat carries a second pump by May."; "KR 1: Uptime" over the
    bullet "Description: Keep the ferry running on 95 of 100 days". `told`: a sentence without
    such a name counts too.
    """
    page = weighed.page
    if len(statement.text.split()) > _NAME or page.measured[unit.index]:
        return statement
    for below in page.below(unit):
        words = below.text.words
        named = DESCRIPTION.match(words)
        if named and unit.kind == "heading" and _CODE.fullmatch(statement.text):
            return _first_sentence(below.text.cut(named.end()).prose)
        if named:
            return put_together(statement, below.text.cut(named.end()).prose, ": ")
        first = unit.kind == "heading" and below is page.below(unit)[0]
        if told and first and _is_told(weighed, below):
            return put_together(statement, below.text.prose, ". ")
    return statement


def _first_sentence(said: Prose) -> Prose:
    """What is aimed at; the sentences behind it explain."""
    end = re.search(r"(?<=[\w)][.!?])\s+(?=[A-Z])", said.text)
    if end is None or len(said.text[: end.start()].split()) < _LEAST:
        return said
    return said.cut(0, end.start())


_LEAST = 4
"""Words of a sentence that says what is aimed at."""


def _is_told(weighed: Weighed, unit: Unit) -> bool:
    """Whether a line is one sentence that says what a name above it means."""
    words, page = unit.text.words, weighed.page
    return (
        unit.kind == "line"
        and weighed.labels[unit.index] == _DETAIL
        and page.verdicts[unit.index] is Verdict.STATEMENT
        and 4 <= len(words.split()) <= _SENTENCE
        and not re.search(r"[{}<>]|[.!?]\s+\w|:\s*$|^\W*\w+:", words)
        and not _TELLS.search(words)
    )
