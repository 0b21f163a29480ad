"""A measure, said with where it stands and where it will be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.words import load_table
from okrlint.predicate import Form
from okrlint.rewrite.bones import Bones
from okrlint.rewrite.lists import load_kind, load_list, load_map
from okrlint.rewrite.manner import find_thing, manner_of
from okrlint.rewrite.phrase import Phrase, find_phrase
from okrlint.rewrite.words import (
    SHORT,
    is_base_verb,
    is_participle,
    is_plural,
    singular,
    split_words,
)

_DEGREES = re.compile(
    r"^(?:(?:much|far|significantly|noticeably|considerably|even)\s+)?(?:optimal|meaningful|sufficient|full|maximum|minimal|high|higher|greater|deeper|wider|clearer|faster|bigger|good|better|great|low|lower|strong|stronger|excellent|healthy|more|less|fewer"
    r"|improved?|increased|reduced|consistent)\s+",
    re.IGNORECASE,
)
_COMPARATIVE = re.compile(
    r"^(?:low|high|small|short|quick|fast|rapid|minimal|maximum|better|higher|greater|stronger|lower|faster|wider|deeper|broader|quicker|clearer|more|less|fewer|improved?|increased|reduced)\s+",
    re.IGNORECASE,
)
"""What is no part of a measure's name: a "healthy conversion rate" may be one."""
_PURPOSE = re.compile(
    r"\b(?:in order )?to (?:further |significantly |better )?(\w+) ", re.IGNORECASE
)
_JOINED = re.compile(
    r" and (?:be|become|get|give|have|keep|make|more|less|fewer|better|higher|lower|greater)\b"
)
_MORE = re.compile(r"\b(?:more|less)\b")
_LONGEST_REST = 8
_LEVEL = re.compile(r"\d[.,]\d+$|[$€£%]")
_FROM_TO = re.compile(
    r"(?!.*\b[xyzn]{1,3}\b) from (?:[^\W\d]+ ){1,4}to [^\W\d]+(?: [^\W\d]+){0,3}$"
)
_DIGIT = re.compile(r"\d")
_CHANGING = ("up", "down", "better")
_CHANGE = "from [now] to [target]"


@cache
def _measures() -> Mapping[str, str]:
    """Nouns that are measured, beside those of `measures.txt`: its classes in the word lists."""
    nouns = load_table("nouns")
    changes = load_kind("change")
    kept = {
        noun: ""
        for noun, fields in nouns.items()
        if fields[0] in ("measure", "quality") and noun not in changes
    }
    return {**kept, **load_map("measures")}


def say_purpose(bones: Bones) -> str | None:
    """The measure that the statement says it is for: "... to reduce waiting times"."""
    if bones.changed or (bones.gap and bones.open is None):
        return None
    for match in _PURPOSE.finditer(bones.text, bones.start, bones.stop):
        said = _say_change(bones.text, match[1].casefold(), match.end(), bones.stop)
        if said and " and " not in said:
            return said + _means(bones)
    return None


def say_measured(bones: Bones) -> str | None:
    """The statement's own measure from where to where; None where it has none."""
    if (
        bones.open is not None
        and bones.form is Form.ORDER
        and load_map("directions").get(bones.verb) in ("up", "down")
    ):
        before, after = bones.text[: bones.open].rstrip(), bones.text[bones.open : bones.stop]
        return f"{before} {_CHANGE} {after.strip(' .')}".strip()
    if bones.changed or bones.paced:
        return None
    if bones.form is Form.PHRASE:
        return _say_name(bones)
    if bones.form is not Form.ORDER or bones.linked or (bones.gap and bones.open is None):
        return None
    said = _say_change(bones.text, bones.verb, bones.start, bones.stop)
    aim = load_map("directions").get(bones.verb)
    return said or (_say_wanted(bones, aim) if aim in ("wanted", "held") else None)


def _say_change(text: str, verb: str, start: int, stop: int) -> str | None:
    direction = load_map("directions").get(verb)
    if direction not in _CHANGING:
        return None
    phrase = find_phrase(text, start, stop, _measures())
    if phrase is None and direction != "better":
        phrase = _several(text, start, stop)
    if phrase is None or text[phrase.end : stop].lstrip().startswith("that "):
        return None
    if _JOINED.search(phrase.bare):
        return None  # two wishes: "lower burnout and higher engagement"
    said = f"{_verb(verb).capitalize()} {phrase.loose}{_rest(text, phrase.end, stop)}"
    kind = load_table("nouns").get(phrase.head, ("",))[0]
    if _has_no_scale(phrase) or (kind == "quality" and phrase.head not in load_map("measures")):
        return None
    return f"{said} from [now] to 0" if verb == "eliminate" else f"{said} {_CHANGE}"


