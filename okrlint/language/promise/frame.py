"""The bones of a statement: its form, its main verb, who and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from okrlint.language.promise.chunk import (
    AUXILIARIES,
    DETERMINERS,
    STOPS,
    Chunk,
    after_bound,
    find_chunk,
    is_base_verb,
    is_nominal,
    is_predicate,
)
from okrlint.language.promise.opening import find_core, is_order
from okrlint.language.promise.word import Word
from okrlint.language.words import load_words


class Form(str, Enum):
    """The shape of a statement."""

    ORDER = "order"
    """An imperative: "Launch the beta"."""
    DOING = "doing"
    """A gerund: "Launching the beta"."""
    DONE = "done"
    """A past form without a subject: "Launched the beta"."""
    CLAUSE = "clause"
    """A sentence with subject and verb: "The beta is live", "Users trust it"."""
    STATE = "state"
    """A noun phrase with a bare participle or state: "Beta launched", "Guide available"."""
    PHRASE = "phrase"
    """A noun phrase alone: "New beta"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The bones of one statement, as indices into its words."""

    words: tuple[Word, ...]
    core: int
    form: Form
    verb: int | None
    """The main verb, or the state that stands in its place."""
    subject: Chunk | None
    object: Chunk | None
    others: tuple[int, ...] = ()
    """Further verbs joined to an order: "... and reach"."""


def find_frame(words: tuple[Word, ...], text: str) -> Frame:
    """Find the bones of a statement."""
    core = find_core(words, text)
    if core >= len(words):
        return Frame(words, 0, Form.PHRASE, None, None, None)
    core, subject_we = _after_we(words, core)
    first = words[core]
    if is_order(words, core) and not (subject_we and first.low in ("have",) and _perfect(words, core)):
        return _verbal(words, core, Form.ORDER, core)
    if subject_we:
        return _we(words, core)
    if first.verb is not None and core + 1 < len(words):
        after = words[core + 1]
        if first.verb.form == "ing" and _is_doing(words, core):
            return _verbal(words, core, Form.DOING, core)
        if first.verb.form == "ed" and first.noun is None and (
            after.low in DETERMINERS or after.is_number or after.tag == "CD" or after.text in "€$£"
        ):
            return _verbal(words, core, Form.DONE, core)
    return _nominal(words, core)


def _after_we(words: Sequence[Word], core: int) -> tuple[int, bool]:
    if words[core].low not in ("we", "i", "we'll", "we've", "i'll", "i've") or core + 1 >= len(words):
        return core, False
    core += 1
    while core + 1 < len(words) and (
        words[core].low in ("will", "would", "should", "must", "shall", "'ll", "'ve", "all", "also", "can", "need", "to", "want", "be")
        or words[core].low.endswith("ly")
    ):
        core += 1
    return core, True


def _perfect(words: Sequence[Word], core: int) -> bool:
    after = words[core + 1 : core + 3]
    if after and after[0].tag.startswith("RB"):
        after = after[1:]
    return bool(after) and after[0].verb is not None and after[0].verb.form == "ed" and after[0].tag in ("VBN", "VBD")


def _we(words: tuple[Word, ...], core: int) -> Frame:
    index = core
    while index + 1 < len(words) and words[index].low in ("have", "has", "'ve", "are", "be", "been"):
        if words[index].low == "have" and not _perfect(words, index):
            break
        index += 1
    return _verbal(words, core, Form.DONE if index > core else Form.ORDER, index)


def _is_doing(words: Sequence[Word], core: int) -> bool:
    word, after = words[core], words[core + 1]
    if any(w.low in ("is", "are", "takes", "becomes") for w in words[core + 1 : core + 9]):
        return False
    if after.low in DETERMINERS or after.is_number or after.low in ("on", "in", "with", "for", "to"):
        return True
    if word.noun is not None or after.low in STOPS:
        return False
    later = words[core + 2 : core + 8]
    return not any(w.tag in ("VBZ", "VBP", "VBN", "VBD") or w.low in AUXILIARIES for w in later)


def _verbal(words: tuple[Word, ...], core: int, form: Form, verb: int) -> Frame:
    start = verb + 1
    while start < len(words) and words[start].low in ("up", "out", "down", "off", "over", "on", "in", "back", "away", "through", "together", "personally", "live", "to", "with", "into", "at", "for", "from", "about", "new"):
        if words[start].low == "new":
            break
        start += 1
    start = after_bound(words, start)
    chunk = find_chunk(words, start, verbs=False, use_will=True) if start < len(words) else None
    others = tuple(_other_orders(words, verb + 1))
    return Frame(words, core, form, verb, None, chunk, others)


def _other_orders(words: Sequence[Word], start: int) -> list[int]:
    found: list[int] = []
    for i in range(start, len(words) - 1):
        if words[i - 1].low in ("and", "then", ",", ";", "&", "+", "or") and is_base_verb(words[i]):
            after = words[i + 1]
            verb = words[i].verb
            clear = verb is not None and (verb.noun == "" or after.low in DETERMINERS or after.is_number)
            if clear and not (words[i].noun is not None and after.low in STOPS):
                found.append(i)
    return found


def _nominal(words: tuple[Word, ...], core: int) -> Frame:
    subject = find_chunk(words, core, verbs=True, use_will=False)
    if subject is None:
        return Frame(words, core, Form.PHRASE, None, None, None)
    verb = _predicate(words, subject.end)
    others = tuple(_other_orders(words, subject.end + 1)) if verb is None else ()
    if verb is None:
        return Frame(words, core, Form.PHRASE, None, subject, None, others)
    index, finite = verb
    chunk = find_chunk(words, index + 1, verbs=False, use_will=False) if index + 1 < len(words) else None
    return Frame(words, core, Form.CLAUSE if finite else Form.STATE, index, subject, chunk, others)


def _predicate(words: Sequence[Word], start: int) -> tuple[int, bool] | None:
    """The main verb after a subject, past its prepositional phrases; and whether it is finite."""
    finite = comma = False
    index = start
    while index < len(words):
        word = words[index]
        if word.text in _OPENERS:
            index = _after_insertion(words, index)
            continue
        if word.text in (":", ";", "→", "—", "–"):
            return None
        if word.low in ("that", "which", "who", "to", "so", "where", "whose", "whom") and not finite:
            skipped = _after_relative(words, index)
            if skipped is None:
                return None
            index = skipped
            continue
        if word.text == "," and not finite:
            comma = True
        if word.low in AUXILIARIES or word.low in ("do", "does", "did", "cannot", "'re"):
            finite = True
            last = index
            index += 1
            while index < len(words) and (
                words[index].low in AUXILIARIES
                or words[index].tag in ("RB", "MD")
                or words[index].low in ("not", "no", "to", "able", "at")
            ) and words[index].low not in ("up", "live", "down", "out", "no"):
                last, index = index, index + 1
            if index >= len(words):
                return last, True
            after = words[index]
            if word.low in ("have", "has", "had") and not (after.verb is not None and (after.verb.form in ("ed", "ing") or after.verb.lemma in load_words("invariant")) and after.tag[:2] in ("VB", "JJ") and after.tag != "JJ"):
                return last, True
            return index, True
        if index > 0 and is_predicate(words, index, False) and not _yields_to_auxiliary(words, index):
            bare = _is_bare_participle(words, index)
            if not (bare and comma):
                return index, not bare
        index += 1
    return None


def _yields_to_auxiliary(words: Sequence[Word], index: int) -> bool:
    """Whether a plural noun was taken for a verb: "Capacity needs ... are determined"."""
    word = words[index]
    if word.verb is None or word.verb.form not in ("s", "base"):
        return False
    for other in words[index + 1 :]:
        if other.low in ("is", "are", "was", "were"):
            return True
        if other.low in ("that", "which", "who", "where", "so", "and", "when", "if", "because", "while", "how", "what", "whether", "until", "before", "after", "once") or not other.text[:1].isalnum():
            return False
    return False


_OPENERS = ("(", "[", '"', "“")
_CLOSERS = {"(": ")", "[": "]", '"': '"', "“": "”"}


def _after_insertion(words: Sequence[Word], index: int) -> int:
    closer = _CLOSERS[words[index].text]
    for i in range(index + 1, len(words)):
        if words[i].text == closer:
            return i + 1
    return index + 1


def _is_bare_participle(words: Sequence[Word], index: int) -> bool:
    """Whether the verb is a participle without auxiliary: "Beta launched", not "Users launched it"."""
    verb = words[index].verb
    if verb is None or not (verb.form == "ed" or verb.lemma in load_words("invariant")):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    return after is None or after.is_time or not (after.low in DETERMINERS or after.tag in ("PRP", "PRP$"))


def _after_relative(words: Sequence[Word], index: int) -> int | None:
    """The index after a relative clause, where a second verb follows; None when none does."""
    if index > 0 and words[index - 1].text == ",":
        return next((i + 1 for i in range(index, len(words)) if words[i].text == ","), None)
    verbs = 0
    for i in range(index + 1, len(words)):
        if words[i].low in AUXILIARIES or (i > index + 1 and words[i].tag in ("VBZ", "VBP", "MD")):
            if words[i].low in AUXILIARIES and i > 0 and words[i - 1].low in AUXILIARIES:
                continue
            verbs += 1
            if verbs == 2:
                return i
        elif words[i].tag in ("VBZ", "VBP", "VBD") and i == index + 1:
            verbs += 1
        elif words[i].tag == "VB" and words[i].verb is not None and words[i].verb.noun == "" and words[i - 1].tag.startswith("NN"):
            return i
    return None


__all__ = ["Form", "Frame", "find_frame", "is_nominal"]
