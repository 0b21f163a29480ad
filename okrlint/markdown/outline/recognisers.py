"""The shapes that okrlint knows. A new shape is one new module with `find`, and one line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from okrlint.markdown.outline import (
    dotted,
    front_matter,
    grouped,
    guardrails,
    implied,
    labelled,
    measured_by,
    mission,
    over_key_results,
    statement_below,
    table_key_results,
    table_labels,
    table_pairs,
    table_typed,
    under_objective,
)
from okrlint.markdown.outline.claim import Claim, Found
from okrlint.markdown.outline.deadlines import with_deadlines
from okrlint.markdown.outline.outline import Outline
from okrlint.markdown.outline.prefixes import with_prefixes
from okrlint.markdown.outline.references import without_details, without_references
from okrlint.markdown.outline.scored import with_scores
from okrlint.markdown.outline.settle import settle
from okrlint.markdown.outline.signed import with_owners

Stated = Callable[[Outline], Found]
"""Looks at a document and yields claims."""

Inferred = Callable[[Outline, Sequence[Claim]], Found]
"""The same, in the light of the settled claims of those before it."""

STATED: tuple[Stated, ...] = (
    front_matter.find,
    measured_by.find,
    labelled.find,
    statement_below.find,
    grouped.find,
    table_typed.find,
    table_labels.find,
    table_pairs.find,
    table_key_results.find,
    mission.find,
)
"""Shapes in which the author says what is what."""

INFERRED: tuple[Inferred, ...] = (
    dotted.find,
    under_objective.find,
    over_key_results.find,
    implied.find,
    guardrails.find,
)
"""Shapes told by what was stated near them, or by nothing but their place."""


def recognise(outline: Outline) -> list[Claim]:
    """All claims to the document, settled."""
    claims = settle(claim for find in STATED for claim in find(outline).claims)
    claims = without_details(outline, claims)
    for find in INFERRED:
        claims = settle((*claims, *find(outline, claims).claims))
    claims = without_references(outline, dotted.with_numbers(outline, claims))
    claims = with_scores(outline.source, with_prefixes(outline.tree, claims))
    return with_deadlines(outline, with_owners(outline.tree, claims))
