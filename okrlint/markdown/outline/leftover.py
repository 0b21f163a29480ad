"""Sections beside unlabelled objectives that are none: what was left out, logs, who does what.

Without labels any heading over a list could be an objective, so a heading must not speak against
it: by a negation, as a question of who or what, by a list of dated entries, or by a list without
any figure where the lists beside it have them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.markdown.outline.judge import has_number
from okrlint.markdown.outline.tree import Node
from okrlint.markdown.outline.vocabulary import opens_with_verb, plain

_ASKS = frozenset("what what's how who who's when where why which".split())
_REFUSES = frozenset("not non won't doesn't isn't aren't wont cannot can't".split())
_FORBIDS = frozenset("don't dont".split())
_DEFERS = frozenset("do forget worry the these this list".split())
"""What a note goes on with: "Don't do", "Don't forget"; any other verb makes a negative order."""
_THINGS = frozenset("thing things stuff everything anything".split())
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ENTRY = re.compile(
    rf"\W*(?:(?:19|20)\d\d-\d\d-\d\d\b|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}\b"
    rf"|(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?\W*(?:[:–—-]|$))",
    re.IGNORECASE,
)
"""How entries of a log or calendar begin: with a day."""


def is_leftover(heading: Node, items: Sequence[Node], beside_figures: bool) -> bool:
    """Whether a heading over a list is no objective.

    `beside_figures`: whether at least half of the other lists hold figures.
    """
    tokens = re.findall(r"[^\W\d_]+(?:'[a-z]+)?", plain(heading.body.words))
    first = tokens[0] if tokens else ""
    logged = [i for i in items if is_entry(i.body.words)]
    if first in _ASKS or _refuses(tokens) or (items and 2 * len(logged) > len(items)):
        return True
    if any(has_number(item.body.words) for item in items) or not items:
        return False
    return beside_figures and (first == "no" or _is_vague_name(tokens, items))


def _refuses(tokens: Sequence[str]) -> bool:
    """Whether words turn down what follows: "Not now", "Won't do"; not "Don't run out of cash"."""
    if tokens[:1] and tokens[0] in _FORBIDS:
        return len(tokens) < 3 or tokens[1] in _DEFERS
    return bool(tokens) and tokens[0] in _REFUSES


def is_entry(words: str) -> bool:
    """Whether the words begin with a day, as the entries of a log or calendar do."""
    return bool(_ENTRY.match(words))


def _is_vague_name(tokens: Sequence[str], items: Sequence[Node]) -> bool:
    """Whether the heading is a mere name, over words that claim nothing."""
    if set(tokens[:2]) & _THINGS:
        return True
    if not tokens or opens_with_verb(tokens[0]):
        return False
    past = [i for i in items if re.match(r"\W*\w{2,}ed\b", i.body.words)]
    short = all(len(i.body.words.split()) <= 3 for i in items)
    return len(tokens) == 1 or 2 * len(past) > len(items) or (len(tokens) == 2 and short)


def is_measured(items: Sequence[Node]) -> bool:
    """Whether at least half of the items hold a figure."""
    return 2 * len([i for i in items if has_number(i.body.words)]) >= len(items) > 0
