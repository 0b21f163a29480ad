"""Where a noun phrase begins and ends, and whom it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from okrlint.language.promise.lexicon import load_lexicon
from okrlint.rewrite.lists import load_kind, load_map
from okrlint.rewrite.words import (
    Token,
    is_base_verb,
    is_order_verb,
    is_participle,
    is_people,
    singular,
)

LONGEST_TAIL = 6
"""Words behind the noun that are kept; more would bury what the rewrite says."""
_NUMBER = re.compile(r"\d[\d,.]*[+k]?$")
_SHARE = re.compile(r"[\dx.,-]*%$")


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the words of a noun phrase."""

    article: str
    """In lower case; "" without one."""
    count: str
    """How many, as written; "" where it does not say."""
    size: int
    """How many tokens that takes."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands behind the head of a noun phrase and belongs to it."""

    start: int
    """The index of its first token."""
    end: int
    """The index after its last; the same as `start` where there is none."""
    people: str = ""
    """The people that the thing is for, named before the tail begins."""


def find_front(tokens: Sequence[Token]) -> Front:
    """The article and the count that a noun phrase begins with."""
    at, article = 0, ""
    if tokens and tokens[0].is_a("article"):
        at, article = 1, tokens[0].low
    while at < len(tokens) - 1 and (tokens[at].is_a("spare") or _low(tokens, at - 1) == "few"):
        at += 1
    at = _past_praise(tokens, at)
    first, second, third = ([t.low for t in tokens[at : at + 3]] + ["", "", ""])[:3]
    if second == "of" and _SHARE.match(first):
        return Front(article, "", at + 2 + (third == "the"))
    if second == "%" and third == "of":
        return Front(article, "", at + 3 + (_low(tokens, at + 3) == "the"))
    if second and (_NUMBER.match(first) or tokens[at].is_a("number")):
        return Front(article, first, _past_praise(tokens, at + 1))
    return Front(article, "", at + (bool(second) and first in ("x", "n")))


def _past_praise(tokens: Sequence[Token], at: int) -> int:
    """The index behind words of praise that a noun stands behind: a "clear and short" one stays."""
    index = at
    while index + 1 < len(tokens) and tokens[index].is_a("praise"):
        index += 1
    after = next(iter(tokens[index : index + 1]), None)
    noun = after is not None and after.is_word and not after.is_a("link", "end")
    return index if noun and _low(tokens, index) not in ("and", "to") else at


def find_end(tokens: Sequence[Token], at: int) -> int:
    """The index after the head of a phrase: a preposition, a mark or a clause begins there."""
    for index in range(at, len(tokens)):
        token = tokens[index]
        if index > at and token.low == "&":
            continue
        if not token.is_word or token.is_a("link", "end") or token.low == "to":
            return index
        if _is_up(tokens, index):
            return index
        if index > at and (token.is_a("article") or _modifies(tokens, index)):
            return index
        after = _low(tokens, index + 1)
        if token.low == "and" and (is_order_verb(after) or _orders(tokens, index + 1)):
            return index
    return len(tokens)


def find_tail(tokens: Sequence[Token], end: int) -> Tail:
    """What belongs to a head that ends at an index."""
    people, start = _begin_tail(tokens, end)
    if not people and _is_given(tokens, end):
        return Tail(end, end)
    if _low(tokens, start) == "with" and singular(_low(tokens, end - 1)) not in load_kind("with"):
        return Tail(start, start, people)
    index = cut = start
    while index < len(tokens) and index - start <= LONGEST_TAIL and not _ends_tail(tokens, index):
        index += 1
        if index == len(tokens) or _ends_tail(tokens, index):
            cut = cut if _goes_on(tokens, index) or breaks_in(tokens, index) else index
        elif tokens[index].is_a("link"):
            cut = index
    if (cut < index or cut == start + 1) and is_participle(_low(tokens, start)):
        cut = start  # half of what a participle says is worse than nothing
    cut = _before_half(tokens, start, cut, long=index - start > LONGEST_TAIL)
    links = [i for i in range(start, cut) if tokens[i].is_a("link")]
    while links and _low(tokens, cut) == "of":
        cut = links.pop()  # "for the amount [of ...]" says nothing
    while cut > start and not _may_end(tokens[cut - 1], _low(tokens, cut)):
        cut -= 1
    return Tail(start, cut, people)


def _begin_tail(tokens: Sequence[Token], end: int) -> tuple[str, int]:
    """The people right behind a head, and where its tail begins."""
    if _is_given(tokens, end) or _low(tokens, end) == "for":
        return find_people(tokens, end + 1)
    return "", end + is_made(tokens, end)  # "posts written about the mill" are posts about it


