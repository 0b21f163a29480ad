"""What the bones of a statement say: classes of its verb and nouns, and its main numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.language.promise.chunk import Chunk
from okrlint.language.promise.frame import Frame
from okrlint.language.promise.order import MOVING
from okrlint.language.promise.word import Word
from okrlint.language.words import load_table, load_words
from okrlint.predicate import Form
from okrlint.reading import Measure, Quantity, When, WhenKind

_ORDERS = (Form.ORDER, Form.DOING, Form.DONE)
GETTING = ("add", "bring", "put", "take on")
"""Verbs of work that mean what their object means, like "get": "Add 3 welders"."""
_PASSIVE = frozenset("is are was were be been being".split())
_AT = frozenset("at under above below within between".split())


@dataclass(frozen=True, slots=True)
class Facts:
    """The classes and numbers that a judgement of a statement rests on."""

    frame: Frame
    quantities: tuple[Quantity, ...]
    whens: tuple[When, ...]
    shape: str
    """The form; of orders, gerunds and past forms "order" for work, "aim" for what is reached or
    moved ("Win", "Raise"), "get" for verbs that mean what their object means."""
    verb: str
    """The class of the main verb, "state", "quality", "at", "amount", "is-..." or "none"."""
    lemma: str
    passive: bool
    subject: str
    """The class of the subject's noun; "none" without a subject."""
    object: str
    head: Chunk | None
    """The phrase the promise is about: the object of an order, else the subject."""
    side: int
    """The index of the first word of a purpose or relative clause: no main claim there."""

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the statement."""
        return self.frame.words

    @property
    def is_order(self) -> bool:
        """Whether it says what to do or what was done, without a subject."""
        return self.frame.form in _ORDERS

    @property
    def noun(self) -> str:
        """The class of the noun that the promise is about."""
        return self.object if self.is_order else self.subject

    @property
    def cadence(self) -> When | None:
        """The interval that paces the promise."""
        return next((w for w in self.whens if w.kind is WhenKind.CADENCE), None)

    def index(self, offset: int) -> int:
        """The index of the word at a character offset."""
        words = self.words
        i = bisect_right(words, offset, key=lambda w: w.start) - 1
        return i if i >= 0 and offset < words[i].end else len(words) - 1

    def main(self) -> list[Quantity]:
        """The quantities of the main claim: not those of a purpose, nor of an attribute."""
        return [
            q
            for q in self.quantities
            if self.index(q.start) < self.side and not self._is_attribute(q)
        ]

    def counted(self, quantity: Quantity) -> str:
        """The class of the noun that a number counts: the head of its phrase."""
        first = self.index(quantity.start)
        for chunk in (self.frame.subject, self.frame.object):
            if chunk is None or self.words[first].is_time:
                continue
            if chunk.start <= first <= chunk.head:
                return chunk_noun(self.frame, chunk)
        return self._counted_in_row(first, quantity.start)

    def _counted_in_row(self, first: int, start: int) -> str:
        """The class of the last of a row of nouns after a number outside subject and object."""
        found = "none"
        for i in range(first, min(first + 8, len(self.words))):
            word = self.words[i]
            mark = not word.text[:1].isalnum() and word.text not in ("%", '"', "“", "+")
            if i > first and (word.is_time or mark):
                break
            if word.start < start or word.low in ("of", "the", "our", "all"):
                continue
            if word.noun is not None and not word.low[:1].isdigit():
                found = word.noun
            elif found != "none":
                break
        return found

    def is_share(self, quantity: Quantity) -> bool:
        """Whether a percentage takes a part of a set: "80 % of the pages"."""
        first = self.index(quantity.start)
        rest = [w for w in self.words[first : first + 5] if w.start >= quantity.end]
        return quantity.measure is Measure.PERCENT and bool(rest) and rest[0].low == "of"

    def _is_attribute(self, quantity: Quantity) -> bool:
        """Whether the number describes a thing: "a 5 % price increase", "a 10-page paper"."""
        index = self.index(quantity.start)
        before = self.words[index - 1].low if index else ""
        return before in ("a", "an") and quantity.measure is not Measure.MULTIPLE


def find_facts(frame: Frame, quantities: Sequence[Quantity], whens: Sequence[When]) -> Facts:
    """Classify the bones of a statement."""
    verb, lemma = _verb_of(frame)
    passive = _is_passive(frame)
    return Facts(
        frame,
        tuple(quantities),
        tuple(whens),
        _shape_of(frame, verb, lemma, passive=passive),
        verb,
        lemma,
        passive,
        chunk_noun(frame, frame.subject),
        chunk_noun(frame, frame.object),
        frame.object if frame.form in _ORDERS else frame.subject,
        _side_start(frame),
    )


def _shape_of(frame: Frame, verb: str, lemma: str, *, passive: bool) -> str:
    if frame.form not in _ORDERS:
        return "state" if passive else frame.form.value
    if verb in MOVING:
        return "aim"
    return "get" if verb == "light" or lemma in GETTING else "order"


def chunk_noun(frame: Frame, chunk: Chunk | None) -> str:
    """The class of a noun phrase: of what is counted, where its head only counts."""
    if chunk is None:
        return "none"
    word = frame.words[chunk.head]
    light = (
        word.low in load_words("counting")
        or word.is_number
        or word.text == "%"
        or word.amount is not None
    )
    return noun_class(frame, chunk.of if chunk.of is not None and light else chunk.head)


def noun_class(frame: Frame, index: int | None) -> str:
    """The class of one noun; "name" for a capitalised unknown word, "thing" for another."""
    if index is None:
        return "none"
    word = frame.words[index]
    if word.noun is not None:
        return word.noun
    if word.is_number:
        return "number"
    return "name" if word.text[:1].isupper() and index > frame.core else "thing"


def _verb_of(frame: Frame) -> tuple[str, str]:
    if frame.verb is None:
        return "none", ""
    word = frame.words[frame.verb]
    after = frame.words[frame.verb + 1] if frame.verb + 1 < len(frame.words) else None
    states = load_table("states")
    verbless = frame.form in (Form.CLAUSE, Form.STATE)
    if (
        verbless
        and word.low in states
        and (word.verb is None or word.low in ("open", "set", "done", "live"))
    ):
        return "state", word.low
    if word.verb is None:
        return _nominal_predicate(word), word.low
    if after is not None and f"{word.verb.lemma} {after.low}" in load_table("phrasal"):
        lemma = f"{word.verb.lemma} {after.low}"
        return load_table("phrasal")[lemma][0], lemma
    return word.verb.kind, word.verb.lemma


def _nominal_predicate(word: Word) -> str:
    if word.tag.startswith("JJ"):
        return "quality"
    if word.is_number or not word.text[:1].isalnum():
        return "amount"
    if word.low in _AT:
        return "at"
    if word.noun:
        return "is-" + word.noun
    return "new" if word.tag.startswith("VB") else "is"


def _is_passive(frame: Frame) -> bool:
    if frame.verb is None or frame.form is not Form.CLAUSE:
        return False
    before = frame.words[max(0, frame.verb - 3) : frame.verb]
    helped = any(w.low in _PASSIVE for w in before)
    return frame.words[frame.verb].is_participle and helped


def _side_start(frame: Frame) -> int:
    subject = frame.subject
    words = frame.words
    if frame.form is Form.PHRASE and subject is not None and words[subject.head].noun == "measure":
        return len(words)
    for i in range((frame.verb if frame.verb is not None else frame.core) + 1, len(words)):
        word = words[i]
        after = words[i + 1] if i + 1 < len(words) else None
        if word.is_a("side"):
            return i
        if after is None or after.verb is None or after.is_number:
            continue
        if word.low == "to" and after.tag == "VB":
            return i
        if word.low == "by" and after.verb.form == "ing" and after.tag == "VBG":
            return i
    return len(words)
