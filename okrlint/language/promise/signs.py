"""The signs in a statement that speak for an outcome, an output or a task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrlint.language.promise.chunk import Chunk
from okrlint.language.promise.claim import find_claim
from okrlint.language.promise.facts import Facts, chunk_noun, find_facts, noun_class
from okrlint.language.promise.frame import Frame
from okrlint.language.promise.word import Word
from okrlint.language.words import load_words
from okrlint.reading import Comparison, Measure, Quantity, When, WhenKind

_BOUNDS = frozenset("under above below over within < > ≤ ≥ <= >= least most than max maximum minimum min up down at → -> to by".split())
_MORE = frozenset(
    "fewer less more better faster higher lower greater stronger quicker shorter smaller larger bigger"
    " easier smoother healthier happier deeper cheaper safer richer tighter broader wider clearer"
    " closer warmer calmer simpler earlier longer".split()
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: its name in the table of weights, and the words that carry it."""

    name: str
    start: int
    end: int


def find_signs(
    frame: Frame, quantities: Sequence[Quantity], whens: Sequence[When]
) -> tuple[Sign, ...]:
    """All signs of a statement, each name once."""
    found: dict[str, Sign] = {}
    for sign in _Finder(find_facts(frame, quantities, whens)).all():
        found.setdefault(sign.name, sign)
    return tuple(found.values())


