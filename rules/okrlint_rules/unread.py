"""Whether something that may be key results stands under an objective and was not read as such.

A rule that misses key results asks this first: the fault may be okrlint's.
"""

from __future__ import annotations

import re

from okrlint import Document, Objective

DOUBT = 0.6
"""How sure a rule is that key results are missing where something unread stands in their place."""
_LISTED = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)]|\|)\s*\S")
_ASIDE = re.compile(
    r"[#*_\s]*(?:initiatives?|tasks?|actions?|activities|how|ideas?|notes?|projects?|steps|to-?dos?"
    r"|risks?|dependencies|out of scope|background|why|context)\b",
    re.IGNORECASE,
)
"""What is listed below such a line is no key result."""
_LABEL = re.compile(r"\s*(?:#{1,6}\s|\*\*|[A-Z][\w ]{0,30}:\s*$)")


def is_read_whole(objective: Objective, document: Document) -> bool:
    """Whether nothing unread is listed between an objective and the next statement."""
    start = objective.prose.span.end
    end = _next_start(start, document)
    between = document.source[start:end].split("\n")
    if len(between) == 1 and end < len(document.source):
        return False  # another statement on the same line: whose key results follow is open
    if re.search(r"\w", between[0].partition("|")[2]):
        return False  # the other cells of its row say something
    aside = False
    for line in between[1:-1] if end < len(document.source) else between[1:]:
        if _LABEL.match(line):
            aside = _ASIDE.match(line) is not None
        elif _LISTED.match(line) and not aside and not set(line) <= set(" |:-"):
            return False
    return True


def _next_start(start: int, document: Document) -> int:
    """Where the next statement begins, or the document ends."""
    spans = [other.prose.span for other in document.objectives]
    spans += [key_result.prose.span for _, key_result in document.key_results()]
    return min((s.start for s in spans if s.start >= start), default=len(document.source))
