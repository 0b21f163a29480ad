"""A thing that is made or held, said by what people do with it."""

from __future__ import annotations

import re
from dataclasses import replace

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.predicate import Form
from okrlint.rewrite.bones import Bones
from okrlint.rewrite.forms import word_thing
from okrlint.rewrite.lists import load_kind, load_map, load_marked, load_second
from okrlint.rewrite.phrase import Phrase, find_phrase
from okrlint.rewrite.words import is_base_verb, is_participle, is_people, singular, split_words

_ORDERS = (Form.ORDER, Form.DOING, Form.DONE)
_MAKING = ("new", "issue", "old", "fast", "done", "hold")
_UP = ("live", "available", "ready", "online", "in place", "in use")
_SUPPORT = re.compile(r"[Ss]upport (?:for|of) ")
_TESTING = re.compile(r"\bto (?:check|determine|find out|learn|see|tell|test|verify) (?:if|how|wh\w+)\b")
_TO_DO = re.compile(r" to (\w+)(?: [\w'’/-]+){1,5}(?=[,.;(]|$)")
_AMOUNT = re.compile(
    r"\b(?:(?:that|which|achieving|attracting|bringing|gaining|getting|reaching|used by|read by|seen by)\b"
    r"[^,;.]*\d|with (?:an? )?[^,;.]*\d[\d.]* ?%)|\([^)]*\d ?%"
)
_IN_PLACE = re.compile(r"\b(?:in|into) (?:place|practice|use|force|effect)\b")
_SHARE = re.compile(r"(\d[\d.]* ?%) of ")
_COVERS = re.compile(r"cover(?:s|ed)? all (?:of )?((?:the |our )?(?:[\w-]+ ){0,3}[\w-]+s)$")
_PUNCTUAL = re.compile(r"\b(?:on time|on schedule|within budget|on budget)\b", re.IGNORECASE)
"""What counts then is the time or the money, not the thing."""
_TELLING = ("contain", "cover", "describe", "exist", "explain")
_ANY_NOUN = ("document", "automate", "share", "fewer")
"""Manners that ask for no class of thing: what the work is done to is enough."""


def find_thing(bones: Bones) -> Phrase | None:
    """The thing that a statement is about, where it is of a known class."""
    return find_phrase(bones.text, bones.start, bones.thing_stop, load_map("things"))


def manner_of(bones: Bones) -> str | None:
    """How the thing is worked on: "new", "old", "hold"; None where that is not known."""
    if bones.form is Form.PHRASE:
        return None if _begins_as_order(bones) else "new"
    if bones.form is Form.ORDER and _is_compound(bones):
        return None
    if bones.verb == "put" and not _IN_PLACE.search(bones.text):
        return None  # it may be there already
    manner = load_map("works").get(bones.verb)
    if bones.form in _ORDERS and bones.verb in _TELLING:
        return "document" if bones.verb in ("describe", "explain") else None
    if bones.form not in _ORDERS and bones.finite != (bones.verb in _TELLING):
        return None
    if bones.linked and manner != "attend":
        return None
    if bones.form not in _ORDERS and manner not in _MAKING:
        return None
    return manner


def _is_compound(bones: Bones) -> bool:
    """Whether the verb may be the first word of a thing: "Release process agreed"."""
    first, second, *_ = (*(t.low for t in split_words(bones.text)[:2]), "", "")
    return first == bones.verb and f"{first} {second}" in load_map("things")


def _is_half_done(bones: Bones) -> bool:
    """Whether it is gone through to its end, not made: "Finish cleaning the data", "the form"."""
    if bones.verb not in ("finish", "complete"):
        return False
    first = next(iter(split_words(bones.text, bones.start, bones.stop)), None)
    thing = find_thing(bones)
    through = thing is not None and thing.head.rpartition(" ")[2] in load_kind("through")
    return through or (first is not None and is_participle(first.low))


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
    return clear or low[0] in load_map("works")


def say_made(bones: Bones) -> str | None:
    """The statement as what its thing changes; None where no wording fits."""
    manner = manner_of(bones)
    if manner is None or bones.paced or bones.changed or _is_half_done(bones):
        return None
    if _PUNCTUAL.search(bones.text):
        return None
    if bones.verb == "cover" and bones.form is Form.CLAUSE:
        covered = _COVERS.search(bones.text[: bones.stop].rstrip(" ."), bones.thing_stop)
        if covered:
            return f"{bones.text[: bones.thing_stop].strip()} covers [number] % of {covered[1]}"
    if manner in ("teach", "ask"):
        return _say_of_people(bones, manner)
    share = _SHARE.match(bones.text, bones.start, bones.stop) if manner == "automate" else None
    if bones.gap and bones.open is None or share:
        if manner != "automate":
            return None  # how many of what is left out; that was the point
        manner = "share"
    if manner in _ANY_NOUN:
        phrase = _find_any(bones)
        if phrase is None or (manner == "fewer" and not phrase.plural) or phrase.words.istitle():
            return None  # one thing, or a name
        said = None if _is_cut(bones, phrase) else word_thing(manner, "*", phrase)
        return said.replace("[target]", share[1]) if said and share else said
    supported = _find_supported(bones)
    if supported:
        made = manner in ("new", "issue", "done")
        return f"[number] [people] use {supported.loose}" if made else None
    return _say_of_thing(bones, manner)


