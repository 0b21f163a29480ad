"""Fit the weights of the layout signs, measure them across folds, and write them.

    python training/fit_outline.py --corpus DIR --shapes DIR [--folds 0 1 2 3 4]
        [--generated 150 200 230] [--misses FILE] [--write]

Without `--write` it measures alone. `--folds` names the real documents to use, by their folds,
`--generated` how many documents to generate (weighted, uniform, without OKRs), and `--misses` a
file for what was missed, what was found and the weights, pickled.

Two fits: what each sign says of a unit (a conditional random field), and what the whole says of
whether the document holds OKRs (a logistic regression over documents that the first had not seen).
Needs numba and scipy (`training/requirements.txt`).
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from outline_crf import Problem
from outline_data import (
    FOLDS,
    Example,
    read_example,
    read_own,
    read_packages,
    read_page_examples,
    read_pages,
    read_real,
    read_shapes,
    read_tests,
)
from outline_gold import LETTERS
from outline_prior import ABOVE, ALIKE, ALIKE_IN_A_COLUMN, FIRM, HOLDS, SIGNS
from outline_score import forked, render_scores, scored
from scipy.optimize import minimize

from okrlint.outline.decode import LABELS, Links
from okrlint.outline.held import weigh_whole
from okrlint.outline.holds import find_holds_signs
from okrlint.outline.weigh import SHARED, weigh
from okrlint.outline.weights import LEAST, Weights, render_row

OUT = Path(__file__).parents[1] / "okrlint" / "outline" / "data" / "weights.txt"
ORGANISATIONS = 3
"""A sign counts when at least so many organisations show it."""
STEPS = 200
"""At most so many steps are climbed."""
PULL = 2.0
"""How strongly weights are held to where they begin; words and clean labels more so."""
_WORDS = re.compile(r"word:|lead:|page:")
_LABELS = re.compile(r"says:(?:objective|key result)(?:#|$)")


def _organisation(example: Example) -> str:
    return (
        example.name.split("--")[0].split("/")[0]
        if example.kind.startswith("real")
        else example.name
    )


def fit(examples: Sequence[Example]) -> Weights:
    """The weights of signs and links; `holds` stays empty."""
    seen: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in {name for names in example.signs for name in names}:
            seen[name].add(_organisation(example))
    names = {
        n: at
        for at, n in enumerate(
            sorted(n for n, o in seen.items() if len(o) >= ORGANISATIONS or n in SIGNS)
        )
    }
    aboves = {
        e: at for at, e in enumerate(sorted({e for x in examples for e in x.edges()} | {"none"}))
    }
    befores = {
        e: at
        for at, e in enumerate(sorted({e for x in examples for e in x.edges_before()} | {"none"}))
    }
    problem = Problem(examples, names, aboves, befores, len(LABELS), SHARED)
    found = problem.fit(_prior(names, aboves, befores), _pull(names, problem.shape), STEPS)
    signs = {
        name: found[0][at] for name, at in names.items() if np.abs(found[0][at]).max() >= LEAST
    }
    links = Links(
        {e: found[1][at] for e, at in aboves.items()},
        {e: found[2][at] for e, at in befores.items()},
    )
    return Weights(signs, links, {})


def _prior(
    names: dict[str, int], aboves: dict[str, int], befores: dict[str, int]
) -> list[np.ndarray]:
    size = len(LABELS)
    signs = np.zeros((len(names), size))
    for name, values in SIGNS.items():
        for letter, value in values.items():
            if name in names:
                signs[names[name], LETTERS.index(letter)] = value
    above = np.zeros((len(aboves), size, size))
    for (up, own), value in ABOVE.items():
        above[:, LETTERS.index(up), LETTERS.index(own)] = value
    before = np.zeros((len(befores), size, size))
    for edge, at in befores.items():
        if edge.endswith("same"):
            before[at] = np.eye(size) * (ALIKE_IN_A_COLUMN if edge == "cell same" else ALIKE)
    return [signs, above, before]


def _pull(names: dict[str, int], shapes: tuple[tuple[int, ...], ...]) -> list[np.ndarray]:
    held = {n: 10.0 if _LABELS.match(n) else 3.0 if _WORDS.search(n) else 1.0 for n in names}
    signs = np.repeat(np.array(list(held.values()))[:, None], shapes[0][1], 1)
    return [PULL * signs, PULL * np.ones(shapes[1]), PULL * np.ones(shapes[2])]


def _least(name: str) -> int:
    """How many documents have to show a sign of the whole: a word says what many write."""
    return 30 if name.startswith("statements:") else 3


def fit_holds(rows: Sequence[tuple[set[str], bool, float]]) -> dict[str, float]:
    """The weights of the signs of whole documents."""
    counts: dict[str, int] = defaultdict(int)
    for names, _, _ in rows:
        for name in names:
            counts[name] += 1
    seen = (name for name, count in counts.items() if count >= _least(name))
    known = sorted({*HOLDS, *seen})
    at = {name: i for i, name in enumerate(known)}
    signs = np.zeros((len(rows), len(known)))
    for i, (names, _, _) in enumerate(rows):
        signs[i, [at[name] for name in names if name in at]] = 1
    truth = np.array([held for _, held, _ in rows], float)
    weights = np.array([weight for _, _, weight in rows])

    start = np.array([HOLDS.get(name, 0.0) for name in known])
    held = np.array([16.0 if name in FIRM else 2.0 for name in known])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        chance = 1 / (1 + np.exp(-np.clip(signs @ w, -30, 30)))
        value = -(
            weights * (truth * np.log(chance + 1e-12) + (1 - truth) * np.log(1 - chance + 1e-12))
        ).sum()
        away = w - start
        return value + 0.5 * (held * away) @ away, signs.T @ (
            weights * (chance - truth)
        ) + held * away

    found = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return {name: float(found[i]) for name, i in at.items() if abs(found[i]) >= LEAST}


def _of_fold(examples: Sequence[Example], fold: int) -> tuple[Weights, dict[str, set[str]]]:
    """Weights fitted without a fold, and what they say of the fold's documents."""
    weights = fit([x for x in examples if x.fold != fold and x.weight])
    said = {x.name: find_holds_signs(weigh(x.page, weights)) for x in examples if x.fold == fold}
    return weights, said


