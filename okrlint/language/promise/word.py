"""A statement as words: text, offsets, tags, and what the lexicon says of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from okrlint.language.promise.lexicon import Lexicon, VerbForm
from okrlint.language.words import load_kind, load_words
from okrlint.reading import Measure, Quantity, When, WhenKind

_JOINTS = frozenset("-‐‑/#+@&_.'’")
_BREAKS = re.compile(r"[()\[\]{},;:!?\"“”…—–<>≤≥=→%€$£]")
_NOT_NOUNS = ("IN", "DT", "RB", "MD")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a statement; hyphenated words are one."""

    text: str
    start: int
    end: int
    tag: str
    """The fine-grained tag. Stock taggers take one opening order in four for a noun, so nothing
    rests on the tag of the first word alone."""
    verb: VerbForm | None
    noun: str | None
    amount: Measure | None = None
    """What kind of quantity the word belongs to; None outside of quantities."""
    when: WhenKind | None = None
    """What the date words govern that the word belongs to; None outside of them."""

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def is_number(self) -> bool:
        """Whether it is written with digits, tagged as a number word, or part of a count."""
        return self.tag == "CD" or self.text[:1].isdigit() or self.amount is Measure.COUNT

    @property
    def is_time(self) -> bool:
        """Whether it only says when: by when, or how often."""
        return self.when in (WhenKind.DEADLINE, WhenKind.CADENCE)

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation alone."""
        return not any(c.isalnum() for c in self.text)

    @property
    def is_participle(self) -> bool:
        """Whether it can be a past participle: "built", and "cut", which looks like its verb."""
        verb = self.verb
        return verb is not None and (verb.form == "ed" or verb.lemma in load_words("invariant"))

    @property
    def opens_order(self) -> bool:
        """Whether it, alone, opens another imperative ("and reach ...")."""
        verb = self.verb
        if verb is None or verb.form != "base" or verb.noun == "mostly":
            return False
        return verb.noun == "" or self.tag.startswith("VB")

    def is_a(self, kind: str) -> bool:
        """Whether it is a function word of a kind of `function-words.txt`."""
        return self.low in load_kind("function-words", kind)

    @property
    def is_nominal(self) -> bool:
        """Whether it can be the head of a noun phrase."""
        noun = self.noun is not None and self.tag not in _NOT_NOUNS
        return noun or self.tag.startswith("NN")


def word_at(words: Sequence[Word], index: int) -> Word | None:
    """The word at an index; None past the end."""
    return words[index] if 0 <= index < len(words) else None


def find_words(
    doc: Doc,
    lexicon: Lexicon,
    quantities: Sequence[Quantity] = (),
    whens: Sequence[When] = (),
) -> tuple[Word, ...]:
    """The words of a tagged statement."""
    words: list[Word] = []
    whole, tokens = doc.text, list(doc)
    starts = [t.idx for t in tokens]
    for start, end in _pieces(doc):
        text = whole[start:end]
        last = tokens[bisect_left(starts, end) - 1]
        low = text.lower()
        words.append(
            Word(
                text,
                start,
                end,
                last.tag_,
                lexicon.verb(low),
                lexicon.noun(low),
                next((q.measure for q in quantities if q.start < end and start < q.end), None),
                next((w.kind for w in whens if w.start < end and start < w.end), None),
            )
        )
    return tuple(words)


def _pieces(doc: Doc) -> list[tuple[int, int]]:
    """The character ranges of the words: tokens, those of a hyphenated word as one."""
    pieces: list[tuple[int, int]] = []
    whole, open_end = doc.text, -1
    for token in doc:
        if token.is_space:
            continue
        start, end = token.idx, token.idx + len(token)
        text = token.text
        if text[-1] in ".,;:" and text[:-1].isalpha() and text[:-1].islower():
            end -= 1
        breaks = _BREAKS.search(text) is not None
        glued = start == open_end and not breaks and text not in (".", "...")
        if glued and (text[0] in _JOINTS or whole[start - 1] in _JOINTS):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
        open_end = -1 if breaks else end
    return pieces
