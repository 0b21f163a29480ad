"""Looks at what stands around a number: the words before it and the thing counted behind it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from okrlint.language.parts import Part, find_parts
from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.words import load_kind, load_table
from okrlint.reading import When

_NOUNS = ("NN", "NNS", "NNP", "NNPS", "ADD", "FW")
_INSIDE = (
    "JJ",
    "JJR",
    "JJS",
    "VBN",
    "VBG",
    "RB",
    "CD",
    "HYPH",
    "POS",
    "``",
    "''",
    "AFX",
    "SYM",
    "PRP$",
)
_BETWEEN = ("HYPH", "CD", "POS", "SYM")
_QUOTES = tuple("\"“”‘’'")
_NOT_A_THING = ("more", "most", "is", "compared", "versus", "relative")
"""What ends a thing although its tag would let it go on."""


_TITLE = re.compile(r"(?<![\w\"])[\"“„«](?=\S)[^\"“”„«»]*(?<=\S)[\"”“»](?!\w)")
_TITLE_WORDS = 4
_NO_TITLE = re.compile(
    r"[\W\d]*(?:(?:key result|kr|krs|goal|target|metric|measure|result)[\W\d]*)?", re.I
)
"""What a statement that stands in quotation marks as a whole has outside them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase behind a number."""

    head: Token | None
    """Its last noun: "releases" of "4 minor releases"."""
    words: int
    """How many words it has, 0 when none follows."""
    several: bool = False
    """Whether any of its nouns is a plural."""

    @property
    def plural(self) -> bool:
        """Whether more than one thing is named, by form first and tag second."""
        if self.head is None:
            return False
        word = self.head.text
        by_form = bool(re.search(r"(?:[A-Za-z](?<!s)(?<!u)|[A-Z])s$", word)) and len(word) > 2
        return by_form or word.lower() in _IRREGULAR or self.head.tag_ == "NNS"


_IRREGULAR = ("data", "criteria", "media", "staff")


class Context:
    """A statement with quick ways to look left and right of a place in it."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self._starts = [t.idx for t in doc]
        self._ends = [t.idx + len(t) for t in doc]

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """The date words that were found before; none where nobody looked."""
        return self.doc._.okr_whens if Doc.has_extension("okr_whens") else ()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts that columns gave the statement."""
        return find_parts(self.text)

    @cached_property
    def first(self) -> int:
        """Where the first word begins."""
        return next((t.idx for t in self.doc if t.is_alpha or t.like_num), 0)

    @cached_property
    def titles(self) -> tuple[tuple[int, int], ...]:
        """Where titles stand in quotation marks; the numbers in them are names."""
        found = [m.span() for m in _TITLE.finditer(self.text) if len(m[0].split()) >= _TITLE_WORDS]
        return tuple(
            (start, end)
            for start, end in found
            if not _NO_TITLE.fullmatch(self.text[:start] + self.text[end:])
        )

    def before(self, start: int) -> Token | None:
        """The word that ends at or before a place, punctuation included."""
        position = bisect_right(self._ends, start) - 1
        while position >= 0 and self.doc[position].is_space:
            position -= 1
        return self.doc[position] if position >= 0 else None

    def after(self, end: int) -> Token | None:
        """The word that begins at or behind a place, punctuation included."""
        following = self.doc[bisect_left(self._starts, end) :]
        return next((t for t in following if not t.is_space), None)

    def adjacent(self, start: int) -> Token | None:
        """The word directly before a place, with nothing but blanks between."""
        token = self.before(start)
        if token is None or not (token.is_alpha or token.text[-1:].isalnum()):
            return None
        return token if not self.text[token.idx + len(token) : start].strip() else None

    def counted(self, end: int) -> Counted:
        """The noun phrase that begins behind a number."""
        head: Token | None = None
        words = 0
        several = False
        for token in self.doc[bisect_left(self._starts, end) :]:
            if token.is_space:
                continue
            if (
                words > 7
                or token.lower_ in _NOT_A_THING
                or (token.text == "/" and token.whitespace_)
            ):
                break
            if head is not None and token.text in _QUOTES:
                continue
            if head is not None and Counted(head, words).plural and _is_their_verb(token):
                break
            if token.tag_ in _NOUNS or _looks_plural(token):
                head = token
            elif not (_can_lead(token, words) if head is None else token.tag_ in _BETWEEN):
                break
            words += 1
            several = several or (token is head and Counted(head, words).plural)
        return Counted(head, words, several)

    def is_title_case(self) -> bool:
        """Whether hardly a longer word begins with a small letter."""
        return sum(t.text[:1].islower() for t in self.doc if len(t) > 3) <= 2

    def is_opening(self, token: Token) -> bool:
        """Whether a word opens the statement or one of its clauses, as an imperative does."""
        if token.idx <= self.first:
            return True
        previous = self.before(token.idx)
        return (
            previous is None
            or previous.text in (",", ";", ":", "&", "+", "-", "–", "—", ".", ")")
            or (previous.lower_ in ("and", "or", "to", "then", "we", "i", "will", "not"))
        )


def _can_lead(token: Token, words: int) -> bool:
    """Whether a word can stand before the noun.

    By its tag, or as a word of content that is mistaken for a verb: "100 asthma patients".
    """
    if token.tag_ in _INSIDE or token.text in "\"“”‘’'-/&":
        return True
    return (
        not words
        and not token.is_stop
        and token.text[:1].isalpha()
        and token.tag_ not in ("IN", "VBD")
    )


def _looks_plural(token: Token) -> bool:
    """Whether a word tagged as a verb must be a plural noun: "all pipettes"."""
    if not token.i or token.tag_ not in ("VBZ", "VBP") or not token.text.endswith("s"):
        return False
    return token.nbor(-1).tag_ in ("CD", "DT", "PDT", "JJ", "PRP$", "HYPH")


def _is_their_verb(token: Token) -> bool:
    """Whether a word behind a plural says what these do, and is no noun: "40 schools order"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if token.tag_ not in ("NN", "NNP") or (after is not None and after.tag_ in _NOUNS):
        return False
    verb = load_lexicon().verb(token.lower_)
    return verb is not None and verb.form == "base"


def can_be_verb(token: Token) -> bool:
    """Whether a word can be a verb by the list of verbs or its ending."""
    word = token.lower_
    if load_lexicon().verb(word) is not None:
        return True
    return bool(re.search(r"(?:[^aeiou]i[sz]e|ify)$", word)) or (
        token.tag_.startswith("VB") and not token.text[:1].isupper()
    )


def is_measure(token: Token) -> bool:
    """Whether a word names a measure, whose level may follow it ("NPS 45")."""
    word = token.lower_
    if word in load_kind("quantity", "level"):
        return True
    return load_table("nouns").get(word, ("",))[0].split(" ")[0] == "measure"


def is_label(token: Token, kind: str) -> bool:
    """Whether a word makes the number behind it a name; `kind` is label, norm or prefix."""
    return token.lower_.rstrip(".") in load_kind("quantity", kind)


def moves_measure(token: Token) -> bool:
    """Whether a verb takes a level as its object: "reach 4.5", "hit 40"."""
    verb = load_lexicon().verb(token.lower_)
    return verb is not None and verb.kind in ("attain", "change", "hold", "level")


def names_people(token: Token) -> bool:
    """Whether a noun names people, or what they give: customers, teams, contracts."""
    return load_lexicon().noun(token.lower_) in ("people", "effect")
