"""Measure who should decide, the rules, the model or both, and from where on.

    python training/compare.py --set NAME=FILE ...

A set is a file of labels (.jsonl, as of documents) or of statements (.tsv; a column before the
text is skipped). "held back" is measured always, and is the only set that limits are chosen on:
neither the model nor the rules' weights have seen it. Prints Markdown.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluate import find_f1, find_figures, render_figures
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

from okrlint.language.learned import load_model
from okrlint.language.pipeline import load_pipeline
from okrlint.language.promise.component import OkrPromise
from okrlint.language.promise.weigh import OWN_SHARE, weigh
from okrlint.language.reader import Reader
from okrlint.language.together import (
    COMPOUND_ALONE,
    VAGUE_ALONE,
    VAGUE_AT_LEAST,
    joins_results,
)
from okrlint.reading import WhenKind

SHARES = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
ALONE = (0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 1.01)
AT_LEAST = (0.0, 0.02, 0.05, 0.1, 0.2, 0.5)
SURE = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
COMPOUND, VAGUE = 8, 9


@dataclass(frozen=True, slots=True)
class Opinions:
    """What both say of a set, one row a statement: promise (3), deadline (3), four flags."""

    statements: Sequence[Statement]
    rules: np.ndarray
    joined: np.ndarray
    """Whether anything in the statement is joined that could be a second result."""
    model: np.ndarray

    def pool(self, share: float) -> np.ndarray:
        """The promise as both see it: the geometric mean, the rules counting by `share`."""
        rules, model = np.maximum(self.rules[:, :3], 1e-6), np.maximum(self.model[:, :3], 1e-6)
        mixed = rules**share * model ** (1 - share)
        return mixed / mixed.sum(1, keepdims=True)

    def settle(self, column: int, alone: float, at_least: float) -> np.ndarray:
        """A flag as both see it: the rules', unless the model is sure."""
        model = self.model[:, column] * (self.joined if column == COMPOUND else 1)
        return ((self.rules[:, column] > 0) & (model >= at_least)) | (model >= alone)

    def together(self) -> np.ndarray:
        """What okrlint says."""
        table = self.rules.copy()
        table[:, :3] = self.pool(OWN_SHARE)
        table[:, COMPOUND] = self.settle(COMPOUND, COMPOUND_ALONE, 0)
        table[:, VAGUE] = self.settle(VAGUE, VAGUE_ALONE, VAGUE_AT_LEAST)
        return table


def load_set(path: Path) -> list[Statement]:
    """The labelled statements of a file."""
    if path.suffix == ".jsonl":
        return load_labels(path)
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [parse_line("\t".join((*row[:6], row[-1]))) for row in rows if row[0] in PROMISES]


def find_opinions(statements: Sequence[Statement]) -> Opinions:
    """What both say of a set."""
    return Opinions(statements, *read_rules(statements), read_model(statements))


def read_rules(statements: Sequence[Statement]) -> tuple[np.ndarray, np.ndarray]:
    """What the rules say without the model, and whether anything is joined.

    Shares of the promise, zeros and ones of the rest.
    """
    nlp = load_pipeline()
    nlp.remove_pipe("okr_reader")
    component = nlp.get_pipe("okr_promise")
    assert isinstance(component, OkrPromise)
    texts = [s.text for s in statements]
    table = np.zeros((len(texts), 10))
    joined = np.zeros(len(texts))
    for at, doc in enumerate(nlp.pipe(texts)):
        table[at, :3] = weigh(component.signs(doc), component.weights).shares
        joined[at] = joins_results(doc)
    for row, reading in zip(table, Reader(nlp).read(texts), strict=True):
        due = reading.deadline
        name = "none" if due is None else "date" if due.kind is WhenKind.DEADLINE else "cadence"
        row[3 + DEADLINES.index(name)] = 1
        row[6:8] = reading.measurable, reading.baseline
        row[COMPOUND], row[VAGUE] = len(reading.compound) > 0, len(reading.vague) > 0
    return table, joined


def read_model(statements: Sequence[Statement]) -> np.ndarray:
    """What the model says, as probabilities."""
    judged = load_model().predict([s.text for s in statements])
    return np.array([(*j.promise, *j.deadline, *(getattr(j, f) for f in FLAGS)) for j in judged])


def render_shares(found: Opinions) -> str:
    """The promise for each share of the rules."""
    truth = np.array([PROMISES.index(s.promise) for s in found.statements])
    lines = [
        "| rules count | accuracy | task F1 | not an outcome F1 | log loss |",
        "|---" * 5 + "|",
    ]
    for share in SHARES:
        mixed = found.pool(share)
        said = mixed.argmax(1)
        task, rest = find_f1(truth == 2, said == 2)[2], find_f1(truth != 0, said != 0)[2]
        loss = -np.log(mixed[np.arange(len(truth)), truth]).mean()
        lines.append(
            f"| {share} | {(said == truth).mean():.3f} | {task:.3f} | {rest:.3f} | {loss:.3f} |"
        )
    return "\n".join(lines)


def render_flag(found: Opinions, column: int, lowest: Sequence[float]) -> str:
    """F1 of a flag: lines, from where the model speaks alone; columns, from where it agrees."""
    truth = np.array([getattr(s, FLAGS[column - 6]) for s in found.statements])
    lines = ["| alone from | " + " | ".join(f"agrees from {x}" for x in lowest) + " |"]
    lines.append("|---" * (len(lowest) + 1) + "|")
    for alone in ALONE:
        row = [find_f1(truth, found.settle(column, alone, low))[2] for low in lowest]
        lines.append(f"| {alone} | " + " | ".join(f"{x:.3f}" for x in row) + " |")
    return "\n".join(lines)


def render_sure(found: Opinions) -> str:
    """How right a finding is that is made only from a confidence on."""
    truth = np.array([PROMISES.index(s.promise) for s in found.statements])
    mixed = found.pool(OWN_SHARE)
    said, sure = mixed.argmax(1), mixed.max(1)
    lines = ["| from | task: precision, recall | output: precision, recall |", "|---" * 3 + "|"]
    for limit in SURE:
        pairs = [find_f1(truth == kind, (said == kind) & (sure >= limit))[:2] for kind in (2, 1)]
        lines.append(f"| {limit} | " + " | ".join(f"{p:.3f}, {r:.3f}" for p, r in pairs) + " |")
    return "\n".join(lines)


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
        found = find_opinions(statements)
        tables = {"rules": found.rules, "model": found.model, "together": found.together()}
        rows = {way: find_figures(statements, table) for way, table in tables.items()}
        print(f"\n## {name} ({len(statements)})\n\n{render_figures(rows)}\n")
        agree = found.rules[:, :3].argmax(1) == found.model[:, :3].argmax(1)
        truth = np.array([PROMISES.index(s.promise) for s in statements])
        right = float((found.model[:, :3].argmax(1) == truth)[agree].mean())
        print(f"Both agree on {agree.mean():.3f} of the promises; right on {right:.3f} of those.\n")
        print(f"Promise\n\n{render_shares(found)}\n\nWhen sure\n\n{render_sure(found)}\n")
        print(f"Compound\n\n{render_flag(found, COMPOUND, (0.0,))}\n")
        print(f"Vague\n\n{render_flag(found, VAGUE, AT_LEAST)}")


if __name__ == "__main__":
    main()
