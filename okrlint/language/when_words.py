"""The words that decide what a date governs, as sets and as patterns; and how to look around."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from okrlint.language.words import load_kind, load_words

LIST = "when"
"""The name of the word list."""


@cache
def words_of(kind: str) -> frozenset[str]:
    """Load the words of one kind: "due", "event", "beat", ..."""
    return load_kind(LIST, kind)


@cache
def any_of(kind: str) -> str:
    """The words of a kind as a regular expression, longest first."""
    return either(words_of(kind))


def either(words: frozenset[str]) -> str:
    """Words as a regular expression, longest first; blanks match any white space."""
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


NUMBER = (
    r"(?:\d+(?:[.,]\d+)*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen|twenty|thirty|forty|sixty|ninety|several|few|couple\s+of)"
)
"""A number in digits or words."""


def tokens_of(doc: Doc, start: int, end: int) -> tuple[Token, ...]:
    """The tokens that touch the characters from `start` to `end`."""
    return tuple(t for t in doc if t.idx < end and t.idx + len(t) > start)


def clause_before(doc: Doc, start: int) -> str:
    """The text from the last mark that parts clauses up to `start`."""
    return re.split(r"[,;:()–—]\s|\s\(|^\(|\.\s", doc.text[:start])[-1]


def in_relative_clause(token: Token) -> bool:
    """Whether the token belongs to a clause that only describes a noun: "keys that were issued"."""
    return any(t.dep_ == "relcl" for t in (token, *token.ancestors))


def describes_noun(token: Token) -> bool:
    """Whether the token stands with a participle that describes a noun: "people hired in April".

    The tagger often takes the imperative before it for an adjective, so okrlint's own list of
    verbs says whether one opens the statement; without one ("Sessions held in April") the
    participle is what is promised.
    """
    verb = token.nbor(-2) if token.i > 2 else None  # noqa: PLR2004
    if verb is None or verb.tag_ != "VBN" or token.nbor(-1).pos_ not in ("ADP", "SCONJ"):
        return False
    if verb.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return False
    opening = token.doc[0]
    return opening.i < verb.i - 1 and opening.lower_ in load_words("verbs")


def noun_phrase(doc: Doc, start: int) -> tuple[Token, ...]:
    """The tokens of the noun phrase that begins at the character `start`, without what follows."""
    phrase: list[Token] = []
    for token in doc:
        if token.idx < start:
            continue
        joint = token.text in ("-", "'", "’", "'s", "’s", "&", "/") or token.tag_ == "POS"
        names = token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "X") or token.tag_ in ("VBG", "VBN")
        opening = token.pos_ in ("DET", "PRON") and not phrase
        if not (joint or names or opening):
            break
        phrase.append(token)
    return tuple(phrase)
