"""Decides what the date words of a statement govern: the promise, or a thing in it.

The preposition before the noun phrase that holds the date decides ("by June", "than in June"),
then what the date stands in: the name of a thing ("Q2 renewals"), a clause that describes one
("teammates hired in April"), a parenthesis, the edge of the statement. The rules are asked in
order; the first that has an answer gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from okrlint.dates import DateWords, Grain
from okrlint.language.when.place import Place, find_place, is_adverb
from okrlint.language.when.words import (
    describes_noun,
    ending,
    first_answer,
    opens_with_verb,
    tokens_of,
    words_of,
)
from okrlint.reading import When, WhenKind


@dataclass(frozen=True, slots=True)
class _Case:
    """Date words in their statement."""

    doc: Doc
    words: DateWords
    place: Place

    @property
    def said(self) -> str:
        return self.doc.text[self.words.start : self.words.end]

    @property
    def before(self) -> str:
        return self.doc.text[: self.words.start]

    @property
    def after(self) -> str:
        return self.doc.text[self.words.end :]

    @property
    def head(self) -> str | None:
        """The noun that the date only describes: "renewals" in "Q2 renewals"."""
        if self.place.end <= self.words.end:
            return None
        return self.doc.text[self.words.end : self.place.end].lower().split()[-1]


def find_dated(doc: Doc, dates: Sequence[DateWords]) -> Iterator[When]:
    """Yield the date words of a statement with what they govern."""
    for words in dates:
        case = _Case(doc, words, find_place(doc, words))
        kind = first_answer(_RULES, case) or WhenKind.ATTRIBUTE
        event, end = None, words.end
        if kind is WhenKind.DEADLINE and case.head:  # "by the Q2 review": the review says when
            end = case.place.end
            event = doc.text[case.place.start : end]
        said = doc.text[words.start : end]
        days = (words.earliest, words.latest)
        yield When(words.start, end, kind, said, *days, event, words.impossible)


def _of_the_past(case: _Case) -> WhenKind | None:
    """Say that "last year", "Q2's", "an average Monday" and "Monday to Friday" are properties."""
    past = re.match(r"(?:last|past|previous|prior|preceding)\b", case.said, re.IGNORECASE)
    owner = re.match(r"['’]s\b|s['’]", case.after)
    usual = ending(r"average|typical|normal|usual").search(case.before)
    days = re.fullmatch(r"from\s+\w+day\s+to\s+\w+day", case.said, re.IGNORECASE)
    return WhenKind.ATTRIBUTE if past or owner or usual or days else None


def _opening(case: _Case) -> WhenKind | None:
    """Say that an adverb of time that opens the statement dates all of it: "This year we"."""
    opens = is_adverb(case.said) and not case.before.strip()
    return WhenKind.DEADLINE if opens else None


def _after_until(case: _Case) -> WhenKind | None:
    """Say that "by", "before", "until" make a deadline of anything but a describing clause."""
    if case.place.preposition not in words_of("fixed"):
        return None
    return WhenKind.ATTRIBUTE if _describes(case) else WhenKind.DEADLINE


def _after_from(case: _Case) -> WhenKind | None:
    """Say whether "from DATE" says when a new state begins, or what to compare with."""
    if case.place.preposition not in ("from", "as of") or case.place.start != case.words.start:
        return None
    if re.match(r"\s+on(?:wards?)?\b", case.after):
        return WhenKind.DEADLINE
    compared = ending(r"(?:up|down|increase|growth|change)\s+(?:from|as\s+of)").search(case.before)
    season = case.words.note is not None
    whole = case.words.grain in (Grain.YEAR, Grain.QUARTER, Grain.HALF) and not season
    ends = re.match(r"\s*(?:$|[,.)])|\s+the\b", case.after)
    return WhenKind.DEADLINE if ends and not compared and not whole else WhenKind.ATTRIBUTE


def _of_the_baseline(case: _Case) -> WhenKind | None:
    """Say that a period before the arrow, or between "from" and "to", dates the baseline."""
    arrow = re.match(r"\s*[)\]]?\s*(?:[→⟶➜➔⇒]|[-=]{1,2}>)\s*[^\w\s]?\s?\d", case.after)
    measured = re.search(r"\d[^;]*$", case.before)
    since = re.search(r"\bfrom\s(?:(?!\bto\b)[^;\d])*\d(?:(?!\bto\b)[^;])*$", case.before.lower())
    then = re.match(r"\s*[)\],]?\s*(?:(?:up|down)\s)?to\s[^;\d]{0,20}\d", case.after.lower())
    return WhenKind.ATTRIBUTE if (arrow and measured) or (since and then) else None


def _each_end(case: _Case) -> WhenKind | None:
    """Say that "at month end" comes every month; "by month end" is caught before."""
    recurs = re.match(r"(?:month|quarter|week|year)[\s-]end$", case.said.lower())
    named = re.match(r"\s\w", case.after)  # "Month-end close in four days"
    return WhenKind.ATTRIBUTE if recurs and (case.before.strip() or named) else None


def _compared(case: _Case) -> WhenKind | None:
    """Say that "up 12% on 2019" compares: what is due on a day has its day said."""
    whole = case.words.grain in (Grain.YEAR, Grain.HALF, Grain.QUARTER, Grain.MONTH)
    bare = case.place.start == case.words.start and case.head is None
    return WhenKind.ATTRIBUTE if case.place.preposition == "on" and whole and bare else None


def _names_level(case: _Case) -> WhenKind | None:
    """Say that "(in March: 44)" dates a number and not the promise; "(by March: 44)" is before."""
    bracketed = case.before.rfind("(") > case.before.rfind(")")
    level = re.match(r"(?:\s[a-z]+){0,2}\s?[:=]\s?[^\w\s]?\d", case.after)
    return WhenKind.ATTRIBUTE if bracketed and level else None


def _in_a_name(case: _Case) -> WhenKind | None:
    """Say whether the thing that the date describes happens, and so dates the promise."""
    if case.head is None:
        return WhenKind.ATTRIBUTE if case.place.inner else None
    phrase = case.doc.text[case.place.start : case.words.start].lower()
    happens = case.head in words_of("event")
    dated = {
        "over": True,
        "during": True,
        "throughout": happens,
        "at": happens,
        "in": happens and phrase.startswith("the"),
        "ready for": happens,
        "for": happens and case.words.grain is Grain.MONTH,
    }
    return WhenKind.DEADLINE if dated.get(case.place.preposition or "") else WhenKind.ATTRIBUTE


def _free(case: _Case) -> WhenKind | None:
    """Say that adverbs of time, parentheses and free ends of the statement are deadlines."""
    if case.place.preposition is not None:
        return None
    if any(t.dep_ == "relcl" and _is_past(t) for t in _ancestors(case)):
        return WhenKind.ATTRIBUTE  # "apps I did not open this month"
    said = case.said.lower()
    if re.search(r"\((?:baseline|was|now|currently|from|up|down)\b[^)]*$", case.before.lower()):
        return WhenKind.ATTRIBUTE
    if is_adverb(case.said) or re.search(r"\b(?:end|mid)\b", said):
        return WhenKind.DEADLINE
    opened = re.search(r"(?:^|[(\[,;:/–—-]|\bor|\band)\s*$", case.before)
    closed = re.match(r"\s*(?:$|[)\].,;/–—]|at the latest|latest)", case.after)
    named = re.match(r"\s*:", case.after)
    exact = case.words.grain not in (Grain.YEAR, Grain.MONTH)
    if (opened and (closed or (named and not case.before.strip()))) or (
        closed and exact and _ends_free(case)
    ):
        return WhenKind.DEADLINE
    return WhenKind.ATTRIBUTE


def _after_other(case: _Case) -> WhenKind | None:
    """Say that "in", "on", "during" make a deadline where no clause and no baseline holds them."""
    governed = case.place.preposition in words_of("due")
    if not governed or _describes(case) or _is_baseline(case):
        return WhenKind.ATTRIBUTE
    return WhenKind.DEADLINE


_RULES = (
    _of_the_past,
    _opening,
    _after_until,
    _after_from,
    _of_the_baseline,
    _each_end,
    _compared,
    _names_level,
    _in_a_name,
    _free,
    _after_other,
)


def _ends_free(case: _Case) -> bool:
    """Whether a date at the end stands free ("Ship the beta March 15"), not as an object."""
    tokens = tokens_of(case.doc, case.words.start, case.words.end)
    if not tokens or tokens[0].i < 2:
        return False
    if case.words.grain in (Grain.QUARTER, Grain.HALF) and not opens_with_verb(case.doc):
        return False  # "Portal roadmap H2"
    free = ("NOUN", "PROPN", "ADV", "PRON", "NUM", "ADJ", "VERB")
    return tokens[0].nbor(-1).pos_ in free


def _is_baseline(case: _Case) -> bool:
    """Whether the date belongs to where a measure stood: "(310 in 2023)", "vs 70 in 2023"."""
    opened = case.before.rfind("(")
    if opened > case.before.rfind(")") and re.match(r"\(\D{0,12}\d", case.before[opened:]):
        return True
    if re.match(r"\s(?:it|we|they|there|that)\s(?:was|were|had|took|stood)\b", case.after):
        return True  # "in March we had 41"
    clause = re.split(r"[,;(]\s", case.before)[-1].lower()
    stood = r"\b(?:was|were|stood|had|up from|down from|compared|baseline)\b"
    than = r"\b(?:versus|vs\.?|than|against)\s[^a-z]*\d\S*\s+(?:[\w%]+\s+)?in\s+$"
    return bool(re.search(f"{stood}|{than}", clause))


def _describes(case: _Case) -> bool:
    """Whether the date belongs to a clause that describes a noun: "teammates hired in April"."""
    fixed = case.place.preposition in words_of("fixed")
    tokens = tokens_of(case.doc, case.words.start, case.words.end)
    if not fixed and tokens and describes_noun(tokens[0]):
        return True
    relative = next((t for t in _ancestors(case) if t.dep_ == "relcl"), None)
    return relative is not None and (not fixed or _is_past(relative))


def _ancestors(case: _Case) -> tuple[Token, ...]:
    tokens = tokens_of(case.doc, case.words.start, case.words.end)
    return (tokens[0], *tokens[0].ancestors) if tokens else ()


def _is_past(verb: Token) -> bool:
    past = ("was", "were", "had", "did")
    return verb.tag_ == "VBD" or any(t.lower_ in past for t in verb.children)