class _Finder:
    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.frame = facts.frame
        self.words = facts.words
        self.quantities = facts.quantities
        self.whens = facts.whens
        self.side = facts.side
        self.verb_kind = facts.verb
        self.head = facts.head
        self.shape = facts.shape

    def all(self) -> Iterator[Sign]:
        if not self.words:
            return
        claim = find_claim(self.facts)
        yield self._sign(f"claim={claim.name}", claim.first, claim.last)
        yield from self._form()
        yield from self._heads()
        yield from self._amounts()
        yield from self._times()
        yield from self._colour()
        yield from self._joined()

    # -- helpers
    def _sign(self, name: str, first: int | None = None, last: int | None = None) -> Sign:
        if first is None:
            first, last = self.frame.core, len(self.words) - 1
        last = first if last is None else last
        return Sign(name, self.words[first].start, self.words[min(last, len(self.words) - 1)].end)

    def _chunk_noun(self, chunk: Chunk | None) -> str:
        return chunk_noun(self.frame, chunk)

    def _noun(self, index: int | None) -> str:
        return noun_class(self.frame, index)

    def _index(self, offset: int) -> int:
        return self.facts.index(offset)

    def _counted(self, q: Quantity, index: int) -> str:
        return self.facts.counted(q)

    # -- signs
    def _form(self) -> Iterator[Sign]:
        frame = self.frame
        yield self._sign(f"form={frame.form.value}", frame.core)
        if frame.verb is None:
            return
        yield self._sign(f"verb={self.shape}:{self.verb_kind}", frame.verb)
        if self.facts.passive:
            yield self._sign("passive", frame.verb)
        yield self._sign(f"lemma={self.shape}:{self.facts.lemma}", frame.verb)

    def _heads(self) -> Iterator[Sign]:
        frame = self.frame
        for role, chunk in (("subject", frame.subject), ("object", frame.object)):
            if chunk is None:
                continue
            noun = self._chunk_noun(chunk)
            yield self._sign(f"{role}={noun}", chunk.head)
            yield self._sign(f"{role}={self.shape}:{noun}", chunk.head)
            if frame.verb is not None:
                yield self._sign(f"{role}+verb={noun}:{self.shape}:{self.verb_kind}", frame.verb)
            if chunk.of is not None:
                yield self._sign(f"{role}-of={self._noun(chunk.of)}", chunk.of)
            yield from self._inside(role, chunk)
        if frame.subject is not None and frame.object is not None:
            yield self._sign(f"subject+object={self._noun(frame.subject.head)}:{self._noun(frame.object.head)}", frame.object.head)

    def _inside(self, role: str, chunk: Chunk) -> Iterator[Sign]:
        first = self.words[chunk.start]
        if first.low in ("a", "an", "the", "our", "my", "all", "every", "each", "no", "zero", "first", "one", "everyone", "more", "fewer", "less"):
            low = {"an": "a", "my": "our"}.get(first.low, first.low)
            yield self._sign(f"{role}-starts={low}", chunk.start)
        if first.low in _MORE or (first.tag == "JJR" and not first.is_number):
            yield self._sign(f"{role}-comparative", chunk.start)
        for i in range(chunk.start, chunk.end):
            kind = self.words[i].noun
            if i != chunk.head and kind in ("people", "measure", "effect", "own", "quality"):
                yield self._sign(f"{role}-has={kind}", i)
            if self.words[i].low in ("our", "my"):
                yield self._sign(f"{role}-own", i)

    def _amounts(self) -> Iterator[Sign]:
        main = 0
        main_ones = self.facts.main()
        head_noun = self._chunk_noun(self.head)
        for q in self.quantities:
            index = self._index(q.start)
            where = "side" if q not in main_ones else self._where(index)
            kind = q.measure.value
            if kind in ("all", "none", "ordinal", "redacted"):
                kind = {"redacted": "count"}.get(kind, kind)
            one = kind == "count" and q.value == 1
            sign = Sign(f"amount={where}:{kind}", q.start, q.end)
            yield sign
            yield Sign(f"amount={where}:{kind}:{self.shape}", q.start, q.end)
            if where != "side":
                main += kind not in ("all",)
                yield Sign(f"amount+noun={kind}:{where}:{self._counted(q, index)}", q.start, q.end)
                yield Sign(f"amount+verb={kind}:{self.shape}:{self.verb_kind}", q.start, q.end)
                yield Sign(f"amount+head={kind}:{self.shape}:{head_noun}", q.start, q.end)
                if one:
                    yield Sign("amount-one", q.start, q.end)
                if kind == "count" and q.value is not None:
                    yield Sign(f"amount-size={_size(q.value)}", q.start, q.end)
                    yield Sign(f"amount-size={_size(q.value)}:{self._counted(q, index)}", q.start, q.end)
                    yield Sign(f"amount+verb+noun={self.verb_kind}:{self._counted(q, index)}", q.start, q.end)
            if q.comparison in (Comparison.AT_MOST, Comparison.LESS_THAN):
                yield Sign("amount-at-most", q.start, q.end)
            if q.comparison in (Comparison.AT_LEAST, Comparison.MORE_THAN):
                yield Sign("amount-at-least", q.start, q.end)
            if q.baseline_start is not None:
                yield Sign("baseline", q.baseline_start, q.baseline_end or q.end)
                yield Sign(f"baseline:{head_noun}", q.baseline_start, q.baseline_end or q.end)
        if not main:
            yield self._sign("no-amount", self.frame.core)
            yield self._sign(f"no-amount:{self.shape}", self.frame.core)
            yield self._sign(f"no-amount:{self.shape}:{self.verb_kind}", self.frame.verb if self.frame.verb is not None else self.frame.core)
            yield self._sign(f"no-amount:{self.shape}:{head_noun}", self.head.head if self.head else self.frame.core)

    def _where(self, index: int) -> str:
        for role, chunk in (("subject", self.frame.subject), ("object", self.frame.object)):
            if chunk is not None and chunk.start <= index < chunk.end:
                return role
        return "rest"

    def _times(self) -> Iterator[Sign]:
        for when in self.whens:
            if when.kind is WhenKind.CADENCE:
                yield Sign("cadence", when.start, when.end)
                yield Sign(f"cadence:{self.shape}", when.start, when.end)
                yield Sign(f"cadence:{self.shape}:{self.verb_kind}", when.start, when.end)
                if self.head:
                    yield Sign(f"cadence:{self._chunk_noun(self.head)}", when.start, when.end)
            elif when.kind is WhenKind.WINDOW:
                yield Sign("window", when.start, when.end)

    def _colour(self) -> Iterator[Sign]:
        core = self.frame.core
        for i in range(core, min(self.side, len(self.words))):
            word = self.words[i]
            if word.low in _BOUNDS and any(w.amount is not None for w in self.words[i + 1 : i + 3]):
                yield self._sign(f"bound={word.low}", i)
                yield self._sign(f"bound:{self.shape}", i)
            if word.low in _MORE or (word.low == "more" and i > core):
                yield self._sign("comparative", i)
                yield self._sign(f"comparative:{self.shape}", i)
            if word.low in ("can", "cannot", "able"):
                yield self._sign("can", i)
            if word.low == "by" and i + 1 < len(self.words):
                yield from self._agent(i + 1)
            if word.low == "from" and any(w.low == "to" for w in self.words[i + 1 : i + 7]):
                yield self._sign("from-to", i)
            if word.noun in ("measure", "effect", "quality", "people") and word.low not in load_words("counting") and not word.when:
                yield self._sign(f"names={word.noun}", i)
        first = self.words[core]
        if first.tag in ("JJR", "RBR"):
            yield self._sign("starts-comparative", core)
        if first.low in ("no", "zero", "nobody", "0", "everyone", "people", "users", "customers"):
            yield self._sign(f"starts={first.low}", core)

    def _agent(self, start: int) -> Iterator[Sign]:
        for i in range(start, min(start + 6, len(self.words))):
            if self.words[i].noun == "people":
                yield self._sign("by-people", i)
                return
            if self.words[i].noun is not None and self.words[i].low not in ("%",):
                return

    def _joined(self) -> Iterator[Sign]:
        for index in self.frame.others:
            verb = self.words[index].verb
            if verb is None:
                continue
            until = next((i for i in self.frame.others if i > index), len(self.words))
            counted = any(index < self._index(q.start) < until and q.measure not in (Measure.ALL,) for q in self.quantities)
            yield self._sign(f"also={verb.kind}:{'counted' if counted else 'plain'}", index)
            yield self._sign(f"also={'counted' if counted else 'plain'}", index)


def _size(value: float) -> str:
    return "few" if value <= 12 else "dozens" if value < 100 else "hundreds" if value < 1000 else "thousands"


__all__ = ["Sign", "Word", "find_signs"]