def _is_given(tokens: Sequence[Token], end: int) -> bool:
    """Whether "to" behind a head says to whom it goes."""
    return _low(tokens, end) == "to" and not tokens[end - 1].is_a("leading")


def is_made(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle only says that the thing before it is made, before a preposition."""
    word = _low(tokens, index)
    verb = load_lexicon().verb(word) if is_participle(word) else None
    made = verb is not None and verb.form == "ed" and verb.lemma in load_map("works")
    return made and index + 1 < len(tokens) and tokens[index + 1].low in ("about", "on", "in")


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether a list goes on behind a mark: no ", and publish it"."""
    after = _low(tokens, index + 1)
    clause = after in ("and", "then", "so") and is_base_verb(_low(tokens, index + 2))
    clause = clause or (is_order_verb(after) and tokens[index + 1].text.islower())
    return _low(tokens, index) in (",", "/") and not clause


def _before_half(tokens: Sequence[Token], start: int, cut: int, *, long: bool) -> int:
    """Where a tail ends without what is cut in two: "from the mill [to the shop]", "asking us"."""
    low = [token.low for token in tokens[start:cut]]
    if _low(tokens, cut) == "to" and "from" in low:
        return start + low.index("from")
    if _low(tokens, cut) == "to" and low[-1:] and low[-1].isdigit() and len(low) > 1:
        return cut - 2  # "of 6 to 8 people"
    for index in range(1, len(low)) if long else ():
        before = tokens[start + index - 1]
        if is_participle(low[index]) and not before.is_a("link", "article") and before.low != "and":
            return start + index
    return cut


def find_people(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The people named from an index on, in up to three words, and the index after them.

    Where nobody is named: "", and the index before.
    """
    start = at
    while start < len(tokens) and (
        tokens[start].is_a("article") or tokens[start].text.isdigit() or tokens[start].low == "all"
    ):
        start += 1
    for index in range(start, min(start + 3, len(tokens))):
        token, after = tokens[index], _low(tokens, index + 1)
        if not token.is_word or token.is_a("link", "end") or token.low == "and":
            break
        if token.is_a("account"):
            break
        if is_people(token.low) and after not in ("and", "of", "&") and not after.startswith("'"):
            return " ".join(t.text for t in tokens[start : index + 1]), index + 1
    return "", at - 1


def breaks_in(tokens: Sequence[Token], index: int) -> bool:
    """Whether an insertion begins that a phrase goes on behind: "a hybrid (or cloud) plan"."""
    if _low(tokens, index) != "(":
        return False
    close = next((i for i in range(index, len(tokens)) if tokens[i].text == ")"), len(tokens) - 1)
    after = tokens[close + 1] if close + 1 < len(tokens) else None
    return after is not None and after.is_word and not after.is_a("link", "end", "up")


def _low(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].low if index < len(tokens) else ""


def _modifies(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle says more about the noun before it: "tests covering every page"."""
    if not is_participle(_low(tokens, index)):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not after.is_word:
        return tokens[index].low.endswith("ed")
    if tokens[index].low.endswith("ing") and after.is_a("end"):
        return False  # "alert routing so that": a noun
    return after.low in ("every", "each", "all") or after.is_a("link", "end", "article")


def _is_up(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word says that the thing before it is up: "portal live", no "live map"."""
    if not tokens[index].is_a("up"):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or not after.is_word or after.low == "to" or after.is_a("link", "end")


def _may_end(token: Token, after: str) -> bool:
    """Whether a phrase can end with a word, before another."""
    if not token.is_word or token.low in ("each", "every", "all", "any", "and"):
        return False
    if token.low.endswith("ly") and load_lexicon().noun(token.low) is None:
        return False
    doing = token.low.endswith("ing") and after != "to"
    return (doing or not is_participle(token.low)) and not token.is_a("link", "article")


def _ends_tail(tokens: Sequence[Token], index: int) -> bool:
    token, after = tokens[index], _low(tokens, index + 1)
    if not (token.is_word or token.text in "&'\"“”’‘") or token.is_a("end"):
        return True
    if _is_up(tokens, index):
        return True
    if token.low == "to" and not tokens[index - 1].is_a("leading"):
        return True
    if token.low in ("to", "and", "&") and (is_order_verb(after) or _orders(tokens, index + 1)):
        return True
    return token.low in ("in", "on") and after in ("order", "place")


def _orders(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that may be a noun has an object: "to showcase the work"."""
    if at + 1 >= len(tokens) or not is_base_verb(tokens[at].low):
        return False
    after = tokens[at + 1]
    if after.text[0].isdigit() or after.is_a("number", "praise", "adjective"):
        return True
    return after.is_a("article") or after.low in ("it", "out", "up", "over", "off", "down")
