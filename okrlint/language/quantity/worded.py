"""Numbers in words that may be something else: parts, ordinals, multiples, once and twice."""

from __future__ import annotations

import re
from dataclasses import replace

from okrlint.language.quantity.amount import Amount
from okrlint.language.quantity.context import Context, Counted, names_people
from okrlint.language.quantity.numbers import Number
from okrlint.language.words import load_kind
from okrlint.reading import Measure

RANK = "rank"
"""The unit of a place among many."""


def dress_part(number: Number, context: Context) -> Amount | None:
    """A fraction, unless the words are an ordinal ("a third customer") or a time ("a quarter")."""
    text = context.text
    words = text[number.start : number.end].lower()
    behind, before = text[number.end :], context.adjacent(number.start)
    follows = context.counted(number.end)
    ahead = before.lower_ if before is not None else ""
    of = re.match(r"\s(?:of|the|our|all|their|its)\s", behind)
    led = ahead in load_kind("quantity", "part-led")
    measured = Amount(number.start, number.end, Measure.RATIO, number.value)
    if behind.startswith(("-", "‑")) and not behind.startswith("-of"):
        return None
    if _is_compared(number, context):
        twice = re.match(r"\sas\b", behind)
        return replace(measured, measure=Measure.MULTIPLE) if twice else measured
    if of is not None:
        return measured if ahead not in load_kind("quantity", "half-of-time") else None
    if words == "half":
        return measured if led and not follows.words else None
    if words.endswith("quarter"):
        opens = before is None and (
            number.start <= context.first or text[number.start - 2] in ",;:"
        )
        return measured if (opens if follows.words else led and words != "one quarter") else None
    if words.startswith(("a ", "an ")) and follows.words:
        if follows.head is None or not names_people(follows.head):
            return None
        return replace(measured, measure=Measure.ORDINAL, value=round(1 / number.value))
    return measured


def _is_compared(number: Number, context: Context) -> bool:
    """Whether more or less of something follows: "half as many", "a third fewer"; no time."""
    follows = context.after(number.end)
    if follows is None or context.text[number.end : follows.idx] != " ":
        return False
    if follows.lower_ == "as":
        return follows.i + 2 < len(context.doc) and follows.nbor(1).tag_ in ("JJ", "RB")
    return follows.tag_ in ("JJR", "RBR") and follows.lower_ not in ("later", "earlier", "sooner")


def dress_ordinal(number: Number, context: Context) -> Amount | None:
    """An ordinal counts behind "a" ("a second customer") or, from ten on, "our" ("our 100th")."""
    word, counted = context.adjacent(number.start), context.counted(number.end)
    ranked = load_kind("quantity", "rank")
    behind = context.after(number.end)
    if (word is not None and word.lower_ in ranked) or (
        behind is not None and behind.lower_ in ranked and behind.lower_ != "choice"
    ):
        return Amount(number.start, number.end, Measure.ORDINAL, number.value, RANK)
    if word is None and _is_reached(number, counted, context):
        return Amount(number.start, number.end, Measure.ORDINAL, number.value, _head(counted))
    if word is None or counted.head is None or context.text[number.end : number.end + 1] == "-":
        return None
    if counted.head.lower_ in load_kind("quantity", "ordinal-idiom"):
        return None
    article = word.lower_ in ("a", "an") and names_people(counted.head)
    nth = word.lower_ in ("our", "the", "my", "their") and number.value >= 10
    if not (article or nth):
        return None
    start = word.idx if article else number.start
    return Amount(start, number.end, Measure.ORDINAL, number.value, counted.head.text)


def _is_reached(number: Number, counted: Counted, context: Context) -> bool:
    """Whether a count is reached: "40th school signs up", not "2nd draft is ready"."""
    thing = context.after(number.end)
    if counted.head is None or thing is None or thing.tag_ not in ("NN", "NNP", "JJ"):
        return False
    digits = context.text[number.start].isdigit()
    return digits and (number.value >= 10 or names_people(thing))


_RANK_SIGN = re.compile(r"(?:(?P<word>[a-z]+)[\s:(]+)?(?P<sign>#\s?|no\.?\s?|number\s)$", re.I)


def dress_rank(number: Number, context: Context) -> Amount | None:
    """A place among many with a sign: "#1 in the survey", "ranked No. 2"; not "issue #12"."""
    match = _RANK_SIGN.search(context.text[max(0, number.start - 24) : number.start])
    if match is None or not number.value.is_integer() or not 0 < number.value <= 100:
        return None
    ranked, behind = load_kind("quantity", "rank"), context.after(number.end)
    before = (match["word"] or "").lower()
    before = before if before not in ("the", "a", "our") else "become"
    led = before in ranked or before in load_kind("quantity", "rank-led")
    if not led and not (behind is not None and behind.lower_ in ranked):
        return None
    start = number.start - len(match["sign"])
    return Amount(start, number.end, Measure.ORDINAL, number.value, RANK)


def _head(counted: Counted) -> str | None:
    return counted.head.text if counted.head is not None else None


def dress_multiple(number: Number, text: str) -> Amount | None:
    """Double, halve, 3x; "double" counts nothing in "double down" and "double-check"."""
    behind = text[number.end :]
    word = text[number.start : number.end].lower()
    if word == "double" and re.search(r"\b(?:the|a|an)\s$", text[: number.start], re.I):
        return None
    follows = re.match(r"[-‑]|\s(\w+)", behind)
    plain = follows is not None and (
        follows[1] is None or follows[1].lower() in load_kind("quantity", "double-idiom")
    )
    if word[0].isalpha() and plain and not word.endswith("fold"):
        return None
    return Amount(number.start, number.end, Measure.MULTIPLE, number.value)


def dress_times(number: Number, text: str) -> Amount | None:
    """How often: "twice", "at least once"; "once" alone is a conjunction too often."""
    before, behind = text[: number.start], text[number.end :]
    word = text[number.start : number.end].lower()
    if word == "once" and not re.search(r"\bat least\s$|\bmore than\s$", before):
        return None
    if word == "twice" and re.match(r"\sas\b", behind):
        return Amount(number.start, number.end, Measure.MULTIPLE, 2.0)
    return Amount(number.start, number.end, Measure.COUNT, number.value, "times")
