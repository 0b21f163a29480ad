"""Fits how rules and learned reader decide together: `okrlint/language/data/together-weights.txt`.

    python training/fit_together.py FOLDER ANSWERS            # fit; write the table
    python training/fit_together.py FOLDER ANSWERS --check    # each fold by weights of the others

FOLDER holds `labels.jsonl` (labelled statements) and `gold.jsonl` (their documents, each with the
`fold` of its organisation and whether it `may_train`). Learned from are the real statements of
documents that may be trained on, and the written ones that rules and reader have not seen; measured
is on all real ones. The table holds weights of signs, and no words of anybody.

ANSWERS holds what readers say of statements that they had not seen (`answers.py` makes it), one
JSON object a line: `order` (the line of labels.jsonl, from 0) or `text` (the hash of a written
statement), `promise` and `deadline` (three shares each), `measurable`, `baseline`, `compound`,
`vague`. The shipped reader answers what it lacks, so only statements that it has not learned may be
lacking.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evaluate import find_f1
from newton import fit_kinds, fit_yes
from statements import PROMISES
from together_rows import Row, load_answers, load_rows, load_written

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
PENALTY = {"cadence": 1.0, "compound": 1.0}
"""How strongly weights are held towards 0, where it is not by 0.1: chosen on the folds."""
PROMISE_PENALTY = 20.0
WRITTEN = 0.5
"""What a written statement counts beside a real one."""
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


def count(rows: Sequence[Row]) -> np.ndarray:
    """What each statement counts in a fit."""
    return np.array([WRITTEN if row.written else 1.0 for row in rows])


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
    """Weights of a question, and the limit that serves best on real ones that were left out."""
    label, yes = LABELS[question]
    known = [row for row in rows if row.labels[label] != "?"]
    truth = np.array([row.labels[label] == yes for row in known])
    found = [row.signs[question] for row in known]
    names = names_of(found)
    table, counts = matrix(found, names), count(known)
    folds = np.array([row.fold for row in known])
    real = np.array([not row.written for row in known])
    penalty = PENALTY.get(question, 0.1)
    shares = np.zeros(len(known))
    for fold in set(folds[real]):
        kept, out = folds != fold, folds == fold
        weights = fit_yes(table[kept], truth[kept], counts[kept], penalty)
        shares[out] = 1 / (1 + np.exp(-table[out] @ weights))
    side = question != "metric"  # of metrics, it is the missing ones that are told
    asked = truth[real] == side
    best = max(find_f1(asked, (shares[real] >= limit) == side)[2] for limit in LIMITS)
    limit = round(best / 2 if side else 1 - best / 2, 2)
    return Fitted(names, fit_yes(table, truth, counts, penalty), limit)


def fit_promises(rows: Sequence[Row]) -> Fitted:
    """Weights of the three promises."""
    known = [row for row in rows if row.labels["kind"] in PROMISES]
    names = names_of([row.promise for row in known])
    truth = np.array([PROMISES.index(row.labels["kind"]) for row in known])
    table = matrix([row.promise for row in known], names)
    return Fitted(names, fit_kinds(table, truth, count(known), PROMISE_PENALTY))


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


def check(rows: Sequence[Row], learned: Sequence[Row]) -> list[dict[str, object]]:
    """What is said of each statement by weights of those learned from in other folds."""
    said: list[dict[str, object]] = [{}] * len(rows)
    for fold in sorted({row.fold for row in rows}):
        others = [row for row in learned if row.fold != fold]
        here = [n for n, row in enumerate(rows) if row.fold == fold]
        fitted = {question: fit_question(others, question) for question in QUESTIONS}
        found = say([rows[n] for n in here], fitted, fit_promises(others))
        for n, one in zip(here, found, strict=True):
            said[n] = one
    return said


def load_both(folder: Path, answers: Path) -> tuple[list[Row], list[Row]]:
    """All real statements, and the written ones that are learned from beside them."""
    known = load_answers(answers)
    return load_rows(folder, known), load_written(known)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    rows, written = load_both(options.folder, options.answers)
    learned = [row for row in rows if row.may_train] + written
    if options.check:
        together = check(rows, learned)
        ways = {"rules": say_rules(rows), "reader": say_reader(rows), "together": together}
        columns = {way: figures(rows, said) for way, said in ways.items()}
        print(f"| {len(rows)} statements | " + " | ".join(columns) + " |\n|---" + "|---" * 3 + "|")
        for name in columns["rules"]:
            print(f"| {name} | " + " | ".join(f"{c[name]:.3f}" for c in columns.values()) + " |")
        print("\n" + render_sure(rows, together))
        return
    fitted = {question: fit_question(learned, question) for question in QUESTIONS}
    PATH.write_text(render_table(fitted, fit_promises(learned)), encoding="utf-8")
    print(f"{sum(len(one.names) for one in fitted.values())} weights of {len(learned)} statements")


if __name__ == "__main__":
    main()
