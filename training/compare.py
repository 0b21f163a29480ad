"""Measure who should decide: the rules, the model, or both.

    python training/compare.py --set NAME=FILE ...

A set is a file of labels (.jsonl, as of documents) or of statements (.tsv; a column before the
text is skipped). "held back" is measured always. For each judgement: the F1 (accuracy for the
promise) of the rules, of the model, of yes from either, of yes from both, and of their mean.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from evaluate import find_figures, render_figures, split_columns
from statements import (
    DEADLINES,
    FLAGS,
    PROMISES,
    Statement,
    load_labels,
    load_statements,
    parse_line,
    split_statements,
)

from okrlint.language import load_reader
from okrlint.language.learned import load_model
from okrlint.reading import WhenKind


def load_set(path: Path) -> list[Statement]:
    """The labelled statements of a file."""
    if path.suffix == ".jsonl":
        return load_labels(path)
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [parse_line("\t".join((*row[:6], row[-1]))) for row in rows if row[0] in PROMISES]


def read_rules(statements: Sequence[Statement]) -> np.ndarray:
    """What the rules say, as rows of zeros and ones; the promise weighted by their confidence."""
    table = np.zeros((len(statements), 10))
    for row, reading in zip(table, load_reader().read([s.text for s in statements]), strict=True):
        row[:3] = (1 - reading.confidence) / 3
        row[PROMISES.index(reading.promise.value)] += reading.confidence or 1
        due = reading.deadline
        name = "none" if due is None else "date" if due.kind is WhenKind.DEADLINE else "cadence"
        row[3 + DEADLINES.index(name)] = 1
        row[6:] = (
            reading.measurable,
            reading.baseline,
            len(reading.compound) > 0,
            len(reading.vague) > 0,
        )
    return table


def read_model(statements: Sequence[Statement]) -> np.ndarray:
    """What the model says, as probabilities."""
    judged = load_model().predict([s.text for s in statements])
    return np.array([(*j.promise, *j.deadline, *(getattr(j, f) for f in FLAGS)) for j in judged])


def mix(weight: float) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """The mean of both, the rules counting by `weight`."""
    return lambda rules, model: weight * rules + (1 - weight) * model


WAYS: Mapping[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "rules": lambda rules, model: rules,  # noqa: ARG005
    "model": lambda rules, model: model,  # noqa: ARG005
    "either": np.maximum,
    "both": np.minimum,
    "mean 0.2": mix(0.2),
    "mean 0.35": mix(0.35),
    "mean 0.5": mix(0.499),
}


def find_precision_when_sure(
    statements: Sequence[Statement], table: np.ndarray, limits: Sequence[float]
) -> list[tuple[float, float, float]]:
    """(limit, precision, recall) of "not an outcome", said only from a probability on."""
    truth = np.array([s.promise != "outcome" for s in statements])
    doubt = 1 - split_columns(table)["promise"][:, 0]
    found = []
    for limit in limits:
        said = doubt >= limit
        hits = float((said & truth).sum())
        found.append((limit, hits / max(1, said.sum()), hits / max(1, truth.sum())))
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", action="append", default=[], metavar="NAME=FILE")
    sets = {"held back": split_statements(load_statements())[1]}
    for item in parser.parse_args().set:
        name, _, path = item.partition("=")
        sets[name] = load_set(Path(path))
    for name, statements in sets.items():
        rules, model = read_rules(statements), read_model(statements)
        rows = {way: find_figures(statements, mixed(rules, model)) for way, mixed in WAYS.items()}
        print(f"\n## {name} ({len(statements)})\n\n{render_figures(rows)}\n")
        agree = rules[:, :3].argmax(1) == model[:, :3].argmax(1)
        truth = np.array([PROMISES.index(s.promise) for s in statements])
        right = float((model[:, :3].argmax(1) == truth)[agree].mean())
        print(f"both agree on {agree.mean():.3f} of the promises; right on {right:.3f} of those")
        for way in ("model", "mean 0.35"):
            for limit, precision, recall in find_precision_when_sure(
                statements, WAYS[way](rules, model), (0.5, 0.6, 0.7, 0.8, 0.9)
            ):
                print(f"{way}: not an outcome from {limit}: P {precision:.3f} R {recall:.3f}")


if __name__ == "__main__":
    main()
