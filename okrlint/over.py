"""Which statements of a document are over: those under a heading such as "Past OKRs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.model import Document, Span

_OLD = r"(?:past|previous|prior|earlier|former|old|archived?|completed|finished|closed)"
_OVER = re.compile(
    rf"\W*{_OLD}\s(?:(?:team|company|quarterly|yearly)\s)?"
    r"(?:okrs?|objectives?|goals?|quarters?|cycles?|years?|seasons?|sprints?)\W*"
    r"|\W*(?:archived?|history|past|previous)\W*",
    re.IGNORECASE,
)


def find_over(document: Document) -> Iterator[Span]:
    """Yield where the prose of each objective and key result stands that is over."""
    for objective in document.objectives:
        if any(map(_OVER.fullmatch, objective.section)):
            yield objective.prose.span
            yield from (key_result.prose.span for key_result in objective.key_results)
