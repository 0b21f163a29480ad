"""The noun phrase of a statement that a rewrite is about: its article, words, head and tail."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from okrlint.rewrite.words import (
    Token,
    is_base_verb,
    is_determiner,
    is_modifying_verb,
    is_order_verb,
    is_people,
    is_plural,
    load_mass,
    lower_first,
    singular,
    split_words,
)

_LINKS = frozenset(
    ("of", "for", "in", "on", "about", "from", "with", "at", "between", "across", "into",
     "around", "within", "against", "per", "inside", "outside", "per")
)  # fmt: skip
_ENDS = frozenset(
    ("so", "by", "via", "using", "through", "before", "after", "until", "while", "because",
     "which", "where", "when", "who", "that", "if", "as", "based", "including", "such", "without",
     "has", "have", "is", "are", "was", "were", "will", "can", "due", "or", "then", "till",
     "during", "over", "under", "above", "below", "upon", "onto", "off", "than", "like",
     "what", "how", "why", "whether", "whose", "and/or", "plus", "not", "but", "instead", "it", "them", "towards", "toward")
)  # fmt: skip
_LEADING = frozenset(
    ("access", "answer", "approach", "guide", "introduction", "response", "route", "time", "way")
)
"""Nouns that "to" belongs to: "a guide to the wards"; elsewhere it says where the work goes."""
_UP = ("live", "available", "ready", "online", "up", "running", "done")
_NUMBER = re.compile(r"\d[\d,.]*[+k]?$")
_STOPS = _LINKS | _ENDS | frozenset((*_UP, "to"))
_TIMES = re.compile(r"\d+x$")
_SHARE = re.compile(r"[\dx.,-]*%$")
_NUMBERS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
     "fifteen", "twenty", "thirty")
)  # fmt: skip
_BOUND = ("at", "least", "over", "all", "up", "top", "enough", "more", "some", "several", "various",
          "additional", "proper", "sufficient", "any", "many", "another")  # fmt: skip
"""Words before the noun that a rewrite does without."""
LONGEST_TAIL = 6
"""Words behind the noun that are kept; more would bury what the rewrite says."""
_LONGEST = 6
"""Words before and with the noun."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, in the words of the statement."""

    article: str
    """Its article or possessive in lower case; "" without one."""
    count: str
    """How many there are, as written; "" where it does not say."""
    words: str
    """The words up to the head, without article and count."""
    head: str
    """The noun that says what it is, in the singular and lower case; one word or two."""
    plural: bool
    mass: bool = False
    """Whether the head is a noun that takes no article by itself: "monitoring"."""
    tail: str = ""
    """What follows the head and belongs to it, with a blank before it."""
    people: str = ""
    """The people it is for, in the plural: "new nurses"; "" where it does not say."""
    end: int = 0
    """Where it ends in the statement."""

    @property
    def definite(self) -> str:
        """The phrase with its article: "the new guide to the wards"."""
        own = self.article not in ("", "a", "an", "this", "these")
        article = self.article if own else "" if self.mass and not self.article else "the"
        count = "" if self.count in ("1", "one") else self.count
        return " ".join(filter(None, (article, count, self.words))) + self.tail

    @property
    def loose(self) -> str:
        """The phrase with the article that it has, if any: "dark mode", "the old keys"."""
        own = self.article not in ("", "a", "an", "this", "these")
        return f"{self.article} {self.bare}" if own else self.bare

    @property
    def bare(self) -> str:
        """The phrase without article and count: "open bugs in the checkout"."""
        return self.words + self.tail


def find_phrase(text: str, start: int, stop: int, heads: Mapping[str, str]) -> Phrase | None:
    """The noun phrase that begins at the offset `start`; None where its head is not in `heads`.

    Nothing from `stop` on belongs to it. `heads` are nouns in the singular and lower case.
    """
    tokens = split_words(text, start, stop)
    article, count, at = _before_words(tokens)
    end = _end_of_words(tokens, at)
    words = tokens[at:end]
    if words and _TIMES.match(words[0].low):
        return None
    if not 0 < len(words) <= _LONGEST or not all(token.is_word or token.text == "&" for token in words):
        return None
    head = find_head(words, heads)
    if head is None or words[-1].text == "&":
        return None
    first = lower_first(words[0].text) if start == 0 and at == 0 else words[0].text
    title = all(token.text[0].isupper() or not token.text[0].isalpha() for token in tokens[:end])
    shown = _show([first, *(token.text for token in words[1:])], title=title)
    if end < len(tokens) and (tokens[end].low in ("or", "and/or") or tokens[end].text[0].isupper() or is_determiner(tokens[end].low)):
        return None  # a title, or two phrases: the noun before is not the head
    if end < len(tokens) and tokens[end].low == "of" and not _find_tail(text, tokens, end)[0]:
        return None
    plural, mass = is_plural(words[-1].low), head in load_mass()
    tail, people, tail_end = _find_tail(text, tokens, end)
    return Phrase(article, count, " ".join(shown), head, plural, mass, tail, people, tail_end)


