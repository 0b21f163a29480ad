"""What the words of a unit show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from okrlint.dates import Calendar, find_dates
from okrlint.markdown.block import MarkKind
from okrlint.outline.decoration import is_symbol, skip_decoration
from okrlint.outline.formula import FORMULA
from okrlint.outline.judge import Verdict, is_area, judge
from okrlint.outline.names import is_period, is_person
from okrlint.outline.outline import is_link_to_section
from okrlint.outline.page import Page, is_measured
from okrlint.outline.sign import is_about_okrs_in_general, mentions_okrs
from okrlint.outline.signs.steps import bucket
from okrlint.outline.text import Text
from okrlint.outline.unit import Unit
from okrlint.outline.vocabulary import opens_with_verb, plain

_FIRSTS = {
    "we": "we our i my us".split(),
    "to": ["to"],
    "the": "the a an this these each every all any".split(),
    "how": "how what why when who where which whether".split(),
    "is": "is are was were should must can could may might will would shall do does".split(),
    "by": "by as with via through for in on at from of under after before until".split(),
    "no": "no not never zero don't avoid".split(),
}
_FIRST = {word: name for name, words in _FIRSTS.items() for word in words}


_FIRST_WORD = re.compile(r"\W*([\w'\u2019-]+)")


def _first(words: str) -> str:
    if opens_with_verb(words):
        return "verb"
    found = _FIRST_WORD.match(words)
    if not found:
        return "none"
    word = found[1].lower()
    if word[0].isdigit():
        return "number"
    if word in _FIRST:
        return _FIRST[word]
    if word.endswith("ing"):
        return "ing"
    if word.endswith("ed"):
        return "ed"
    return "capital" if found[1][0].isupper() else "other"


def word_signs(page: Page, unit: Unit, said: str) -> Iterator[str]:
    """What the words of a unit show; `said` is what they say that it is."""
    if unit.kind in ("table", "root"):
        return
    yield f"says:{said}"
    key = plain(page.key(unit)) if unit.kind == "entry" else ""
    words, body = unit.text.words, unit.body.words
    yield from _all_signs(unit.kind, key, words, body, _link(unit.text), page.calendar)


@lru_cache(maxsize=2048)  # of one document that is typed in, nearly all lines come again
def _all_signs(
    kind: str, key: str, words: str, body: str, link: str, calendar: Calendar
) -> tuple[str, ...]:
    """The signs of some words; `body`: those behind a label, `link`: the sign of a link."""
    verdict = judge(body)
    return (
        *_begins(words),
        *([f"key:{key}"] if kind == "entry" else ()),
        *_wording(words, body),
        *([f"judged:{verdict.value}"] if verdict is not Verdict.STATEMENT else ()),
        *_subject(words, body),
        *(["has:url"] if _URL.search(words) else ()),
        *([link] if link else ()),
        *_other_kinds(words, body, calendar),
        *_said_words(kind, words),
    )


def _begins(words: str) -> Iterator[str]:
    """The symbol that a unit begins with, and the form of the number before its words."""
    symbol = next(
        (char for char in words[:3] if is_symbol(char) and char not in "\ufe0f\u200d"), ""
    )
    if symbol:
        yield f"mark:{symbol}"
    count = _COUNT.match(words)
    if count:
        yield "count:" + re.sub(r"\d+", "#", count[1])


def _last(words: str) -> str:
    """The last character of some words, behind which no mark stands."""
    return words.rstrip(" *_")[-1:]


def _wording(words: str, body: str) -> Iterator[str]:
    """How long the words are, how they begin and end, and what figures they have."""
    yield f"length:{bucket(len(body.split()))}"
    yield f"first:{_first(body[skip_decoration(body) :])}"
    last = _last(words)
    yield f"last:{last if last in ':?.!;,)' and last else 'word'}"
    if is_measured(body):
        yield "has:figure"
        if "%" in body:
            yield "has:percent"
        if _FROM_TO.search(body):
            yield "has:from-to"
    if _SENTENCES.search(body):
        yield "has:sentences"


def _subject(words: str, body: str) -> Iterator[str]:
    """Whether the words are about OKRs, or speak to the reader or of the writer."""
    if mentions_okrs(words):
        yield "has:okr"
        if is_about_okrs_in_general(words):
            yield "has:okr in general"
    said_to = set(_WORD.findall(body.lower()))
    if said_to & _YOU:
        yield "has:you"
    if said_to & _WE:
        yield "has:we"


def _link(text: Text) -> str:
    """The sign of a text that is a link; "" where it is none."""
    if is_link_to_section(text):
        return "is:link in page"
    return "is:link" if text.marks and text.is_wholly(MarkKind.LINK) else ""


def _other_kinds(words: str, body: str, calendar: Calendar) -> Iterator[str]:
    """Whether the words are an area, a person, a period or a formula, or hold a date."""
    count = len(body.split())
    if count <= 8:
        if is_area(words[skip_decoration(words) :]):
            yield "is:area"
        if is_person(words):
            yield "is:person"
        if is_period(words, calendar):
            yield "is:period"
    if count <= 25 and any(True for _ in find_dates(words[:300], calendar)):
        yield "has:date"
    if FORMULA.match(body):
        yield "formula"


def _said_words(kind: str, words: str) -> Iterator[str]:
    """The words themselves, where they are few or lead in what follows."""
    core = words[skip_decoration(words) :]
    colon = _LEAD.match(words)
    if colon and len(colon[1].split()) <= 4:
        yield "lead"
        yield from (f"lead:{word}" for word in tokens(colon[1]))
    if 0 < len(core.split()) <= 7 and kind != "cell":
        yield from (f"word:{word}" for word in tokens(core))
    if kind in ("line", "item") and _last(words) in (":", "："):
        yield from (f"word:{word}" for word in tokens(core)[-3:])


_COUNT = re.compile(r"\W{0,4}(\d{1,2}(?:\.\d{1,2}){1,2}|\d{1,2}(?=[.)]))[.):]?\s+(?=[^\W\d_])")
_FROM_TO = re.compile(r"\bfrom\b.{1,30}\bto\b|→|->")
_SENTENCES = re.compile(r"[a-z][.!?]\s+[A-Z]")
_WORD = re.compile(r"\w+")
_YOU, _WE = frozenset(("you", "your", "yours")), frozenset(("we", "our", "us", "i", "my"))
_URL = re.compile(r"https?://|www\.")
_LEAD = re.compile(r"\W*(?!P\d\b)([^\W\d_][^:：\n]{1,40}?)\s*(?:[:：]|\s[–—-]\s)\s*\S")
_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def tokens(words: str) -> list[str]:
    """The first few words, in lower case and without figures."""
    return _TOKEN.findall(words.lower())[:8]
