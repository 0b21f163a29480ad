"""Tells what is not written in English, from frequent words and letters; needs no spaCy.

English texts hold names and borrowed words of other languages, and key results may be three words
long. So a statement is taken for another language only when such words outnumber the English ones,
and a statement without any evidence follows its document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from okrlint.language.words import load_table, load_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    ("Chinese or Japanese", "\u3040-\u30ff\u3400-\u9fff"),
    ("Korean", "\u1100-\u11ff\uac00-\ud7af"),
    ("Russian or another Slavic language", "\u0400-\u04ff"),
    ("Greek", "\u0370-\u03ff"),
    ("Arabic", "\u0600-\u06ff"),
    ("Hebrew", "\u0590-\u05ff"),
    ("Hindi", "\u0900-\u097f"),
    ("Thai", "\u0e00-\u0e7f"),
)
"""Letters that English never uses, and whose they most often are."""
_ENDINGS = (
    ("German", re.compile(r"\w{3,}(?:ungen|keiten?|heiten|ieren|lichen?|ßen|ung)$")),
    ("Spanish", re.compile(r"\w{2,}(?:ción|ciones|idades)$")),
    ("Portuguese", re.compile(r"\w{2,}(?:ção|ções|idades?)$")),
    ("French", re.compile(r"(?:[ldnsjcm]|qu)['’]\w{2,}$|\w{3,}(?:és|ées|eaux|euse|euses)$")),
)
"""Ends of words that tell a language."""
LEAST = 2
"""So many words of another language are needed in a statement of an English document."""
LEAST_OF_ALL = 3
"""So many are needed to take a document for another language."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words of a text say about its language."""

    english: int
    others: Counter[str]

    @property
    def other(self) -> str:
        """The language that most of the other words are of; "" without any."""
        return max(sorted(self.others), key=lambda name: self.others[name], default="")

    @property
    def foreign(self) -> int:
        """How many words are of that language."""
        return self.others[self.other] if self.others else 0


@lru_cache(maxsize=2048)  # of one document that is typed in, nearly all statements come again
def find_evidence(text: str) -> Evidence:
    """Count the words of a text that are English, and those of other languages."""
    english, others = 0, Counter[str]()
    for match in _WORD.finditer(text):
        word = match[0].lower()
        script = None if word.isascii() else _script(word)
        known = load_table("tongues").get(word)
        if script:
            others[script] += max(1, len(word) // 3)  # some write without blanks
        elif known:
            others.update(known)
        elif word in load_words("function-words"):
            english += 1
        elif word in _vocabulary() or word.removesuffix("s") in _vocabulary():
            english += len(word) > 3
        else:
            others.update(name for name, ends in _ENDINGS if ends.search(word))
    return Evidence(english, others)


def find_language(text: str) -> str:
    """The language of a whole document; "" for English, or when in doubt.

    Told by the small words alone: documents in any language are full of English terms.
    """
    table, text = load_table("tongues"), text.lower()
    if len(table.keys() & set(text.split())) < LEAST:
        return ""  # a cheap look: most documents are in English
    words = _WORD.findall(text)
    if len(table.keys() & set(words)) < LEAST_OF_ALL:
        return ""
    others = Counter(name for word in words for name in table.get(word, ()))
    whole = Evidence(sum(map(_ENGLISH.__contains__, words)), others)
    return whole.other if whole.foreign > whole.english else ""


_ENGLISH = frozenset(
    {
        "the", "of", "to", "and", "for", "with", "by", "from", "is", "are", "our", "we", "that",
        "this", "at", "it", "be", "have", "their", "your", "who", "which", "than", "into", "each",
        "every", "within", "how", "what", "when", "not", "new",
    }
)  # fmt: skip
"""Small words of English that no other language with a list here has."""


def find_languages(texts: Sequence[str], language: str = "") -> list[str]:
    """The language of each of the statements of one document; "" for English, or when in doubt.

    `language`: that of the whole document, when it is known not to be English. Then a statement is
    English only when small words say so.
    """
    if language:
        return ["" if _says_english(text) else language for text in texts]
    found = [find_evidence(text) for text in texts]
    whole = Evidence(sum(e.english for e in found), sum((e.others for e in found), Counter()))
    if whole.foreign >= LEAST_OF_ALL and whole.foreign > whole.english:
        return ["" if _is_english(one) else whole.other for one in found]
    return [one.other if _is_foreign(one) else "" for one in found]


def _says_english(text: str) -> bool:
    """Whether small words of English, and none of another language, are in a statement."""
    small = any(word in _ENGLISH for word in _WORD.findall(text.lower()))
    return small and _is_english(find_evidence(text))


def _is_english(one: Evidence) -> bool:
    """Whether a statement is English though its document is not."""
    return one.english >= LEAST and one.english > 2 * one.foreign


def _is_foreign(one: Evidence) -> bool:
    """Whether a statement is of another language though its document is English."""
    return one.foreign >= LEAST and one.foreign > 2 * one.english


def _script(word: str) -> str | None:
    return next((name for name, letters in _scripts() if letters.search(word)), None)


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(f"[{letters}]")) for name, letters in _SCRIPTS)


@cache
def _vocabulary() -> frozenset[str]:
    """English words of the other lists."""
    return load_words("verbs") | load_words("nouns")
