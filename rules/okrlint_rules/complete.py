"""Whether a document is meant to hold all of a team's OKRs, or is a part of something."""

from __future__ import annotations

import re

from okrlint import Document

_OKRS = re.compile(r"\b(?:OKRs?|objectives?|key results?|goals)\b", re.IGNORECASE)
_SHARE = 0.5
_FIRST = re.compile(r"\d+")


def is_complete(document: Document) -> bool:
    """Whether what it lacks is missing: a title of OKRs, or OKRs on most of its lines.

    One objective of a numbered row ("Objective 3") is a part, and so are the OKRs in a page about
    something else: what is not there may stand elsewhere.
    """
    statements = [o.prose.span for o in document.objectives]
    statements += [k.prose.span for _, k in document.key_results()]
    if not statements:
        return False
    number = _FIRST.search(document.objectives[0].label or "") if document.objectives else None
    if number and int(number[0]) > 1:
        return False
    lines = (document.glossed or document.source).splitlines()
    title = next((line for line in lines if line.startswith("# ")), "")
    if _OKRS.search(title):
        return True
    first, last = min(s.start for s in statements), max(s.end for s in statements)
    inside = _filled(document.source[first:last])
    return inside >= _SHARE * _filled(document.source)


def _filled(text: str) -> int:
    """How many lines say something: no heading, no row of a table."""
    return sum(1 for line in text.splitlines() if line.strip() and line.lstrip()[0] not in "#|")
