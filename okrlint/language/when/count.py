"""Tells a count that looks like a year from a year: "2027 members pay" and "2027 goals"."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from okrlint.dates import DateWords
from okrlint.language.promise.lexicon import load_lexicon
from okrlint.language.when.words import words_of

_YEAR = re.compile(r"(?:19|20)\d\d")


def counts_things(doc: Doc, words: DateWords) -> bool:
    """Whether bare digits that could be a year count what stands right behind them.

    Only behind nothing or a verb, and only people or what people do, or else things that do not
    come by the year as goals, budgets and reports do.
    """
    if not _YEAR.fullmatch(doc.text[words.start : words.end]):
        return False
    number = next((t for t in doc if t.idx == words.start), None)
    if number is None or number.i + 1 >= len(doc):
        return False
    thing = doc[number.i + 1]
    if thing.tag_ not in ("NNS", "NNPS") or thing.idx != words.end + 1:
        return False
    before = doc[number.i - 1] if number.i else None
    verb = before is not None and load_lexicon().verb(before.lower_)
    if before is not None and not verb:
        return False
    if load_lexicon().noun(thing.lower_) in ("people", "effect"):
        return True
    return before is None and thing.lower_ not in words_of("yearly")
