"""Where the core of a statement begins: after a label, an opening adverbial, "Ensure that"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.language.promise.word import Word, word_at
from okrlint.language.quantity.degrees import degree_end

_LABEL = re.compile(
    r"^(?:[A-Z]{2,}(?: [A-Z]{2,})*|KR ?[\d.]+|O[\d.]+|Key result [\d.]+)\s*[:–—-]\s+"
)
_TIME = re.compile(
    r"(?i)^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*$"
    r"|^(?:19|20)\d\d$|^[qh][1-4]$|^fy\d+$"
    r"|^(?:end|year|quarter|month|week|day|half|summer|winter|spring|autumn|fall|sprint|fortnight"
    r"|season|semester|term|morning|evening|weekend|weekday|christmas|easter|eoy|eoq|year-end"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|launch|release|summit)s?$"
)
_LONGEST = 30
"""How many words an opening adverbial with a comma may have."""
_LONGEST_BARE = 9
"""How many words one without a comma may have."""


def find_core(words: Sequence[Word], text: str) -> int:
    """The index of the first word of the core."""
    index = _after_time(words, _after_label(words, text))
    if index < len(words) and words[index].is_a("setting") and not _is_bound(words, index):
        index = _after_adverbial(words, index)
    index = _after_ensure(words, index)
    while index < len(words) - 1 and _says_nothing(words[index], words[index + 1]):
        index += 1
    return index


def _says_nothing(word: Word, after: Word) -> bool:
    if word.is_a("filler") or (word.low == "do" and after.low == "not"):
        return True
    if word.low.endswith("ly"):
        return word.noun is None and word.verb is None and not word.is_time
    return word.is_mark and word.text not in "<>≤≥€$£"


def _after_label(words: Sequence[Word], text: str) -> int:
    match = _LABEL.match(text)
    end = match.end() if match else degree_end(text)
    return next((i for i, w in enumerate(words) if w.start >= end), 0) if end else 0


def _after_time(words: Sequence[Word], index: int) -> int:
    """Past a date or interval that opens the statement, unless it is an adjective ("weekly")."""
    start = index
    while index < len(words) and words[index].is_time:
        index += 1
    if index == start or index >= len(words) - 1:
        return start
    if words[start].low.endswith("ly") and index == start + 1 and words[index].text != ",":
        return start
    return index + 1 if words[index].text in (",", ":") else index


def _after_ensure(words: Sequence[Word], index: int) -> int:
    """Past "Ensure that" and "Make sure (that)": what they are followed by is the promise."""
    low = tuple(w.low for w in words[index : index + 3])
    if low[:2] in (("ensure", "that"), ("guarantee", "that"), ("see", "that")):
        return index + 2 if index + 2 < len(words) else index
    if low[:2] == ("make", "sure") and index + 3 < len(words):
        return index + (3 if low[2:] == ("that",) else 2)
    return index


def _is_bound(words: Sequence[Word], index: int) -> bool:
    """Whether "at least", "over 300", "every door" open a noun phrase, not an adverbial."""
    after = word_at(words, index + 1)
    if after is None or after.low in ("least", "most"):
        return True
    if after.low == "any":
        return False
    times = any(_TIME.match(w.low) for w in words[index + 1 : index + 3])
    return words[index].low in ("over", "each", "every") and not times


def _after_adverbial(words: Sequence[Word], index: int) -> int:
    comma = _comma_of(words, index)
    if comma is not None:
        return comma + 1
    last = None
    for i in range(index + 1, min(len(words) - 1, index + _LONGEST_BARE)):
        word = words[i]
        if _TIME.match(word.low):
            last = i
        elif last is not None and word.low not in ("of", "the", "next"):
            break
    return last + 1 if last is not None else index


def _comma_of(words: Sequence[Word], index: int) -> int | None:
    """The comma or colon that ends an opening adverbial."""
    depth = 0
    for i in range(index + 1, min(len(words) - 1, index + _LONGEST)):
        depth += (words[i].text == "(") - (words[i].text == ")")
        in_list = words[i - 1].is_number and words[i + 1].is_number
        if depth == 0 and words[i].text in (",", ":") and i > index + 1 and not in_list:
            return i
    return None
