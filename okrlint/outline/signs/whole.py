"""The document around a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.dates import find_periods
from okrlint.outline.judge import Verdict
from okrlint.outline.page import Page
from okrlint.outline.sign import OKR_WORDS, is_about_okrs_in_general
from okrlint.outline.signs.steps import bucket, share
from okrlint.outline.vocabulary import load_words


def document_signs(page: Page, says: list[str]) -> Iterator[str]:
    """What the whole document shows; `says` is what each unit says that it is."""
    headings = (u.text.words for u in page.units if u.kind == "heading")
    title = next(headings, None)
    yield from _names(page, title or "")
    if title is not None:
        yield from _title(title)
    yield from _labels(says)
    yield from _text(page)
    blanks = sum(verdict is Verdict.PLACEHOLDER for verdict in page.verdicts)
    yield f"page:blanks:{share(5 * blanks, len(page.units)) if blanks else 'none'}"
    general = sum(verdict is Verdict.GENERAL for verdict in page.verdicts)
    yield f"page:general:{bucket(general, (0, 1, 3, 6))}"


def _names(page: Page, title: str) -> Iterator[str]:
    """Whether the title or the path names OKRs or goals."""
    entries = [e.text.words for e in page.units if e.kind == "entry" and page.key(e) == "title"]
    named = next((words for words in (title, *entries) if OKR_WORDS.search(words)), title)
    filed = page.tags if OKR_WORDS.search(page.tags) else page.name
    for name, words in (("title", named), ("path", filed)):
        if OKR_WORDS.search(words):
            general = is_about_okrs_in_general(words) and not any(
                find_periods(words, page.calendar)
            )  # "OKR review, Q3 2027" is no text about reviews
            yield f"{name}:okr in general" if general else f"{name}:okr"
        elif re.search(r"(?i)\bgoals?\b|\bobjectives?\b", words):
            yield f"{name}:goals"


def _title(title: str) -> Iterator[str]:
    """Whether the title is one of a guide, or of some other kind of page."""
    if re.search(r"(?i)template|example|sample|guide|how to|what", title):
        yield "title:guide"
    words = f" {' '.join(re.findall(r'[a-z]+', title.lower()))} "
    if any(f" {other} " in words for other in load_words("other_pages")):
        yield "title:other page"


def _labels(says: list[str]) -> Iterator[str]:
    """How many labels and names of groups there are."""
    count = {
        kind: sum(s.startswith(kind) for s in says)
        for kind in ("objective#", "key result#", "key results", "objectives", "objective")
    }
    count["objective "] = sum(s in ("objective", "objective alone") for s in says)
    count["key result "] = sum(s in ("key result", "key result alone") for s in says)
    for kind, number in count.items():
        yield f"page:{kind}:{bucket(number, (0, 1, 2, 5))}"


def _text(page: Page) -> Iterator[str]:
    """How long the text is, and how often it speaks of OKRs and to the reader."""
    words = max(1, len(page.source.split()))
    mentions = len(OKR_WORDS.findall(page.source))
    yield f"page:okrs:{bucket(mentions, (0, 1, 3, 10))}"
    if not re.search(r"(?i)\bokrs?\b|key[\W_]{0,3}results?|\bkrs?\d?\b", page.source):
        yield "page:names no key result"
    you = len(re.findall(r"(?i)\byou(?:r|rs)?\b", page.source))
    yield f"page:you:{bucket(1000 * you // words, (0, 3, 8, 15))}"
    yield f"page:words:{bucket(words, (0, 100, 400, 1200, 3000))}"
