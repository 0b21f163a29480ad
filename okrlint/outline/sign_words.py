"""How people are told a sign: `item/up:key results` -> `stands right under the name "Key results"`.

`data/sign_words.txt` holds the words, by the families of signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import zip_longest

_KINDS = frozenset(("root", "heading", "line", "item", "table", "column", "cell", "entry"))
_SLOT = re.compile(r"\{(\w*)\}")
_PARTS = ("+", " then ", " of ")
"""What parts a value in two."""


@lru_cache(maxsize=8192)
def say_sign(name: str) -> str:
    """A sign of a unit in words; one without words is shown as it is.

    A sign and the same sign of one kind of unit ("up:aside", "item/up:aside") read alike: to a
    person they are one fact.
    """
    return _say("sign", fact_of(name)) or name


def fact_of(name: str) -> str:
    """A sign without the kind of unit that its weight is for."""
    kind, slash, rest = name.partition("/")
    return rest if slash and kind in _KINDS else name


def say_whole(name: str) -> str:
    """A sign of the whole document in words."""
    return _say("holds", name) or _say("sign", name) or name


def say_kind(name: str) -> str:
    """A kind of unit in words."""
    return _table("role")[0].get(name, name).removeprefix("a ")


@cache
def _table(name: str) -> tuple[dict[str, str], dict[str, str]]:
    """The lines of one table: those that are words, and those with slots for a value."""
    text = (files("okrlint.outline") / "data" / "sign_words.txt").read_text(encoding="utf-8")
    whole: dict[str, str] = {}
    slotted: dict[str, str] = {}
    for line in text.splitlines():
        key, _, words = line.partition("\t")
        table, _, key = key.partition(" ")
        if table == name:
            (slotted if _SLOT.search(words) else whole)[key] = words
    return whole, slotted


def _say(table: str, name: str) -> str:
    whole, slotted = _table(table)
    if name in whole:
        return whole[name]
    for family, values in _readings(name):
        if family in slotted:
            words, slots = _SLOT.split(slotted[family])[::2], _SLOT.findall(slotted[family])
            said = [_value(slot, value) for slot, value in zip(slots, values, strict=False)]
            return "".join(part for pair in zip_longest(words, said, fillvalue="") for part in pair)
    return ""


def _readings(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The ways of parting a sign in family and values, the longest family first."""
    for at in (m.start() for m in reversed(list(re.finditer(":", name)))):
        family, value = name[:at], name[at + 1 :]
        for part in _PARTS:
            if part in value:
                yield f"{family} {part.strip()}", tuple(value.split(part, 1))
        yield family, (value,)


def _value(table: str, value: str) -> str:
    return _table(table)[0].get(value, value) if table else value
