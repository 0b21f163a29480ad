"""The noun phrase of a statement that a rewrite is about: its article, words, head and tail."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from okrlint.rewrite.edges import breaks_in, find_end, find_front, find_tail
from okrlint.rewrite.lists import load_kind, load_marked
from okrlint.rewrite.words import (
    Token,
    is_base_verb,
    is_finite,
    is_known,
    is_order_verb,
    is_plural,
    lower_first,
    singular,
    split_words,
)

_TIMES = re.compile(r"\d+x$")
_SEVERAL = re.compile(r"[A-Z]s$")
"""Several things whose name is in capitals: "PCs"."""
_VERBAL = re.compile(r"(?:ates|[iy][sz]es|ifies)$")
_SMALL = 3
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
    tail: str
    """What follows the head and belongs to it, with a blank before it."""
    people: str
    """The people it is for, in the plural: "new nurses"; "" where it does not say."""
    end: int
    """Where it ends in the statement."""

    @property
    def last(self) -> str:
        """The last word before the tail, in lower case."""
        return self.words.rsplit(maxsplit=1)[-1].casefold()

    @property
    def plural(self) -> bool:
        """Whether it is several."""
        return is_plural(self.last) or _SEVERAL.search(self.words) is not None

    @property
    def definite(self) -> str:
        """The phrase with its article: "the new guide to the wards"."""
        mass = not self.article and self.head in load_marked("things", "mass")
        mass = mass or self.words.split()[0] in load_kind("each")
        article = self._own or ("" if mass else "the")
        count = "" if self.count in ("1", "one") or self.count.endswith("+") else self.count
        return " ".join(filter(None, (article, count, self.bare)))

    @property
    def loose(self) -> str:
        """The phrase with the article that it has, if any: "dark mode", "the old keys"."""
        return f"{self._own} {self.bare}".lstrip()

    @property
    def bare(self) -> str:
        """The phrase without article and count: "open bugs in the checkout"."""
        whom = f" for {self.people}" if self.people else ""
        return self.words + whom + self.tail

    @property
    def _own(self) -> str:
        """The article where it tells which one."""
        return "" if self.article in ("a", "an", "this", "these") else self.article


def find_phrase(text: str, start: int, stop: int, heads: Collection[str]) -> Phrase | None:
    """The noun phrase that begins at the offset `start`; None where its head is not in `heads`.

    Nothing from `stop` on belongs to it. `heads` are nouns in the singular and lower case.
    """
    tokens = split_words(text, start, stop)
    front = find_front(tokens)
    end = find_end(tokens, front.size)
    words = tokens[front.size : end]
    head = _find_head(words, heads) if _is_sound(words) else None
    if head is None or _goes_on(tokens, end):
        return None
    tail = find_tail(tokens, end)
    if tail.start == tail.end == end and end < len(tokens) and tokens[end].low == "of":
        return None  # "a list of ..." says nothing without what it is of
    opens = start == 0 and front.size == 0
    title = _is_title(tokens[:end])
    capitals = title and sum(map(_is_large, words)) > 1
    behind = _show_tail(text, tokens[tail.start : tail.end], title=capitals)
    shown = _show(words, opens=opens, title=title)
    last = tokens[tail.end - 1].end
    if text[last : last + 1] in tuple("{<[\\"):
        return None  # a name goes on: "source{d}"
    return Phrase(front.article, front.count, shown, head, behind, tail.people, last)


def _is_title(tokens: Sequence[Token]) -> bool:
    """Whether all words have capitals, but for those of up to three letters."""
    words = [t.text for t in tokens if _is_large(t)]
    return all(word[0].isupper() for word in words)


def _is_large(token: Token) -> bool:
    """Whether a title writes a word with a capital."""
    return token.text[0].isalpha() and len(token.text) > _SMALL and not token.is_a("link")


def _show_tail(text: str, tokens: Sequence[Token], *, title: bool) -> str:
    """What stands behind the head, with a blank before it; "" for nothing."""
    if not tokens:
        return ""
    if title and _is_title(tokens):
        return f" {' '.join(lower_first(token.text) for token in tokens)}"
    return f" {text[tokens[0].start : tokens[-1].end]}"


def _is_sound(words: Sequence[Token]) -> bool:
    """Whether the words before and with a head can be a noun phrase: few, and no marks."""
    if not 0 < len(words) <= _LONGEST or _TIMES.match(words[0].low) or words[-1].text == "&":
        return False
    if words[0].low in ("and", "or", "fewer", "less"):
        return False
    if any(token.text.isdigit() for token in words[1:]):
        return False  # two things: "Offer porters 5 courses"
    if any(is_order_verb(token.low) for token in words[1:]):
        return False  # a sentence: "nurses spend less time"
    if any(token.low in ("more", "less", "too", "very", "as") for token in words[1:]):
        return False  # what it is to become: "the rota less strict"
    if any(is_finite(token.low) for token in words[1:-1]):
        return False  # another: "the ward runs three trials"
    if any(_VERBAL.search(token.low) and not is_known(token.low) for token in words[1:-1]):
        return False  # a verb that no list knows: "the ward operates two vans"
    if len(words) > 2 and words[-2].low == "and" and is_base_verb(words[-1].low):
        return False  # perhaps a second order: "the chart and talk about it"
    return all(token.is_word or token.text == "&" for token in words)


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether the head was not the last noun: a title, an alternative, two phrases in a row."""
    if end == len(tokens):
        return False
    after = tokens[end]
    if breaks_in(tokens, end):
        return True
    return after.low in ("or", "and/or") or after.text[0].isupper() or after.is_a("article")


def _show(words: Sequence[Token], *, opens: bool, title: bool) -> str:
    """The words as they stand inside a sentence; a title keeps its capitals where one is a name."""
    shown = [token.text for token in words]
    lowered = [lower_first(word) for word in shown]
    if title and len(words) > 1:
        return " ".join(shown if any(word.istitle() for word in lowered) else lowered)
    return " ".join([lowered[0] if opens else shown[0], *shown[1:]])


def _find_head(words: Sequence[Token], heads: Collection[str]) -> str | None:
    """The last three words, two, or the last, as they stand in a list of nouns."""
    last = words[-1].low
    for size in (3, 2, 1):
        before = [token.low for token in words[-size:-1]]
        ends = (" ".join([*before, noun]) for noun in (last, singular(last)))
        found = next((end for end in ends if len(before) == size - 1 and end in heads), None)
        if found:
            return found
    return None
