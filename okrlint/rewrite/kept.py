"""Whether a rewrite keeps what the writer gave: what is gone is missed, however smooth the rest."""

from __future__ import annotations

import re

from okrlint.reading import Reading, WhenKind
from okrlint.rewrite.deadline import start_of
from okrlint.rewrite.edges import is_made
from okrlint.rewrite.lists import load_map
from okrlint.rewrite.words import HELD_PLACE, SHORT, Token, is_base_verb, split_words

_WORD = re.compile(r"[^\W\d_]{2,}|\d[\d.,]*")
_ENDING = re.compile(r"(?<=...)(?:ations?|ings?|ments?|ities|ity|ies|ied|ers?|ors?|ed|es|s|e|y)$")
"""What words of one family differ in, so that "trained" is kept by "training"."""

_WHOLE = re.compile(r"\bend to end\b", re.IGNORECASE)
"""Words that mean nothing apart: "Document the process end to end"."""


def keeps(reading: Reading, said: str) -> bool:
    """Whether all that the statement says, beside its verb and its deadline, is in `said`."""
    text, gone = reading.text, [m.span() for m in SHORT.finditer(reading.text)]
    whens = [when for when in reading.whens if when.kind is WhenKind.DEADLINE]
    gone += [(start_of(text, when), when.end) for when in whens]
    predicate = reading.predicate
    if predicate is not None and predicate.start is not None and predicate.end is not None:
        gone.append((predicate.start, predicate.end))
    if _WHOLE.search(text) and not _WHOLE.search(said):
        return False
    kept = {_family(word) for word in _WORD.findall(said)}
    tokens = split_words(text)
    return all(
        any(start <= token.start < end for start, end in gone)
        or (at == 0 and is_base_verb(token.low))
        or is_made(tokens, at)
        or _is_kept(token, kept)
        for at, token in enumerate(tokens)
    )


def _is_kept(token: Token, kept: set[str]) -> bool:
    """Whether a word is in the rewrite, or none that anybody misses."""
    if token.low in load_map("works") or HELD_PLACE.fullmatch(token.text):
        return True
    if token.is_a("light", "article", "link", "end", "praise", "spare", "up", "passed"):
        return True
    return all(_family(word) in kept for word in _WORD.findall(token.low))


def _family(word: str) -> str:
    return _ENDING.sub("", word.casefold())
