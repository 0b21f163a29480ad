"""Choose the limits on all teams but one, measure on that one, and so on for every team.

    python training/cross_validate.py labels.jsonl

A team is the owner of a document: the part of its name before "--". Says what the choice of limits
would be worth on a team that nobody has looked at: the share of the rules in the promise, and from
where on the model is believed about compound and vague statements. Prints Markdown.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from compare import (
    ALONE,
    AT_LEAST,
    COMPOUND,
    SHARES,
    VAGUE,
    Opinions,
    find_opinions,
    load_labels,
)
from evaluate import find_f1, find_figures, render_figures
from statements import FLAGS, PROMISES

Score = Callable[[np.ndarray], float]


def load_teams(path: Path) -> np.ndarray:
    """The team of each label, in the order of the file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return np.array([json.loads(line)["document"].split("--")[0] for line in lines if line])


def choose_share(found: Opinions, others: np.ndarray) -> float:
    """The share of the rules with the least log loss on the other teams."""
    truth = np.array([PROMISES.index(s.promise) for s in found.statements])

    def loss(share: float) -> float:
        mixed = found.pool(share)[np.arange(len(truth)), truth]
        return float(-np.log(mixed[others]).mean())

    return min(SHARES, key=loss)


def choose_flag(
    found: Opinions, others: np.ndarray, column: int, lowest: Sequence[float]
) -> tuple[float, float]:
    """From where the model speaks alone, and from where it agrees: the best F1 on the others."""
    truth = np.array([getattr(s, FLAGS[column - 6]) for s in found.statements])

    def score(pair: tuple[float, float]) -> float:
        return find_f1(truth[others], found.settle(column, *pair)[others])[2]

    return max(((alone, low) for alone in ALONE for low in lowest), key=score)


def main() -> None:
    """The command."""
    path = Path(sys.argv[1])
    statements, teams = load_labels(path), load_teams(path)
    found = find_opinions(statements)
    chosen = found.rules.copy()
    for team in sorted(set(teams)):
        here, others = teams == team, teams != team
        chosen[here, :3] = found.pool(choose_share(found, others))[here]
        pair = choose_flag(found, others, COMPOUND, (0.0,))
        chosen[here, COMPOUND] = found.settle(COMPOUND, *pair)[here]
        pair = choose_flag(found, others, VAGUE, AT_LEAST)
        chosen[here, VAGUE] = found.settle(VAGUE, *pair)[here]
    tables = {
        "rules": found.rules,
        "model": found.model,
        "both, limits of the other teams": chosen,
        "both, as shipped": found.together(),
    }
    rows = {way: find_figures(statements, table) for way, table in tables.items()}
    print(f"{len(statements)} statements of {len(set(teams))} teams\n\n{render_figures(rows)}\n")
    truth = np.array([PROMISES.index(s.promise) for s in statements])
    print("| team | statements | promise: rules | model | both |\n|---|---|---|---|---|")
    for team in sorted(set(teams)):
        here = teams == team
        right = [
            float((table[here, :3].argmax(1) == truth[here]).mean())
            for table in (found.rules, found.model, found.together())
        ]
        print(f"| {team} | {here.sum()} | " + " | ".join(f"{x:.2f}" for x in right) + " |")


if __name__ == "__main__":
    main()
