"""Train the learned reader, measure it, and write it where okrlint looks for it.

    python training/train.py --work DIR [--corpus FOLDER] [--start READER]
        [--gold NAME=labels.jsonl ...] [--out DIR]

Five steps, kept under DIR so that a run can go on where it stopped: fine-tune the teachers, let
them label variants of the statements, train the student on what they say, train it on the labels
themselves, write it in small numbers with its card. `--start` goes on from a reader that there is
(a folder with its weights) and leaves out the first three. With `--corpus`, the real statements
that `real_statements.tsv` names are learned from as well. Runs on two cores, without a
graphics card.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import torch
from bases import find_student_base, find_teacher_base
from calibrate import apply_calibration, fit_calibration
from card import render_card
from evaluate import find_figures, render_figures
from export import find_weights, read_student, shrink_weights, write_model
from options import Options, parse_options
from pieces import choose_pieces
from real import load_real
from statements import Statement, load_labels, load_statements, split_statements
from student import LONGEST, Student, distil, learn_labels, load_student
from teacher import Encode, Reader, Recipe, find_logits, find_probabilities, fine_tune, load_base
from variants import Thesaurus, make_variants

from okrlint.language.learned import read_model
from okrlint.language.learned.tokenizer import Tokenizer

LABELS = Recipe(epochs=3, rate=5e-5, head_rate=2e-4)
REAL_TIMES = 2
"""How often a real statement is seen for each time that a written one is."""


def train_teachers(options: Options, statements: Sequence[Statement]) -> list[Path]:
    """Fine-tune one teacher a seed; returns the files of their weights."""
    base = find_teacher_base(options.work)
    paths = []
    for seed in range(1, options.teachers + 1):
        path = options.work / f"teacher-{seed}.pt"
        if not path.exists():
            print(f"teacher {seed}: {len(statements)} statements", flush=True)
            recipe = Recipe(epochs=options.teacher_epochs, seed=seed)
            model, encode, fill = load_base(base, recipe)
            for _ in fine_tune(model, encode, fill, statements, recipe):
                pass
            torch.save({k: v.bfloat16() for k, v in model.state_dict().items()}, path)
            del model
            gc.collect()
        paths.append(path)
    return paths


def load_teacher(options: Options, path: Path) -> tuple[Reader, Encode, int]:
    """A teacher as it was saved."""
    model, encode, fill = load_base(find_teacher_base(options.work), Recipe())
    model.load_state_dict({k: v.float() for k, v in torch.load(path, weights_only=True).items()})
    return model, encode, fill


class Vectors(torch.nn.Module):
    """A teacher whose answer is logits and pooled vector side by side."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Ten logits, then the vector."""
        hidden = self.reader.encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weight = mask.unsqueeze(-1).float()
        pooled = (hidden * weight).sum(1) / weight.sum(1)
        return torch.cat([self.reader.head(pooled), pooled], 1)


def ask_teachers(
    options: Options, paths: Sequence[Path], texts: Sequence[str], name: str
) -> tuple[np.ndarray, np.ndarray]:
    """Mean logits of all teachers, and the vectors of the first; kept under `name`."""
    kept = options.work / f"{name}.npz"
    if kept.exists():
        found = np.load(kept)
        return found["logits"], found["vectors"]
    total, vectors = np.zeros((len(texts), 10), dtype=np.float32), None
    for path in paths:
        model, encode, fill = load_teacher(options, path)
        answers = find_logits(Vectors(model), encode, fill, texts, width=778, half=True)
        total += answers[:, :10] / len(paths)
        vectors = answers[:, 10:] if vectors is None else vectors
        print(f"  {path.name} has read {len(texts)} texts", flush=True)
    assert vectors is not None
    np.savez(kept, logits=total, vectors=vectors)
    return total, vectors


def mix_labels(logits: np.ndarray, statements: Sequence[Statement]) -> np.ndarray:
    """Teachers' logits of labelled statements, moved towards the label where they miss it."""
    out = logits.copy()
    for row, statement in zip(out, statements, strict=True):
        promise, deadline, *flags = statement.targets
        for part, right in ((row[:3], promise), (row[3:6], deadline)):
            if right >= 0:
                part[right] = max(part[right], np.delete(part, right).max() + 1.5)
        for place, flag in enumerate(flags):
            value = row[6 + place]
            if flag >= 0:
                row[6 + place] = max(value, 1.0) if flag else min(value, -1.0)
    return out


def load_saved(options: Options, path: Path) -> tuple[Student, list[str]]:
    """A student of an earlier run, and its pieces."""
    saved = torch.load(path, weights_only=True)
    pieces = saved.pop("pieces")
    student = Student(len(pieces), len(options.layers))
    student.load_state_dict(saved)
    return student, pieces


