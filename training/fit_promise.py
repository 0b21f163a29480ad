"""Fits the weights of the rule reader's signs: `okrlint/language/data/promise-weights.txt`.

    python training/fit_promise.py            # fit on all that are not held back; write the table
    python training/fit_promise.py --check    # five folds: how signs and bare claims do unseen

A multinomial logistic regression with an L2 penalty, in NumPy, without randomness: the same
statements give the same table. Only signs found in LEAST statements get a weight. The counterparts
of real statements are left out, so that `fit_together.py` can ask of them what both say unseen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from evaluate import find_f1
from statements import PROMISES, load_beside, load_statements, split_statements

from okrlint.language.pipeline import load_pipeline
from okrlint.language.promise.component import OkrPromise
from okrlint.language.promise.sign import Sign
from okrlint.language.promise.weigh import BIAS

TABLE = Path(__file__).parent.parent / "okrlint/language/data/promise-weights.txt"
HEAD = """\
# What each sign of a statement speaks for: sign <tab> outcome <tab> output <tab> task.
# Fitted, not written by hand: `training/fit_promise.py` makes this table from the statements in
# `training/statements`. A sign without a row counts for nothing.
"""
LEAST = 4
"""A sign of fewer statements than this says more about them than about the language."""
PENALTY = 5.0
STEPS = 300
FOLDS = 5

Found = tuple[Sign, ...]


def find_all_signs(texts: Sequence[str]) -> list[Found]:
    """The signs of statements, by the components that read them at run time."""
    nlp = load_pipeline()
    component = nlp.get_pipe("okr_promise")
    assert isinstance(component, OkrPromise)
    with nlp.select_pipes(disable=[n for n in nlp.pipe_names if n in LATER]):
        docs = list(nlp.pipe(texts))
    return [component.signs(doc) for doc in docs]


LATER = ("okr_promise", "okr_compound", "okr_vague", "okr_reader")
"""Components whose results the signs do not need."""


def find_names(found: Sequence[Found]) -> dict[str, int]:
    """The signs that get a row, and its index; the last row, without a name, is the bias."""
    counts = Counter(sign.name for signs in found for sign in signs)
    return {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= LEAST))}


def make_matrix(found: Sequence[Found], names: dict[str, int]) -> np.ndarray:
    """One row a statement, one column a sign, the bias last."""
    matrix = np.zeros((len(found), len(names) + 1), dtype=np.float64)
    matrix[:, -1] = 1.0
    for row, signs in enumerate(found):
        matrix[row, [names[s.name] for s in signs if s.name in names]] = 1.0
    return matrix


def fit(matrix: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Weights by Adam on the whole set, one column a promise."""
    weights = np.zeros((matrix.shape[1], len(PROMISES)))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    wanted = np.eye(len(PROMISES))[truth]
    for step in range(1, STEPS + 1):
        scores = matrix @ weights
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        slope = matrix.T @ (shares - wanted) + PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def render_table(names: dict[str, int], weights: np.ndarray) -> str:
    """The table as text."""
    rows = [(BIAS, weights[-1]), *((name, weights[i]) for name, i in names.items())]
    lines = ["\t".join((name, *(f"{x:.3f}" for x in row))) for name, row in rows]
    return HEAD + "\n".join(lines) + "\n"


def check(found: Sequence[Found], truth: np.ndarray) -> dict[str, np.ndarray]:
    """What is said of each statement when its fold was not trained on: by all signs, by claims."""
    said = {"signs": np.zeros_like(truth), "claims": np.zeros_like(truth)}
    claims = [next((s.name for s in signs if s.name.startswith("claim=")), "") for signs in found]
    folds = np.arange(len(truth)) % FOLDS
    for fold in range(FOLDS):
        kept, out = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        names = find_names([found[i] for i in kept])
        weights = fit(make_matrix([found[i] for i in kept], names), truth[kept])
        scores = make_matrix([found[i] for i in out], names) @ weights
        said["signs"][out] = scores.argmax(1)
        table = Counter((claims[i], int(truth[i])) for i in kept)
        for i in out:
            counts = [table[claims[i], k] for k in range(len(PROMISES))]
            said["claims"][i] = counts.index(max(counts)) if any(counts) else len(PROMISES) - 1
    return said


def render_check(said: dict[str, np.ndarray], truth: np.ndarray) -> str:
    """The figures of a check, one reader a line."""
    task, outcome = PROMISES.index("task"), PROMISES.index("outcome")
    lines: list[str] = []
    for name, promise in said.items():
        f1 = find_f1(truth == task, promise == task)[2]
        not_outcome = find_f1(truth != outcome, promise != outcome)[2]
        accuracy = (promise == truth).mean()
        lines.append(f"{name}: accuracy {accuracy:.3f} task {f1:.3f} no outcome {not_outcome:.3f}")
    return "\n".join(lines)


def main() -> None:
    """Fit and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    beside = load_beside()
    statements, _ = split_statements(s for s in load_statements() if s.text not in beside)
    truth = np.array([PROMISES.index(s.promise) for s in statements])
    found = find_all_signs([s.text for s in statements])
    if options.check:
        print(render_check(check(found, truth), truth))
        return
    names = find_names(found)
    TABLE.write_text(render_table(names, fit(make_matrix(found, names), truth)), encoding="utf-8")
    print(f"{len(names)} signs from {len(statements)} statements")


if __name__ == "__main__":
    main()
