"""The section of a document that a statement stands in: one team's part, for instance."""

from __future__ import annotations

import re

from okrlint import Document, Objective

_HEADING = re.compile(r"(#{1,6})[ \t]+(.+)")
_OF_OKRS = re.compile(r"\W*(?:objectives?|goals?|key results?|okrs?|o|kr)\b[\W\d]*", re.IGNORECASE)
"""A heading that only labels OKRs makes no section of its own."""


def section_of(objective: Objective, document: Document) -> str:
    """The nearest heading above that is no label of OKRs; empty without one.

    For an objective that stands in a heading, only higher headings count.
    """
    start = objective.prose.span.start
    lines = document.source[:start].split("\n")
    own = _HEADING.match(lines.pop() + objective.prose.text)
    level = len(own[1]) if own else 7
    for line in reversed(lines):
        heading = _HEADING.match(line)
        if heading and len(heading[1]) < level:
            level = len(heading[1])
            if not _OF_OKRS.match(heading[2]):
                return heading[2].strip()
    return ""