_TRUST = {
    "real": 1.0,
    "real-none": 3.0,
    "package-none": 0.1,
    "own": 0.5,
    "own-none": 1.0,
    "shape": 0.15,
    "shape-none": 0.8,
}


def _by_threshold(
    examples: Sequence[Example],
    rows: dict[str, tuple[set[str], bool, float]],
    weights: Sequence[Weights],
) -> str:
    """From which likelihood on to hold a document: how many of each kind would be held."""
    likely = {x.name: weigh_whole(rows[x.name][0], weights[x.fold].holds) for x in examples}
    lines = []
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        held = Counter({x.kind: 0 for x in examples})
        held.update(x.kind for x in examples if likely[x.name] >= threshold)
        shown = ", ".join(f"{kind} {count}" for kind, count in sorted(held.items()))
        lines.append(f"held from {threshold}: {shown}")
    return "\n".join(lines)


def _trust(example: Example) -> float:
    """How much a document counts for whether documents hold OKRs; those of the tests say how."""
    return 1.5 if example.name.startswith(("tests/", "page/")) else _TRUST[example.kind]


def _options() -> argparse.Namespace:
    """The options of the command."""
    args = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    args.add_argument("--corpus", type=Path, required=True)
    args.add_argument("--shapes", type=Path, required=True)
    args.add_argument("--packages", type=Path, help="pages of packages (`packages.tsv`)")
    args.add_argument("--folds", type=int, nargs="+", default=list(range(FOLDS)))
    args.add_argument("--generated", type=int, nargs=3, default=[150, 200, 230])
    args.add_argument("--misses", type=Path, metavar="FILE")
    args.add_argument("--write", action="store_true")
    return args.parse_args()


def main() -> None:
    """Read, fit across folds, measure, and write what was fitted on everything."""
    options = _options()
    begin = time.monotonic()
    gc.disable()  # nothing here is garbage, and looking for some takes a third of the time
    sources = [
        *read_real(options.corpus, options.folds),
        *(read_packages(options.packages) if options.packages else ()),
        *read_own(),
        *read_tests(),
        *read_page_examples(),
        *read_pages(),
        *read_shapes(options.shapes, 31, *options.generated),
    ]
    with forked() as pool:
        examples = list(pool.map(read_example, sources, chunksize=8))
    units = sum(len(x.signs) for x in examples)
    print(f"{len(examples)} documents, {units} units, {time.monotonic() - begin:.0f} s", flush=True)
    fitted, final = _fit_all(examples, whole=options.write)
    print(f"fitted, {time.monotonic() - begin:.0f} s", flush=True)
    rows = {
        x.name: (fitted[x.fold][1][x.name], not x.kind.endswith("none"), _trust(x))
        for x in examples
    }
    folds = {x.name: x.fold for x in examples}
    of_folds = []
    for fold, (weights, _) in enumerate(fitted):
        holds = fit_holds([row for name, row in rows.items() if folds[name] != fold])
        of_folds.append(Weights(weights.signs, weights.links, holds))
    print(_by_threshold(examples, rows, of_folds))
    scores = scored(options.corpus, options.folds, examples, of_folds, options.misses)
    print(render_scores(scores))
    if final:
        write(Weights(final.signs, final.links, fit_holds(list(rows.values()))))
    print(f"{time.monotonic() - begin:.0f} s")


_FORKED: list[Example] = []
"""What the processes that fit find in their memory, so that nothing is sent to them."""


def _fit_all(
    examples: Sequence[Example], *, whole: bool
) -> tuple[list[tuple[Weights, dict[str, set[str]]]], Weights | None]:
    """What `_of_fold` gives for each fold, and weights fitted on everything where asked for."""
    _FORKED[:] = examples
    with forked() as pool:
        on_all = pool.submit(_whole) if whole else None
        fitted = list(pool.map(_job, range(FOLDS)))
        return fitted, on_all.result() if on_all else None


def _job(fold: int) -> tuple[Weights, dict[str, set[str]]]:
    return _of_fold(_FORKED, fold)


def _whole() -> Weights:
    return fit([x for x in _FORKED if x.weight])


def write(weights: Weights) -> None:
    """Write the weights for okrlint to ship."""
    lines = [f"sign {name}\t{render_row(row)}" for name, row in sorted(weights.signs.items())]
    for kind, table in (("above", weights.links.above), ("before", weights.links.before)):
        lines += [
            f"{kind} {edge} < {label}\t{render_row(matrix[at])}"
            for edge, matrix in sorted(table.items())
            for at, label in enumerate(LABELS)
        ]
    lines += [f"holds {name}\t{value:+.2f}" for name, value in sorted(weights.holds.items())]
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main()
