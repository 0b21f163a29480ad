"""Unlabelled texts for the student: parts of statements put together anew.

The teachers label them, so they need not make sense as plans; they need to read like
statements. Nothing but the statements themselves goes in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

import numpy as np
from augment import vary_statement
from statements import Statement

SEAM = re.compile(
    r"(?<=\w)(, | - | – |: | \(| (?:by|from|to|in|for|with|within|and|so that|per|each|every|before"
    r"|until|at|on|of|across|after|without|or|than|is|are|has|have|who|that) )"
)
WORD = re.compile(r"[A-Za-z]{4,}")
NEIGHBOURS = 10


def splice_texts(texts: Sequence[str], count: int, random: Random) -> Iterator[str]:
    """The head of one statement and the tail of another, joined where both have the same seam."""
    tails: dict[str, list[str]] = defaultdict(list)
    seams: list[tuple[str, str]] = []
    for text in texts:
        for match in SEAM.finditer(text):
            seams.append((text[: match.start()], match.group()))
            tails[match.group()].append(text[match.end() :])
    for _ in range(count):
        head, seam = random.choice(seams)
        yield head + seam + random.choice(tails[seam])


def crop_text(text: str, random: Random) -> str:
    """A part of a statement, or the statement less a word or two."""
    seams = list(SEAM.finditer(text))
    form = random.random()
    if seams and form < 0.35:
        return text[: random.choice(seams).start()]
    if seams and form < 0.55:
        tail = text[random.choice(seams).end() :]
        return tail[:1].upper() + tail[1:]
    words = text.split()
    for _ in range(random.choice((1, 1, 2))):
        if len(words) > 2:
            del words[random.randrange(len(words))]
    return " ".join(words)


class Thesaurus:
    """Words that the encoder holds near each other."""

    def __init__(self, pieces: Sequence[str], vectors: np.ndarray, texts: Sequence[str]) -> None:
        whole = [i for i, p in enumerate(pieces) if p.isascii() and p.isalpha() and len(p) > 3]
        unit = vectors[whole] / np.linalg.norm(vectors[whole], axis=1, keepdims=True)
        place = {pieces[i]: at for at, i in enumerate(whole)}
        seen = sorted({w.lower() for t in texts for w in WORD.findall(t)} & set(place))
        rows = [place[w] for w in seen]
        self._near: dict[str, list[str]] = {}
        for start in range(0, len(rows), 512):
            close = unit[rows[start : start + 512]] @ unit.T
            best = np.argpartition(-close, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
            for word, line in zip(seen[start : start + 512], best, strict=True):
                near = [pieces[whole[i]] for i in line]
                self._near[word] = [n for n in near if n != word]

    def replace_words(self, text: str, random: Random, part: float = 0.25) -> str:
        """About a quarter of the longer words replaced by a neighbour."""

        def other(match: re.Match[str]) -> str:
            near = self._near.get(match.group().lower())
            return random.choice(near) if near and random.random() < part else match.group()

        return WORD.sub(other, text)


def make_variants(
    statements: Sequence[Statement], thesaurus: Thesaurus, times: int, random: Random
) -> list[str]:
    """About `times` new texts for each statement, none of them a statement."""
    texts = [s.text for s in statements]
    out: list[str] = []
    for _ in range(times):
        for i, statement in enumerate(statements):
            near = statements[max(0, i - 6) : i] + statements[i + 1 : i + 7]
            form = random.random()
            varied = vary_statement(statement, near, random, joins=0.12).text
            if form < 0.35:
                out.append(varied)
            elif form < 0.6:
                out.append(thesaurus.replace_words(varied, random))
            elif form < 0.75:
                out.append(crop_text(varied, random))
        out.extend(splice_texts(texts, len(texts) // 4, random))
    return sorted(set(out) - set(texts))
