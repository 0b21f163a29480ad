"""What a word can be, by okrlint's own word lists and by the shape of words they do not hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from okrlint.language.words import load_table


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One way to read a word as a verb."""

    lemma: str
    kind: str
    """The class of the verb in `verbs.txt`; "new" for a verb known by its shape alone."""
    form: str
    """"base", "s", "ed" (past or participle) or "ing"."""
    noun: str
    """The noun use of the bare form: "", "also" or "mostly"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists, and what they say of a word."""

    verbs: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, tuple[str, ...]]
    irregular: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, tuple[str, ...]]

    def verb(self, word: str) -> VerbForm | None:
        """The word as a form of a verb in the list, or None."""
        if word in self.irregular and word not in self.verbs:
            return self._form(self.irregular[word][0], "ed")
        for lemma, form in _verb_stems(word):
            if lemma in self.verbs:
                return self._form(lemma, form)
        return None

    def noun(self, word: str) -> str | None:
        """The class of a noun, in the singular or plural; None for a word of unknown shape."""
        for stem in _noun_stems(word):
            if stem in self.nouns:
                return self.nouns[stem][0]
        if len(word) > 6 and word.endswith(("ers", "ors")):
            return "people"
        if "-" in word:
            return self.noun(word.rsplit("-", 1)[1])
        for stem in _noun_stems(word):
            for size in (5, 4, 3):
                if len(stem) > size + 2 and stem[-size:] in self.endings:
                    return self.endings[stem[-size:]][0]
        return None

    def _form(self, lemma: str, form: str) -> VerbForm | None:
        fields = self.verbs.get(lemma)
        if fields is None:
            return VerbForm(lemma, "new", form, "")
        return VerbForm(lemma, fields[0], form, fields[1] if len(fields) > 1 else "")


def _verb_stems(word: str) -> Iterator[tuple[str, str]]:
    yield word, "base"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], "s"
        if word.endswith("es"):
            yield word[:-2], "s"
        if word.endswith("ies"):
            yield word[:-3] + "y", "s"
    for ending, form in (("ed", "ed"), ("ing", "ing")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            yield stem, form
            yield stem + "e", form
            if stem.endswith("i") and form == "ed":
                yield stem[:-1] + "y", form
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1], form


def _noun_stems(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]


@cache
def load_lexicon() -> Lexicon:
    """Load the word lists, once."""
    return Lexicon(
        load_table("verbs"), load_table("nouns"), load_table("irregular"), load_table("endings")
    )
