"""What sort of key result the author marked it as: committed, aspirational, learning, health."""

from __future__ import annotations

import re
from enum import Enum

from okrlint.model import KeyResult, Objective


class Kind(str, Enum):
    """How a key result wants to be judged; a field of the document says so, nothing is guessed.

    >>> document = parse(PAGE.replace("owner: Mia", "stretch"))
    >>> (objective,) = document.objectives
    >>> Context(document).kind(objective.key_results[0])
    <Kind.ASPIRATIONAL: 'aspirational'>
    """

    COMMITTED = "committed"
    """Promised in full, so no stretch: "committed", "roofshot"."""
    ASPIRATIONAL = "aspirational"
    """Aims higher than is likely: "aspirational", "stretch", "moonshot"."""
    LEARNING = "learning"
    """Finds something out, so the answer is the result: "learning", "discovery", "experiment"."""
    HEALTH = "health"
    """A limit that must hold while other things change: "health", "guardrail", "counter metric"."""


_WORDS = (
    (Kind.COMMITTED, re.compile(r"\b(?:commit(?:ted|ment)?|roof ?shot)\b")),
    (Kind.ASPIRATIONAL, re.compile(r"\b(?:aspirational|aspiration|stretch|moon ?shot)\b")),
    (Kind.LEARNING, re.compile(r"\b(?:learning|discovery|experiment(?:al)?)\b")),
    (Kind.HEALTH, re.compile(r"\b(?:health|guard ?rail|counter[- ]?metric)\b")),
)
_INHERITED = (Kind.COMMITTED, Kind.ASPIRATIONAL)
"""An objective is a promise or a dream with all that is below it. "Objective 2 (Learning)" and
"(Health)" name an area of life as often, so these two count on the key result alone."""


def kind_of(statement: KeyResult | Objective, parent: Objective | None = None) -> Kind | None:
    """The kind that a statement is marked as, else its objective; None when nothing says so.

    A mark that names two ("committed or aspirational", a template's choice) says nothing.
    """
    own = _kind(statement)
    if own or parent is None or statement.field("kind"):
        return own
    above = _kind(parent)
    return above if above in _INHERITED else None


def _kind(statement: KeyResult | Objective) -> Kind | None:
    field = statement.field("kind")
    if field is None:
        return None
    words = field.text.casefold()
    found = [kind for kind, pattern in _WORDS if pattern.search(words)]
    return found[0] if len(found) == 1 else None
