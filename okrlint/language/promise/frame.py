"""The bones of a statement: its form, its main verb, who and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrlint.language.promise.chunk import Chunk, after_bound, find_chunk
from okrlint.language.promise.core import find_core
from okrlint.language.promise.order import is_order
from okrlint.language.promise.predicate import find_predicate
from okrlint.language.promise.word import Word
from okrlint.predicate import Form


@dataclass(frozen=True, slots=True)
class Frame:
    """The bones of one statement, as indices into its words."""

    words: tuple[Word, ...]
    core: int
    form: Form
    verb: int | None = None
    """The main verb, or the state that stands in its place."""
    subject: Chunk | None = None
    object: Chunk | None = None
    others: tuple[int, ...] = ()
    """Further verbs joined to an order: "... and reach"."""


def find_frame(words: tuple[Word, ...], text: str) -> Frame:
    """Find the bones of a statement."""
    core = find_core(words, text)
    if core >= len(words):
        return Frame(words, 0, Form.PHRASE)
    core, by_us = _after_we(words, core)
    first = words[core]
    perfect = by_us and first.low == "have" and _is_perfect(words, core)
    if is_order(words, core) and not perfect:
        return _verbal(words, core, Form.ORDER, core)
    if by_us:
        return _our_deed(words, core)
    if first.verb is not None and core + 1 < len(words):
        if first.verb.form == "ing" and _is_doing(words, core):
            return _verbal(words, core, Form.DOING, core)
        if first.verb.form == "ed" and first.noun is None and _takes_object(words[core + 1]):
            return _verbal(words, core, Form.DONE, core)
    return _nominal(words, core)


def _takes_object(after: Word) -> bool:
    """Whether the word after a past form begins its object: "Fixed 31 bugs", "Cut the fees"."""
    return after.is_a("determiner") or after.is_number or after.text in "€$£"


def _after_we(words: Sequence[Word], core: int) -> tuple[int, bool]:
    """Past "We will", "I have": the index of the verb, and whether there was one of them."""
    ours = words[core].low in ("we", "i", "we'll", "we've", "i'll", "i've")
    if not ours or core + 1 >= len(words):
        return core, False
    core += 1
    while core + 1 < len(words) and (
        words[core].is_a("after-we") or words[core].low.endswith("ly")
    ):
        core += 1
    return core, True


def _is_perfect(words: Sequence[Word], core: int) -> bool:
    """Whether a participle follows "have": "have (fully) hired"."""
    after = [w for w in words[core + 1 : core + 3] if not w.tag.startswith("RB")]
    if not after or after[0].verb is None:
        return False
    return after[0].verb.form == "ed" and after[0].tag in ("VBN", "VBD")


def _our_deed(words: tuple[Word, ...], core: int) -> Frame:
    index = core
    while index + 1 < len(words) and words[index].is_a("have"):
        index += 1
    return _verbal(words, core, Form.DONE if index > core else Form.ORDER, index)


def _is_doing(words: Sequence[Word], core: int) -> bool:
    """Whether an -ing form opens what is done ("Writing the guide"), not a noun or a subject."""
    word, after = words[core], words[core + 1]
    if any(w.low in ("is", "are", "takes", "becomes") for w in words[core + 1 : core + 9]):
        return False
    takes = after.is_a("determiner") or after.is_number
    if takes or after.low in ("on", "in", "with", "for", "to"):
        return True
    if word.noun is not None or after.is_a("stop"):
        return False
    later = words[core + 2 : core + 8]
    finite = ("VBZ", "VBP", "VBN", "VBD")
    return not any(w.tag in finite or w.is_a("auxiliary") for w in later)


def _verbal(words: tuple[Word, ...], core: int, form: Form, verb: int) -> Frame:
    start = verb + 1
    while start < len(words) and words[start].is_a("after-verb"):
        start += 1
    start = after_bound(words, start)
    chunk = find_chunk(words, start)
    others = tuple(_find_other_orders(words, verb + 1))
    return Frame(words, core, form, verb, None, chunk, others)


def _find_other_orders(words: Sequence[Word], start: int) -> Iterator[int]:
    for i in range(start, len(words) - 1):
        word, before, after = words[i], words[i - 1], words[i + 1]
        joined = before.low in ("and", "then", ",", ";", "&", "+", "or")
        if not joined or not word.opens_order or word.verb is None:
            continue
        clear = word.verb.noun == "" or after.is_a("determiner") or after.is_number
        if clear and not (word.noun is not None and after.is_a("stop")):
            yield i


def _nominal(words: tuple[Word, ...], core: int) -> Frame:
    subject = find_chunk(words, core, verbs=True)
    if subject is None:
        return Frame(words, core, Form.PHRASE)
    found = find_predicate(words, subject.end)
    if found is None:
        others = tuple(_find_other_orders(words, subject.end + 1))
        return Frame(words, core, Form.PHRASE, None, subject, None, others)
    verb, finite = found
    chunk = find_chunk(words, verb + 1)
    return Frame(words, core, Form.CLAUSE if finite else Form.STATE, verb, subject, chunk)
