"""Key results that several objectives share: one list of objectives, then one of key results."""

from __future__ import annotations

import re
from bisect import bisect_left

from okrlint import Document, Objective

_ITEM = re.compile(r"([ \t>]*)(?:[-*+•]|\d{1,2}[.)])\s")
_HEADING = re.compile(r"(#{1,6})\s")
_LABEL = re.compile(
    r"(?P<indent>[ \t>]*)(?P<marks>(?:#{1,6}\s)?)[*_]*(?:\w+\s){0,2}"
    r"(?:key results?|krs?|success (?:criteria|measures?|metrics)|measures? of success)"
    r"(?:\s(?:for|of)\s[^\d:]{1,60})?\W*",
    re.IGNORECASE,
)
"""A line of its own that begins a list of key results: "### Key results for guests", "**KRs:**"."""
_MOST = 60
"""Objectives that share key results; nobody lists more."""
_REACH = 4000
"""Characters before an objective in which its heading is looked for."""


def shares_key_results(objective: Objective, document: Document) -> bool:
    """Whether an objective without key results is listed with one whose key results are for all.

    They are when they stand behind a label of their own, no deeper than the items of the list:

        - Guests come back
        - Guests tell their friends

        Key results:

        - 30 % book again
    """
    at = bisect_left(document.objectives, objective.prose.span, key=lambda one: one.prose.span)
    listed = []
    for one in document.objectives[at : at + _MOST]:
        listed.append(one)
        if one.key_results:
            break
    last = listed[-1]
    if not last.key_results or last.section != objective.section:
        return False
    places = {_place(one, document) for one in listed}
    start, end = objective.prose.span.end, last.prose.span.end
    if len(places) > 1 or any(map(_LABEL.fullmatch, document.source[start:end].split("\n"))):
        return False
    kind, depth = places.pop()
    behind = document.source[end : last.key_results[0].prose.span.start].split("\n")
    return any(
        len(label["indent"]) <= depth if kind == "item" else 0 < len(label["marks"]) <= depth + 1
        for label in filter(None, map(_LABEL.fullmatch, behind))
    )


def _place(objective: Objective, document: Document) -> tuple[str, int]:
    """In what an objective stands and how deep: an item, or a heading or the text below one."""
    above, _, line = document.source[: objective.prose.span.start].rpartition("\n")
    item = _ITEM.match(line)
    if item:
        return "item", len(item[1])
    lines = [line, *reversed(above[-_REACH:].split("\n"))]
    heading = next(filter(None, map(_HEADING.match, lines)), None)
    return "heading", len(heading[1]) if heading else 0
