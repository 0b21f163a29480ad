"""How time and memory grow with the number of statements: `python -m benchmarks.growth`.

    python -m benchmarks.growth 10000     up to so many (default: 100,000, seven minutes)

A line for each size, nothing known: in one process up to 10,000 statements, in two from there on,
for time is short. The peak is that of the largest process. Last how flat memory is: ten times as
many statements may take 1.15 times as much.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Cost, okrlint, run
from benchmarks.pages import make_pages

PLAN = ((20, 1), (100, 1), (1_000, 1), (10_000, 1), (10_000, 2), (100_000, 2))
"""Statements, and processes that read them."""
OF_A_FILE = 20


def main() -> None:
    """Print a line for each size, and what they say together."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else PLAN[-1][0]
    costs: dict[tuple[int, int], Cost] = {}
    print("statements  processes  processor     clock  a second     peak")
    for size, processes in (one for one in PLAN if one[0] <= most):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            make_pages(folder, size // OF_A_FILE)
            args = ("-q", "-f", "concise", "--jobs", str(processes))
            costs[size, processes] = run(okrlint(*args, "--no-cache", "."), folder)
            _tell(size, f"{processes}", costs[size, processes])
            if size == 1_000:
                run(okrlint(*args, "."), folder)
                _tell(size, "unchanged", run(okrlint(*args, "."), folder))
    if len(costs) == len(PLAN):
        ratio = costs[PLAN[-1]].peak / costs[PLAN[-2]].peak
        held = "" if ratio <= 1.15 else "  not met"
        print(f"memory of 100,000 statements beside 10,000: {ratio:.2f} (bar 1.15){held}")


def _tell(size: int, processes: str, cost: Cost) -> None:
    figures = f"{cost.processor:9.2f}s {cost.clock:8.2f}s {size / cost.clock:9.0f}"
    print(f"{size:10,} {processes:>10} {figures} {cost.peak:6.0f}MB", flush=True)


if __name__ == "__main__":
    main()
