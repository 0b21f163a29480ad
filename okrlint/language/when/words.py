"""The words that decide what a date governs, as sets and as patterns; and how to look around."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from spacy.tokens import Doc, Token

from okrlint.language.words import load_kind, load_words
from okrlint.reading import WhenKind

LIST = "when"
"""The name of the word list."""

NUMBER = (
    r"(?:\d+(?:[.,]\d+)*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty|forty|sixty|ninety|several|few|couple\s+of)"
)
"""A number in digits or words."""

_Case = TypeVar("_Case")


def first_answer(
    rules: Iterable[Callable[[_Case], WhenKind | None]], case: _Case
) -> WhenKind | None:
    """What the first rule says that has something to say of the case."""
    return next((kind for rule in rules if (kind := rule(case)) is not None), None)


@cache
def words_of(kind: str) -> frozenset[str]:
    """Load the words of one kind: "due", "event", "beat", ..."""
    return load_kind(LIST, kind)


@cache
def any_of(*kinds: str) -> str:
    """The words of some kinds as a regular expression, longest first."""
    words = {word for kind in kinds for word in words_of(kind)}
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def whole_words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose words stand alone."""
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", re.IGNORECASE)


@cache
def ending(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of words that stand at the end of the text before something."""
    return re.compile(rf"(?<![^\W_])(?:{pattern})[\s-]*$", re.IGNORECASE)


def tokens_of(doc: Doc, start: int, end: int) -> tuple[Token, ...]:
    """The tokens that touch the characters from `start` to `end`."""
    return tuple(t for t in doc if t.idx < end and t.idx + len(t) > start)


def clause_before(doc: Doc, start: int) -> str:
    """The text from the last mark that parts clauses up to `start`."""
    return re.split(r"[,;:()–—]\s|\s\(|^\(|\.\s", doc.text[:start])[-1]


def opens_with_verb(doc: Doc) -> bool:
    """Whether the first word can be an imperative, by okrlint's own list of verbs.

    The tagger often takes a title-case imperative for a noun or an adjective.
    """
    return len(doc) > 0 and doc[0].lower_ in load_words("verbs")


def in_relative_clause(token: Token) -> bool:
    """Whether the token belongs to a clause that only describes a noun: "keys that were issued"."""
    return any(t.dep_ == "relcl" for t in (token, *token.ancestors))


def describes_noun(token: Token) -> bool:
    """Whether the token stands with a participle that describes a noun: "people hired in April".

    Without a verb at the opening ("Sessions held in April") the participle is what is promised.
    """
    verb = token.nbor(-2) if token.i > 3 else None
    if verb is None or verb.tag_ != "VBN" or token.nbor(-1).pos_ not in ("ADP", "SCONJ"):
        return False
    return verb.nbor(-1).pos_ in ("NOUN", "PROPN") and opens_with_verb(token.doc)


def noun_phrase(doc: Doc, start: int) -> tuple[Token, ...]:
    """The tokens of the noun phrase that begins at the character `start`, without what follows."""
    phrase: list[Token] = []
    for token in doc:
        if token.idx < start:
            continue
        joint = token.text in ("-", "'", "’", "&", "/") or token.tag_ == "POS"
        names = token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "X") or token.tag_ in ("VBG", "VBN")
        opening = token.pos_ in ("DET", "PRON") and not phrase
        names = names or (bool(phrase) and phrase[-1].text == "-")  # "topping-out ceremony"
        if not (joint or names or opening):
            break
        phrase.append(token)
    return tuple(phrase)
