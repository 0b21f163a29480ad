"""A thing that is made or held, said by what people do with it."""

from __future__ import annotations

import re
from dataclasses import replace

from okrlint.predicate import Form
from okrlint.rewrite.bones import Bones
from okrlint.rewrite.forms import word_thing
from okrlint.rewrite.lists import load_kind, load_list, load_map, load_marked, load_second
from okrlint.rewrite.manner import find_any, find_thing, is_half_done, manner_of
from okrlint.rewrite.named import is_cut, tells_which, with_purpose
from okrlint.rewrite.phrase import Phrase
from okrlint.rewrite.words import is_people, is_plural, split_words

_UP = ("live", "available", "ready", "online", "in place", "in use")
_SUPPORT = re.compile(r"[Ss]upport (?:for|of) ")
_TESTING = re.compile(
    r"\bto (?:check|determine|find out|learn|see|tell|test|verify) (?:if|how|wh\w+)\b"
)
_AMOUNT = re.compile(
    r"\b(?:that|which|achieving|attracting|bringing|gaining|getting|reaching|(?:used|read|seen) by)"
    r"\b[^,;.]*\d|\bwith (?:an? )?[^,;.]*\d[\d.]* ?%|\([^)]*\d ?%"
)
"""How much it is to bring."""
_PUNCTUAL = re.compile(r"\b(?:on time|on schedule|within budget|on budget)\b", re.IGNORECASE)
"""What counts then is the time or the money, not the thing."""
_DIGIT = re.compile(r"\d")
_PLACES = (" in ", " within ", " under ")
_OF_PEOPLE = ("use", "reuse", "find", "live", "come", "join", "active", "learn")
"""Classes of things that have a wording with people in it."""
_READ = ("find", "live", "read")
"""Classes of things that are documents."""
_FEWER = ("fewer", "gone")
_ANY_NOUN = ("document", "automate", *_FEWER)
"""Manners that ask for no class of thing: what the work is done to is enough."""


def say_made(bones: Bones) -> str | None:
    """The statement as what its thing changes; None where no wording fits."""
    manner = manner_of(bones)
    if manner is None or bones.paced or bones.changed or is_half_done(bones):
        return None
    if _PUNCTUAL.search(bones.text) or (bones.gap and bones.open is None):
        return None  # how much of it is left out; that was the point
    if any(token.is_a("demanding") for token in split_words(bones.text)):
        return None
    if manner == "teach":
        return _say_of_people(bones)
    if manner in _ANY_NOUN:
        phrase = find_any(bones)
        if phrase is None or (manner in _FEWER and not phrase.plural) or phrase.words.istitle():
            return None  # one thing, or a name
        if manner in _FEWER and " all " in bones.text.casefold():
            return None  # fewer are not all
        read = load_map("things").get(phrase.head) in _READ or phrase.last in load_kind("lived")
        if manner == "document" and read:
            return None  # it is itself what is read, or no topic
        return None if is_cut(bones, phrase) else word_thing(manner, "*", phrase)
    supported = _find_supported(bones)
    if supported:
        made = manner in ("new", "issue", "done")
        return f"[number] [people] use {supported.loose}" if made else None
    return _say_of_thing(bones, manner)


def _say_of_thing(bones: Bones, manner: str) -> str | None:
    thing = find_thing(bones)
    if thing is None or (bones.form is Form.PHRASE and not _is_whole(bones, thing)):
        return None
    kind = load_map("things")[thing.head]
    thing = with_purpose(bones, thing) if kind == "use" else thing
    if not tells_which(bones, thing) or _is_other(bones, thing, kind):
        return None
    if thing.tail.startswith(" at ") or (bones.form is Form.PHRASE and _is_placed(thing, kind)):
        return None  # where it is to be shown, or in what state it is to be
    if bones.verb in ("film", "record") and kind != "hear":
        kind = "watch"
    if _AMOUNT.search(bones.text[thing.end : bones.stop]):
        return None  # it is said already, and would be lost
    words = thing.words.casefold().split()
    if kind == "process" and words[0] == "automated":
        kind = "save"
    elif kind == "come" and words[0] in ("filmed", "recorded"):
        kind = "watch"
    elif kind == "use" and words[0] in load_kind("shown"):
        kind = "taste"
    return None if _is_for_few(thing, kind) else word_thing(manner, kind, thing)