def _say_of_thing(bones: Bones, manner: str) -> str | None:
    thing = find_thing(bones)
    if thing is None or (thing.head == "support" and _is_for_a_thing(thing)) or (bones.form is Form.PHRASE and not _is_whole(bones, thing)):
        return None
    kind = load_map("things")[thing.head]
    if not _is_named(thing) and kind == "use":
        thing = _with_purpose(bones, thing)
    if not _is_named(thing) and (_is_cut(bones, thing) or _is_told_later(bones, thing)):
        return None  # "the post" may be any
    if _AMOUNT.search(bones.text[thing.end : bones.stop]):
        return None  # how much it is to bring is said already, and would be lost
    if thing.head == "page" and thing.tail.startswith(" of "):
        return None  # of a book, not of a site
    if bones.verb == "give" and kind == "decide":
        return None  # who gives an interview is asked
    if thing.count and thing.head in load_marked("things", "mass"):
        return None
    if manner == "attend" and bones.verb in ("attend", "visit") and thing.head in load_kind("taught"):
        return None
    if kind == "guard" and _TESTING.search(bones.text, thing.end):
        return None  # what it finds is not one's own faults
    words = thing.words.casefold().split()
    if kind == "process" and words[0] == "automated":
        kind = "save"
    elif kind == "use" and words[0] in load_kind("shown"):
        kind = "taste"
    return word_thing(manner, kind, thing)


def _is_for_a_thing(thing: Phrase) -> bool:
    """Whether support is given to something: not that is used then, but what it is for."""
    return thing.tail.startswith((" for ", " of "))


def _is_named(thing: Phrase) -> bool:
    """Whether its own words say which one it is; "the new tutorial" do not."""
    size = len(thing.head.split())
    before = thing.words.casefold().split()[:-size]
    return bool(thing.count) or any(word not in load_kind("which") for word in before)


def _is_cut(bones: Bones, phrase: Phrase) -> bool:
    """Whether words that tell which one could not be kept: "a post on what we found"."""
    if phrase.tail or phrase.people:
        return False
    after = next(iter(split_words(bones.text, phrase.end, bones.thing_stop)), None)
    if after is not None and after.low == "with":
        return " " not in phrase.words
    return after is not None and (after.is_a("link") or after.text in ",/")


def _is_told_later(bones: Bones, thing: Phrase) -> bool:
    """Whether a clause says which one is meant: "an app that has billing", "the guide covers it"."""
    if " " in thing.head or thing.tail or thing.people:
        return False
    first, second = [*(t.low for t in split_words(bones.text, thing.end, bones.stop)[:2]), "", ""][:2]
    told = first in ("that", "which", "where") or (first == "to" and is_base_verb(second))
    return bones.verb in _TELLING or told


def _with_purpose(bones: Bones, thing: Phrase) -> Phrase:
    """A thing with what it is there to do, where nothing else tells which one: "a tool to mix"."""
    match = _TO_DO.match(bones.text, thing.end, bones.thing_stop)
    if match is None or thing.tail or thing.people or not is_base_verb(match[1]):
        return thing
    words = split_words(match[0].casefold())
    pointing = any(word.low in ("it", "this", "them", "that", "its") for word in words)
    return thing if pointing else replace(thing, tail=match[0])


def _say_of_people(bones: Bones, manner: str) -> str | None:
    """People who are taught or asked; not a school, and not who wants to be hired."""
    phrase = _find_any(bones)
    if phrase is None or not is_people(phrase.last):
        return None
    alone = not phrase.count and " " not in phrase.words
    if alone or phrase.last in load_kind("body") or phrase.last in ("candidates", "applicants"):
        return None
    after = load_second("works").get(bones.verb, "")
    about = phrase.tail if phrase.tail.startswith((" on ", " in ", " about ")) else ""
    return word_thing(manner, "people", phrase, after + about)


def _find_supported(bones: Bones) -> Phrase | None:
    """What is made possible: dark mode, in "Add support for dark mode"."""
    match = _SUPPORT.match(bones.text, bones.start, bones.stop)
    found = _find_any(replace(bones, start=match.end())) if match else None
    listed = found is not None and bones.text[found.end :].lstrip().startswith(",")
    return None if listed else found


def _is_whole(bones: Bones, thing: Phrase) -> bool:
    """Whether a bare noun phrase says all that there is, in more than a word."""
    rest = bones.text[thing.end : bones.stop].strip(" .")
    said = f"{thing.article} {thing.count} {thing.bare}".split()
    return len(said) > 1 and (not rest or rest[0] == "(" or rest.startswith(_UP))


def _find_any(bones: Bones) -> Phrase | None:
    """The noun phrase that a statement is about, whatever its head."""
    tokens = split_words(bones.text, bones.start, bones.stop)
    heads = {singular(token.low) for token in tokens if token.is_word}
    return find_phrase(bones.text, bones.start, bones.thing_stop, heads)
