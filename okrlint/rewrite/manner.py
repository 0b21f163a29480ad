"""How a statement works on its thing: whether it makes it, mends it, holds it."""

from __future__ import annotations

import re

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.predicate import Form
from okrlint.rewrite.bones import Bones
from okrlint.rewrite.lists import load_kind, load_map
from okrlint.rewrite.phrase import Phrase, find_phrase
from okrlint.rewrite.words import is_participle, singular, split_words

TELLING = ("contain", "cover", "describe", "exist", "explain")
_ORDERS = (Form.ORDER, Form.DOING, Form.DONE)
_MAKING = ("new", "issue", "old", "fast", "done", "hold")
_IN_PLACE = re.compile(r"\b(?:in|into) (?:place|practice|use|force|effect)\b")
_BETTER = re.compile(
    r"\b(?:more|less|easier|[a-z]{3,}er) (?:\w+ )?(?:and|to|for|in|on|than)\b|\b(?:more|less) \w+$"
)


def find_thing(bones: Bones) -> Phrase | None:
    """The thing that a statement is about, where it is of a known class."""
    return find_phrase(bones.text, bones.start, bones.thing_stop, load_map("things"))


def find_any(bones: Bones) -> Phrase | None:
    """The noun phrase that a statement is about, whatever its head."""
    tokens = split_words(bones.text, bones.start, bones.stop)
    heads = {singular(token.low) for token in tokens if token.is_word}
    return find_phrase(bones.text, bones.start, bones.thing_stop, heads)


def manner_of(bones: Bones) -> str | None:
    """How the thing is worked on: "new", "old", "hold"; None where that is not known."""
    if bones.form is Form.PHRASE:
        return None if _begins_as_order(bones) else "new"
    if bones.form is Form.ORDER and _is_compound(bones):
        return None
    if bones.verb == "make" and _BETTER.search(bones.text, bones.start):
        return None  # it is there, and what it is to become is lost
    if bones.verb == "put" and not _IN_PLACE.search(bones.text):
        return None  # it may be there already
    manner = load_map("works").get(bones.verb)
    if bones.form in _ORDERS and bones.verb in TELLING:
        return None
    if bones.form not in _ORDERS and bones.finite != (bones.verb in TELLING):
        return None
    if bones.linked and manner != "attend":
        return None
    if bones.form not in _ORDERS and manner not in _MAKING:
        return None
    return manner


def is_half_done(bones: Bones) -> bool:
    """Whether it is gone through to its end, not made: "Finish cleaning the data", "the form"."""
    if bones.verb not in ("finish", "complete"):
        return False
    first = next(iter(split_words(bones.text, bones.start, bones.stop)), None)
    thing = find_thing(bones)
    through = thing is not None and thing.head.rpartition(" ")[2] in load_kind("through")
    return through or (first is not None and is_participle(first.low))


def _is_compound(bones: Bones) -> bool:
    """Whether the verb may be the first word of a thing: "Release process agreed"."""
    first, second, *_ = (*(t.low for t in split_words(bones.text)[:2]), "", "")
    return first == bones.verb and f"{first} {second}" in load_map("things")


def _begins_as_order(bones: Bones) -> bool:
    """Whether a noun phrase was read where an order may stand: "Document the road map"."""
    low = [token.low for token in split_words(bones.text, bones.start, bones.stop)[:2]]
    if not low or " ".join(low) in load_map("things"):
        return False
    if low[1:] == ["of"]:
        return False  # "Audit of the mill": a noun, whatever else it may be
    if low[0] in ("better", "improved", "more"):
        return True  # what it is to be, not that there is one
    if low[1:] and low[1] in ("up", "out", "down", "off"):
        return True  # a verb that no list knows: "Shore up the policies"
    verb = load_lexicon().verb(low[0])
    clear = verb is not None and verb.form == "base" and verb.noun != "mostly"
    return clear or low[0] in load_map("works") or low[0] in load_kind("ending")
