"""The words that decided, with what they say, for people."""

from __future__ import annotations

from okrlint.language.promise.weigh import Verdict
from okrlint.reading import Evidence

MOST = 3
"""How many pieces of evidence a reading names at most."""


def find_evidence(verdict: Verdict) -> tuple[Evidence, ...]:
    """The strongest signs of a verdict, one for each place in the statement."""
    evidence: list[Evidence] = []
    for sign in verdict.deciding:
        clash = any(e.start < sign.end and sign.start < e.end for e in evidence)
        if not clash and sign.start < sign.end:
            evidence.append(Evidence(sign.start, sign.end, sign.name))
        if len(evidence) == MOST:
            break
    return tuple(sorted(evidence, key=lambda e: e.start))
