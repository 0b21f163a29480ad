"""Finds quantities without a number: every, each, all, no, none, zero of a countable set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from okrlint.language.quantity.amount import Amount
from okrlint.language.quantity.context import Context, can_be_verb
from okrlint.language.when.words import in_relative_clause, opens_with_verb
from okrlint.language.words import load_kind
from okrlint.reading import Measure

_NOT_ONE = re.compile(r"\b(?:(?:not|without) a single|(?:not|without) one)\b", re.I)
_NONE = ("no", "none", "nobody", "nothing")


def find_sets(context: Context) -> Iterator[Amount]:
    """Yield the words that take the whole of a set, or nothing of it."""
    for match in _NOT_ONE.finditer(context.text):
        yield Amount(match.start(), match.end(), Measure.NONE, 0.0)
    for token in context.doc:
        word = token.lower_
        each = word in ("every", "each") and _names_set(token, context)
        if each or (word == "all" and _takes_all(token, context)):
            yield _amount(token, Measure.ALL, context)
        elif (word == "all" and _sums_up(token, context)) or _takes_everyone(token, context):
            yield Amount(token.idx, token.idx + len(token), Measure.ALL, None)
        elif word in _NONE and _takes_none(token, context):
            yield _amount(token, Measure.NONE, context)
        elif word in ("never", "neither") and _denies_all(token, context):
            yield Amount(token.idx, token.idx + len(token), Measure.NONE, 0.0)


def _amount(token: Token, measure: Measure, context: Context) -> Amount:
    end = token.idx + len(token)
    counted = context.counted(end)
    value = 0.0 if measure is Measure.NONE else None
    return Amount(token.idx, end, measure, value, counted.head.text if counted.head else None)


def _is_joined(token: Token, context: Context) -> bool:
    """Whether the word is a piece of a hyphenated one: "all-hands", "no-code", "catch-all"."""
    text, end = context.text, token.idx + len(token)
    return text[end : end + 1] in ("-", "/") or text[token.idx - 1 : token.idx] in _JOINTS


_JOINTS = ("-", "‑", "/")


def _names_set(token: Token, context: Context) -> bool:
    if _is_joined(token, context):
        return False
    follows = context.after(token.idx + len(token))
    if follows is None or not (follows.is_alpha or follows.like_num or follows.is_quote):
        return False
    if token.lower_ == "each" and follows.tag_ in ("IN", "TO") and follows.lower_ != "of":
        return False
    if follows.lower_ in load_kind("quantity", "not-every"):
        return False
    counted = context.counted(token.idx + len(token))
    word = counted.head.lower_ if counted.head is not None else follows.lower_
    return word not in load_kind("quantity", "vague-set")


def _takes_all(token: Token, context: Context) -> bool:
    if _is_joined(token, context):
        return False
    before = context.adjacent(token.idx)
    if before is not None and before.lower_ in (
        "at",
        "after",
        "above",
        "in",
        "first",
        "best",
        "once",
        "for",
    ):
        follows = context.after(token.idx + len(token))
        if (
            before.lower_ not in ("in", "for", "after")
            or follows is None
            or not (context.counted(token.idx + 3).several or _has_plural(token, context))
        ):
            return False
    follows = context.after(token.idx + len(token))
    if follows is None or follows.lower_ in load_kind("quantity", "not-all"):
        return False
    words = re.match(r"(?:\s*\([^)]*\))?((?:\s[\w'’\"“-]+){1,8})", context.text[token.idx + 3 :])
    if words is None:
        return False
    unclear = load_kind("quantity", "unclear")
    counted = context.counted(token.idx + len(token))
    leading = words[1].lower().split()
    if any(word in unclear for word in leading[: max(counted.words, 1)]):
        return False
    return _has_plural(token, context)


def _has_plural(token: Token, context: Context) -> bool:
    """Whether a countable plural follows: "all open issues", "all of the services"."""
    skipped = ("of", "the", "our", "my", "their", "its", "your", "these", "those", "(", ")", "it")
    for ahead in context.doc[token.i + 1 : token.i + 9]:
        if ahead.lower_ in skipped or ahead.is_space or _is_piece(ahead, context):
            continue
        counted = context.counted(ahead.idx)
        whole = context.doc[token.i + 1].lower_ in skipped[1:-3]  # "all the sheet music"
        return (
            (counted.several or whole)
            and counted.head is not None
            and (counted.head.lower_ not in load_kind("quantity", "vague-set"))
        )
    return False


def _is_piece(token: Token, context: Context) -> bool:
    """Whether it is a piece of a compound before a noun: "all front-of-house staff"."""
    text, end = context.text, token.idx + len(token)
    opens = token.text in _JOINTS or text[end : end + 1] == "-"
    return opens or (text[token.idx - 1 : token.idx] == "-" and token.tag_ != "NNS")


def _sums_up(token: Token, context: Context) -> bool:
    """Whether it takes together what was listed: "import, export and print all work"."""
    before = context.adjacent(token.idx)
    follows = context.after(token.idx + len(token))
    if before is None or follows is None or _is_joined(token, context):
        return False
    subject = context.text[: before.idx if before.lower_ in _BE else token.idx]
    listed = re.search(r"\w,\s.*(?:,|\band|&)\s[^,]+$|\band\s(?:\w+\s){1,3}$", subject)
    if before.lower_ in _BE:
        return listed is not None and follows.tag_ in ("VBN", "VBD", "JJ")
    return listed is not None and before.tag_ != "PRP" and can_be_verb(follows)


_BE = ("are", "were", "is", "be")


def _takes_everyone(token: Token, context: Context) -> bool:
    """Whether all of some people are meant who can be counted: "everyone in the crew".

    "Everybody who sails" is such a set at the beginning; elsewhere it says for whom a thing is.
    """
    follows = context.after(token.idx + len(token))
    known = follows is not None and follows.lower_ in ("in", "on", "at", "of")
    known = known or (follows is not None and follows.lower_ == "who" and token.i == 0)
    return known and token.lower_ in ("everyone", "everybody")


def _describes_thing(token: Token, context: Context) -> bool:
    """Whether it only says which thing is worked on: "retire the form that nobody reads"."""
    if not opens_with_verb(context.doc):
        return False
    before = context.adjacent(token.idx)
    linked = before is not None and before.lower_ in ("that", "which")
    if before is not None and linked:
        before = context.adjacent(before.idx)
    person = token.lower_ == "nobody" or context.text[token.idx :][:6].lower() == "no one"
    reduced = (person or linked) and before is not None and before.tag_ in ("NN", "NNS", "NNP")
    return reduced or in_relative_clause(token)


def _denies_all(token: Token, context: Context) -> bool:
    """Whether the statement as a whole says that something never happens, or to neither of two.

    "We never sell a mouldy box" is none at all; "never exceeds 12" says its number, "the form that
    never worked" which one is meant, "never mind" nothing.
    """
    if token.lower_ == "neither":
        return token.i == 0 or context.is_opening(token)
    follows = context.after(token.idx + len(token))
    if follows is None or not follows.is_alpha or _describes_thing(token, context):
        return False
    if follows.lower_ in load_kind("quantity", "not-never"):
        return False
    near = context.doc[token.i + 1 : token.i + 3]
    return any(t.pos_ in ("VERB", "AUX") for t in near) or can_be_verb(follows)


def _takes_none(token: Token, context: Context) -> bool:
    if _is_joined(token, context):
        return False
    word, follows = token.lower_, context.after(token.idx + len(token))
    if word == "no" and token.text == "NO" and not context.text.isupper():
        return False
    if _describes_thing(token, context):
        return False
    before = context.adjacent(token.idx)
    if word in ("none", "nobody"):
        return True
    if word == "nothing":
        return before is None or before.lower_ not in ("but", "for")
    spent = before is not None and before.lemma_ == "spend"  # "spend no time", not "in no time"
    if follows is None or (follows.lower_ in load_kind("quantity", "not-no") and not spent):
        return False
    if before is not None and before.lower_ in ("or", "yes", "say", "by"):
        return False
    return follows.is_alpha or follows.is_quote or follows.text[:1].isalnum()