def _rest(text: str, start: int, stop: int) -> str:
    """What tells which ones are meant, behind the noun: "visits booked by phone"."""
    words = split_words(text, start, stop)
    span = _FROM_TO.match(text[start:stop].rstrip(" ."))
    if span:
        return span[0]
    few = 1 < len(words) <= _LONGEST_REST and all(word.is_word for word in words)
    told = few and is_participle(words[0].low) and words[0].low.endswith("ed")
    return f" {text[start:stop].strip(' .')}" if told else ""


def _verb(verb: str) -> str:
    """The verb of the rewrite: most keep theirs."""
    fields = next(entry.fields for entry in load_list("directions") if entry.text == verb)
    return fields[1] if len(fields) > 1 else verb


def _several(text: str, start: int, stop: int) -> Phrase | None:
    """Things in the plural, which can be more or fewer."""
    tokens = split_words(text, start, stop)
    lexicon = load_lexicon()
    plurals = {singular(token.low) for token in tokens if is_plural(token.low)}
    heads = {noun for noun in plurals if lexicon.noun(noun) is not None} - {*load_map("things")}
    phrase = find_phrase(text, start, stop, heads)
    return phrase if phrase and phrase.plural and not phrase.count else None


def _say_name(bones: Bones) -> str | None:
    """A bare measure: "Time to first reply"."""
    phrase = find_phrase(bones.text, bones.start, bones.stop, load_map("measures"))
    if phrase is None or phrase.count or " and " in phrase.words or bones.gap:
        return None
    if _begins_as_order(phrase) or _has_no_scale(phrase):
        return None
    if _MORE.search(phrase.tail):
        return None  # how it is to be is left out: "attendance more reliable"
    rest = bones.text[phrase.end : bones.stop].strip(" .")
    if (rest and not SHORT.fullmatch(rest)) or _has_capitals(phrase.words):
        return None  # a measure that is glossed is more than its name
    way = load_map("measures")[phrase.head]
    if _LEVEL.search(phrase.bare):
        return None  # where it is to be: "price of a bottle 6.20"
    if way == "either":
        return None  # nobody says where it is to go
    verb = {"up": "Raise", "down": "Cut"}[way]
    return f"{verb} {_COMPARATIVE.sub('', phrase.bare)} {_CHANGE}"


def _begins_as_order(phrase: Phrase) -> bool:
    """Whether an order was read as a noun: "Measure lead time", not "Lead time"."""
    first, *rest = phrase.words.casefold().split()
    named = " ".join([first, *rest[:1]]) in load_map("measures")
    return first in load_map("directions") or (is_base_verb(first) and not named)


def _has_no_scale(phrase: Phrase) -> bool:
    """Whether nobody can say how much of it there is, as of trust."""
    return not load_kind("unmeasured").isdisjoint((phrase.head, phrase.last))


def _has_capitals(words: str) -> bool:
    """Whether capitals make words a name: "Ops Engineering Efficiency"."""
    return sum(word.istitle() for word in words.split()[1:]) > 1


def _say_wanted(bones: Bones, aim: str) -> str | None:
    """A measure that is to be had, kept or followed: "Achieve high satisfaction"."""
    phrase = find_phrase(bones.text, bones.start, bones.stop, load_map("measures"))
    if phrase is None or phrase.count or " and " in phrase.words or _DIGIT.search(phrase.bare):
        return None
    if _has_no_scale(phrase):
        return None
    name = _plain(phrase)
    if aim == "held" and re.search(
        r"\b(?:within|below|above|under|at|good|great|high|low|check|control)\b", phrase.tail
    ):
        return None
    way = load_map("measures")[phrase.head]
    if way == "either":
        return None
    up = way == "up"
    if aim == "held":
        return f"Keep {name} {'above' if up else 'below'} [target]"
    return f"{'Raise' if up else 'Cut'} {name} {_CHANGE}"


def _plain(phrase: Phrase) -> str:
    """The measure without what it is wished to be: "stronger trust" is trust."""
    return _DEGREES.sub("", phrase.bare)


def _means(bones: Bones) -> str:
    """What the statement does towards its purpose, as "with the ..."; "" where that is unclear."""
    thing = find_thing(bones) if manner_of(bones) in ("new", "issue", "hold") else None
    return f" with {thing.definite}" if thing else ""
