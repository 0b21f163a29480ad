"""Says what begins at a place of a statement: an action, a clause, a state, a comparison."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.words import load_kind

_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_OBJECT_TAGS = ("DT", "PRP", "PRP$", "CD", "WP", "WRB", "PDT", "WDT")
_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBG", "VBN", "$", "``", "FW", "HYPH")


def opens_action(doc: Doc, position: int, left: int) -> bool:
    """Whether a verb with an object or a place of its own begins here: "write two letters".

    `left` is where the part before begins: it sets the form ("trained 14 people; opened 2 desks").
    """
    token = _skip_adverbs(doc, position)
    if token is None or token.i + 1 >= len(doc):
        return False
    follows = doc[token.i + 1]
    if token.i and token.text[:1] in "-(":
        return False
    if follows.text in ("-", "/") or follows.lower_ == "of":
        return False
    if _opens_name(token, follows):
        return False
    form = load_lexicon().verb(token.lower_)
    certain = follows.tag_ in _OBJECT_TAGS or follows.like_num
    if form is not None and form.form in ("ing", "ed"):
        first = load_lexicon().verb(doc[left].lower_)
        same = first is not None and first.form == form.form
        return same and (certain or follows.tag_ in (*_NOMINAL, "RP"))
    base = form is not None and form.form == "base"
    if not base and token.tag_ not in ("VB", "VBP"):
        return (
            certain
            and token.tag_ in ("NN", "JJ")
            and token.is_lower
            and not token.text.endswith("s")
        )
    return certain or _takes_object(
        token, follows, noun=form is not None and form.noun != "", base=base
    )


def _opens_name(token: Token, follows: Token) -> bool:
    """Whether a further name of a list begins: "Change Failure Rate, and Lead Time for Changes"."""
    if not (token.text[:1].isupper() and follows.text[:1].isupper()) or not token.i:
        return False
    behind = next((t for t in reversed(token.doc[: token.i]) if t.is_alpha and len(t) > 3), None)
    listed = token.nbor(-1).lower_ in (",", "and", "&")
    return listed and behind is not None and behind.text[:1].isupper()


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
        free = (
            _is_titled(token, doc)
            or token.i == 0
            or doc[token.i - 1].tag_
            not in (
                "TO",
                "DT",
                "JJ",
                "IN",
                "MD",
                "PRP$",
                "HYPH",
                "NNP",
            )
        )
        if (
            free
            and form is not None
            and form.form == "base"
            and (
                doc[token.i + 1].tag_ in ("DT", "CD", "PRP$")
                or (token.tag_ == "VB" and token.dep_ in ("ROOT", "conj"))
            )
        ):
            return True
    return False


def _is_titled(token: Token, doc: Doc) -> bool:
    """Whether a title without a colon stands before the verb: "Storage Costs Archive 5 tables"."""
    return (
        token.i > 0
        and token.text[:1].isupper()
        and doc[token.i - 1].text[:1].isupper()
        and (doc[token.i + 1].like_num or doc[token.i + 1].text[:1].islower())
    )


def _is_imperative(token: Token, doc: Doc) -> bool:
    form = load_lexicon().verb(token.lower_)
    follows = doc[token.i + 1]
    object_behind = follows.tag_ in _OBJECT_TAGS or follows.tag_ == "RP" or follows.like_num
    if form is None:
        return (
            object_behind
            and token.tag_ in ("NN", "NNP", "VB", "VBP", "JJ", "RB")
            and token.is_alpha
        )
    if form.form == "base":
        return not _is_noun_here(token, doc, form.noun)
    return form.form != "s" and (object_behind or follows.tag_ in (*_NOMINAL, "IN"))


def _is_noun_here(token: Token, doc: Doc, noun: str) -> bool:
    """Whether a word that can be both is a noun: "Test coverage above 80 %", "Test of pumps"."""
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
        and doc[position].lower_ not in load_kind("compound", "not-adverb")
        and load_lexicon().verb(doc[position].lower_) is None
    ):
        position += 1
    return doc[position] if position < len(doc) else None


def finite_verb(doc: Doc, start: int, end: int) -> Token | None:
    """The first finite verb of a part that is not inside a subordinate clause."""
    for token in doc[start:end]:
        if token.lower_ in load_kind("compound", "subordinator") and token.i > start:
            return None
        if token.lower_ in load_kind("compound", "not-state"):
            continue
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
    if subject[0].tag_ in ("IN", "TO", "VBG") or subject[0].lower_ in load_kind(
        "compound", "subordinator"
    ):
        return False
    return not any(t.tag_ == "PRP" and t.i > start for t in subject)


def opens_predicate(doc: Doc, start: int, end: int) -> bool:
    """Whether a second finite verb of the same subject begins here: "and sign up earlier"."""
    token = _skip_adverbs(doc, start)
    if token is None or token.i + 1 >= end or token.tag_ not in ("VBZ", "VBP", "VB"):
        return False
    follows = doc[token.i + 1]
    return _is_predicate(token) and follows.lower_ not in ("too", "and", "or", "of")


def opens_ability(doc: Doc, start: int, left: int) -> bool:
    """Whether a further verb of what somebody can do begins here: "members can bake and sell it".

    `left` is where the part before begins.
    """
    token = _skip_adverbs(doc, start)
    if token is None or token.tag_ not in ("VB", "VBP"):
        return False
    return any(t.lower_ in _ABLE for t in doc[left:start])


_ABLE = ("can", "could", "able")


def ends_in_state(doc: Doc, start: int, end: int) -> bool:
    """Whether a part is a thing and what was done to it: "territories carved"."""
    for token in doc[start + 1 : end]:
        form = load_lexicon().verb(token.lower_)
        if token.lower_ in load_kind("compound", "not-state"):
            return False
        participle = token.tag_ in ("VBN", "VBD") and (form is None or form.form == "ed")
        last = token.i + 1 == end and token.lower_.endswith("ed")
        participle = participle or (last and form is not None and form.form == "ed")
        before = doc[token.i - 1]
        if participle and before.tag_ in ("NN", "NNS", "NNP", "NNPS", "CD", "VBZ", "-RRB-"):
            follows = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if (
                follows is None
                or token.i + 1 >= end
                or follows.tag_ in ("IN", "RB", ",", ":", "TO", "CC", ".")
            ):
                return not any(t.tag_ in ("VB", "MD") for t in doc[start : token.i])
    return False


def opens_comparative(doc: Doc, start: int, end: int) -> bool:
    """Whether a wish for more of something begins here: "better margins"."""
    if start >= end:
        return False
    if doc[start].tag_ in ("DT", "RB") and start + 1 < end:
        start += 1
    first = doc[start]
    word = first.lower_
    known = word in load_kind("vague-words", "comparative")  # whatever its tag: "Smoother"
    comparative = (
        known
        or first.tag_ in ("JJR", "RBR")
        or (first.tag_ in ("JJ", "RB") and (word in ("less", "more") or word.endswith("er")))
    )
    return comparative and any(t.tag_ in (*_NOUNS, "VBG") for t in doc[start + 1 : end])
