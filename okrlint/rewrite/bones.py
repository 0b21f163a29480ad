"""What of a statement a rewrite is made from: its verb, where its thing begins, where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from okrlint.predicate import Form, Predicate
from okrlint.reading import Quantity, Reading, WhenKind
from okrlint.rewrite.deadline import start_of
from okrlint.rewrite.lists import load_kind, load_map
from okrlint.rewrite.words import Token, is_base_verb, is_people, split_words

_ORDERS = (Form.ORDER, Form.DOING, Form.DONE)
_REST = re.compile(r"^\s*(?:to\s+(?:[XYZN]{1,2}\b|\[\w+\])\s*%?|of\s+)")
_AMOUNT = re.compile(r"\b(?:by|to|from|of|at|above|below|over|under)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bones:
    """One statement, ready to be said in another way."""

    text: str
    """The statement; without its first placeholder where there is one."""
    form: Form
    verb: str
    """The main verb in its base form, with its particle ("set up"); "" without one."""
    start: int
    """Where its thing begins: the object of an order, else the subject."""
    stop: int
    """Where its deadline or cadence begins, else its end."""
    thing_stop: int
    """Where its thing ends at the latest: before the verb of a clause."""
    linked: bool
    """Whether a preposition stands between the verb and its thing: "speak at"."""
    open: int | None = None
    """Where "by X %" or "to X %" stood; None without such a placeholder."""
    changed: bool = False
    """Whether it says from where to where already."""
    gap: bool = False
    """Whether a placeholder was left out."""
    paced: bool = False
    """Whether it is to be done again and again: "every week"."""
    finite: bool = False
    """Whether a clause says what its subject does, not what was done to it."""


def find_bones(reading: Reading) -> Bones | None:
    """The bones of a statement; None where the reading found none."""
    predicate = reading.predicate
    if predicate is None:
        return None
    deadlines = [w for w in reading.whens if w.kind is WhenKind.DEADLINE]
    if len(deadlines) > 1:
        return None  # one part is due on one day, another on another
    return _bones(reading, predicate)


def find_possession(reading: Reading) -> Bones | None:
    """The bones of "The app has a dark mode" as those of "Offer a dark mode"; else None."""
    predicate = reading.predicate
    if predicate is None or predicate.form is not Form.CLAUSE or predicate.object is None:
        return None
    if predicate.lemma not in load_kind("having"):
        return None
    if any(q.start < predicate.object[0] for q in reading.quantities):
        return None
    if split_words(reading.text, *predicate.object)[0].low in (
        "its",
        "their",
        "all",
        "each",
        "every",
    ):
        return None
    owner = predicate.subject
    if owner and any(is_people(token.low) for token in split_words(reading.text, *owner)):
        return None  # what people have is not offered to others
    return _bones(reading, replace(predicate, form=Form.ORDER, lemma="offer"))


def _bones(reading: Reading, predicate: Predicate) -> Bones | None:
    place = predicate.object if predicate.form in _ORDERS else predicate.subject
    if place is None:
        return None
    times = [w for w in reading.whens if w.kind in (WhenKind.DEADLINE, WhenKind.CADENCE)]
    stop = min(
        (start_of(reading.text, w) for w in times if w.start >= place[0]), default=len(reading.text)
    )
    text, stop, open_ = _without_placeholder(reading, place[0], stop)
    verb, linked = _verb(reading.text, predicate, place[0])
    start = _past_joined_verb(reading.text, predicate, place[0])
    finite = _is_finite(reading, predicate)
    paced = any(w.kind is WhenKind.CADENCE for w in times)
    behind = predicate.form in (Form.CLAUSE, Form.STATE) and predicate.start is not None
    thing_stop = min(stop, predicate.start or stop) if behind else stop
    changed = any(q.given and q.baseline_start is not None for q in reading.quantities)
    left = any(not q.given and q.start == start for q in reading.quantities)
    form, gap = predicate.form, left or text != reading.text
    return Bones(
        text, form, verb, start, stop, thing_stop, linked, open_, changed, gap, paced, finite
    )


def _without_placeholder(reading: Reading, start: int, stop: int) -> tuple[str, int, int | None]:
    """The statement, its end and the place of the amount, without the amount that is still open."""
    found = [q for q in reading.quantities if not q.given and start < q.start < stop]
    if not found:
        return reading.text, stop, None
    open_, last = found[0], found[-1]
    first = _amount_start(reading.text, open_)
    after = _REST.sub(" ", reading.text[last.end :]).lstrip()
    text = f"{reading.text[:first].rstrip()} {after}".rstrip(" .")
    stop = min(len(text), max(first, stop - (len(reading.text) - len(text))))
    said = reading.text[first : open_.start].split()[:1]
    return text, stop, first if said and said[0].casefold() in ("by", "to", "from") else None


def _amount_start(text: str, amount: Quantity) -> int:
    start = min(amount.start, amount.baseline_start or amount.start)
    before = _AMOUNT.search(text, 0, start)
    return before.start() if before else start


def _verb(text: str, predicate: Predicate, start: int) -> tuple[str, bool]:
    """The verb with its particle, and whether a preposition parts it from its thing."""
    if predicate.form not in _ORDERS or predicate.end is None or predicate.end > start:
        return predicate.lemma, False
    between: list[Token] = [t for t in split_words(text, predicate.end, start) if t.is_word]
    works = load_map("works")
    lemma = predicate.lemma
    if between and f"{lemma} {between[0].low}" in works:
        return f"{lemma} {between[0].low}", False
    linked = not all(token.is_a("passed") for token in between)
    return lemma, linked


def _back_to_article(text: str, predicate: Predicate, start: int) -> int:
    """Where the thing begins with an article that the reading left outside."""
    if predicate.form in _ORDERS and predicate.end is not None and predicate.end <= start:
        between = split_words(text, predicate.end, start)
        if between and between[-1].is_a("article"):
            return between[-1].start
    return start


def _past_joined_verb(text: str, predicate: Predicate, start: int) -> int:
    """Past the second verb of "Write and publish the guide"."""
    first, *rest = split_words(text, start)[:3] or (None,)
    if first is not None and first.low in ("and", "&", "or", "/") and len(rest) == 2:
        return rest[1].start if is_base_verb(rest[0].low) else start
    return _back_to_article(text, predicate, start)


def _is_finite(reading: Reading, predicate: Predicate) -> bool:
    if predicate.form is not Form.CLAUSE or predicate.start is None or predicate.end is None:
        return False
    before = split_words(reading.text, 0, predicate.start)[-3:]
    return not any(token.is_a("being") for token in before)
