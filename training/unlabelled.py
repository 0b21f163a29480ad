"""Texts without labels, for the student: what real plans are written like, and generated statements.

The student does as its teachers do only on texts like those that it met. So the teachers judge,
beside variants of the statements, lines of documents that may be trained on and key results made
by a generator. Both lie outside the project; where they are missing, so are their texts.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from columns import add_columns, misspell
from real import SHUT
from statements import Statement

LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKUP = re.compile(r"<[^>]*>|[*_`~]{2,}|(?<!\w)[*_`]|[*_`](?!\w)")
LEAD = re.compile(r"^[\s>#*+\-–•·]*(?:\[[ xX]\]\s*)?")
CELLS = re.compile(r"(?<!\\)\|")
WORD = re.compile(r"[A-Za-z]{2,}")
FEWEST, MOST = 3, 60
"""Words of a line that is worth a look: more than a heading, less than a paragraph."""
COLUMNS, TYPOS = 0.5, 0.1
"""How many texts come once more with parts of a table behind them, and with a typing error."""


def clean_lines(page: str) -> Iterator[str]:
    """The texts of the lines and table cells of a page, without their marks."""
    fenced = False
    for line in page.splitlines():
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
            continue
        if fenced or "://" in LINK.sub(r"\1", line):
            continue
        for cell in CELLS.split(LINK.sub(r"\1", line)):
            text = " ".join(LEAD.sub("", MARKUP.sub("", cell)).split())
            if FEWEST <= len(WORD.findall(text)) and len(text.split()) <= MOST:
                yield text


def read_pages(corpus: Path) -> list[str]:
    """The lines of the documents of a corpus (see real.py) that may be trained on."""
    found: dict[str, None] = {}
    for line in (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if gold["may_train"] and gold["fold"] != SHUT:
            page = (corpus / "documents" / gold["name"]).read_text(encoding="utf-8")
            found |= dict.fromkeys(clean_lines(page))
    return list(found)


def read_shapes(shapes: Path) -> list[str]:
    """The key results and objectives that a generator makes, each once."""
    sys.path.insert(0, str(shapes))
    from bank import DATES, topics, wordings  # type: ignore[import-not-found]

    random = Random(1)
    found: dict[str, None] = {}
    for topic in topics():
        for measure in topic.measures:
            made = wordings(topic, measure, random.choice(DATES))
            found |= dict.fromkeys(one.text for one in random.sample(made, 4))
        found |= dict.fromkeys([text for _, text, _ in topic.others] + topic.objectives)
    return list(found)


def vary_texts(texts: Iterable[str], random: Random) -> list[str]:
    """The texts, and some of them again with table parts or a typing error."""
    found: dict[str, None] = {}
    for text in texts:
        found[text] = None
        if random.random() < COLUMNS:
            whole = Statement(text, "outcome", random.random() < 0.5, False, "none", False, False)
            found[add_columns(whole, random).text] = None
        if random.random() < TYPOS:
            found[misspell(text, random)] = None
    return list(found)


def load_unlabelled(corpus: Path | None, shapes: Path | None, random: Random) -> list[str]:
    """All of them, in an order that does not change."""
    texts = read_pages(corpus) if corpus else []
    texts += read_shapes(shapes) if shapes else []
    return vary_texts(texts, random)
