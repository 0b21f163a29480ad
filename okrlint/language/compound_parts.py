"""Cuts a statement where a second part may begin, and says what kind of part begins there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.words import load_words

_LINKS = ("and", "&", "+", "then", "while", "but", "also", "plus")
_STOPS = (";", "|", ".", ",", "/", "–", "—")
_OBJECT_TAGS = ("DT", "PRP", "PRP$", "CD", "WP", "WRB", "PDT", "WDT")
_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBG", "VBN", "$", "``", "FW", "HYPH")
_SUBORDINATORS = ("that", "which", "who", "where", "whether", "how", "what", "why", "if", "when", "because",
                  "until", "whom", "whose", "so", "once", "after", "as")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cut:
    """A place between two parts: the words that link them, as token positions, end exclusive."""

    start: int
    end: int
    comma: bool
    """Whether a comma or a stronger mark is part of the link."""
    link: str
    """The link's words: ", and", ";"."""


def find_cuts(doc: Doc) -> Iterator[Cut]:
    """Yield the places outside brackets and quotes where parts are linked."""
    depth = 0
    position = 0
    while position < len(doc):
        token = doc[position]
        depth += token.text.count("(") + token.text.count("[") - token.text.count(")") - token.text.count("]")
        end = position
        while end < len(doc) and _is_link(doc, end, position):
            end += 1
        if end > position and depth <= 0 and 0 < position and end < len(doc):
            words = doc[position:end].text
            yield Cut(position, end, any(mark in words for mark in ",;|."), words.lower())
        position = max(end, position + 1)


def _is_link(doc: Doc, position: int, start: int) -> bool:
    token = doc[position]
    if token.is_alpha and token.i and not doc[token.i - 1].whitespace_ and position == start:
        return False
    if token.text in _STOPS or token.lower_ in _LINKS or token.is_space:
        if token.text in (".", "/") or token.text in ("–", "—"):
            return token.text == "." and position + 1 < len(doc)
        return not (token.is_space and position == start)
    return token.lower_ in ("with",) and position > start and doc[position - 1].text == ","


def opens_action(doc: Doc, position: int, left: int) -> bool:
    """Whether a verb with an object or a place of its own begins here: "write two letters".

    `left` is where the part before begins: it sets the form ("trained 14 people; opened 2 desks").
    """
    token = _skip_adverbs(doc, position)
    if token is None or token.i + 1 >= len(doc):
        return False
    follows = doc[token.i + 1]
    if token.i and (doc[token.i - 1].lower_ in _NO_VERB_BEHIND or token.text[:1] in "-("):
        return False
    if follows.text in ("-", "/", ",") or follows.lower_ in ("and", "or", "of", "&"):
        return False
    form = load_lexicon().verb(token.lower_)
    certain = follows.tag_ in _OBJECT_TAGS or follows.like_num
    if form is not None and form.form in ("ing", "ed"):
        first = load_lexicon().verb(doc[left].lower_)
        same = first is not None and first.form == form.form
        return same and (certain or follows.tag_ in (*_NOMINAL, "RP"))
    base = form is not None and form.form == "base"
    if not base and token.tag_ not in ("VB", "VBP"):
        return certain and token.tag_ in ("NN", "JJ") and token.is_lower and not token.text.endswith("s")
    return certain or _takes_object(token, follows, noun=form is not None and form.noun != "", base=base)


_NO_VERB_BEHIND = ("to", "the", "a", "an", "of", "for", "our", "their", "its")
_PARTICLES = ("up", "out", "over", "off", "down", "back", "in", "on")


def _takes_object(token: Token, follows: Token, *, noun: bool, base: bool) -> bool:
    """Whether the word behind a possible verb is what a verb takes, not what a noun takes."""
    verbal = token.tag_ in ("VB", "VBP")
    if follows.tag_ in ("IN", "RP", "TO", "RB"):
        return verbal or (base and follows.lower_ in _PARTICLES and follows.tag_ in ("RP", "RB"))
    named = follows.tag_ in ("NNP", "NNPS") or follows.text[:1].isupper()
    if follows.tag_ in _NOMINAL or follows.tag_ == "VBZ":
        return verbal or (base and (not noun or named))
    return False


