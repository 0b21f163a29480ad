"""The document around a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okrlint.dates import find_periods
from okrlint.outline.judge import Verdict
from okrlint.outline.page import Page
from okrlint.outline.sign import (
    OKR_WORDS,
    is_about_okrs_in_general,
)
from okrlint.outline.signs.steps import bucket, share
from okrlint.outline.vocabulary import load_words


def document_signs(page: Page, says: list[str]) -> Iterator[str]:
    headings = [u for u in page.units if u.kind == "heading"]
    title = headings[0] if headings else None
    titles = [e.text.words for e in page.units if e.kind == "entry" and page.key(e) == "title"]
    titles = [title.text.words if title else "", *titles]
    named = next((words for words in titles if OKR_WORDS.search(words)), titles[0])
    for name, words in (("title", named), ("path", page.name)):
        if OKR_WORDS.search(words):
            general = is_about_okrs_in_general(words) and not any(
                find_periods(words, page.calendar)
            )  # "OKR review, Q3 2027" is no text about reviews
            yield f"{name}:okr in general" if general else f"{name}:okr"
        elif re.search(r"(?i)\bgoals?\b|\bobjectives?\b", words):
            yield f"{name}:goals"
    if title and re.search(r"(?i)template|example|sample|guide|how to|what", title.text.words):
        yield "title:guide"
    if title and set(re.findall(r"[a-z]+", title.text.words.lower())) & load_words("other_pages"):
        yield "title:other page"
    count = {
        kind: sum(s.startswith(kind) for s in says)
        for kind in ("objective#", "key result#", "key results", "objectives", "objective")
    }
    count["objective "] = sum(s in ("objective", "objective alone") for s in says)
    count["key result "] = sum(s in ("key result", "key result alone") for s in says)
    for kind, number in count.items():
        yield f"page:{kind}:{bucket(number, (0, 1, 2, 5))}"
    plain_words = max(1, len(page.source.split()))
    mentions = len(OKR_WORDS.findall(page.source))
    yield f"page:okrs:{bucket(mentions, (0, 1, 3, 10))}"
    if not re.search(r"(?i)\bokrs?\b|key[\W_]{0,3}results?|\bkrs?\d?\b", page.source):
        yield "page:names no key result"
    you = len(re.findall(r"(?i)\byou(?:r|rs)?\b", page.source))
    yield f"page:you:{bucket(1000 * you // plain_words, (0, 3, 8, 15))}"
    yield f"page:words:{bucket(plain_words, (0, 100, 400, 1200, 3000))}"
    blanks = sum(verdict is Verdict.PLACEHOLDER for verdict in page.verdicts)
    yield f"page:blanks:{share(5 * blanks, len(page.units)) if blanks else 'none'}"
    general = sum(verdict is Verdict.GENERAL for verdict in page.verdicts)
    yield f"page:general:{bucket(general, (0, 1, 3, 6))}"
