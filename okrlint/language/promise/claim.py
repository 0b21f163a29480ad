"""What a statement claims: the main verb's class, then its noun's, then what its number counts.

This is the reading of a linguist in one table of decisions. Each claim has a name, and the
promise it stands for when nothing else is known (`promise-claims.txt`).
"""

from __future__ import annotations

from dataclasses import dataclass

from okrlint.language.promise.facts import Facts
from okrlint.language.words import load_words
from okrlint.reading import Comparison, Measure, Quantity

WORK = frozenset(("make", "mend", "act", "find", "new", "serve"))
"""Verbs of one's own work, when they are ordered."""
OTHERS = frozenset(("people", "effect"))
STATES = frozenset(("measure", "quality", "effect"))
THINGS = frozenset(("artefact", "activity", "thing", "name", "number", "none", "own"))


@dataclass(frozen=True, slots=True)
class Claim:
    """The main claim of a statement, by name, with the words that carry it."""

    name: str
    first: int
    """Index of the first word that carries it."""
    last: int


def find_claim(facts: Facts) -> Claim:
    """The main claim of a statement."""
    name = {"order": _order, "clause": _clause, "state": _state}.get(facts.shape, _phrase)(facts)
    frame = facts.frame
    at = frame.verb if frame.verb is not None else (facts.head.head if facts.head else frame.core)
    return Claim(name, at, at)


def how_much(facts: Facts) -> str:
    """How the main claim is counted: "counted", "level", "paced", "all" or "bare"."""
    found = [_kind(facts, q) for q in facts.main()]
    if "level" in found:
        return "level"
    if facts.cadence is not None:
        return "paced"
    if "counted" in found:
        return "counted"
    return "all" if "all" in found else "bare"


def _kind(facts: Facts, quantity: Quantity) -> str:
    if quantity.measure in (Measure.ALL, Measure.ORDINAL):
        return "all" if quantity.measure is Measure.ALL else "counted"
    if quantity.measure in (Measure.PERCENT, Measure.MONEY, Measure.POINTS, Measure.NONE, Measure.MULTIPLE):
        return "level"
    if quantity.baseline_start is not None or quantity.comparison in (Comparison.AT_MOST, Comparison.LESS_THAN):
        return "level"
    return "counted"


def _order(facts: Facts) -> str:
    verb, noun, much = facts.verb, facts.noun, how_much(facts)
    if _later_result(facts):
        return "work and a counted result"
    if verb in ("attain", "hold"):
        if much == "bare":
            return f"bare {verb}: {_group(noun)}"
        return f"{verb}s: {_group(noun)}"
    if verb in ("change", "better"):
        if noun in ("artefact", "activity", "thing", "name") and much in ("bare", "all"):
            return f"betters own {noun}" if verb == "better" else f"changes {noun}"
        if noun in ("artefact", "activity") or _counts_own(facts):
            return "changes the count of own work"
        return f"{verb}s a state, {much}"
    if verb == "light" or facts.lemma in ("add", "bring", "put", "take on"):
        done = _done_after(facts)
        if done:
            return f"gets work done, {much}"
        return f"gets {_group(_counted(facts) or noun)}, {much}"
    kind = "own work" if verb in WORK else f"own {verb}"
    return f"{kind} on {_group(noun)}, {much}"


def _clause(facts: Facts) -> str:
    verb, subject, much = facts.verb, facts.subject, how_much(facts)
    if subject in ("people", "own"):
        who = "own people" if _is_own_people(facts) else "people"
        what = "work" if verb in WORK else verb
        return f"{who} {what}, {much}"
    if subject in STATES:
        return f"a {subject} {_move(verb)}, {much}"
    if verb in ("state",):
        return f"a {_group(subject)} is there, {much}"
    if verb in ("quality", "at", "amount") or verb.startswith("is"):
        return f"a {_group(subject)} is {verb if not verb.startswith('is') else 'noun'}, {much}"
    if facts.lemma in load_words("telling"):
        return f"a {_group(subject)} tells or lets, {much}"
    return f"a {_group(subject)} does {'work' if verb in WORK else verb}, {much}"


def _state(facts: Facts) -> str:
    verb, subject, much = facts.verb, facts.subject, how_much(facts)
    who = "by others " if _agent(facts) else ""
    what = "done" if verb in WORK or verb in ("state", "light") else verb
    return f"{_group(subject)} {what} {who}, {much}".replace(" ,", ",")


def _phrase(facts: Facts) -> str:
    much = how_much(facts)
    first = facts.words[facts.frame.core] if facts.words else None
    if first is not None and (first.tag in ("JJR", "RBR") or first.low in ("no", "zero", "fewer", "more", "less", "better")):
        return f"more or less {_group(facts.subject)}"
    return f"a {facts.subject} named, {much}"


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


def _counts_own(facts: Facts) -> bool:
    return _counted(facts) in ("artefact", "activity")


def _later_result(facts: Facts) -> bool:
    for index in facts.frame.others:
        verb = facts.words[index].verb
        moved = verb is not None and verb.lemma in ("bring", "get", "take", "drive", "push") and any(
            w.low in ("down", "up", "below", "above", "under", "to") for w in facts.words[index + 2 : index + 7]
        )
        if verb is not None and (moved or verb.kind in ("attain", "change", "hold")):
            return any(facts.index(q.start) > index for q in facts.quantities)
    return False


def _done_after(facts: Facts) -> bool:
    frame = facts.frame
    if frame.object is None:
        return False
    for word in facts.words[frame.object.start : min(frame.object.end + 2, facts.side)]:
        if word.verb is not None and word.verb.form == "ed" and word.verb.kind in WORK | {"light"} and word.start > facts.words[frame.object.start].start:
            return word.tag in ("VBN", "VBD") or word.will in ("VBN", "VBD")
    return False


def _is_own_people(facts: Facts) -> bool:
    """Whether the subject is the author's own people: we, our team, each manager every week."""
    words, core = facts.words, facts.frame.core
    first = words[core].low
    if first in ("i", "we", "our", "my") or first.startswith(("we'", "i'")):
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
    return "moves" if verb in ("change", "attain", "hold", "at", "amount", "behave") else "is " + verb
