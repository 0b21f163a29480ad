"""What readers say of real statements of organisations that they have not seen.

    python training/answers.py --work DIR --corpus FOLDER --start READER --out FILE

The folds are left out in two halves. A reader learns the labels of all but the real statements of a
half and of their counterparts (`statements/r00.tsv` for fold 0, and so on) and answers that half;
It answers the counterparts too. `fit_together.py --answers` weighs the answers, and `--check`
measures with them. READER must have seen nothing real: the README says which one.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from calibrate import apply_calibration, fit_calibration
from export import read_student
from real import hash_text, load_real, read_real
from statements import FLAGS, Statement, load_beside, load_statements, split_statements
from student import LONGEST, Student, learn_labels
from teacher import find_logits, find_probabilities
from train import LABELS, REAL_TIMES

from okrlint.language.learned.tokenizer import Tokenizer
from okrlint.language.quantity.placeholders import fill_placeholders

HALVES = ((0, 1), (2, 3))
Answers = Callable[[Sequence[str]], np.ndarray]


def without_counterparts(half: Sequence[int]) -> list[Statement]:
    """The written statements, less those written beside the folds of a half."""
    beside = load_beside()
    return [s for s in load_statements() if beside.get(s.text) not in half]


def train_without(
    work: Path, start: Path, half: Sequence[int], learned: Sequence[Statement]
) -> Student:
    """A reader that has learned these statements; kept under `work`."""
    student, pieces = read_student(start)
    path = work / f"labels-without-{'-'.join(map(str, half))}.pt"
    if not path.exists():
        encode = Tokenizer(pieces, LONGEST).encode_all
        learn_labels(student, encode, learned, LABELS)
        torch.save(student.state_dict(), path)
    student.load_state_dict(torch.load(path, weights_only=True))
    return student


def find_answers(student: Student, pieces: Sequence[str], held: Sequence[Statement]) -> Answers:
    """What a reader answers to texts, calibrated; the promise with blanks filled in."""
    encode = Tokenizer(pieces, LONGEST).encode_all
    known = torch.from_numpy(find_logits(student, encode, 0, [s.text for s in held]))
    calibration = fit_calibration(known, held)

    def ask(texts: Sequence[str]) -> np.ndarray:
        said = find_logits(student, encode, 0, texts)
        said[:, :3] = find_logits(student, encode, 0, [fill_placeholders(t) for t in texts])[:, :3]
        return find_probabilities(apply_calibration(torch.from_numpy(said), calibration).numpy())

    return ask


def render_answers(keys: Iterable[Mapping[str, object]], said: np.ndarray) -> Iterator[str]:
    """The answers as lines, each with what names its statement."""
    for key, row in zip(keys, said, strict=True):
        shares = [round(float(share), 5) for share in row]
        parts = {"promise": shares[:3], "deadline": shares[3:6]}
        yield json.dumps({**key, **parts, **dict(zip(FLAGS, shares[6:], strict=True))})


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("work", "corpus", "start", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    _, pieces = read_student(options.start)
    every, named = list(read_real(options.corpus)), load_real(options.corpus)
    beside = load_beside()
    lines: list[str] = []
    for half in HALVES:
        train, held = split_statements(without_counterparts(half))
        real = [r.statement for r in named if r.fold not in half]
        learned = [*train, *(s for s in real for _ in range(REAL_TIMES))]
        student = train_without(options.work, options.start, half, learned)
        ask = find_answers(student, pieces, held)
        asked = [r for r in every if r.fold in half]
        said = ask([r.statement.text for r in asked])
        lines += render_answers(({"order": r.order} for r in asked), said)
        written = [text for text, fold in beside.items() if fold in half]
        lines += render_answers(({"text": hash_text(t)} for t in written), ask(written))
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
