"""Puts what rules and reader decide together into the reading of a statement."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from okrlint.language.together.signs import QUESTIONS, Seen
from okrlint.language.together.weigh import decide
from okrlint.reading import Decision, Evidence, Measure, When, WhenKind

WHOLE_COMPOUND = "asks for more than one result"
WHOLE_VAGUE = "no defined degree or quality"


def decide_all(seen: Seen) -> dict[str, Decision]:
    """The answer to every question, by its name."""
    decided = {name: decide(name, find(seen)) for name, find in QUESTIONS.items()}
    if any(w.kind is WhenKind.DEADLINE and _STRETCH.match(w.text) for w in seen.whens):
        decided["date"] = Decision("date", True, _SETTLED, ("a stretch that ends",))
    multiple = any(q.measure is Measure.MULTIPLE for q in seen.given)
    plain = multiple or seen.judgement.vague < _NEITHER
    if decided["vague"].answer and not seen.vague and plain:
        says = "a change by a multiple" if multiple else "neither sees it"
        decided["vague"] = Decision("vague", False, _UNLIKELY, (says,))
    if decided["compound"].answer and not seen.compound and seen.judgement.compound < _NEITHER:
        decided["compound"] = Decision("compound", False, _UNLIKELY, ("neither sees it",))
    return decided


_NEITHER = 0.1
"""What the rules have no words for, and the reader is so sure is not there, is not there: other
signs alone, such as a rate, say nothing."""
_STRETCH = re.compile(r"(?:all|during|for|in|over|throughout|within)\s", re.IGNORECASE)
"""What leads in a stretch that ends, and is a deadline wherever the rules know it for one, as "all
quarter". Words behind "before" may be a condition, so there the reader is asked."""
_SETTLED, _UNLIKELY = 0.9, 0.1
"""How likely yes is where it is settled beforehand."""


def settle_evidence(
    found: Sequence[Evidence], decided: Decision, text: str, whole: str
) -> tuple[Evidence, ...]:
    """What the rules found, the whole statement where they found nothing; none for a no."""
    if not decided.answer:
        return ()
    return tuple(found) or (Evidence(0, len(text), whole),)


_ANSWERED = {"date": WhenKind.DEADLINE, "cadence": WhenKind.CADENCE}
"""Each question of time with what its words are when the answer is yes."""
_INSTEAD = {
    WhenKind.DEADLINE: (WhenKind.ATTRIBUTE, (WhenKind.ATTRIBUTE, WhenKind.WINDOW)),
    WhenKind.CADENCE: (WhenKind.WINDOW, (WhenKind.ATTRIBUTE,)),
}
"""What the words are when the answer is no, and which others may take their place for a yes."""


def settle_whens(whens: Sequence[When], decided: Mapping[str, Decision]) -> tuple[When, ...]:
    """The date words, each kind as was decided together.

    A no makes deadlines attributes and cadences windows of the measure. A yes where the rules see
    none takes the words that come nearest; where there are no such words, nothing can be named.
    """
    settled = list(whens)
    for question, kind in _ANSWERED.items():
        other, candidates = _INSTEAD[kind]
        if not decided[question].answer:
            settled = [replace(w, kind=other) if w.kind is kind else w for w in settled]
        elif not any(w.kind is kind for w in settled):
            place = _nearest(settled, candidates, question)
            if place is not None:
                settled[place] = replace(settled[place], kind=kind)
    return tuple(settled)


def _nearest(whens: Sequence[When], kinds: Sequence[WhenKind], question: str) -> int | None:
    """The last words of these kinds that name a time, or an interval where a cadence is asked."""
    interval = question == "cadence"
    fitting = [n for n, w in enumerate(whens) if w.kind in kinds and interval == (not _named(w))]
    return fitting[-1] if fitting else None


def _named(when: When) -> bool:
    return when.latest is not None or when.event is not None or when.kind is WhenKind.WINDOW
