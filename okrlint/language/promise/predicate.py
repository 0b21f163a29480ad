"""The main verb of a statement that begins with a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from okrlint.language.promise.word import Word, word_at

_BEFORE_NOUNS = frozenset(("of", "and", "or"))
_FINITE = ("VBZ", "VBP", "VBD")
_STOPS = (":", ";", "→", "—", "–")
_CLOSERS = {"(": ")", "[": "]", '"': '"', "“": "”"}
_PARTICLES = ("up", "live", "down", "out", "no")


def is_predicate(words: Sequence[Word], index: int) -> bool:
    """Whether the word is the verb of the noun phrase before it."""
    word, before = words[index], words[index - 1]
    if before.is_a("determiner") or before.low in _BEFORE_NOUNS:
        return False
    tag = word.tag
    after = word_at(words, index + 1)
    if word.verb is None:
        return _unknown_is_predicate(word, after, tag)
    if word.verb.form == "ed":
        if tag.startswith("VB") and tag != "VBN":
            return True
        return not _is_attributive(after)
    if word.verb.form == "s":
        if word.noun is not None and after is not None and after.is_time:
            return False
        return tag == "VBZ" or (word.noun is None and after is not None and _object_follows(after))
    if word.verb.form == "ing":
        free = after is None or not after.is_nominal or after.is_number
        return tag == "VBG" and before.noun is not None and free
    return _base_is_predicate(word, before, after, tag)


def _is_attributive(after: Word | None) -> bool:
    """Whether a participle stands before its noun: "rejected claims"."""
    if after is None or after.is_number or after.is_time:
        return False
    return after.is_nominal


def _base_is_predicate(word: Word, before: Word, after: Word | None, tag: str) -> bool:
    plural = before.tag in ("NNS", "NNPS", "PRP", "RB") or (
        before.low.endswith("s") and before.noun is not None
    )
    if plural and after is not None and after.is_a("object") and not after.is_time:
        return True
    if tag in _FINITE:
        return plural or before.tag in ("NN", "NNP")
    clear = word.verb is not None and (word.verb.noun == "" or _object_follows(after))
    return plural and word.noun is None and clear and tag in ("VB", "NN", "JJ", "RB")


def _unknown_is_predicate(word: Word, after: Word | None, tag: str) -> bool:
    if word.noun is not None or not word.text.islower() or "-" in word.text:
        return False
    if word.low.endswith("ed") and after is not None and after.is_nominal:
        return False
    third = word.low.endswith("s") and not word.low.endswith("ss")
    if third and after is not None and after.is_a("determiner") and not after.is_time:
        return True
    return tag in (*_FINITE, "VBN", "MD")


def _object_follows(after: Word | None) -> bool:
    if after is None:
        return True
    if after.is_time:
        return False
    return after.is_a("stop") or after.is_a("determiner") or after.is_number


def find_predicate(words: Sequence[Word], start: int) -> tuple[int, bool] | None:
    """The main verb after a subject, past its prepositional phrases; and whether it is finite."""
    comma = False
    index = start
    while index < len(words):
        word = words[index]
        if word.text in _STOPS:
            return None
        if word.text in _CLOSERS:
            index = _after_insertion(words, index)
            continue
        if word.is_a("relative"):
            skipped = _after_relative(words, index)
            if skipped is None:
                return None
            index = skipped
            continue
        comma = comma or word.text == ","
        if word.is_a("auxiliary") or word.low in ("do", "does", "did", "'re"):
            return _after_auxiliary(words, index), True
        if index > 0 and is_predicate(words, index) and not _yields(words, index):
            bare = _is_bare_participle(words, index)
            if not (bare and comma):
                return index, not bare
        index += 1
    return None


def _after_auxiliary(words: Sequence[Word], index: int) -> int:
    """The verb or state after an auxiliary; the auxiliary itself where it is the main verb."""
    first, last = words[index], index
    index += 1
    while index < len(words) and words[index].low not in _PARTICLES:
        word = words[index]
        between = word.tag == "RB" or word.low in ("to", "able", "at")
        if not (between or word.is_a("auxiliary")):
            break
        last, index = index, index + 1
    after = word_at(words, index)
    if after is None:
        return last
    if first.low in ("have", "has", "had"):
        going = after.verb is not None and after.verb.form == "ing"
        done = (after.is_participle or going) and after.tag.startswith("VB")
        return index if done else last
    return index


def _yields(words: Sequence[Word], index: int) -> bool:
    """Whether a plural noun was taken for a verb: "Capacity needs ... are determined"."""
    verb = words[index].verb
    if verb is None or verb.form not in ("s", "base"):
        return False
    for other in words[index + 1 :]:
        if other.is_a("be"):
            return True
        if other.is_a("clause") or not other.text[:1].isalnum():
            return False
    return False


def _after_insertion(words: Sequence[Word], index: int) -> int:
    closer = _CLOSERS[words[index].text]
    later = range(index + 1, len(words))
    return next((i + 1 for i in later if words[i].text == closer), index + 1)


def _is_bare_participle(words: Sequence[Word], index: int) -> bool:
    """Whether it is a participle without auxiliary: "Beta launched", not "Users launched it"."""
    if not words[index].is_participle:
        return False
    after = word_at(words, index + 1)
    if after is None or after.is_time:
        return True
    return not (after.is_a("determiner") or after.tag in ("PRP", "PRP$"))


def _after_relative(words: Sequence[Word], index: int) -> int | None:
    """The index after a relative clause, where a second verb follows; None when none does."""
    if index > 0 and words[index - 1].text == ",":
        return next((i + 1 for i in range(index, len(words)) if words[i].text == ","), None)
    verbs = 0
    for i in range(index + 1, len(words)):
        word, before = words[i], words[i - 1]
        if word.is_a("auxiliary"):
            verbs += not before.is_a("auxiliary")
        elif word.tag in ("VBZ", "VBP", "MD") or (word.tag == "VBD" and i == index + 1):
            verbs += 1
        elif _is_clear_verb(word) and before.tag.startswith("NN"):
            return i
        if verbs == 2:
            return i
    return None


def _is_clear_verb(word: Word) -> bool:
    return word.tag == "VB" and word.verb is not None and word.verb.noun == ""