def train_student(
    options: Options, train: Sequence[Statement], paths: Sequence[Path]
) -> tuple[Student, list[str]]:
    """The student and its pieces."""
    base = find_student_base()
    vocabulary = (base / "vocab.txt").read_text(encoding="utf-8").splitlines()
    model, _, _ = load_teacher(options, paths[0])
    vectors = model.encoder.embeddings.word_embeddings.weight.detach().numpy()
    names = (find_teacher_base(options.work) / "vocab.txt").read_text(encoding="utf-8").splitlines()
    texts = [s.text for s in train]
    thesaurus = Thesaurus(names, vectors[: len(names)], texts)
    del model
    variants = make_variants(train, thesaurus, options.times, Random(options.seed))
    own, own_like = ask_teachers(options, paths, texts, "answers-own")
    more, more_like = ask_teachers(options, paths, variants, "answers-more")
    own = mix_labels(own, train)
    rows = choose_pieces(vocabulary, texts, options.pieces)
    pieces = [vocabulary[i] for i in rows]
    student = load_student(base, rows, options.layers)
    print(
        f"student: {len(texts)} statements, {len(variants)} variants, {len(pieces)} pieces",
        flush=True,
    )
    encoded = Tokenizer(pieces, LONGEST).encode_all([*texts, *texts, *variants])
    goals, likes = np.concatenate([own, own, more]), np.concatenate([own_like, own_like, more_like])
    distil(
        student, encoded, goals, likes, epochs=options.epochs, rate=options.rate, seed=options.seed
    )
    return student, pieces


def find_sets(options: Options, held: Sequence[Statement]) -> dict[str, Sequence[Statement]]:
    """The labelled statements to measure on, by name."""
    return {"held back": held, **{name: load_labels(path) for name, path in options.gold}}


def measure_shipped(
    folder: Path, sets: dict[str, Sequence[Statement]]
) -> dict[str, dict[str, float]]:
    """Figures of the model as okrlint will run it."""
    model = read_model(folder)
    rows = {}
    for name, statements in sets.items():
        judged = model.predict([s.text for s in statements])
        flags = ("measurable", "baseline", "compound", "vague")
        table = [(*j.promise, *j.deadline, *(getattr(j, f) for f in flags)) for j in judged]
        rows[name] = find_figures(statements, np.array(table))
    return rows


def learn(
    options: Options, student: Student, pieces: Sequence[str], statements: Sequence[Statement]
) -> None:
    """Train the student on labels."""
    path = options.work / "labels.pt"
    if not path.exists():
        print(f"labels: {len(statements)} statements", flush=True)
        encode = Tokenizer(pieces, LONGEST).encode_all
        learn_labels(student, encode, statements, replace(LABELS, seed=options.seed))
        torch.save(student.state_dict(), path)
    student.load_state_dict(torch.load(path, weights_only=True))


def measure_teachers(
    options: Options, paths: Sequence[Path], sets: dict[str, Sequence[Statement]]
) -> dict[str, dict[str, float]]:
    """Figures of the teachers."""
    taught = {}
    for name, statements in sets.items():
        logits, _ = ask_teachers(options, paths, [s.text for s in statements], f"answers-{name}")
        taught[name] = find_figures(statements, find_probabilities(logits))
    print("\nTeachers\n" + render_figures(taught), flush=True)
    return taught


def run(options: Options) -> None:
    """All steps."""
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    train, held = split_statements(load_statements())
    real = [r.statement for r in load_real(options.corpus)] if options.corpus else []
    learned = [*train, *(s for s in real for _ in range(REAL_TIMES))]
    sets = find_sets(options, held)
    figures: dict[str, dict[str, dict[str, float]]] = {}
    if options.start:
        student, pieces = read_student(options.start)
    else:
        paths = train_teachers(options, learned)
        figures["Teachers"] = measure_teachers(options, paths, sets)
        kept = options.work / "student.pt"
        if not kept.exists():
            student, pieces = train_student(options, learned, paths)
            torch.save({**student.state_dict(), "pieces": pieces}, kept)
        student, pieces = load_saved(options, kept)
    learn(options, student, pieces, learned)
    encode = Tokenizer(pieces, LONGEST).encode_all
    logits = torch.from_numpy(find_logits(student, encode, 0, [s.text for s in held]))
    calibration = fit_calibration(logits, held)
    floats = {}
    for name, statements in sets.items():
        raw = torch.from_numpy(find_logits(student, encode, 0, [s.text for s in statements]))
        floats[name] = find_figures(
            statements, find_probabilities(apply_calibration(raw, calibration).numpy())
        )
    print("\nStudent\n" + render_figures(floats), flush=True)
    stored = shrink_weights(find_weights(student), options.levels, options.word_levels)
    digest = write_model(options.out, stored, pieces, calibration)
    shipped = measure_shipped(options.out, sets)
    print("\nShipped\n" + render_figures(shipped), flush=True)
    size = sum(p.stat().st_size for p in options.out.iterdir() if p.name != "MODEL_CARD.md")
    text = render_card(
        train,
        held,
        figures | {"Student": floats, "Shipped": shipped},
        digest,
        size,
        real=len(real),
        layers=len(options.layers),
        pieces=len(pieces),
    )
    (options.out / "MODEL_CARD.md").write_text(text, encoding="utf-8")
    print(f"wrote {options.out}: {size / 1e6:.2f} MB, {digest}")


if __name__ == "__main__":
    run(parse_options(__doc__))
