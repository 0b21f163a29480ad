"""Finds cadences: repeated intervals, and whether they pace the promise or name a thing.

"Weekly office hours" paces what is promised; "weekly active users" is the name of a measure, and
in "automate the weekly report" the word says which report is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from okrlint.language.when import intervals
from okrlint.language.when.words import (
    NUMBER,
    any_of,
    clause_before,
    ending,
    first_answer,
    opens_with_verb,
    words_of,
)
from okrlint.language.words import load_kind, load_words
from okrlint.reading import When, WhenKind


@dataclass(frozen=True, slots=True)
class _Case:
    """A repeated interval in its statement."""

    doc: Doc
    start: int
    end: int

    @property
    def said(self) -> str:
        return self.doc.text[self.start : self.end].lower()

    @property
    def before(self) -> str:
        return self.doc.text[: self.start].lower()

    @property
    def after(self) -> str:
        return self.doc.text[self.end :].lower()

    @property
    def phrase(self) -> list[str]:
        """The words of the noun phrase that goes on after it, in lower case."""
        return _phrase_after(self.doc, self.end)


def find_cadences(doc: Doc) -> Iterator[When]:
    """Yield the repeated intervals of a statement, as cadence or as attribute."""
    rates = (
        intervals.every(),
        intervals.per(),
        intervals.each_happening(),
        intervals.weekdays(),
        intervals.of_the_month(),
        intervals.a_unit(),
    )
    for pattern in rates:
        for match in pattern.finditer(doc.text):
            case = _Case(doc, match.start(), match.end())
            if pattern is not intervals.a_unit() or _is_rate(case):
                yield _when(case, _kind_of_rate(case))
    for match in intervals.often().finditer(doc.text):
        case = _Case(doc, match.start(), match.end())
        yield _when(case, first_answer(_ADJECTIVE_RULES, case) or WhenKind.ATTRIBUTE)


def _when(case: _Case, kind: WhenKind) -> When:
    return When(case.start, case.end, kind, case.doc.text[case.start : case.end])


def _is_rate(case: _Case) -> bool:
    """Whether "a week" means "per week": something counted stands before, no preposition."""
    if re.match(r"\s+(?:ago|before|after|later|long|of|or\s+(?:more|less|two))\b", case.after):
        return False
    if ending(any_of("due", "apart", "single")).search(case.before):
        return False
    direct = rf"(?:{NUMBER})\s+[\w-]+s"  # "15 citizens a week report a defect"
    if ending(rf"once|twice|thrice|times|{direct}").search(case.before):
        return True
    follows = next((t for t in case.doc if t.idx >= case.end), None)
    if follows is not None and follows.tag_ == "NN" and follows.idx == case.end + 1:
        return False  # "a day rate", "a term sheet"
    return bool(intervals.counted().search(clause_before(case.doc, case.start)))


def _kind_of_rate(case: _Case) -> WhenKind:
    """A rate paces the promise, but not where it says how something stands, or which one."""
    clause = re.split(r"[;(]|,\s", case.before)[-1]
    stood = r"^(?:up |down )?from\b|\b(?:currently|now|was|were|today|at present|vs\.?|compared)\b"
    stated = re.search(stood, clause) and not re.search(r"\bto\b|→|->", clause)
    now = r"\s*(?:,\s*)?(?:on average\s+)?(?:at present|today|now|currently|so far)\b"
    which = re.search(
        r"\w,?\s(?:that|which|who|where)\s+(?:(?!to\s)[\w'’-]+\s+){1,10}$", case.before
    )
    stands = stated or re.match(now, case.after) or which or _is_day_of_state(case)
    if stands or _names_measure(case):
        return WhenKind.ATTRIBUTE
    return WhenKind.CADENCE


_ALONE = re.compile(r"\W*$|\s*[,:;(|]")
_COUNTED = re.compile(rf"\d|\b(?:an?|the|all|every|each|no|{NUMBER})\b")


def _names_measure(case: _Case) -> bool:
    """Whether "API calls per month" only names what is counted, without a verb or number."""
    if not case.said.lstrip().startswith(("per ", "/", "p/")) or not _ALONE.match(case.after):
        return False
    before = [token for token in case.doc if token.idx < case.start and token.is_alpha]
    named = bool(before) and before[-1].tag_ == "NNS" and all(t.pos_ != "VERB" for t in before[:1])
    return named and not _COUNTED.search(case.before) and not opens_with_verb(case.doc)


def _is_day_of_state(case: _Case) -> bool:
    """Whether "on Mondays" says when a state holds: "why errors peak on Mondays"."""
    if not case.said.startswith(("on ", "at ", "over ")) or " of " in case.said:
        return False
    compared = r"\b(?:why|how|whether|what|fewer|less|more|lower|higher)\b"
    return bool(re.search(compared, case.before)) or _is_state(case.doc)


def _is_state(doc: Doc) -> bool:
    """Whether the statement says how something stands, and not what is done."""
    if opens_with_verb(doc) and doc[0].tag_ != "NN":
        return doc[0].lower_ in ("close", "open")
    measures = load_kind("nouns", "measure")
    return any(t.tag_ == "VBZ" or t.lower_ in measures for t in doc)


def _of_machines(case: _Case) -> WhenKind | None:
    """Say that "the nightly build" and "data arrives hourly" name what machines do."""
    if case.said not in ("hourly", "nightly"):
        return None
    return WhenKind.ATTRIBUTE if case.phrase or _is_state(case.doc) else None


def _of_measures(case: _Case) -> WhenKind | None:
    """Say that "weekly active users", "monthly travellers" name a measure or people counted."""
    phrase = case.phrase
    measured = any(word in words_of("metric") for word in phrase)
    counted = load_kind("nouns", "measure") | load_kind("nouns", "people")
    named = bool(phrase) and (phrase[-1] in counted or _is_doer(phrase[-1]))
    return WhenKind.ATTRIBUTE if measured or named else None


def _as_adverb(case: _Case) -> WhenKind | None:
    """Say what "weekly" is with no noun after it: an adverb, but for "active weekly"."""
    if case.phrase:
        return None
    measured = re.search(r"([\w-]+)\s+\($|(active)\s+$", case.before)
    if measured and (measured[2] or measured[1] in words_of("metric")):
        return WhenKind.ATTRIBUTE
    return (
        WhenKind.ATTRIBUTE
        if ending("the|our|their|its").search(case.before)
        else _kind_of_rate(case)
    )


def _in_rhythm(case: _Case) -> WhenKind | None:
    """Say that "on a monthly basis" is an adverb, however long."""
    if case.phrase not in (["basis"], ["cadence"], ["rhythm"], ["schedule"]):
        return None
    return _kind_of_rate(case) if ending("(?:on|in|at) an?").search(case.before) else None


def _of_years(case: _Case) -> WhenKind | None:
    """Say that "annual" and "yearly" before a noun name it: "the annual report"."""
    return WhenKind.ATTRIBUTE if case.said in ("annual", "yearly", "biannual") else None


def _without_article(case: _Case) -> WhenKind | None:
    """Say that "weekly reviews" pace what is done, but not "create monthly schedule"."""
    if _article().search(case.before):
        return None
    phrase, verb = case.phrase, _word_before(case.before)
    activity = phrase[-1] in load_kind("nouns", "activity")
    if verb is None:
        changed = not activity and _is_changed(case, phrase)
        return WhenKind.ATTRIBUTE if changed else _kind_of_rate(case)
    if verb in words_of("make"):
        return WhenKind.ATTRIBUTE
    free = verb in words_of("between") or activity or _is_held(verb)
    return _kind_of_rate(case) if free else WhenKind.ATTRIBUTE


def _with_article(case: _Case) -> WhenKind | None:
    """Say that after "a" or "the" the verb decides: "write a weekly post" goes on and on."""
    article = _article().search(case.before)
    if article is None:
        return None
    verb = _word_before(case.before[: article.start()])
    activity = case.phrase[-1] in load_kind("nouns", "activity")
    indefinite = article[1] == "a" and (activity or verb is None)
    held = verb is not None and _is_held(verb)
    return WhenKind.CADENCE if held or indefinite else WhenKind.ATTRIBUTE


_ADJECTIVE_RULES = (
    _in_rhythm,
    _of_machines,
    _of_measures,
    _as_adverb,
    _of_years,
    _without_article,
    _with_article,
)


def _article() -> re.Pattern[str]:
    return re.compile(r"\b(the|our|their|its|your|my|that|this|an?|[\w-]+['’]s)\s+$")


def _word_before(before: str) -> str | None:
    match = re.search(r"([a-z-]+)\s+$", before)
    return match[1] if match else None


def _is_doer(word: str) -> bool:
    """Whether a plural names people by what they do: travellers, donors; not newsletters."""
    stem = re.sub(r"(?:er|or)s$", "", word)
    if stem == word or len(stem) < 3:
        return False
    verbs = load_words("verbs")
    return not verbs.isdisjoint({stem, stem + "e", stem[:-1]})


def _is_changed(case: _Case, phrase: list[str]) -> bool:
    """Whether the thing itself is what gets made or changed: "Monthly newsletter redesigned"."""
    after = [t for t in case.doc if t.idx >= case.end]
    follows = after[len(phrase)] if len(after) > len(phrase) else None
    if follows is not None and follows.pos_ == "ADV" and follows.i + 1 < len(case.doc):
        follows = follows.nbor(1)
    if follows is not None and follows.tag_ in ("VBN", "VBZ") and not _is_held(follows.lower_):
        return True
    return phrase[-1].endswith("ed") and not _is_held(phrase[-1])


def _is_held(word: str) -> bool:
    """Whether a word is a form of a verb of doing again and again."""
    stems = {word.removesuffix(end) for end in ("s", "es", "ing", "ed", "d")}
    stems.add(word.removesuffix("ing") + "e")
    return not stems.isdisjoint(words_of("held"))


def _phrase_after(doc: Doc, end: int) -> list[str]:
    words: list[str] = []
    for token in doc:
        if token.idx < end:
            continue
        if token.text == "-" and words:
            words[-1] += "-"
        elif words and words[-1].endswith("-"):
            words[-1] += token.lower_
        elif token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ in ("VBG", "VBN"):
            words.append(token.lower_)
        elif token.lower_ != "and" or not words:
            break
    return words
