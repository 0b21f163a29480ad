"""What the words of a unit show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.markdown.block import MarkKind
from okrlint.outline.decoration import is_symbol, skip_decoration
from okrlint.outline.formula import FORMULA
from okrlint.outline.judge import Verdict, is_area
from okrlint.outline.names import is_period, is_person
from okrlint.outline.outline import is_link_to_section
from okrlint.outline.page import Page
from okrlint.outline.sign import is_about_okrs_in_general, mentions_okrs
from okrlint.outline.signs.steps import bucket
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
    yield from _begins(unit.text.words)
    if unit.kind == "entry":
        yield f"key:{plain(page.key(unit))}"
    yield from _wording(page, unit)
    verdict = page.verdicts[unit.index]
    if verdict is not Verdict.STATEMENT:
        yield f"judged:{verdict.value}"
    yield from _subject(unit)
    yield from _links(unit)
    yield from _other_kinds(page, unit)
    yield from _said_words(unit)


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


def _wording(page: Page, unit: Unit) -> Iterator[str]:
    """How long the words are, how they begin and end, and what figures they have."""
    body = unit.body.words
    yield f"length:{bucket(page.lengths[unit.index])}"
    yield f"first:{_first(body[skip_decoration(body) :])}"
    last = _last(unit.text.words)
    yield f"last:{last if last in ':?.!;,)' and last else 'word'}"
    if page.measured[unit.index]:
        yield "has:figure"
        if "%" in body:
            yield "has:percent"
        if _FROM_TO.search(body):
            yield "has:from-to"
    if _SENTENCES.search(body):
        yield "has:sentences"


def _subject(unit: Unit) -> Iterator[str]:
    """Whether the words are about OKRs, or speak to the reader or of the writer."""
    words = unit.text.words
    if mentions_okrs(words):
        yield "has:okr"
        if is_about_okrs_in_general(words):
            yield "has:okr in general"
    said_to = set(_WORD.findall(unit.body.words.lower()))
    if said_to & _YOU:
        yield "has:you"
    if said_to & _WE:
        yield "has:we"


def _links(unit: Unit) -> Iterator[str]:
    """Whether a unit has an address, or is a link."""
    text = unit.text
    if _URL.search(text.words):
        yield "has:url"
    if is_link_to_section(text):
        yield "is:link in page"
    elif text.marks and text.is_wholly(MarkKind.LINK):
        yield "is:link"


def _other_kinds(page: Page, unit: Unit) -> Iterator[str]:
    """Whether the words are an area, a person, a period or a formula, or hold a date."""
    words, count = unit.text.words, page.lengths[unit.index]
    if count <= 8:
        if is_area(words[skip_decoration(words) :]):
            yield "is:area"
        if is_person(words):
            yield "is:person"
        if is_period(words, page.calendar):
            yield "is:period"
    if count <= 25 and page.has_date(unit):
        yield "has:date"
    if FORMULA.match(unit.body.words):
        yield "formula"


def _said_words(unit: Unit) -> Iterator[str]:
    """The words themselves, where they are few or lead in what follows."""
    words = unit.text.words
    core = words[skip_decoration(words) :]
    colon = _LEAD.match(words)
    if colon and len(colon[1].split()) <= 4:
        yield "lead"
        yield from (f"lead:{word}" for word in tokens(colon[1]))
    if 0 < len(core.split()) <= 7 and unit.kind != "cell":
        yield from (f"word:{word}" for word in tokens(core))
    if unit.kind in ("line", "item") and _last(words) in (":", "："):
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
