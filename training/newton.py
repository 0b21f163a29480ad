"""Logistic regression with an L2 penalty, by Newton's method: exact, and without randomness.

Tables have one row a statement and one column a sign; the last column is always 1.
"""

from __future__ import annotations

import numpy as np

FREE = 0.01
"""The penalty of what every row has: hardly any."""
STEPS = 40
STILL = 1e-8
"""No weight moves by as much any more: done."""


def fit_yes(table: np.ndarray, truth: np.ndarray, counts: np.ndarray, penalty: float) -> np.ndarray:
    """Weights of a yes or no, one a column; `counts` is what each row counts."""
    held = np.full(table.shape[1], penalty)
    held[-1] = FREE
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (share - truth)) + held * weights
        curve = (table * (counts * share * (1 - share))[:, None]).T @ table + np.diag(held)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < STILL:
            break
    return weights


def fit_kinds(
    table: np.ndarray, truth: np.ndarray, counts: np.ndarray, penalty: float
) -> np.ndarray:
    """Weights of several kinds, a column each; `truth` is the number of each row's kind."""
    size, kinds = table.shape[1], int(truth.max()) + 1
    held = np.full((size, 1), penalty)
    held[-1] = FREE
    weights = np.zeros((size, kinds))
    wanted = np.eye(kinds)[truth]
    for _ in range(STEPS):
        scores = table @ weights
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        slope = table.T @ (counts[:, None] * (shares - wanted)) + held * weights
        curve = np.diag(np.tile(held[:, 0], kinds))
        for one in range(kinds):
            for other in range(kinds):
                both = counts * shares[:, one] * ((one == other) - shares[:, other])
                rows, columns = (slice(n * size, (n + 1) * size) for n in (one, other))
                curve[rows, columns] += (table * both[:, None]).T @ table
        step = np.linalg.solve(curve, slope.T.ravel()).reshape(kinds, size).T
        weights -= step
        if np.abs(step).max() < STILL:
            break
    return weights
