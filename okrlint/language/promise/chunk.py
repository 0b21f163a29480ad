"""Noun phrases of a statement: where one ends, and which word is its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.language.promise.word import Word

STOPS = frozenset(
    "under above below over within without between by via with from to than that which who whom whose"
    " where when while if because so once after before until till during through per into onto in on"
    " at for as against across among about toward towards upon off out up down around is are was were"
    " be been being am has have had do does did will would should must can could may might cannot"
    " not no never also still only then plus minus vs versus using except including like".split()
)
"""Words that end a noun phrase; prepositions, auxiliaries, clause openers."""

AUXILIARIES = frozenset(
    "is are was were be been being am has have had will would should must can could may might".split()
)
DETERMINERS = frozenset(
    "the a an our my your their its his her this that these those all each every both any some another"
    " no zero half".split()
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase as a range of word indices, half-open."""

    start: int
    end: int
    head: int
    """The last noun before any "of"."""
    of: int | None = None
    """The head of the phrase after "of"; None without one."""
    heads: tuple[int, ...] = ()
    """The heads of all phrases joined by "and" or "or"."""


def find_chunk(words: Sequence[Word], start: int, *, verbs: bool, use_will: bool) -> Chunk | None:
    """The noun phrase that begins at `start`; `verbs`: whether a verb ends it."""
    head: int | None = None
    heads: list[int] = []
    of_head: int | None = None
    in_of = False
    index = start
    while index < len(words):
        word = words[index]
        low = word.low
        if low == "of" and index > start:
            in_of, index = True, index + 1
            continue
        if index > start and _ends(words, index, start, verbs, use_will):
            break
        if low in ("and", "or", "&", ","):
            if head is not None and not in_of:
                heads.append(head)
        elif is_nominal(word, use_will):
            if in_of:
                of_head = index
            else:
                head = index
        index += 1
    if index == start:
        return None
    while index > start + 1 and words[index - 1].low in ("and", "or", ",", "&"):
        index -= 1
    if head is None:
        head = of_head if of_head is not None else index - 1
    return Chunk(start, index, head, of_head, (*(h for h in heads if h != head), head))


def is_nominal(word: Word, use_will: bool) -> bool:
    """Whether the word can be the head of a noun phrase."""
    tag = word.will if use_will else word.tag
    return tag.startswith("NN") or (word.noun is not None and tag not in ("IN", "DT", "RB", "MD"))


def _ends(words: Sequence[Word], index: int, start: int, verbs: bool, use_will: bool) -> bool:
    word = words[index]
    low = word.low
    if low in STOPS:
        return True
    if word.is_time and not (low.endswith("ly") and index + 1 < len(words)):
        return True
    if not any(c.isalnum() for c in low) and low not in (
        ",",
        "&",
        "-",
        "/",
        "'",
        '"',
        "“",
        "”",
        "#",
        "%",
        "$",
        "€",
        "£",
    ):
        return True
    if low == ",":
        return not _list_goes_on(words, index)
    if word.tag == "VBG" and word.verb is not None and words[index - 1].noun is not None:
        after = words[index + 1] if index + 1 < len(words) else None
        if after is None or after.low in STOPS | DETERMINERS or after.is_number:
            return True
    if low in ("and", "or", "&"):
        after = words[index + 1] if index + 1 < len(words) else None
        return after is not None and is_base_verb(after)
    return verbs and index > start and is_predicate(words, index, use_will)


def _list_goes_on(words: Sequence[Word], index: int) -> bool:
    rest = words[index + 1 : index + 7]
    if not rest or is_base_verb(rest[0]) or rest[0].low in STOPS or rest[0].low == "and":
        return False
    return any(w.low in ("and", "or", ",") for w in rest)


def is_base_verb(word: Word) -> bool:
    """Whether the word, alone, opens another imperative ("and reach ...")."""
    return (
        word.verb is not None
        and word.verb.form == "base"
        and word.verb.noun != "mostly"
        and (word.verb.noun == "" or word.will.startswith("VB") or word.tag.startswith("VB"))
    )


def is_predicate(words: Sequence[Word], index: int, use_will: bool) -> bool:
    """Whether the word is the verb of the noun phrase before it."""
    word = words[index]
    tag = word.will if use_will else word.tag
    before = words[index - 1]
    if before.low in DETERMINERS or before.low in ("of", "and", "or", "a", "an", "the", "to"):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if word.verb is None:
        return _unknown_is_predicate(word, after, tag)
    if word.verb.form == "ed":
        attributive = after is not None and is_nominal(after, use_will) and not after.is_number and not after.is_time
        return not attributive if tag.startswith(("JJ", "VBN", "NN")) else tag.startswith("VB") or not attributive
    if word.verb.form == "s":
        if word.noun is not None and after is not None and after.is_time:
            return False
        return tag == "VBZ" or (word.noun is None and _object_follows(words, index))
    if word.verb.form == "ing":
        return tag == "VBG" and before.noun is not None and (after is None or not is_nominal(after, use_will) or after.is_number)
    plural = before.tag in ("NNS", "NNPS", "PRP", "RB") or (before.low.endswith("s") and before.noun is not None)
    if plural and after is not None and (after.low in ("the", "a", "an", "our", "us", "it", "them", "their") and not after.is_time):
        return True
    if tag in ("VBP", "VBZ", "VBD"):
        return plural or before.tag in ("NN", "NNP")
    clear = word.verb.noun == "" or _object_follows(words, index)
    return plural and word.noun is None and clear and tag in ("VB", "NN", "JJ", "RB")


def _unknown_is_predicate(word: Word, after: Word | None, tag: str) -> bool:
    if word.noun is not None or not word.text.islower() or "-" in word.text:
        return False
    if word.low.endswith("ed") and after is not None and is_nominal(after, False):
        return False
    third = word.low.endswith("s") and not word.low.endswith("ss")
    if third and after is not None and after.low in DETERMINERS and not after.is_time:
        return True
    return tag in ("VBZ", "VBP", "VBD", "VBN", "MD")


def _object_follows(words: Sequence[Word], index: int) -> bool:
    after = words[index + 1] if index + 1 < len(words) else None
    if after is not None and after.is_time:
        return False
    return after is None or after.low in STOPS or after.low in DETERMINERS or after.is_number


_BOUNDS = frozenset("at least most no fewer more less than up to over under about around nearly roughly another just only ≥ ≤ > < >= <= ~ not".split())


def after_bound(words: Sequence[Word], index: int) -> int:
    """The index after "at least", "no fewer than", "≥" and the like, where a quantity follows."""
    i = index
    while i < len(words) and words[i].low in _BOUNDS and i < index + 4:
        i += 1
    return i if i < len(words) and i > index and (words[i].is_number or words[i].amount is not None) else index
