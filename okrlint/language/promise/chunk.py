"""Noun phrases of a statement: where one ends, and which word is its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.language.promise.predicate import is_predicate
from okrlint.language.promise.word import Word, word_at

_AND = ("and", "or", "&", ",")
_INSIDE = frozenset(",&-/'\"“”#%$€£")
"""Marks that do not end a noun phrase."""
_BOUND_MARKS = ("≥", "≤", ">", "<", "~")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase as a range of word indices, half-open."""

    start: int
    end: int
    head: int
    """The last noun before any "of"."""
    of: int | None = None
    """The head of the phrase after "of"; None without one."""


def find_chunk(words: Sequence[Word], start: int, *, verbs: bool = False) -> Chunk | None:
    """The noun phrase that begins at `start`; `verbs`: whether a verb ends it."""
    head = of_head = None
    in_of = False
    index = start
    while index < len(words):
        word = words[index]
        if word.low == "of" and index > start:
            in_of, index = True, index + 1
            continue
        if index > start and _ends(words, index, verbs=verbs):
            break
        if word.low not in _AND and word.is_nominal:
            head, of_head = (head, index) if in_of else (index, of_head)
        index += 1
    if index == start:
        return None
    while index > start + 1 and words[index - 1].low in _AND:
        index -= 1
    if head is None:
        head = of_head if of_head is not None else index - 1
    return Chunk(start, index, head, of_head)


def _ends(words: Sequence[Word], index: int, *, verbs: bool) -> bool:
    word = words[index]
    after = word_at(words, index + 1)
    if word.is_a("stop"):
        return True
    if word.is_time and not (word.low.endswith("ly") and after is not None):
        return True
    if word.is_mark and word.low not in _INSIDE:
        return True
    if word.low == ",":
        return not _list_goes_on(words, index)
    if _is_doing(word, words[index - 1], after):
        return True
    if word.low in ("and", "or", "&"):
        return after is not None and after.opens_order
    return verbs and is_predicate(words, index)


def _is_doing(word: Word, before: Word, after: Word | None) -> bool:
    """Whether it is what the noun before it does: "households drinking from ..."."""
    if word.tag != "VBG" or word.verb is None or before.noun is None:
        return False
    return after is None or after.is_a("stop") or after.is_a("determiner") or after.is_number


def _list_goes_on(words: Sequence[Word], index: int) -> bool:
    rest = words[index + 1 : index + 7]
    if not rest or rest[0].opens_order or rest[0].is_a("stop") or rest[0].low == "and":
        return False
    return any(w.low in ("and", "or", ",") for w in rest)


def after_bound(words: Sequence[Word], index: int) -> int:
    """The index after "at least", "no fewer than", "≥" and the like, where a quantity follows."""
    i = index
    while i < min(len(words), index + 4) and (
        words[i].is_a("bound") or words[i].low in _BOUND_MARKS
    ):
        i += 1
    number = word_at(words, i)
    bounds = number is not None and (number.is_number or number.amount is not None)
    return i if bounds else index
