"""How a statement begins: what stands before its core, and whether the core is an order or a phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence

from okrlint.language.promise.chunk import DETERMINERS, STOPS, after_bound, find_chunk
from okrlint.language.promise.word import Word
from okrlint.language.words import load_table

_LABEL = re.compile(r"^(?:[A-Z]{2,}(?: [A-Z]{2,})*|KR ?[\d.]+|O[\d.]+|Key result [\d.]+)\s*[:–—-]\s+")
_SETTINGS = frozenset(
    "by before after within in during until till prior between at on throughout this next every each"
    " once when as if since starting beginning with through ahead following without for over until"
    " whenever whoever currently".split()
)
_TIME = re.compile(
    r"(?i)^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*$|^(?:19|20)\d\d$|^[qh][1-4]$|^fy\d+$"
    r"|^(?:end|year|quarter|month|week|day|half|summer|winter|spring|autumn|fall|sprint|fortnight|season"
    r"|semester|term|morning|evening|weekend|weekday|christmas|easter|eoy|eoq|year-end|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|launch|release|summit)s?$"
)
_PARTICLES = frozenset("up out over off down in on through back away".split())
_ADVERBS = frozenset("also then always only not never to please don't must should".split())


def find_core(words: Sequence[Word], text: str) -> int:
    """The index of the first word of the core: after a label and an opening adverbial."""
    index = _after_label(words, text)
    index = _after_time(words, index)
    if index < len(words) and words[index].low in _SETTINGS and not _is_bound(words, index):
        index = _after_adverbial(words, index)
    index = _after_ensure(words, index)
    while index < len(words) - 1 and (
        words[index].low in _ADVERBS
        or (words[index].low == "do" and words[index + 1].low == "not")
        or (words[index].low.endswith("ly") and words[index].noun is None and words[index].verb is None)
        or not any(c.isalnum() for c in words[index].text)
        and words[index].text not in "<>≤≥€$£"
    ):
        index += 1
    return index


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
    low = [w.low for w in words[index : index + 3]]
    if low[:1] in (["ensure"], ["guarantee"], ["see"]) and low[1:2] == ["that"]:
        return index + 2 if index + 2 < len(words) else index
    if low[:2] == ["make", "sure"] and index + 3 < len(words):
        return index + (3 if low[2:] == ["that"] else 2)
    return index


def _after_label(words: Sequence[Word], text: str) -> int:
    match = _LABEL.match(text)
    if not match:
        return 0
    return next((i for i, w in enumerate(words) if w.start >= match.end()), 0)


def _is_bound(words: Sequence[Word], index: int) -> bool:
    """Whether "at least", "over 300", "within 5 %" open a quantity, not an adverbial."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.low in ("least", "most", "any"):
        return after is None or after.low != "any"
    return words[index].low in ("over", "each", "every") and not _opens_time(words, index + 1)


def _opens_time(words: Sequence[Word], index: int) -> bool:
    return any(_TIME.match(w.low) for w in words[index : index + 2])


def _after_adverbial(words: Sequence[Word], index: int) -> int:
    depth = 0
    for i in range(index + 1, min(len(words) - 1, index + 30)):
        depth += (words[i].text == "(") - (words[i].text == ")")
        if depth == 0 and words[i].text in (",", ":") and i > index + 1 and not _in_list(words, i):
            return i + 1
    last = None
    for i in range(index + 1, min(len(words) - 1, index + 9)):
        word = words[i]
        if _TIME.match(word.low):
            last = i
        if last is None and word.low in STOPS:
            continue
        if last is not None and not _TIME.match(word.low) and word.low not in ("of", "the", "next"):
            break
    if last is not None and last + 1 < len(words):
        return last + 1
    return index


def _in_list(words: Sequence[Word], comma: int) -> bool:
    after = words[comma + 1]
    return words[comma - 1].is_number and after.is_number


