"""Key results that several objectives share: one list of objectives, then one of key results."""

from __future__ import annotations

import re

from okrlint import Document, Objective

_ITEM = re.compile(r"(?P<indent>[ \t>]*)(?:[-*+•]|\d{1,2}[.)])\s")
_LABEL = re.compile(
    r"(?P<indent>[ \t>]*)(?:#{1,6}\s)?[*_]*(?:\w+\s){0,2}"
    r"(?:key results?|krs?|success (?:criteria|measures?|metrics)|measures? of success)\W*",
    re.IGNORECASE,
)
"""A line of its own that begins a list of key results: "### Key results", "**KRs:**"."""


def shares_key_results(objective: Objective, document: Document) -> bool:
    """Whether an objective without key results is listed with one whose key results are for all.

    They are when they stand behind a label of their own, no deeper than the items of the list:

        - Guests come back
        - Guests tell their friends

        Key results:

        - 30 % book again
    """
    after = document.objectives[document.objectives.index(objective) :]
    listed = []
    for one in after:
        listed.append(one)
        if one.key_results:
            break
    last = listed[-1]
    if not last.key_results or last.section != objective.section:
        return False
    marks = [_ITEM.match(_line_before(one.prose.span.start, document)) for one in listed]
    indents = {mark["indent"] if mark else None for mark in marks}
    if len(indents) > 1 or None in indents:
        return False
    start, end = objective.prose.span.end, last.prose.span.end
    behind = document.source[end : last.key_results[0].prose.span.start]
    if any(map(_LABEL.fullmatch, document.source[start:end].split("\n"))):
        return False
    own = len(indents.pop() or "")
    labels = filter(None, map(_LABEL.fullmatch, behind.split("\n")))
    return any(len(label["indent"]) <= own for label in labels)


def _line_before(start: int, document: Document) -> str:
    return document.source[:start].rpartition("\n")[2]
