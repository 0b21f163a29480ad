"""One key result -> the same key result as the rules would have it, with blanks."""

from __future__ import annotations

import re
from functools import lru_cache

from okrlint.context import Due
from okrlint.reading import Promise, Reading
from okrlint.rewrite.bones import Bones, find_bones, find_possession
from okrlint.rewrite.completed import say_completed
from okrlint.rewrite.deadline import own_deadline, say_when
from okrlint.rewrite.kept import keeps
from okrlint.rewrite.lists import load_kind
from okrlint.rewrite.made import say_made
from okrlint.rewrite.manner import find_thing
from okrlint.rewrite.measured import say_measured, say_purpose
from okrlint.rewrite.people import say_beneficiaries, say_enabled, say_people, say_running
from okrlint.rewrite.share import say_share
from okrlint.rewrite.words import HELD_PLACE, lower_first, split_words

LONGEST = 180
"""Characters of a rewrite; a longer one is not easier to read than what it replaces."""
_ASKS = re.compile(
    r"\?\s*$|^(?:do|does|did|is|are|can|could|should|how|what|why|which|who|whether)\b"
    r"|\b(?:how|what|why|which) (?:do|does|did|can|could|should|am) I\b",
    re.IGNORECASE,
)
"""A question is an open one, and no key result can be made of it."""
LONGEST_READ = 400
"""Characters of a statement that can be said anew; more is a paragraph."""
_MARKUP = re.compile(r"[<>|`\\@*_{}~]|://|\(\s|\[(?!now\]|target\]|date\]|[a-z])")

_CLUMSY = re.compile(
    r"\[number\] %.*(?:\d ?%|\bcan\b|n['’]t\b)"
    r"|\bfor \d+ ?% of\b|\bthe \d+ ?[-–] ?\d+ |\bwithin \d+ .* by "
    r"|\bKRs?\b|\bthose asked\b.*\ball \d|\b(\d+) of \1\b"
    r"|\bmanual\b.*\bmanual\b|\[people\].*\bin CI\b"
    r"|\bevery week by week\b|\b(?:monthly|quarterly|yearly|annual)\b.* a week\b"
    r"|\b(?:about|at|of|with) by \d|\bnext year\b|\bduring .* by "
    r"|\b(?:day|week|month|quarter|year)s? (?:after|before|later) by |\bby the \d+[a-z]{2} by ",
    re.IGNORECASE,
)
"""Two shares in one sentence, a range of things, two spans of time."""
_CLAUSE = re.compile(
    r"\[number\] .*\b(?:when|where|while|(?<!say )that|which|who|whom|what|how|if|because"
    r"|was|were|without|before|after|instead|enough|until|not|themselves)\b"
)
"""What begins a clause of its own: "know when the ferry comes [by 30 June]"."""


@lru_cache(maxsize=1024)  # a statement that nobody changed comes again with every key that is typed
def rewrite(reading: Reading, due: Due | None) -> str | None:
    """A key result that says the same and passes the rules once its blanks are filled.

    A blank is what stands in square brackets: only the writer knows it. None where no natural
    sentence can be made of the statement's own words: that is better than one that nobody would
    write. `due` is by when the statement is due, as far as anything says.
    """
    if len(reading.text) > LONGEST_READ or "[" in reading.text or _ASKS.search(reading.text):
        return None
    said = say_completed(reading, due)
    if said is None and not _is_fine(reading):
        said = _say_anew(reading, due)
    return said if said and _reads_well(said) and not _is_name_kept(reading.text, said) else None


def _say_anew(reading: Reading, due: Due | None) -> str | None:
    bones = find_bones(reading)
    if bones is None:
        return None
    outcome = _say_outcome(reading, bones)
    said = outcome or _say_thing(reading, bones)
    if said is None or not keeps(reading, said):
        return None
    when = say_when(reading, due)
    return _dated(said, when) if outcome else said + when


def _reads_well(said: str) -> bool:
    """Whether a sentence is short, whole and plain enough for people to take it over."""
    if len(said) > LONGEST or _MARKUP.search(said) or _is_torn(said):
        return False
    if any(token.is_a("praise") for token in split_words(said)):
        return False
    if "[number]" in said and not load_kind("uncounted").isdisjoint(_words(said)):
        return False
    return not (_CLUMSY.search(said) or HELD_PLACE.search(said))


def _is_name_kept(text: str, said: str) -> bool:
    """Whether the first word keeps its capital inside the sentence: a name, or a word unknown."""
    first = next(iter(split_words(text)), None)
    if first is None or first.text != first.low.capitalize() or first.is_a("nation"):
        return False
    return f" {first.text}" in said and f" {first.text}" not in text


def _words(said: str) -> list[str]:
    return re.findall(r"\w+", said.casefold())


def _is_torn(said: str) -> bool:
    """Whether a quotation or an insertion was cut in two."""
    pairs = (("(", ")"), ("“", "”"), ("«", "»"))
    return said.count('"') % 2 == 1 or any(said.count(a) != said.count(b) for a, b in pairs)


def _is_fine(reading: Reading) -> bool:
    """Whether it is an outcome with a number, and no placeholder: there is nothing to say anew."""
    given = reading.measurable and all(q.given for q in reading.quantities)
    return given and reading.promise is Promise.OUTCOME


def _dated(outcome: str, when: str) -> str:
    """An outcome with its deadline, where no clause of its own can be taken to have it."""
    if when.startswith(" by ") and _CLAUSE.match(outcome):
        return f"By {when[4:]}, {outcome}"
    return outcome + when


def _say_outcome(reading: Reading, bones: Bones) -> str | None:
    """What it is for, who gains, or its measure, whichever the statement says first.

    A measure that has its number, and is own work all the same, gains nothing by another.
    """
    return (
        say_purpose(bones)
        or say_enabled(bones)
        or say_people(reading, bones)
        or say_running(bones)
        or (None if reading.measurable else say_measured(bones))
        or say_beneficiaries(bones)
        or say_share(bones)
    )


def _say_thing(reading: Reading, bones: Bones) -> str | None:
    """What its thing is good for; the day that it is to be ready is no day for that."""
    if own_deadline(reading):
        return None
    return say_made(bones) or _say_possession(reading)


def _say_possession(reading: Reading) -> str | None:
    """What a thing has, as a thing of its own: "The app has a dark mode"."""
    bones = find_possession(reading)
    thing, said = (find_thing(bones), say_made(bones)) if bones else (None, None)
    subject = reading.predicate.subject if reading.predicate else None
    if not (said and thing and subject):
        return None
    first, *rest = reading.text[slice(*subject)].split()
    owner = " ".join([lower_first(first), *rest])
    return said.replace(thing.definite, f"{thing.definite} of {owner}", 1)