def is_order(words: Sequence[Word], index: int) -> bool:
    """Whether the core is an imperative: its first word is a verb in its bare form."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    verb = word.verb
    blocked = STOPS - {"have", "do", "be", "like", "up"}
    if word.low in DETERMINERS or word.is_number or word.low in blocked or _is_degree(word, after):
        return False
    if verb is None or (verb.form != "base" and verb.kind != "new"):
        return _unknown_is_order(words, index)
    if verb.form != "base":
        return False
    if after is not None and f"{word.low} {after.low}" in load_table("phrasal"):
        return True
    if verb.kind == "behave" and word.noun is not None:
        return _counts_after(words, index)
    if verb.noun == "" or word.noun is None and verb.kind in ("change", "better", "attain", "hold"):
        return word.noun is None or not (after is not None and after.low in _AFTER_NOUN)
    return _noun_or_order(words, index, mostly=verb.noun == "mostly")


_AFTER_NOUN = ("of", "is", "are", "was", "were", "up", "down", ":", "has", "have")


def _is_degree(word: Word, after: Word | None) -> bool:
    """Whether the word is a comparative: "Better docs", "Snappier search"."""
    if word.low in ("better", "more", "less", "fewer") or (word.low.endswith("ier") and word.noun is None):
        return after is not None and after.low not in DETERMINERS
    return word.tag == "JJR" and word.verb is None


def _counts_after(words: Sequence[Word], index: int) -> bool:
    """Whether a number and a plural follow: "Counsel 100 patients"; no bare noun stands there."""
    number = after_bound(words, index + 1)
    if number >= len(words) or words[number].amount is None or words[number].text == "%":
        return False
    if words[index].tag[:2] in ("JJ", "RB", "IN", "DT"):
        return False
    later = words[number + 1 : number + 6]
    plural = any(w.tag in ("NNS", "NNPS") or (w.noun is not None and w.low.endswith("s")) for w in later)
    return plural and not words[index].low.endswith("s") and not _finite_later(words, number + 1)


def _unknown_is_order(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or not word.low.replace("-", "").isalpha():
        return False
    if word.low.endswith(("s", "ed", "ing", "tion", "ment", "ness", "ity")) or word.text.isupper():
        return False
    if _counts_after(words, index):
        return True
    if word.noun is not None or word.verb is not None or word.low.endswith("er"):
        return False
    shape = word.low.endswith(("ise", "ize", "ify", "ate"))
    votes = (word.will == "VB") + (word.tag in ("VB", "VBP")) + 2 * shape
    votes += 2 * (after.low in DETERMINERS or after.tag in ("PRP$",))
    votes -= 2 * (not word.text[1:].islower())
    return votes >= 3


def _noun_or_order(words: Sequence[Word], index: int, *, mostly: bool) -> bool:
    """Settle "Test the API" and "Test coverage": what follows says which it is."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None:
        return not mostly
    low = after.low
    number = after_bound(words, index + 1)
    if number > index + 1 and words[number].low != "%":
        return low not in ("above", "over", "under", "<", ">") and not _finite_later(words, number + 1)
    moves = word.verb is not None and word.verb.kind in ("change", "better", "attain", "hold")
    if not moves and _level_follows(words, index + 1):
        return False
    if low in DETERMINERS or low in ("me", "us", "them", "it", "him", "her", "people", "everyone", "what", "how", "why", "whether"):
        return True
    if low in ("of", "is", "are", "has", "was", "will", "<", ">", ":", "≥", "≤", "=", "→", "below", "above", "under", "goes", "per"):
        return False
    if not low[:1].isalnum() and low not in ('"', "“", "'", "@", "#", "$", "€", "£", "‘"):
        return False
    if after.is_number or after.tag == "CD":
        return not _finite_later(words, index + 2)
    votes = (word.will == "VB") + (word.tag in ("VB", "VBP")) - 2 * mostly
    votes += -1 if low in STOPS else 0
    if _finite_later(words, index + 1):
        votes -= 3
    chunk = find_chunk(words, index + 1, verbs=False, use_will=True)
    head = words[chunk.head] if chunk is not None else after
    if head.noun in ("measure", "quality", "effect"):
        votes += 1 if moves else -2 * (head.noun != "effect")
    if head is after and low in ("plan", "plans", "checklist", "strategy", "date"):
        votes -= 2
    if after.tag in ("NNS",) or after.text[:1].isupper() or after.tag.startswith("JJ"):
        votes += 1
    return votes >= 1


def _level_follows(words: Sequence[Word], start: int) -> bool:
    """Whether a colon, an arrow or "up"/"down" with a number comes right after a bare noun phrase."""
    for i in range(start, min(start + 8, len(words))):
        word = words[i]
        if word.is_time:
            continue
        if word.low in DETERMINERS or word.is_number or word.text in (",", ";", "(", '"'):
            return False
        if word.low == "from" and i + 1 < len(words) and words[i + 1].amount is not None:
            return True
        if word.low == "at" and i + 1 < len(words) and words[i + 1].low in ("least", "most"):
            return False
        if word.text in ("→", "->", "<", ">", "≥", "≤", "="):
            return True
        if word.text == ":" or word.low in ("up", "down", "above", "below", "under", "at"):
            return any(w.amount is not None for w in words[i + 1 : i + 4])
    return False


def _finite_later(words: Sequence[Word], start: int) -> bool:
    """Whether a verb of its own follows a few words on: then the first word was no order."""
    for i in range(start, min(len(words), start + 7)):
        word = words[i]
        if word.low in ("that", "which", "who", "where", "so", "to", "and", ",", "until", "for", "with", ";", "(", "how", "what", "why", "whether", "if", "when", "because"):
            return False
        if word.low in ("is", "are", "was", "were", "has", "have", "will"):
            return True
        if i >= start and word.verb is not None and word.tag in ("VBZ", "VBN", "VBD", "VBP") and word.verb.form != "ing":
            after = words[i + 1] if i + 1 < len(words) else None
            clear = word.verb.form != "base" or word.tag in ("VBP", "VBD", "VBN")
            if word.verb.form == "s" and word.noun is not None and (word.will != "VBZ" or words[start - 1].is_number):
                continue
            if clear and (after is None or not after.tag.startswith("NN") or word.tag == "VBP"):
                return True
    return False
