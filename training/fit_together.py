"""Fits how rules and learned reader decide together: `okrlint/language/data/together-weights.txt`.

    python training/fit_together.py FOLDER            # fit on all folds; write the table
    python training/fit_together.py FOLDER --check    # each fold by weights of the others
    ... --unseen            # without what the reader may be trained on
    ... --answers FILE      # what readers say that had not seen a statement

FOLDER holds `labels.jsonl` (labelled statements) and `gold.jsonl` (their documents, each with the
`fold` of its organisation). The table holds weights of signs, and no words of anybody. FILE holds
one JSON object a line: `order` (the line of labels.jsonl, from 0), `promise` and `deadline` (three
shares each), `measurable`, `baseline`, `compound`, `vague`. The shipped reader answers what FILE
lacks, so only statements that it has not learned may be lacking.

Logistic regression with an L2 penalty, in NumPy, without randomness.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluate import find_f1
from statements import PROMISES
from together_rows import Row, load_answers, load_rows

from okrlint.language.together import promise as of_promise
from okrlint.language.together.settle import settle_whens
from okrlint.language.together.signs import QUESTIONS
from okrlint.language.together.weigh import ALWAYS, FROM, TABLE, Signs
from okrlint.reading import Decision, WhenKind

PATH = Path(__file__).parent.parent / f"okrlint/language/data/{TABLE}.txt"
HEAD = """\
# What each sign speaks for when rules and learned reader decide together: question <tab> sign <tab>
# weight. Fitted, not written by hand: `training/fit_together.py` makes this table from labelled
# statements. "from" is the share from which on the answer is yes.
"""
LEAST = 6
"""A sign of fewer statements says more about them than about the language."""
PENALTY = {"baseline": 0.1, "date": 0.1}
"""How strongly weights are held towards 0, where it is not by 1."""
PROMISE_PENALTY = 20.0
LIMITS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
"""Shares that are tried for the best F1. Half of that F1 is the limit: with shares that are true no
other serves F1 better, and the limit that served best on a hundred statements is mostly chance."""
SURE = (0.5, 0.6, 0.7, 0.8, 0.85, 0.87, 0.9, 0.95)
LABELS = {
    "metric": ("measurable", "yes"),
    "baseline": ("baseline", "yes"),
    "date": ("deadline", "date"),
    "cadence": ("deadline", "cadence"),
    "compound": ("compound", "yes"),
    "vague": ("vague", "yes"),
}
"""Each question with the label that answers it, and what means yes."""


def names_of(found: Sequence[Signs]) -> list[str]:
    """The signs that get a weight."""
    counts = Counter(name for signs in found for name in signs)
    return sorted(name for name, count in counts.items() if count >= LEAST)


def matrix(found: Sequence[Signs], names: Sequence[str]) -> np.ndarray:
    """One row a statement, one column a sign, the last always 1."""
    table = np.ones((len(found), len(names) + 1))
    for row, signs in enumerate(found):
        table[row, :-1] = [signs.get(name, 0.0) for name in names]
    return table


def fit_yes(table: np.ndarray, truth: np.ndarray, penalty: float) -> np.ndarray:
    """Weights of one question, by Newton's method."""
    held = np.full(table.shape[1], penalty)
    held[-1] = 0.01
    weights = np.zeros(table.shape[1])
    for _ in range(40):
        share = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (share - truth) + held * weights
        curve = (table * (share * (1 - share))[:, None]).T @ table + np.diag(held)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def fit_promise(table: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Weights of the three promises, by Adam on the whole set."""
    held = np.full((table.shape[1], 1), PROMISE_PENALTY)
    held[-1] = 0.01
    weights = np.zeros((table.shape[1], len(PROMISES)))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    wanted = np.eye(len(PROMISES))[truth]
    for step in range(1, 1501):
        scores = table @ weights
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        slope = table.T @ (shares - wanted) + held * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of one question."""

    names: Sequence[str]
    weights: np.ndarray
    limit: float = 0.5

    def shares(self, found: Sequence[Signs]) -> np.ndarray:
        """How likely yes is for each statement."""
        return 1 / (1 + np.exp(-matrix(found, self.names) @ self.weights))


def fit_question(rows: Sequence[Row], question: str) -> Fitted:
    """Weights of a question, and the limit that serves best on folds that were left out."""
    label, yes = LABELS[question]
    known = [row for row in rows if row.labels[label] != "?"]
    truth = np.array([row.labels[label] == yes for row in known])
    found = [row.signs[question] for row in known]
    names = names_of(found)
    table = matrix(found, names)
    folds = np.array([row.fold for row in known])
    shares = np.zeros(len(known))
    for fold in set(folds):
        weights = fit_yes(table[folds != fold], truth[folds != fold], PENALTY.get(question, 1.0))
        shares[folds == fold] = 1 / (1 + np.exp(-table[folds == fold] @ weights))
    side = question != "metric"  # of metrics, it is the missing ones that are told
    best = max(find_f1(truth == side, (shares >= limit) == side)[2] for limit in LIMITS)
    limit = round(best / 2 if side else 1 - best / 2, 2)
    return Fitted(names, fit_yes(table, truth, PENALTY.get(question, 1.0)), limit)


def fit_promises(rows: Sequence[Row]) -> Fitted:
    """Weights of the three promises."""
    known = [row for row in rows if row.labels["kind"] in PROMISES]
    names = names_of([row.promise for row in known])
    truth = np.array([PROMISES.index(row.labels["kind"]) for row in known])
    return Fitted(names, fit_promise(matrix([row.promise for row in known], names), truth))


def render_table(fitted: Mapping[str, Fitted], promises: Fitted) -> str:
    """The table as text."""
    lines: list[str] = []
    for place, question in enumerate(of_promise.QUESTIONS):
        rows = zip((*promises.names, ALWAYS), promises.weights[:, place], strict=True)
        lines += [f"{question}\t{name}\t{weight:.3f}" for name, weight in rows]
    for question, one in fitted.items():
        lines.append(f"{question}\t{FROM}\t{one.limit}")
        rows = zip((*one.names, ALWAYS), one.weights, strict=True)
        lines += [f"{question}\t{name}\t{weight:.3f}" for name, weight in rows]
    return HEAD + "\n".join(lines) + "\n"


def say(
    rows: Sequence[Row], fitted: Mapping[str, Fitted], promises: Fitted
) -> list[dict[str, object]]:
    """What okrlint says of statements with these weights, as labels."""
    shares = {name: one.shares([r.signs[name] for r in rows]) for name, one in fitted.items()}
    scores = np.exp(matrix([r.promise for r in rows], promises.names) @ promises.weights)
    sure, kinds = scores.max(1) / scores.sum(1), scores.argmax(1)
    said: list[dict[str, object]] = []
    for n, row in enumerate(rows):
        answers = {name: bool(shares[name][n] >= one.limit) for name, one in fitted.items()}
        decided = {name: Decision(name, answer, 0.5) for name, answer in answers.items()}
        whens = {when.kind for when in settle_whens(row.seen.whens, decided)}
        date = WhenKind.DEADLINE in whens
        cadence = not date and WhenKind.CADENCE in whens
        told = {"promise": PROMISES[kinds[n]], "sure": float(sure[n])}
        said.append(answers | {"date": date, "cadence": cadence} | told)
    return said


def say_rules(rows: Sequence[Row]) -> list[dict[str, object]]:
    """What the rules say alone."""
    said: list[dict[str, object]] = []
    for row in rows:
        whens = {when.kind for when in row.seen.whens}
        date = WhenKind.DEADLINE in whens
        said.append(
            {
                "metric": bool(row.seen.given),
                "baseline": any(q.baseline_start is not None for q in row.seen.quantities),
                "date": date,
                "cadence": not date and WhenKind.CADENCE in whens,
                "compound": bool(row.seen.compound),
                "vague": bool(row.seen.vague),
                "promise": max(PROMISES, key=lambda p: row.promise[f"rules: {p}"]),
            }
        )
    return said


def say_reader(rows: Sequence[Row]) -> list[dict[str, object]]:
    """What the learned reader says alone."""
    said: list[dict[str, object]] = []
    for row in rows:
        one = row.seen.judgement
        time = one.deadline.index(max(one.deadline))
        said.append(
            {
                "metric": one.measurable >= 0.5,
                "baseline": one.baseline >= 0.5,
                "date": time == 0,
                "cadence": time == 1,
                "compound": one.compound >= 0.5,
                "vague": one.vague >= 0.5,
                "promise": one.likeliest.value,
            }
        )
    return said


def figures(rows: Sequence[Row], said: Sequence[Mapping[str, object]]) -> dict[str, float]:
    """The figures the project is held to; a label that was left open counts for nothing."""
    pairs = [(r, s) for r, s in zip(rows, said, strict=True) if r.labels["kind"] in PROMISES]
    kind = np.array([r.labels["kind"] for r, _ in pairs])
    promise = np.array([s["promise"] for _, s in pairs])
    found = {"promise accuracy": float((kind == promise).mean())}
    for name in ("task", "output"):
        found[name] = find_f1(kind == name, promise == name)[2]
    found["not an outcome"] = find_f1(kind != "outcome", promise != "outcome")[2]
    for question, (label, yes) in LABELS.items():
        known = [(r, s) for r, s in zip(rows, said, strict=True) if r.labels[label] != "?"]
        truth = np.array([r.labels[label] == yes for r, _ in known])
        answer = np.array([bool(s[question]) for _, s in known])
        if question == "metric":
            found["no metric"] = find_f1(~truth, ~answer)[2]
        else:
            found[question] = find_f1(truth, answer)[2]
    return {name: round(value, 3) for name, value in found.items()}


def render_sure(rows: Sequence[Row], said: Sequence[Mapping[str, object]]) -> str:
    """How right a finding is that is made only from a sureness of the promise on."""
    kind = np.array([row.labels["kind"] for row in rows])
    promise = np.array([one["promise"] for one in said])
    sure = np.array([one["sure"] for one in said], dtype=float)
    lines = ["| from | task: precision, recall | output: precision, recall |", "|---" * 3 + "|"]
    for limit in SURE:
        pairs = [find_f1(kind == n, (promise == n) & (sure >= limit))[:2] for n in PROMISES[:0:-1]]
        lines.append(f"| {limit} | " + " | ".join(f"{p:.3f}, {r:.3f}" for p, r in pairs) + " |")
    return "\n".join(lines)


def check(rows: Sequence[Row]) -> list[dict[str, object]]:
    """What is said of each statement by weights of the other folds."""
    said: list[dict[str, object]] = [{}] * len(rows)
    for fold in sorted({row.fold for row in rows}):
        others = [row for row in rows if row.fold != fold]
        here = [n for n, row in enumerate(rows) if row.fold == fold]
        fitted = {question: fit_question(others, question) for question in QUESTIONS}
        found = say([rows[n] for n in here], fitted, fit_promises(others))
        for n, one in zip(here, found, strict=True):
            said[n] = one
    return said


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--answers", type=Path)
    options = parser.parse_args()
    rows = load_rows(options.folder, load_answers(options.answers) if options.answers else {})
    rows = [row for row in rows if not (options.unseen and row.may_train)]
    if options.check:
        ways = {"rules": say_rules(rows), "reader": say_reader(rows), "together": check(rows)}
        columns = {way: figures(rows, said) for way, said in ways.items()}
        print(f"| {len(rows)} statements | " + " | ".join(columns) + " |\n|---" + "|---" * 3 + "|")
        for name in columns["rules"]:
            print(f"| {name} | " + " | ".join(f"{c[name]:.3f}" for c in columns.values()) + " |")
        print("\n" + render_sure(rows, ways["together"]))
        return
    fitted = {question: fit_question(rows, question) for question in QUESTIONS}
    PATH.write_text(render_table(fitted, fit_promises(rows)), encoding="utf-8")
    print(f"{sum(len(one.names) for one in fitted.values())} weights from {len(rows)} statements")


if __name__ == "__main__":
    main()