def _is_for_few(thing: Phrase, kind: str) -> bool:
    """Whether its tail says whom or what it is for, so that no number of others matters."""
    if kind == "taste":
        return thing.tail.startswith(" to ")  # its purpose would be that of those who try it
    if kind in _OF_PEOPLE and thing.tail.startswith(" for "):
        one = thing.tail.startswith((" for the ", " for our "))
        if one or is_plural(thing.tail.split()[-1].casefold()):
            return True  # people whom no list knows: "for account execs", "for the whole team"
    if kind == "answer" and thing.count:
        return True  # of birds or of land
    if kind == "read":
        return thing.tail.startswith(" for ") or bool(thing.people)
    if kind == "learn":
        return bool(thing.count) and _count(thing.count) > _FEW  # nobody goes through all of them
    if kind != "come":
        return False
    return " and " in thing.words + thing.tail or _DIGIT.search(thing.tail) is not None


def _is_placed(thing: Phrase, kind: str) -> bool:
    """Whether a bare name says where its thing is; what is read is on something."""
    return thing.tail.startswith((*_PLACES, " on ") if kind == "use" else _PLACES)


def _is_other(bones: Bones, thing: Phrase, kind: str) -> bool:
    """Whether what is meant is for something else than its noun says."""
    if thing.head == "page":
        return thing.tail.startswith(" of ")  # of a book, not of a site
    if kind == "come" and bones.verb == "make":
        return True  # "Make the payments fair": nobody makes an event
    if kind == "decide":
        return bones.verb == "give"  # who gives an interview is asked
    if kind == "use" and bones.verb in ("rewrite", "rework"):
        return True  # nobody who uses it need see that
    if kind == "guard":
        return _TESTING.search(bones.text, thing.end) is not None  # of others, not one's own
    if thing.head in load_kind("taught"):
        return bones.verb in ("attend", "visit")  # one goes there to learn
    return bool(thing.count) and thing.head in load_marked("things", "mass")


def _say_of_people(bones: Bones) -> str | None:
    """People who are taught; not a school, and not who wants to be hired."""
    phrase = find_any(bones)
    if phrase is None or not is_people(phrase.last):
        return None
    alone = not phrase.count and " " not in phrase.words
    if alone or phrase.last in load_kind("body") or phrase.last in ("candidates", "applicants"):
        return None
    if phrase.count and _count(phrase.count) <= _FEW:
        return None  # no share of three people is wanted
    after = load_second("works").get(bones.verb, "")
    about = phrase.tail if phrase.tail.startswith((" on ", " in ", " about ")) else ""
    return word_thing("teach", "people", phrase, after + about)


_FEW = 10
"""So many people or things are no crowd of which a share is asked."""


def _count(words: str) -> int:
    """How many it is; many where it is no plain number."""
    numbers = [entry.text for entry in load_list("kinds") if entry.fields[0] == "number"]
    low = words.casefold()
    return int(words) if words.isdecimal() else numbers.index(low) + 1 if low in numbers else 99


def _find_supported(bones: Bones) -> Phrase | None:
    """What is made possible: dark mode, in "Add support for dark mode"."""
    match = _SUPPORT.match(bones.text, bones.start, bones.stop)
    found = find_any(replace(bones, start=match.end())) if match else None
    listed = found is not None and bones.text[found.end :].lstrip().startswith(",")
    return None if listed else found


def _is_whole(bones: Bones, thing: Phrase) -> bool:
    """Whether a bare noun phrase says all that there is, in more than a word."""
    rest = bones.text[thing.end : bones.stop].strip(" .")
    if thing.article == "the":
        return False  # it is there already
    said = f"{thing.article} {thing.count} {thing.bare}".split()
    return len(said) > 1 and (not rest or rest[0] == "(" or rest.startswith(_UP))