def opens_statement(doc: Doc, start: int, end: int) -> bool:
    """Whether an imperative with an object stands in a part, lead-in phrases left aside."""
    if not any(t.tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP", "CD") for t in doc[start + 1 : end]):
        return False
    for index in _heads(doc, start, end):
        token = _skip_adverbs(doc, index)
        if token is not None and token.i + 1 < end and _is_imperative(token, doc):
            return True
    for token in doc[start : end - 1]:
        form = load_lexicon().verb(token.lower_)
        free = token.i == 0 or doc[token.i - 1].tag_ not in ("TO", "DT", "JJ", "IN", "MD", "PRP$", "HYPH", "NNP")
        if free and form is not None and form.form == "base" and (
            doc[token.i + 1].tag_ in ("DT", "CD", "PRP$") or (token.tag_ == "VB" and token.dep_ in ("ROOT", "conj"))
        ):
            return True
    return False


def _is_imperative(token: Token, doc: Doc) -> bool:
    form = load_lexicon().verb(token.lower_)
    follows = doc[token.i + 1]
    object_behind = follows.tag_ in _OBJECT_TAGS or follows.tag_ == "RP" or follows.like_num
    if form is None:
        return object_behind and token.tag_ in ("NN", "NNP", "VB", "VBP", "JJ", "RB") and token.is_alpha
    if form.form == "base":
        return not _is_noun_here(token, doc, form.noun)
    if form.form in ("ing", "ed"):
        return object_behind or follows.tag_ in (*_NOMINAL, "IN")
    return False


def _is_noun_here(token: Token, doc: Doc, noun: str) -> bool:
    """Whether a word that can be both is a noun: "Test coverage above 80 %", "Test of the drill"."""
    if noun not in ("also", "mostly"):
        return False
    follows = doc[token.i + 1]
    if follows.tag_ == "IN":
        return noun == "mostly" or follows.lower_ in ("of", "for")
    return follows.tag_ in ("VBZ", "MD", "VBD", "JJR", ":", ",")


def _heads(doc: Doc, start: int, end: int) -> Iterator[int]:
    yield start
    for index in range(start, min(end, start + 16)):
        if doc[index].text in (":", ",") and index + 1 < end:
            yield index + 1


def _skip_adverbs(doc: Doc, position: int) -> Token | None:
    while position < len(doc) and (
        doc[position].tag_ == "RB"
        and doc[position].lower_ not in load_words("compound-not-adverbs")
        and load_lexicon().verb(doc[position].lower_) is None
    ):
        position += 1
    return doc[position] if position < len(doc) else None


def finite_verb(doc: Doc, start: int, end: int) -> Token | None:
    """The first finite verb of a part that is not inside a subordinate clause."""
    for token in doc[start:end]:
        if token.lower_ in _SUBORDINATORS and token.i > start:
            return None
        if token.tag_ in ("VBZ", "VBD", "MD", "VBP") and token.i > start and _is_predicate(token):
            return token
    return None


def _is_predicate(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "relcl", "acl")


def has_clause(doc: Doc, start: int, end: int) -> bool:
    """Whether a part holds a subject and its finite verb, whatever leads up to them."""
    verb = finite_verb(doc, start, end)
    return verb is not None and any(
        t.tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP", "EX") for t in doc[start : verb.i]
    )


def opens_clause(doc: Doc, start: int, end: int) -> bool:
    """Whether a clause with a subject of its own begins here: "and the board knows it"."""
    verb = finite_verb(doc, start, end)
    if verb is None or verb.i - start > 9 or not has_clause(doc, start, end):
        return False
    subject = doc[start : verb.i]
    if subject[0].tag_ in ("IN", "TO", "WDT", "WP", "WRB", "VBG") or subject[0].lower_ in _SUBORDINATORS:
        return False
    return not any(t.tag_ == "PRP" and t.i > start for t in subject)


def opens_predicate(doc: Doc, start: int, end: int) -> bool:
    """Whether a second finite verb of the same subject begins here: "and sign up earlier"."""
    token = _skip_adverbs(doc, start)
    if token is None or token.i + 1 >= end or token.tag_ not in ("VBZ", "VBP", "VB"):
        return False
    follows = doc[token.i + 1]
    return _is_predicate(token) and follows.lower_ not in ("too", "and", "or", "of")


def is_lead_in(doc: Doc, start: int, cut: Cut) -> bool:
    """Whether the part before a comma only leads up to the statement: "If we stopped, ..."."""
    if cut.link != ",":
        return False
    first = doc[start]
    if first.tag_ not in ("IN", "WRB") and first.lower_ not in ("whoever", "once", "prior"):
        return False
    return not opens_statement(doc, start, cut.start) or first.lower_ in ("if", "when", "once")


def ends_in_state(doc: Doc, start: int, end: int) -> bool:
    """Whether a part is a thing and what was done to it: "territories carved"."""
    for token in doc[start + 1 : end]:
        form = load_lexicon().verb(token.lower_)
        participle = token.tag_ in ("VBN", "VBD") and (form is None or form.form == "ed")
        before = doc[token.i - 1]
        if participle and before.tag_ in ("NN", "NNS", "NNP", "NNPS", "CD", "VBZ", ")"):
            follows = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if follows is None or token.i + 1 >= end or follows.tag_ in ("IN", "RB", ",", ":", "TO", "CC", "."):
                return not any(t.tag_ in ("VB", "MD") for t in doc[start : token.i])
    return False


def opens_comparative(doc: Doc, start: int, end: int) -> bool:
    """Whether a wish for more of something begins here: "better margins"."""
    if start >= end:
        return False
    first = doc[start + 1] if doc[start].tag_ == "DT" and start + 1 < end else doc[start]
    word = first.lower_
    comparative = first.tag_ in ("JJR", "RBR") or bool(re.fullmatch(r"(?:fewer|less|more|better|lower|higher|\w+ier|\w+er)", word)) and (
        first.tag_ in ("JJR", "RBR", "JJ", "RB")
    )
    return comparative and any(t.tag_ in ("NN", "NNS", "NNP", "NNPS") for t in doc[start + 1 : end])


def is_inside(doc: Doc, start: int, cut: Cut) -> bool:
    """Whether what follows a cut belongs to a clause or a purpose begun before it.

    "Update the pages to describe content and encourage reading": both serve the update.
    """
    if any(mark in cut.link for mark in ";|.+") or "then" in cut.link:
        return False
    opener: Token | None = None
    for token in doc[start : cut.start]:
        purpose = token.lower_ == "to" and token.i + 1 < cut.start and (
            doc[token.i + 1].tag_ == "VB" or doc[min(token.i + 2, len(doc) - 1)].tag_ == "VB"
        )
        by_doing = token.lower_ == "by" and token.i + 1 < cut.start and doc[token.i + 1].tag_ == "VBG"
        if purpose or by_doing or (token.lower_ in _SUBORDINATORS and token.i > start + 1):
            opener = token
        elif token.text in (",", ";") and opener is not None and cut.start - token.i > 1:
            opener = opener if not cut.comma else None
    if opener is None:
        return False
    right = doc[cut.end]
    if right.dep_ == "conj" and right.head.i < opener.i:
        return False
    return not cut.comma or (right.dep_ == "conj" and right.head.i > opener.i)


def spans(doc: Doc, cuts: Sequence[Cut]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges between cuts."""
    start = 0
    for cut in cuts:
        yield start, cut.start
        start = cut.end
    yield start, len(doc)
