"""Whether a core is an imperative: "Test the API", not "Test coverage above 80 %"."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.language.promise.chunk import after_bound, find_chunk
from okrlint.language.promise.word import Word, word_at
from okrlint.language.words import load_table

MOVING = ("change", "better", "attain", "hold")
"""Classes of verbs whose objects are measures: "Raise conversion"."""

_NOMINAL_ENDINGS = ("s", "ed", "ing", "tion", "ment", "ness", "ity")
_VERBAL_ENDINGS = ("ise", "ize", "ify", "ate")
_ALSO_FIRST = ("have", "do", "be", "like", "up")
"""Words that end a noun phrase, yet may begin an order."""
_LEVEL_MARKS = ("→", "->", "<", ">", "≥", "≤", "=")
_BEFORE_OBJECTS = ('"', "“", "'", "@", "#", "$", "€", "£", "‘")


def is_order(words: Sequence[Word], index: int) -> bool:
    """Whether the word at `index` is a verb in its bare form that opens an order."""
    word, after = words[index], word_at(words, index + 1)
    if word.is_a("determiner") or word.is_number or _is_degree(word, after):
        return False
    if word.is_a("stop") and word.low not in _ALSO_FIRST:
        return False
    verb = word.verb
    if verb is None or (verb.form != "base" and verb.kind != "new"):
        return _unknown_is_order(words, index)
    if verb.form != "base":
        return False
    if after is not None and f"{word.low} {after.low}" in load_table("phrasal"):
        return True
    if verb.kind == "behave" and word.noun is not None:
        return _counts_after(words, index)
    if verb.noun == "" or (word.noun is None and verb.kind in MOVING):
        clear = after is not None and (after.is_a("after-clear-noun") or after.text == ":")
        return word.noun is None or not clear
    return _noun_or_order(words, index, mostly=verb.noun == "mostly")


def _is_degree(word: Word, after: Word | None) -> bool:
    """Whether the word is a comparative: "Better docs", "Snappier search"."""
    short = word.low in ("better", "more", "less", "fewer")
    if short or (word.low.endswith("ier") and word.noun is None):
        return after is not None and not after.is_a("determiner")
    return word.tag == "JJR" and word.verb is None


def _counts_after(words: Sequence[Word], index: int) -> bool:
    """Whether a number and a plural follow: "Counsel 100 patients"; no bare noun stands there."""
    number = after_bound(words, index + 1)
    if number >= len(words) or words[number].amount is None or words[number].text == "%":
        return False
    word = words[index]
    if word.tag[:2] in ("JJ", "RB", "IN", "DT") or word.low.endswith("s"):
        return False
    later = words[number + 1 : number + 6]
    plural = any(w.tag in ("NNS", "NNPS", "VBZ") or (w.noun and w.low.endswith("s")) for w in later)
    return plural and not _finite_later(words, number + 1)


def _unknown_is_order(words: Sequence[Word], index: int) -> bool:
    """Settle a word that no list of verbs holds: by its shape, its tags and what follows."""
    word, after = words[index], word_at(words, index + 1)
    if after is None or not word.low.replace("-", "").isalpha() or word.text.isupper():
        return False
    if word.low.endswith(_NOMINAL_ENDINGS):
        return False
    if _counts_after(words, index):
        return True
    if word.noun is not None or word.verb is not None or word.low.endswith("er"):
        return False
    votes = 2 * (word.tag in ("VB", "VBP"))
    votes += 2 * word.low.endswith(_VERBAL_ENDINGS)
    votes += 2 * (after.is_a("determiner") or after.tag == "PRP$")
    votes -= 2 * (not word.text[1:].islower())
    return votes > 2


def _noun_or_order(words: Sequence[Word], index: int, *, mostly: bool) -> bool:
    """Settle a word that is both noun and verb; `mostly`: more often a noun."""
    word, after = words[index], word_at(words, index + 1)
    if after is None:
        return not mostly
    moves = word.verb is not None and word.verb.kind in MOVING
    number = after_bound(words, index + 1)
    if number > index + 1 and words[number].low != "%":
        level = after.low in ("above", "over", "under", "<", ">")
        return not level and not _finite_later(words, number + 1)
    if not moves and _level_follows(words, index + 1):
        return False
    if after.is_a("determiner") or after.is_a("human-object"):
        return True
    if after.is_a("after-noun") or (after.is_mark and after.text not in _BEFORE_OBJECTS):
        return False
    if after.is_number:
        return not _finite_later(words, index + 2)
    return _vote(words, index, moves=moves, mostly=mostly) > 0


def _vote(words: Sequence[Word], index: int, *, moves: bool, mostly: bool) -> int:
    word, after = words[index], words[index + 1]
    votes = 2 * (word.tag in ("VB", "VBP")) + (-2 if mostly else 1)
    votes -= after.is_a("stop")
    votes -= 3 * _finite_later(words, index + 1)
    chunk = find_chunk(words, index + 1)
    head = words[chunk.head] if chunk is not None else after
    if head.noun in ("measure", "quality", "effect"):
        votes += 1 if moves else -2 * (head.noun != "effect")
    if head is after and after.low in ("plan", "plans", "checklist", "strategy", "date"):
        votes -= 2
    return votes + (after.tag == "NNS" or after.text[:1].isupper() or after.tag.startswith("JJ"))


def _level_follows(words: Sequence[Word], start: int) -> bool:
    """Whether a colon, an arrow or "up" with a number comes right after a bare noun phrase."""
    for i in range(start, min(start + 8, len(words))):
        word, after = words[i], word_at(words, i + 1)
        if word.is_time:
            continue
        if word.is_a("determiner") or word.is_number or word.text in (",", ";", "(", '"'):
            return False
        if word.low == "from" and after is not None and after.amount is not None:
            return True
        if word.low == "at" and after is not None and after.low in ("least", "most"):
            return False
        if word.text in _LEVEL_MARKS:
            return True
        if word.low in (":", "up", "down", "above", "below", "under", "at"):
            return any(w.amount is not None for w in words[i + 1 : i + 4])
    return False


def _finite_later(words: Sequence[Word], start: int) -> bool:
    """Whether a verb of its own follows a few words on: then the first word was no order."""
    counted = start > 0 and words[start - 1].is_number
    for i in range(start, min(len(words), start + 7)):
        word, after = words[i], word_at(words, i + 1)
        if word.is_a("no-verb-after") or word.text in (",", ";", "("):
            return False
        if word.is_a("be") or word.low in ("has", "have", "will"):
            return True
        if word.verb is None or word.tag not in ("VBZ", "VBN", "VBD", "VBP"):
            continue
        if word.verb.form == "ing" or (word.verb.form == "base" and word.tag == "VBZ"):
            continue
        if word.verb.form == "s" and word.noun is not None and counted:
            continue
        if after is None or not after.tag.startswith("NN") or word.tag == "VBP":
            return True
    return False
