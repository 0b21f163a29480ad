"""Promises that are settled beforehand, by what a number is of: own pace, or others' deeds."""

from __future__ import annotations

from dataclasses import dataclass

from okrlint.language.promise.chunk import Chunk, after_bound
from okrlint.language.promise.claim import WORK
from okrlint.language.promise.facts import Facts, chunk_noun, noun_class
from okrlint.language.promise.order import MOVING
from okrlint.language.promise.word import Word
from okrlint.language.words import load_kind
from okrlint.reading import Evidence, Promise

_RELATIVE = ("that", "which")


@dataclass(frozen=True, slots=True)
class Settled:
    """A promise that needs no weighing, and the words that say so."""

    promise: Promise
    evidence: Evidence


def settle(facts: Facts) -> Settled | None:
    """The promise that needs no weighing; None for all others.

    "Raise the release cadence from 2 to 4 a month" paces one's own work, "a talk that wins
    40 members" is as good as the members it wins, and "MRR" is a measure, whatever its target.
    """
    if (measure := _find_bare_measure(facts)) is not None:
        return _settled(facts, Promise.OUTCOME, measure, measure, "the name of a measure")
    if not any(q.given for q in facts.quantities):
        return None
    if (pace := _find_pace(facts)) is not None:
        return _settled(facts, Promise.OUTPUT, pace, pace, "the pace of own work")
    if (brings := _find_brings(facts)) is not None:
        return _settled(facts, Promise.OUTCOME, brings, brings + 1, "what it has to bring")
    if (trained := _find_trained(facts)) is not None:
        return _settled(facts, Promise.OUTCOME, trained, trained, "people who are trained or found")
    verb = facts.frame.verb
    if verb is not None and _wins_people(facts):
        return _settled(facts, Promise.OUTCOME, verb, verb, "people who are won")
    return None


def _settled(facts: Facts, promise: Promise, first: int, last: int, says: str) -> Settled:
    words = facts.words
    return Settled(promise, Evidence(words[first].start, words[last].end, says))


def _find_bare_measure(facts: Facts) -> int | None:
    """The short name of a measure, in capitals, where nothing else is said: "MRR", "Net NPS"."""
    named = [at for at, word in enumerate(facts.words) if word.text.isalnum()]
    if facts.frame.verb is not None or not 0 < len(named) <= _FEW:
        return None
    last = named[-1]
    short = sum(char.isupper() for char in facts.words[last].text) > 1
    return last if short and noun_class(facts.frame, last) == "measure" else None


_FEW = 3


def _find_pace(facts: Facts) -> int | None:
    """The measure that is moved, or that the statement names, where it is the pace of own work."""
    frame = facts.frame
    moved = frame.object if frame.verb is not None and facts.verb in MOVING else None
    chunks = (chunk for chunk in (frame.subject, moved) if chunk is not None)
    return next((chunk.head for chunk in chunks if _names_pace(facts, chunk)), None)


def _names_pace(facts: Facts, chunk: Chunk) -> bool:
    words = [w.low for w in facts.words[chunk.start : chunk.head + 1] if not w.is_a("determiner")]
    return " ".join(words[-2:]) in load_kind("promise-settled", "pace")


def _find_brings(facts: Facts) -> int | None:
    """Where it is said that a thing one makes has to bring a number of people, or their deeds."""
    if not (facts.is_order and facts.verb in WORK and facts.frame.object is not None):
        return None
    words = facts.words
    for index in range(facts.frame.object.head, len(words) - 2):
        if words[index].low in _RELATIVE and _is_brings(words[index + 1]):
            number = after_bound(words, index + 2)
            counted = (q for q in facts.quantities if q.given and facts.index(q.start) == number)
            others = any(facts.counted(q) in ("people", "effect") for q in counted)
            return index if others else None
    return None


def _find_trained(facts: Facts) -> int | None:
    """Where people, one's own or others, are said to be trained, or posts to be filled."""
    subject, words = facts.frame.subject, facts.words
    if facts.is_order or subject is None:
        return None
    posts = words[subject.head].low in load_kind("promise-settled", "posts")
    if not posts and chunk_noun(facts.frame, subject) != "people":
        return None
    near = range(subject.head + 1, min(subject.head + 1 + _FEW, len(words)))
    known = ("filled",) if posts else load_kind("promise-settled", "trained")
    return next((at for at in near if words[at].low in known), None)


def _wins_people(facts: Facts) -> bool:
    """Whether a verb that works on things is said of people: "convert 20 guests to members"."""
    head = facts.frame.object
    if not facts.is_order or head is None:
        return False
    if facts.lemma == "fill":
        return facts.words[head.head].low in load_kind("promise-settled", "posts")
    wins = facts.lemma in load_kind("promise-settled", "wins")
    return wins and chunk_noun(facts.frame, head) == "people"


def _is_brings(word: Word) -> bool:
    known = load_kind("promise-settled", "brings")
    return not known.isdisjoint((word.low.removesuffix("s"), word.low.removesuffix("es")))
