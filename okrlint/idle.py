"""Which statements nobody is to act on: the forms of a page of examples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.language.quantity.placeholders import find_placeholders
from okrlint.model import Document, Nature, Span

_SLOT = re.compile(
    r"\{[^{}\n]{1,40}\}|<[a-z][^<>\n]{1,40}>"
    r"|\[(?!(?:date|day|deadline|week|month|quarter|year)\b)[a-z][^\[\]\n]{1,40}\]",
    re.IGNORECASE,
)
"""What a form leaves open beside numbers: "Launch {feature}"; "by [date]" leaves nothing else."""


def find_idle(document: Document) -> Iterator[Span]:
    """Yield where the prose of each form on a page of examples stands.

    "Raise [measure] to [target]" is there to be filled in by others.
    """
    if document.nature is not Nature.EXAMPLES:
        return
    for objective in document.objectives:
        for prose in (objective.prose, *(one.prose for one in objective.key_results)):
            if _is_form(prose.text):
                yield prose.span


def _is_form(text: str) -> bool:
    return _SLOT.search(text) is not None or any(find_placeholders(text))
