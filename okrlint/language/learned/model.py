"""The learned reader: what a small encoder thinks of a statement, and how sure it is.

Trained by the recipe in the project's `training` folder, on written statements and real ones;
`data/MODEL_CARD.md` has the figures. Everything here is NumPy; nothing is fetched.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from okrlint.errors import OkrlintError
from okrlint.gentle import one_thread
from okrlint.language.learned.encoder import Encoder, Shape
from okrlint.language.learned.packed import unpack
from okrlint.language.learned.tokenizer import Tokenizer
from okrlint.language.quantity.degrees import degree_end
from okrlint.language.quantity.placeholders import fill_placeholders
from okrlint.reading import Promise

DATA = Path(__file__).parent / "data"
WEIGHTS = "reader.npz"
SETTINGS = "reader.json"
PIECES = "pieces.txt"
PROMISES = (Promise.OUTCOME, Promise.OUTPUT, Promise.TASK)
FLAGS = ("measurable", "baseline", "compound", "vague")
WORD = re.compile(r"\S+")


class ModelError(OkrlintError):
    """The model's files are missing, or are not the ones that belong together."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; install okrlint again"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model thinks of one statement, as probabilities."""

    promise: tuple[float, float, float]
    """Outcome, output, task; they add up to 1."""
    deadline: tuple[float, float, float]
    """Date, cadence, none; they add up to 1."""
    measurable: float
    """That a target is given that could be checked."""
    baseline: float
    """That it says where the measure stands now."""
    compound: float
    """That two or more things could succeed separately."""
    vague: float
    """That the claim rests on an undefined degree or quality."""

    @property
    def likeliest(self) -> Promise:
        """The promise with the highest probability."""
        return PROMISES[self.promise.index(max(self.promise))]

    @property
    def confidence(self) -> float:
        """The probability of the likeliest promise."""
        return max(self.promise)


@dataclass(frozen=True, slots=True)
class Influence:
    """How much one word moves the promise."""

    start: int
    """Offset of the word in the statement, in characters."""
    end: int
    word: str
    change: float
    """Probability of the likeliest promise with the word, less the one without it."""


class Model:
    """Tokenizer, encoder and calibration."""

    def __init__(
        self, tokenizer: Tokenizer, encoder: Encoder, calibration: Mapping[str, tuple[float, float]]
    ) -> None:
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._calibration = calibration

    def predict(self, texts: Sequence[str]) -> list[Judgement]:
        """A judgement for each text, in order. Any text will do, an empty one too.

        "Coach X people" promises what "coach 20 people" does, but gives no target: the promise is
        that of the text with numbers filled in. "Commit 20 schools, stretch 40" commits nothing:
        the name of a first target is left out.
        """
        if not texts:
            return []
        plain = {text: fill_placeholders(text[degree_end(text) :]) for text in texts}
        filled = {text: other for text, other in plain.items() if other != text}
        rows = self._tokenizer.encode_all([*texts, *filled.values()])
        with one_thread():
            logits = self._encoder.find_logits(rows).astype(np.float64)
        promises = dict(zip(filled, logits[len(texts) :, :3], strict=True))
        for row, text in zip(logits, texts, strict=False):
            row[:3] = promises.get(text, row[:3])
        return [self._judge(row) for row in logits[: len(texts)]]

    def explain(self, text: str) -> tuple[Influence, ...]:
        """How much leaving out each word moves the promise, in the order of the words."""
        words = list(WORD.finditer(text))
        texts = [text, *(text[: w.start()] + text[w.end() :] for w in words)]
        whole, *less = self.predict(texts)
        place = whole.promise.index(whole.confidence)
        return tuple(
            Influence(w.start(), w.end(), w.group(), whole.confidence - part.promise[place])
            for w, part in zip(words, less, strict=True)
        )

    def _judge(self, logits: NDArray[np.float64]) -> Judgement:
        flags = {
            name: _sigmoid(float(logit), *self._calibration[name])
            for name, logit in zip(FLAGS, logits[6:], strict=True)
        }
        return Judgement(
            promise=_softmax(logits[:3], self._calibration["promise"][0]),
            deadline=_softmax(logits[3:6], self._calibration["deadline"][0]),
            **flags,
        )


def _softmax(logits: NDArray[np.float64], slope: float) -> tuple[float, float, float]:
    rows = np.exp((logits - logits.max()) * slope)
    first, second, third = (rows / rows.sum()).tolist()
    return (first, second, third)


def _sigmoid(logit: float, slope: float, shift: float) -> float:
    return float(1.0 / (1.0 + np.exp(-(slope * logit + shift))))


def read_model(folder: Path) -> Model:
    """The model of a folder; ModelError when its files do not belong together."""
    try:
        settings = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        raw = (folder / WEIGHTS).read_bytes()
        pieces = (folder / PIECES).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ModelError(str(folder), f"cannot be read ({error.strerror})") from error
    if hashlib.sha256(raw).hexdigest() != settings["sha256"]:
        raise ModelError(str(folder / WEIGHTS), "is damaged")
    shape = Shape(settings["layers"], settings["heads"], settings["longest"])
    calibration = {name: (float(a), float(b)) for name, (a, b) in settings["calibration"].items()}
    return Model(Tokenizer(pieces, shape.longest), Encoder(unpack(raw), shape), calibration)


def load_model() -> Model:
    """The model that comes with okrlint; read once, whoever asks first."""
    with _LOADING:
        return _load()


_LOADING = Lock()


@cache
def _load() -> Model:
    return read_model(DATA)
