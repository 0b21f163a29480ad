"""Figures of a reader on labelled statements."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from statements import DEADLINES, FLAGS, PROMISES, Statement

THRESHOLDS = {"measurable": 0.5, "baseline": 0.5, "compound": 0.5, "vague": 0.5}


def find_f1(truth: np.ndarray, said: np.ndarray) -> tuple[float, float, float]:
    """Precision, recall and F1 of a yes-or-no judgement."""
    hits = float((truth & said).sum())
    precision = hits / said.sum() if said.sum() else 0.0
    recall = hits / truth.sum() if truth.sum() else 0.0
    total = precision + recall
    return float(precision), float(recall), 2 * precision * recall / total if total else 0.0


def split_columns(probabilities: np.ndarray) -> dict[str, np.ndarray]:
    """The columns of one row a statement: promise (3), deadline (3), four flags."""
    columns = {"promise": probabilities[:, :3], "deadline": probabilities[:, 3:6]}
    columns |= {name: probabilities[:, 6 + i] for i, name in enumerate(FLAGS)}
    return columns


def find_figures(
    statements: Sequence[Statement],
    probabilities: np.ndarray,
    thresholds: dict[str, float] | None = None,
) -> dict[str, float]:
    """The figures the project is held to, by name; labels left open count for nothing."""
    thresholds = thresholds or THRESHOLDS
    truth = np.array([s.targets for s in statements])
    columns = split_columns(probabilities)
    promise, deadline = columns["promise"].argmax(1), columns["deadline"].argmax(1)
    task, outcome = PROMISES.index("task"), PROMISES.index("outcome")
    output = PROMISES.index("output")
    flags = {name: columns[name] >= thresholds[name] for name in FLAGS}
    real = {name: truth[:, 2 + i] == 1 for i, name in enumerate(FLAGS)}
    pairs = {
        "task": (truth[:, 0] == task, promise == task),
        "output": (truth[:, 0] == output, promise == output),
        "not an outcome": (truth[:, 0] != outcome, promise != outcome),
        "no metric": (~real["measurable"], ~flags["measurable"]),
        "baseline": (real["baseline"], flags["baseline"]),
        "deadline": tuple(x == DEADLINES.index("date") for x in (truth[:, 1], deadline)),
        "cadence": tuple(x == DEADLINES.index("cadence") for x in (truth[:, 1], deadline)),
        "compound": (real["compound"], flags["compound"]),
        "vague": (real["vague"], flags["vague"]),
    }
    known = {name: truth[:, 2 + i] >= 0 for i, name in enumerate(FLAGS)}
    known |= dict.fromkeys(("deadline", "cadence"), truth[:, 1] >= 0)
    known |= {"no metric": known["measurable"]}
    judged = truth[:, 0] >= 0
    figures = {"promise accuracy": float((promise == truth[:, 0])[judged].mean())}
    for name, (real_ones, said) in pairs.items():
        rows = known.get(name, judged)
        figures[f"{name} F1"] = find_f1(real_ones[rows], said[rows])[2]
    return {name: round(float(value), 3) for name, value in figures.items()}


def render_figures(rows: dict[str, dict[str, float]]) -> str:
    """A Markdown table: one figure a line, one set a column."""
    names = list(next(iter(rows.values())))
    lines = ["| | " + " | ".join(rows) + " |", "|---" * (len(rows) + 1) + "|"]
    lines += [
        f"| {n} | " + " | ".join(f"{row[n]:.3f}" for row in rows.values()) + " |" for n in names
    ]
    return "\n".join(lines)
