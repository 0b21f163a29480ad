"""What a statement claims: the main verb's class, then its noun's, then what its number counts.

The decisions of a careful reader, asked in order. What each claim speaks for stands in the table of
weights, next to the other signs.
"""

from __future__ import annotations

from dataclasses import dataclass

from okrlint.language.promise.facts import GETTING, Facts
from okrlint.language.words import load_words
from okrlint.reading import Comparison, Measure, Quantity

WORK = frozenset(("make", "mend", "act", "find", "new", "serve"))
"""Verbs of one's own work, when they are ordered."""
STATES = frozenset(("measure", "quality", "effect"))


@dataclass(frozen=True, slots=True)
class Claim:
    """The main claim of a statement, by name, with the words that carry it."""

    name: str
    """Kind, class of noun and how it is counted, joined by colons: "work:artefact:counted"."""
    first: int
    """Index of the first word that carries it."""
    last: int


def find_claim(facts: Facts) -> Claim:
    """The main claim of a statement."""
    decide = {"clause": _clause, "state": _state, "phrase": _phrase}.get(facts.shape, _order)
    name = decide(facts)
    frame = facts.frame
    head = facts.head.head if facts.head is not None else frame.core
    verb = frame.verb if frame.verb is not None else head
    return Claim(name, min(verb, head), max(verb, head))


def how_much(facts: Facts) -> str:
    """How the main claim is counted: "counted", "level", "paced", "all" or "bare"."""
    found = [_kind(facts, q) for q in facts.main()]
    if "share" in found:
        return "share"
    if "level" in found:
        timed = (
            facts.verb in WORK
            and facts.is_order
            and all(q.measure is Measure.DURATION for q in facts.main())
        )
        return "timed" if timed else "level"
    if facts.cadence is not None:
        return "paced"
    if "counted" in found:
        return "counted"
    return "all" if "all" in found else "bare"


def _kind(facts: Facts, quantity: Quantity) -> str:
    if quantity.measure in (Measure.ALL, Measure.ORDINAL):
        return "all" if quantity.measure is Measure.ALL else "counted"
    if facts.is_share(quantity):
        return "share"
    if quantity.measure in (
        Measure.PERCENT,
        Measure.MONEY,
        Measure.POINTS,
        Measure.NONE,
        Measure.MULTIPLE,
    ):
        return "level"
    if quantity.baseline_start is not None or quantity.comparison in (
        Comparison.AT_MOST,
        Comparison.LESS_THAN,
    ):
        return "level"
    return "counted"


def _order(facts: Facts) -> str:
    verb, noun, much = facts.verb, facts.noun, how_much(facts)
    if _later_result(facts):
        return "work-and-result"
    if verb in ("attain", "hold"):
        return f"{verb}:{_group(noun)}:{'bare' if much == 'bare' else 'level'}"
    if verb in ("change", "better"):
        if noun in ("artefact", "activity", "thing", "name") and much in ("bare", "all"):
            return f"{verb}-own:{_group(noun)}:{much}"
        head = facts.head
        if head is not None and facts.words[head.head].low in ("number", "count", "share"):
            return f"change-number:{_group(noun)}:{much}"
        if noun in ("artefact", "activity") or _counted(facts) in ("artefact", "activity"):
            return f"change-count:{_group(noun)}:{much}"
        return f"{verb}:state:{much}"
    if verb == "light" or facts.lemma in GETTING:
        if _done_after(facts):
            return f"get-done:work:{much}"
        return f"get:{_group(_counted(facts) or noun)}:{much}"
    return f"{'work' if verb in WORK else 'work-' + verb}:{_group(noun)}:{much}"


def _clause(facts: Facts) -> str:
    verb, subject, much = facts.verb, facts.subject, how_much(facts)
    if subject in ("people", "own"):
        who = "we" if _is_own_people(facts) else "they"
        return f"{who}-{'work' if verb in WORK else verb}:people:{much}"
    if subject in STATES:
        return f"{_move(verb)}:{subject}:{much}"
    if verb == "state":
        return f"there:{_group(subject)}:{much}"
    if verb in ("quality", "at", "amount") or verb.startswith("is"):
        kind = "noun" if verb.startswith("is") else verb
        return f"is-{kind}:{_group(subject)}:{much}"
    if facts.lemma in load_words("telling"):
        return f"tells:{_group(subject)}:{much}"
    return f"does-{'work' if verb in WORK else verb}:{_group(subject)}:{much}"


def _state(facts: Facts) -> str:
    verb, much = facts.verb, how_much(facts)
    what = "done" if verb in WORK or verb in ("state", "light") else "done-" + verb
    who = "-by-others" if _agent(facts) else ""
    return f"{what}{who}:{_group(facts.subject)}:{much}"


def _phrase(facts: Facts) -> str:
    first = facts.words[facts.frame.core] if facts.words else None
    if first is not None and (first.tag in ("JJR", "RBR") or first.is_a("degree")):
        return f"degree:{_group(facts.subject)}:bare"
    return f"named:{facts.subject}:{how_much(facts)}"


def _group(noun: str) -> str:
    if noun in ("artefact", "activity", "people", "effect", "measure", "quality", "own"):
        return noun
    return "thing"


def _counted(facts: Facts) -> str | None:
    for quantity in facts.main():
        if quantity.measure is Measure.COUNT:
            kind = facts.counted(quantity)
            return None if kind == "none" else kind
    return None


def _later_result(facts: Facts) -> bool:
    for index in facts.frame.others:
        verb = facts.words[index].verb
        moved = (
            verb is not None
            and verb.lemma in ("bring", "get", "take", "push")
            and any(
                w.low in ("down", "up", "in", "below", "above", "under", "to")
                for w in facts.words[index + 2 : index + 7]
            )
        )
        if verb is not None and (
            moved or verb.lemma in ("see", "draw") or verb.kind in ("attain", "change", "hold")
        ):
            return any(facts.index(q.start) > index for q in facts.quantities)
    return False


def _done_after(facts: Facts) -> bool:
    frame = facts.frame
    if frame.object is None:
        return False
    for word in facts.words[frame.object.start : min(frame.object.end + 2, facts.side)]:
        if (
            word.verb is not None
            and word.verb.form == "ed"
            and word.verb.kind in WORK | {"light"}
            and word.start > facts.words[frame.object.start].start
        ):
            return word.tag in ("VBN", "VBD")
    return False


def _is_own_people(facts: Facts) -> bool:
    """Whether the subject is the author's own people: we, our team, each manager every week."""
    words, core = facts.words, facts.frame.core
    first = words[core].low
    if first in ("our", "my"):
        return True
    if facts.cadence is not None and first in ("each", "every", "everyone", "all"):
        return True
    own = facts.subject == "own" and facts.head is not None
    return own and facts.head is not None and not words[facts.head.head].low.endswith("s")


def _agent(facts: Facts) -> bool:
    words = facts.words
    for i in range(len(words) - 1):
        if words[i].low == "by" and not words[i + 1].is_time:
            return any(w.noun == "people" for w in words[i + 1 : i + 6])
    return False


def _move(verb: str) -> str:
    moving = verb in ("change", "attain", "hold", "at", "amount", "behave")
    return "moves" if moving else f"state-{verb}"
