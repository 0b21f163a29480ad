"""The signs in a statement that speak for an outcome, an output or a task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from okrlint.language.promise.chunk import Chunk
from okrlint.language.promise.claim import find_claim
from okrlint.language.promise.facts import Facts, chunk_noun, find_facts, noun_class
from okrlint.language.promise.frame import Frame
from okrlint.language.promise.sign import Sign
from okrlint.language.promise.sign import sign_of_word as sign
from okrlint.language.promise.sign_numbers import find_number_signs
from okrlint.language.words import load_words
from okrlint.reading import Measure, Quantity, When

_TELLING_CLASSES = ("people", "measure", "effect", "own", "quality")
_SAME = {"an": "a", "my": "our"}


def find_signs(
    frame: Frame, quantities: Sequence[Quantity], whens: Sequence[When]
) -> tuple[Sign, ...]:
    """All signs of a statement, each name once."""
    if not frame.words:
        return ()
    facts = find_facts(frame, quantities, whens)
    found: dict[str, Sign] = {}
    for one in chain(
        _find_claim_sign(facts),
        _find_verb_signs(facts),
        _find_noun_signs(facts),
        find_number_signs(facts),
        _find_word_signs(facts),
        _find_joined_signs(facts),
    ):
        found.setdefault(one.name, one)
    return tuple(found.values())


def _find_claim_sign(facts: Facts) -> Iterator[Sign]:
    claim = find_claim(facts)
    yield sign(f"claim={claim.name}", facts.words, claim.first, claim.last)


def _find_verb_signs(facts: Facts) -> Iterator[Sign]:
    frame, words = facts.frame, facts.words
    yield sign(f"form={frame.form.value}", words, frame.core)
    if frame.verb is None:
        return
    yield sign(f"verb={facts.shape}:{facts.verb}", words, frame.verb)
    if facts.passive:
        yield sign("passive", words, frame.verb)
    yield sign(f"lemma={facts.shape}:{facts.lemma}", words, frame.verb)


def _find_noun_signs(facts: Facts) -> Iterator[Sign]:
    frame, words = facts.frame, facts.words
    for role, chunk in (("subject", frame.subject), ("object", frame.object)):
        if chunk is None:
            continue
        noun = chunk_noun(frame, chunk)
        yield sign(f"{role}={noun}", words, chunk.head)
        yield sign(f"{role}={facts.shape}:{noun}", words, chunk.head)
        if frame.verb is not None:
            yield sign(f"{role}+verb={noun}:{facts.shape}:{facts.verb}", words, frame.verb)
        if chunk.of is not None:
            yield sign(f"{role}-of={noun_class(frame, chunk.of)}", words, chunk.of)
        yield from _find_signs_inside(facts, role, chunk)
    if frame.subject is not None and frame.object is not None:
        pair = (noun_class(frame, frame.subject.head), noun_class(frame, frame.object.head))
        yield sign(f"subject+object={pair[0]}:{pair[1]}", words, frame.object.head)


def _find_signs_inside(facts: Facts, role: str, chunk: Chunk) -> Iterator[Sign]:
    words = facts.words
    first = words[chunk.start]
    if first.is_a("starter"):
        yield sign(f"{role}-starts={_SAME.get(first.low, first.low)}", words, chunk.start)
    if first.is_a("comparative") or (first.tag == "JJR" and not first.is_number):
        yield sign(f"{role}-comparative", words, chunk.start)
    for i in range(chunk.start, chunk.end):
        if i != chunk.head and words[i].noun in _TELLING_CLASSES:
            yield sign(f"{role}-has={words[i].noun}", words, i)
        if words[i].low in ("our", "my"):
            yield sign(f"{role}-own", words, i)


def _find_word_signs(facts: Facts) -> Iterator[Sign]:
    """Signs of single words, wherever they stand in the main claim."""
    words, core = facts.words, facts.frame.core
    for i in range(core, min(facts.side, len(words))):
        word = words[i]
        if word.is_a("comparative"):
            yield sign("comparative", words, i)
            yield sign(f"comparative:{facts.shape}", words, i)
        if word.low in ("can", "able"):
            yield sign("can", words, i)
        if word.low == "by":
            yield from _find_agent(facts, i + 1)
        counts = word.low in load_words("counting")
        if word.noun in _TELLING_CLASSES and word.noun != "own" and not counts and not word.when:
            yield sign(f"names={word.noun}", words, i)
    if words[core].tag in ("JJR", "RBR"):
        yield sign("starts-comparative", words, core)
    if words[core].is_a("total"):
        yield sign(f"starts={words[core].low}", words, core)


def _find_agent(facts: Facts, start: int) -> Iterator[Sign]:
    for i in range(start, min(start + 6, len(facts.words))):
        if facts.words[i].noun == "people":
            yield sign("by-people", facts.words, i)
        if facts.words[i].noun is not None and facts.words[i].low != "%":
            return


def _find_joined_signs(facts: Facts) -> Iterator[Sign]:
    """Signs of the further orders: what they do, and whether a number stands with them."""
    words, others = facts.words, facts.frame.others
    for index in others:
        verb = words[index].verb
        if verb is None:
            continue
        until = next((i for i in others if i > index), len(words))
        numbers = (q for q in facts.quantities if q.measure is not Measure.ALL)
        counted = any(index < facts.index(q.start) < until for q in numbers)
        how = "counted" if counted else "plain"
        yield sign(f"also={verb.kind}:{how}", words, index)
        yield sign(f"also={how}", words, index)
