"""Which statements nobody can act on: what is over, and the forms of a page of examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.language.quantity.placeholders import find_placeholders
from okrlint.model import Document, Nature, Span

_OLD = r"(?:past|previous|prior|earlier|former|old|archived?|completed|finished|closed)"
_OVER = re.compile(
    rf"\W*{_OLD}\s(?:(?:team|company|quarterly|yearly)\s)?"
    r"(?:okrs?|objectives?|goals?|quarters?|cycles?|years?|seasons?|sprints?)\W*"
    r"|\W*(?:archived?|history|past|previous)\W*",
    re.IGNORECASE,
)

_SLOT = re.compile(
    r"\{[^{}\n]{1,40}\}|<[a-z][^<>\n]{1,40}>"
    r"|\[(?!(?:date|day|deadline|week|month|quarter|year)\b)[a-z][^\[\]\n]{1,40}\]",
    re.IGNORECASE,
)
"""What a form leaves open beside numbers: "Launch {feature}"; "by [date]" leaves nothing else."""


def find_idle(document: Document) -> Iterator[Span]:
    """Yield where the prose of each objective and key result stands that nobody can act on.

    What stands under a heading such as "Past OKRs" is over; "Raise [measure] to [target]" among
    examples is there to be filled in by others.
    """
    examples = document.nature is Nature.EXAMPLES
    for objective in document.objectives:
        over = any(map(_OVER.fullmatch, objective.section))
        statements = (objective.prose, *(one.prose for one in objective.key_results))
        for prose in statements:
            if over or (examples and _is_form(prose.text)):
                yield prose.span


def _is_form(text: str) -> bool:
    return _SLOT.search(text) is not None or any(find_placeholders(text))