def _show(words: Sequence[str], *, title: bool) -> list[str]:
    """The words as they stand inside a sentence; a title keeps its capitals where one is a name."""
    if not title or len(words) < 2:
        return list(words)
    lowered = [lower_first(word) for word in words]
    names = any(word.istitle() for word in lowered)
    return list(words) if names else lowered


def find_head(words: Sequence[Token], heads: Mapping[str, str]) -> str | None:
    """The last two words, or the last, as they stand in a list of nouns."""
    last = words[-1].low
    for end in (last, singular(last)):
        if len(words) > 1 and f"{words[-2].low} {end}" in heads:
            return f"{words[-2].low} {end}"
    return next((end for end in (last, singular(last)) if end in heads), None)


def _before_words(tokens: Sequence[Token]) -> tuple[str, str, int]:
    """The article, the count, and the index of the first word after them."""
    at, article, count = 0, "", ""
    if at < len(tokens) and is_determiner(tokens[at].low):
        article, at = tokens[at].low, at + 1
    while at < len(tokens) - 1 and tokens[at].low in _BOUND:
        at += 1
    low = [token.low for token in tokens[at : at + 3]] + ["", "", ""]
    if _SHARE.match(low[0]) and low[1] == "of":
        return article, "", at + 2 + is_determiner(low[2])
    if low[1] == "%" and low[2] == "of":
        return article, "", at + 3
    if low[1] and (_NUMBER.match(low[0]) or low[0] in _NUMBERS):
        count, at = low[0], at + 1
    elif low[1] and low[0] in ("x", "n"):
        at += 1
    return article, count, at


def _end_of_words(tokens: Sequence[Token], at: int) -> int:
    """The index after the head: where a preposition, a mark or a clause begins."""
    index = at
    while index < len(tokens):
        token = tokens[index]
        if token.low == "&" and index > at:
            index += 1
            continue
        if not token.is_word or token.low in _STOPS:
            break
        if index > at and (is_determiner(token.low) or _modifies(tokens, index)):
            break
        if token.low == "and" and index + 1 < len(tokens) and is_order_verb(tokens[index + 1].low):
            break
        index += 1
    return index


def _modifies(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle says more about the noun before it: "tests covering every page"."""
    if not is_modifying_verb(tokens[index].low):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not after.is_word:
        return tokens[index].low.endswith("ed")
    if after.low in ("every", "each", "all"):
        return True
    return after.low in _LINKS or after.low in _ENDS or is_determiner(after.low)


def _find_tail(text: str, tokens: Sequence[Token], end: int) -> tuple[str, str, int]:
    """What follows the head: its words, the people it is for, and where it ends in the text."""
    people, start, cut = "", end, end
    if end + 1 < len(tokens) and tokens[end].low == "for":
        people, start = find_people(tokens, end + 1)
        cut = start
    index = start
    while index < len(tokens) and index - start <= LONGEST_TAIL and not _ends_tail(tokens, index):
        index += 1
        stops = index == len(tokens) or _ends_tail(tokens, index)
        in_list = stops and index < len(tokens) and tokens[index].text in (",", "/")
        if (stops and not in_list) or (not stops and tokens[index].low in _LINKS):
            cut = index
    if start < len(tokens) and cut < index and _modifies(tokens, start):
        cut = start  # half of what a participle says is worse than nothing
    while cut > start and not _may_end(tokens[cut - 1]):
        cut -= 1
    if cut == start:
        last = tokens[start - 1].end if start else 0
        return "", people, last
    words = text[tokens[start].start : tokens[cut - 1].end]
    return f" {words}", people, tokens[cut - 1].end


def _may_end(token: Token) -> bool:
    """Whether a phrase can end with a word."""
    return token.is_word and token.low not in _LINKS and not is_determiner(token.low)


def _ends_tail(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if not (token.is_word or token.text in "&'\"“”’‘") or token.low in _ENDS or token.low in _UP:
        return True
    if token.low == "to" and tokens[index - 1].low not in _LEADING:
        return True
    if token.low in ("to", "and") and (is_order_verb(after) or _orders(tokens, index + 1)):
        return True
    return token.low in ("in", "on") and after in ("order", "place")


def _orders(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that may be a noun has an object: "to showcase the work"."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return is_base_verb(tokens[at].low) and (is_determiner(after) or after == "it")


def find_people(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The people named from an index on, up to four words, and the index after them."""
    start = at
    if at < len(tokens) and is_determiner(tokens[at].low):
        start = at + 1
    for index in range(start, min(start + 3, len(tokens))):
        token = tokens[index]
        if token.low == "&" and index > at:
            index += 1
            continue
        if not token.is_word or token.low in _LINKS or token.low in _ENDS or token.low == "and":
            break
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        if is_people(token.low) and after not in ("and", "of", "&") and not after.startswith("'"):
            return " ".join(t.text for t in tokens[start : index + 1]), index + 1
    return "", at - 1


