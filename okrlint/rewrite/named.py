"""Whether the words of a thing say which one it is, once they stand in another sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from okrlint.rewrite.bones import Bones
from okrlint.rewrite.lists import load_kind
from okrlint.rewrite.manner import TELLING
from okrlint.rewrite.phrase import Phrase
from okrlint.rewrite.words import is_base_verb, split_words

_TO_DO = re.compile(r" to (\w+)(?: [\w'’/-]+){1,5}(?=[,.;(]|$)")
_POINTING = ("it", "this", "them", "that", "its")


def tells_which(bones: Bones, thing: Phrase) -> bool:
    """Whether readers know the thing by its words: "the post" may be any."""
    return _is_named(thing) or not (is_cut(bones, thing) or _is_told_later(bones, thing))


def is_cut(bones: Bones, phrase: Phrase) -> bool:
    """Whether words that tell which one could not be kept: "a post on what we found"."""
    if phrase.tail or phrase.people:
        return False
    after = next(iter(split_words(bones.text, phrase.end, bones.thing_stop)), None)
    if after is not None and after.low == "with":
        return " " not in phrase.words
    return after is not None and (after.is_a("link") or after.text in ",/")


def with_purpose(bones: Bones, thing: Phrase) -> Phrase:
    """A thing with what it is there to do, where nothing else does: "a tool to mix"."""
    match = _TO_DO.match(bones.text, thing.end, bones.thing_stop)
    if match is None or thing.tail or thing.people or not is_base_verb(match[1]):
        return thing
    pointing = any(word.low in _POINTING for word in split_words(match[0]))
    return thing if pointing else replace(thing, tail=match[0])


def _is_named(thing: Phrase) -> bool:
    """Whether its own words say which one it is; "the new tutorial" do not."""
    size = len(thing.head.split())
    before = thing.words.casefold().split()[:-size]
    return bool(thing.count) or any(word not in load_kind("which") for word in before)


def _is_told_later(bones: Bones, thing: Phrase) -> bool:
    """Whether a clause says which one is meant: "an app that has billing"."""
    if " " in thing.head or thing.tail or thing.people:
        return False
    first, second = [*(t.low for t in split_words(bones.text, thing.end, bones.stop)[:2]), "", ""][
        :2
    ]
    told = first in ("that", "which", "where") or (first == "to" and is_base_verb(second))
    return bones.verb in TELLING or told
