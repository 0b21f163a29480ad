"""How long the learned reader takes to load and how many statements it judges a second.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python benchmarks/learned.py

Floors: 0.25 s to load once NumPy is imported, 200 statements a second on one core. Exits 1 below.
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np  # noqa: F401 (spaCy has it imported before the model is loaded)

from okrlint.language.learned import load_model

SLOWEST_LOAD = 0.25
FEWEST = 200.0
COUNT = 500
STATEMENTS = Path(__file__).parents[1] / "training" / "statements"


def main() -> int:
    lines = (STATEMENTS / "base.tsv").read_text(encoding="utf-8").splitlines()
    texts = [line.split("\t")[6] for line in lines][:COUNT]
    started = time.perf_counter()
    model = load_model()
    load = time.perf_counter() - started
    model.predict(texts[:20])
    best = 0.0
    for _ in range(3):
        started = time.perf_counter()
        model.predict(texts)
        best = max(best, len(texts) / (time.perf_counter() - started))
    started = time.perf_counter()
    model.predict(texts[:1])
    one = time.perf_counter() - started
    print(f"load {load:.3f} s (at most {SLOWEST_LOAD})")
    print(f"{best:.0f} statements a second (at least {FEWEST:.0f})")
    print(f"one statement alone: {one * 1000:.1f} ms")
    return 0 if load <= SLOWEST_LOAD and best >= FEWEST else 1


if __name__ == "__main__":
    raise SystemExit(main())
