"""A thing that is made or held, said by what people do with it."""

from __future__ import annotations

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.reading import Form
from okrlint.rewrite.bones import Bones
from okrlint.rewrite.forms import word_thing
from okrlint.rewrite.phrase import Phrase, find_phrase
from okrlint.rewrite.words import is_people, load_map, singular, split_words

_ORDERS = (Form.ORDER, Form.DOING, Form.DONE)
_MAKING = ("new", "old", "done", "hold")
_UP = ("live", "available", "ready", "online", "in place", "in use")
_ANY_NOUN = ("document", "automate", "fewer")
"""Manners that ask for no class of thing: what the work is done to is enough."""


def find_thing(bones: Bones) -> Phrase | None:
    """The thing that a statement is about, where it is of a known class."""
    return find_phrase(bones.text, bones.start, bones.stop, load_map("things"))


def manner_of(bones: Bones) -> str | None:
    """How the thing is worked on: "new", "old", "hold"; None where that is not known."""
    if bones.form is Form.PHRASE:
        return "new"
    manner = None if bones.finite else load_map("works").get(bones.verb)
    if bones.linked and manner != "attend":
        return None
    if bones.form not in _ORDERS and manner not in _MAKING:
        return None
    return manner


def say_made(bones: Bones) -> str | None:
    """The statement as what its thing changes; None where no wording fits."""
    manner = manner_of(bones)
    if manner is None:
        return None
    if manner in ("teach", "ask"):
        phrase = _find_any(bones)
        people = phrase is not None and is_people(phrase.words.split()[-1].casefold())
        return word_thing(manner, "people", phrase) if phrase and people else None
    if manner in _ANY_NOUN:
        phrase = _find_any(bones)
        if phrase is None or (manner == "fewer" and not phrase.plural):
            return None
        return word_thing(manner, "*", phrase)
    thing = find_thing(bones)
    if bones.form is Form.PHRASE and not (thing and _is_whole(bones, thing)):
        return None
    known = thing and word_thing(manner, load_map("things")[thing.head], thing)
    return known or _say_other(bones, manner)


def _is_whole(bones: Bones, thing: Phrase) -> bool:
    """Whether a bare noun phrase says all that there is, in more than a word."""
    rest = bones.text[thing.end : bones.stop].strip(" .")
    said = " ".join((thing.article, thing.count, thing.words)).split()
    return len(said) > 1 and (not rest or rest[0] in "(:" or rest in _UP)


def _say_other(bones: Bones, manner: str) -> str | None:
    """A thing of no known class, in words that are a deliverable's."""
    phrase = _find_any(bones) if bones.form in _ORDERS else None
    if phrase is None or load_lexicon().noun(phrase.head) not in ("artefact", "activity"):
        return None
    return word_thing(manner, "other", phrase)


def _find_any(bones: Bones) -> Phrase | None:
    """The noun phrase that a statement is about, whatever its head."""
    tokens = split_words(bones.text, bones.start, bones.stop)
    heads = {singular(token.low): "" for token in tokens if token.is_word}
    return find_phrase(bones.text, bones.start, bones.stop, heads)
