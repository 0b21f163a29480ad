"""What of all that rules found is told: what is sure enough, and each defect once.

Rules look at a statement apart, and what one says may follow from what another says: a task has no
number. A rule names those in `covers`; here, and nowhere else, it is decided who speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from okrlint.finding import Finding
from okrlint.model import Span
from okrlint.rule import Rule


def sift(
    kept: Sequence[Finding], found: Sequence[Finding], rules: Sequence[Rule], least: float
) -> tuple[list[Finding], list[Finding]]:
    """What is told, and what is left out because it is not sure enough.

    `found` is all that was found, `kept` what the author's comments left of it, `least` how sure
    a finding must be. What is not sure speaks for nothing else.
    """
    sure = without_repeats(
        [f for f in kept if f.certainty >= least], [f for f in found if f.certainty >= least], rules
    )
    unsure = without_repeats([f for f in kept if f.certainty < least], found, rules)
    return sure, unsure


def without_repeats(
    findings: Iterable[Finding], found: Sequence[Finding], rules: Iterable[Rule]
) -> list[Finding]:
    """The findings that no other finding about the same statement says already.

    `found` is what speaks: all that was found, also what the author's comments hide. A defect that
    somebody accepted under one name does not come back under another.
    """
    covers = {rule.name: rule.covers for rule in rules}
    names: dict[Span, set[str]] = {}
    for finding in found:
        if finding.about is not None:
            names.setdefault(finding.about, set()).add(finding.rule)
    quiet = {about: _covered(said, covers) for about, said in names.items() if len(said) > 1}
    return [f for f in findings if f.about is None or f.rule not in quiet.get(f.about, ())]


def _covered(names: set[str], covers: Mapping[str, Sequence[str]]) -> set[str]:
    """Which of the rules that spoke of a statement are covered by others that did.

    What a covered rule covers is covered too; of rules that cover each other the first stays.
    """
    quiet: set[str] = set()
    for name in covers:
        if name not in names or name in quiet:
            continue
        waiting = [name]
        while waiting:
            more = {n for n in covers.get(waiting.pop(), ()) if n in names and n != name} - quiet
            quiet |= more
            waiting += sorted(more)
    return quiet
