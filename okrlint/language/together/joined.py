"""Whether anything is joined in a statement that could be a second result."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from okrlint.language.promise.lexicon import load_lexicon

_LINK = re.compile(r"\b(?:and|then|plus|while)\b|[;&,.]|(?<=\s)\+(?=\s)", re.IGNORECASE)
_BELOW = re.compile(
    r"\b(?:by \w+ing|who|which|that|whose|where|so that|in order to|to (?!\d)[a-z]+|ensuring"
    r"|showing|comparing|including|incl)\b",
    re.IGNORECASE,
)
"""Where means, purpose or description begin: what is joined behind is no second result."""
_ABLE = re.compile(r"\b(?:can|could|able to)\b", re.IGNORECASE)
"""Where it begins what somebody can do: a verb behind is a part of that, "bake and sell bread"."""
_REACH = 3
"""So many words after the link, its verb or number has to stand: "and, at last, hire"."""
_COMPARING = frozenset("a at fewer least less max min more most no not of or over than the".split())
"""Words before a number that are passed over: "and no more than 40"."""
_PARTS = ("half", "twice", "double")
"""Numbers that are tagged as nouns or adverbs."""
_ENSURING = re.compile(r"\W*(?:(?:we|to)\s)?(?:ensure|make sure|see to it)\sthat\b", re.IGNORECASE)
"""What leads up to the statement, and is no description in it."""


def joins_results(doc: Doc) -> bool:
    """Whether anything is joined that could be a second result: soon after, a verb or a number.

    The learned reader takes long statements and joined nouns ("jobs and roles") for two results.
    """
    ensuring = _ENSURING.match(doc.text)
    below = _BELOW.search(doc.text, ensuring.end() if ensuring else 0)
    end = below.start() if below else len(doc.text)
    able = _ABLE.search(doc.text)
    words = [t for t in doc if not t.is_punct and not t.is_space]
    starts = [t.idx for t in words]
    for link in _LINK.finditer(doc.text, 0, end):
        first = bisect_left(starts, link.end())
        if able and able.end() < link.start() and link[0] != ";":
            first += words[first].tag_ in ("VB", "VBP") if first < len(words) else 0
        if _begins(words[first:], verb=link[0] not in ",."):
            return True
    return False


def _begins(words: Sequence[Token], *, verb: bool) -> bool:
    """Whether a verb or number stands soon in what follows a link.

    `verb`: so does a word of the list of verbs right behind it that was taken for a noun: "audit
    the tests and document results".
    """
    first = words[0] if words else None
    if verb and first is not None and first.text.islower() and first.tag_ in ("NN", "JJ"):
        form = load_lexicon().verb(first.lower_)
        if form is not None and form.form == "base" and form.noun != "mostly":
            return True
    lead = next((at for at, t in enumerate(words) if t.lower_ not in _COMPARING), len(words))
    ahead = words[: lead + _REACH]
    return any(t.pos_ in ("VERB", "AUX", "NUM") or t.lower_ in _PARTS for t in ahead)
