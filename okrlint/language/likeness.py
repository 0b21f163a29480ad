"""How foreign an objective is to its mission, by the meaning of its words.

Each word has a vector: the mean of its word pieces in the frozen table of the learned reader, less
the mean of the table (what all words share; Mu and Viswanath 2018, "All-but-the-Top"). Words count
by how rare they are (Arora et al. 2017, "A Simple but Tough-to-Beat Baseline for Sentence
Embeddings"); how rare is told by the order of the pieces, which is that of their frequency.

A word of an objective speaks for another subject as far as it is nearer to the words of
`likeness-subjects.txt` than to those of the mission, of the other objectives, and of the themes
that serve any mission (`likeness-inner.txt`). The sum over the words, less the likeness of the
objective as a whole to the mission and its fellows, is its strangeness. `docs/language.md` has the
figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from okrlint.language.learned.model import DATA, PIECES, WEIGHTS
from okrlint.language.learned.tokenizer import Tokenizer, split_words
from okrlint.language.words import load_entries, load_words

Array = NDArray[np.float32]

FEWEST_OF_MISSION = 2
FEWEST_OF_OBJECTIVE = 3
"""With fewer words of substance a mission or an objective cannot be judged."""
MOST_PIECES = 3
"""A word of more pieces is a name or of another language; nothing is known of it."""
SMOOTH = 3e-4
"""Words that are rarer than this count nearly in full."""
HARMONIC = 10.3
"""Sum of 1/rank over the words of English: frequency = 1 / (rank * HARMONIC) (Zipf's law)."""
FELLOWS = 0.5
"""How much a fellow objective counts beside the mission in what the document is about."""
WHOLE = 2.0
"""How much the likeness of the whole objective counts against the sum over its words."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of substance of a text."""

    units: Array
    """One vector of length 1 for each word."""
    weights: Array
    """How much each word counts: 0 (everywhere) to 1 (rare)."""
    whole: Array
    """The vector of the text, of length 1."""


class Vectors:
    """Vectors of words, from the frozen table of the learned reader."""

    def __init__(self, pieces: Sequence[str], table: NDArray[np.int8], scales: Array) -> None:
        self._tokenizer = Tokenizer(pieces, longest=512)
        self._table = table
        self._scales = scales
        self._common = (scales @ table.astype(np.float32)) / np.float32(len(table))
        self._start = pieces.index("the")
        """The pieces before the commonest word are marks and single characters."""
        self._general = load_words("likeness-general")

    def find_words(self, texts: Sequence[str]) -> Words | None:
        """The words of substance of texts, each once; None without any."""
        vectors: list[Array] = []
        weights: list[float] = []
        for word in dict.fromkeys(word for text in texts for word in split_words(text)):
            if len(word) > 2 and word.isalpha() and word not in self._general:
                numbers = self._tokenizer.encode(word)[1:-1]
                if len(numbers) <= MOST_PIECES:
                    rows = self._table[numbers] * self._scales[numbers, None]
                    vectors.append(rows.mean(axis=0) - self._common)
                    weights.append(self._weigh(max(numbers)))
        if not vectors:
            return None
        counts = np.array(weights, dtype=np.float32)
        stacked = np.stack(vectors)
        return Words(_unit(stacked), counts, _unit(counts @ stacked))

    def _weigh(self, rarest: int) -> float:
        frequency = 1 / ((max(rarest - self._start, 0) + 2.7) * HARMONIC)
        return SMOOTH / (SMOOTH + frequency)


def _unit(vectors: Array) -> Array:
    """Each vector with the length 1."""
    unit: Array = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + np.float32(1e-9))
    return unit


@cache
def load_vectors() -> Vectors:
    """The vectors that come with okrlint; read once, 0.1 seconds."""
    pieces = (DATA / PIECES).read_text(encoding="utf-8").splitlines()
    with np.load(DATA / WEIGHTS, allow_pickle=False) as stored:
        return Vectors(pieces, stored["words"], stored["words.scales"].astype(np.float32))


@cache
def _listed(name: str) -> Array:
    """The vectors of the words of a list."""
    words = load_vectors().find_words([entry.text for entry in load_entries(name)])
    if words is None:
        raise ValueError(f"the list {name} is empty")
    return words.units


def find_strangeness(mission: str, objectives: Sequence[Sequence[str]]) -> list[float | None]:
    """How foreign each objective is to the mission, one number for each in order.

    An objective comes as its statement and then its key results. About 0 to 1 for objectives that
    serve the mission, 2 and more for those of another subject; None where it cannot be judged,
    because mission or objective say too little.
    """
    vectors = load_vectors()
    aim = vectors.find_words([mission])
    if aim is None or len(aim.weights) < FEWEST_OF_MISSION:
        return [None] * len(objectives)
    fellows = [vectors.find_words(texts) for texts in objectives]
    found: list[float | None] = []
    for place, texts in enumerate(objectives):
        own = vectors.find_words(texts[:1])
        if own is None or len(own.weights) < FEWEST_OF_OBJECTIVE:
            found.append(None)
            continue
        others = [w for i, w in enumerate(fellows) if w is not None and i != place]
        found.append(_compare(own, fellows[place] or own, aim, others))
    return found


def _compare(own: Words, full: Words, aim: Words, others: Sequence[Words]) -> float:
    """The strangeness of an objective; `full` are its words with those of its key results."""
    home = np.concatenate(
        [aim.units, *(other.units for other in others), _listed("likeness-inner")]
    )
    at_home = (own.units @ home.T).max(axis=1)
    elsewhere = (own.units @ _listed("likeness-subjects").T).max(axis=1)
    about = aim.whole.copy()
    for other in others:
        about += other.whole * np.float32(FELLOWS)
    whole = max(float(own.whole @ _unit(about)), float(full.whole @ _unit(about)))
    return float((elsewhere - at_home) @ own.weights) - WHOLE * whole
