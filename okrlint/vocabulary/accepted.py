"""Where accepted terms stand in a source, so that nothing is found in them alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from okrlint.model import Span
from okrlint.terms import spot_terms
from okrlint.vocabulary.words import Vocabulary


def find_accepted(source: str, vocabulary: Vocabulary) -> Callable[[Span], bool]:
    """What tells whether a place lies in an accepted term or metric; cheap without any."""
    terms = (*vocabulary.accept, *vocabulary.metrics)
    places = [(start, end) for start, end, _ in spot_terms(terms).find(source)] if terms else []

    def accepted(span: Span) -> bool:
        at = bisect_right(places, (span.start, len(source)))
        return bool(at) and span.end <= places[at - 1][1]

    return accepted
