"""Wordings -> sentences: the thing with its article, the people it is for, its number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from okrlint.rewrite.lists import load_kind, load_list
from okrlint.rewrite.phrase import Phrase
from okrlint.rewrite.words import is_superlative

_ALSO = {"issue": "new", "fast": "old"}
"""Manners that have the wordings of another, but for a few of their own."""
_SLOT = re.compile(r"\{(\w+)(?::([^}]*))?\}")


@cache
def load_forms() -> Mapping[tuple[str, str], str]:
    """The wordings of `forms.txt`, by manner of work and class of thing ("*": any)."""
    return {(entry.text, entry.fields[0]): entry.fields[1] for entry in load_list("forms")}


def word_thing(manner: str, kind: str, phrase: Phrase, after: str = "") -> str | None:
    """What a better key result says of a thing; None where no wording fits.

    `after` is what brings people to something: "the training".
    """
    forms = load_forms()
    form = forms.get((manner, kind)) or forms.get((manner, "*"))
    if form is None and manner in _ALSO:
        form = forms.get((_ALSO[manner], kind))
    if form is None:
        return None
    slots = {match[1] for match in _SLOT.finditer(form)}
    people = phrase.people
    if "those" in slots and _is_body(people):
        people = ""  # a school does not come, those from it do
    elif slots & {"who", "those"}:
        phrase = replace(phrase, people="")
    form = form.replace("{after}", after)
    return _SLOT.sub(lambda m: _fill(m[1], m[2], phrase, people), form)


def _is_body(people: str) -> bool:
    return people.rpartition(" ")[2].casefold() in load_kind("body")


def _fill(slot: str, blank: str | None, phrase: Phrase, people: str) -> str:
    if slot == "the":
        return phrase.definite
    if slot == "them":
        return replace(phrase, tail="", people="").definite
    if slot == "things":
        several = phrase.plural or " and " in phrase.words
        named = is_superlative(phrase.words.split()[0].casefold()) or not several
        return f"the {phrase.bare}" if named else phrase.bare
    if slot == "are":
        return "are" if phrase.plural or " and " in phrase.words else "is"
    if slot == "s":
        return "" if phrase.plural else "s"
    if slot == "who":
        return people or f"[{blank}]"
    return f"the {people}" if people else "those"
